import { describe, expect, it } from 'vitest';
import { filledIn, rowsNeeded } from './form.ts';

const conditions = [
  { name: 'version', type: 'hidden', required: true, value: 3 },
  { name: 'idempotencyKey', type: 'hidden', value: 'fresh' },
];

describe('a form', () => {
  it('takes what is asked for by its dotted names, and says the rest as it came where it must', () => {
    const properties = [
      { name: 'name.first', value: 'Ann' },
      { name: 'name.last', value: 'Roy' },
      { name: 'email', value: 'ann@example.com' },
      { name: 'kind', required: true, value: 'consumer' },
      ...conditions,
    ];
    expect(filledIn({ properties }, { name: { first: 'Anna', last: 'Roy' } })).toEqual({
      'name.first': 'Anna',
      'name.last': 'Roy',
      kind: 'consumer',
      version: 3,
      idempotencyKey: 'fresh',
    });
  });

  it('takes the version and the key that the caller has in place of its own', () => {
    expect(filledIn({ properties: conditions }, { version: 2, idempotencyKey: 'k-1' })).toEqual({
      version: 2,
      idempotencyKey: 'k-1',
    });
  });

  it('empties the rows of a list that are not asked for, and leaves alone a list that nobody speaks of', () => {
    const properties = [0, 1, 2].map((at) => ({ name: `tags.${at}`, value: `old ${at}` }));
    expect(filledIn({ properties }, { tags: ['new'] })).toEqual({ 'tags.0': 'new', 'tags.1': '', 'tags.2': '' });
    expect(filledIn({ properties }, { tags: [] })).toEqual({ 'tags.0': '', 'tags.1': '', 'tags.2': '' });
    expect(filledIn({ properties }, {})).toEqual({});
  });

  it.each([
    ['has no field for it', { colour: 'red' }],
    ['has fewer rows', { rows: [{ id: 'a' }, { id: 'b' }] }],
    ['is about another thing', { rows: [{ id: 'b' }] }],
    ['would leave out a row of a list', { tags: [''] }],
  ])('says that it cannot say it when it %s', (_why, asked) => {
    const properties = [
      { name: 'rows.0.id', type: 'hidden', value: 'a' },
      { name: 'tags.0', minLength: 1 },
    ];
    expect(filledIn({ properties }, asked)).toBeUndefined();
  });

  it('may be about several things, each at the version that the caller saw', () => {
    const properties = [
      { name: 'rows.0.id', type: 'hidden', value: 'a' },
      { name: 'rows.0.expectedVersion', type: 'hidden', value: 1 },
    ];
    expect(filledIn({ properties }, { rows: [{ id: 'a', expectedVersion: 7 }] })).toEqual({
      'rows.0.id': 'a',
      'rows.0.expectedVersion': 7,
    });
  });

  it('needs as many rows as the longest list has', () => {
    expect(rowsNeeded({ items: [{ tags: ['a', 'b', 'c'] }, {}], note: 'long' })).toBe(2);
    expect(rowsNeeded({})).toBe(1);
  });
});
