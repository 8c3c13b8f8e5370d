import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { SCHEMA_SDL } from '../../src/schema.generated.ts';
import { Choices } from './choices.ts';
import { KnownValues } from './known-values.ts';
import { QueryWriter, type WrittenQuery } from './query-writer.ts';

const schema = buildSchema(SCHEMA_SDL);

function written(seed: number, count: number): readonly WrittenQuery[] {
  const known = new KnownValues();
  return Choices.many(seed, count).map((choices) => new QueryWriter(schema, choices, known, 'ann').write());
}

it('writes valid queries, with everything that queries are made of', { timeout: 30_000 }, () => {
  const queries = written(7, 150);
  for (const { text } of queries) {
    const found = validate(schema, parse(text)).map(({ message }) => message);
    expect(found, text).toEqual([]);
  }
  const all = queries.map(({ text }) => text).join('\n');
  for (const made of [
    '@skip(',
    '@include(',
    'fragment F0',
    '...F1',
    '... on ',
    '... {',
    'a1: ',
    '$v0: ',
    ' = true',
    'node(id:',
    'totalCount',
  ]) {
    expect(all).toContain(made);
  }
  // A fragment that is spread in several places.
  expect(queries.some(({ text }) => (text.match(/\.\.\.F0\b/g) ?? []).length > 1)).toBe(true);
});

it('writes the same for the same seed', () => {
  expect(written(11, 30)).toEqual(written(11, 30));
  expect(written(11, 30)).not.toEqual(written(12, 30));
});
