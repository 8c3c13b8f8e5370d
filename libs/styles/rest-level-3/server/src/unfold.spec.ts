import { describe, expect, it } from 'vitest';
import { fieldAt, unfold } from './unfold.ts';

describe('the fields of a form', () => {
  it('go one level down at each dot, and into a row at a number', () => {
    const fields = {
      email: 'e',
      'name.first': 'Ann',
      'name.last': 'Roy',
      'lines.1.quantity': 2,
      'lines.0.quantity': 1,
    };
    expect(unfold(fields)).toEqual({
      email: 'e',
      name: { first: 'Ann', last: 'Roy' },
      lines: [{ quantity: 1 }, { quantity: 2 }],
    });
  });

  it('say nothing where they are empty: no text, no group, no row', () => {
    const fields = {
      note: '',
      'address.street': '',
      'address.city': '',
      'rows.0.a': '',
      'rows.1.a': 'x',
      'rows.2.a': '',
    };
    expect(unfold(fields)).toEqual({ rows: [{ a: 'x' }] });
  });

  it('say that a list is empty when all of its rows came empty', () => {
    expect(unfold({ 'tags.0': '', 'tags.1': '' })).toEqual({ tags: [] });
  });

  it('say that a text is empty, where a form shows it as it is', () => {
    const fields = { note: '', 'name.first': '', other: '' };
    expect(unfold(fields, ['note', 'name.first'])).toEqual({ note: '', name: { first: '' } });
  });

  it.each([
    ['tickets', 'readyBy', { orderId: 'o', expectedVersion: 1 }],
    ['items', 'name', { 'price.currency': 'EUR', available: 'true', description: '' }],
    ['lines', 'quantity', { menuItemId: 'm' }],
  ])('say nothing of a row of %s whose %s is empty, whatever else came filled in', (list, madeBy, others) => {
    const row = (at: number, made: string) =>
      Object.fromEntries(
        Object.entries({ ...others, [madeBy]: made }).map(([name, value]) => [`${list}.${at}.${name}`, value]),
      );
    const members = unfold({ ...row(0, ''), ...row(7, 'made') });
    expect(members[list]).toEqual([expect.objectContaining({ [madeBy]: 'made' })]);
  });

  it('say of a dish on a row that what is empty in it is empty', () => {
    const fields = { 'items.3.name': 'Soup', 'items.3.description': '', 'items.3.tags.0': '' };
    expect(unfold(fields)).toEqual({ items: [{ name: 'Soup', description: '', tags: [] }] });
  });

  it('leave alone what was sent as JSON has it', () => {
    const members = { name: { first: 'Ann' }, items: [{ name: 'Soup' }], tags: ['', 'a,b'] };
    expect(unfold({ ...members, 'name.last': 'lost' })).toEqual(members);
  });

  it('keep what would pollute as members of their own, for the parser to refuse', () => {
    const members = unfold(JSON.parse('{"__proto__.role":"support","name.__proto__":"x"}') as object as never);
    expect(Object.keys(members)).toEqual(['__proto__', 'name']);
    expect(Object.keys(members['name'] as object)).toEqual(['__proto__']);
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it('take no room for rows that did not come, and do not go deeper than any of ours', () => {
    expect(unfold({ 'tags.9999': 'a' })).toEqual({ tags: ['a'] });
    const deep = 'a.'.repeat(100_000);
    expect(Object.keys(unfold({ [deep]: 'x' }))).toEqual([deep]);
  });
});

describe('what is wrong with a member', () => {
  it.each([
    ['/email', '/email'],
    ['/name/first', '/name.first'],
    ['/expectedVersion', '/version'],
    ['/lines', '/lines'],
  ])('%s is wrong at %s', (pointer, field) => {
    expect(fieldAt(pointer, { email: 'e', 'name.first': '', 'lines.0.quantity': 1 })).toBe(field);
  });

  it('is wrong in the row that was filled in, though those before it were not', () => {
    const fields = {
      'items.0.name': '',
      'items.3.name': 'Soup',
      'items.3.tags.0': '',
      'items.3.tags.4': 'x'.repeat(31),
    };
    expect(fieldAt('/items/0/price/amount', fields)).toBe('/items.3.price.amount');
    expect(fieldAt('/items/0/tags/0', fields)).toBe('/items.3.tags.4');
  });

  it('stays where it is when it was sent as JSON has it', () => {
    expect(fieldAt('/name/first', { name: { first: '' } })).toBe('/name/first');
  });
});
