import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SCHEMA_SDL } from '../schema.generated.ts';
import { countTokens, LIMIT_RULES } from './limit-rules.ts';
import { LIMITS } from './limits.ts';

const schema = buildSchema(SCHEMA_SDL);

/** The names of the limits that a document exceeds. */
const exceededBy = (text: string): unknown[] =>
  validate(schema, parse(text), LIMIT_RULES).map(({ extensions }) => extensions['limit']);

const repeated = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');

const { aliases, depth, directives, rootFields, tokens } = LIMITS;

describe('each limit', () => {
  /** Names that the schema lacks count like those that it has. */
  const nested = (levels: number): string => `{ ${'a { '.repeat(levels - 1)} a ${'}'.repeat(levels - 1)} }`;
  const atLimits: [string, number, (count: number) => string][] = [
    ['depth', depth, nested],
    ['rootFields', rootFields, (count) => `{ ${'viewer { role } '.repeat(count)} }`],
    ['aliases', aliases, (count) => `{ viewer { ${repeated(count, (at) => `a${at}: role`)} } }`],
    ['directives', directives, (count) => `{ viewer { ${'role @skip(if: false) '.repeat(count)} } }`],
    ['tokens', tokens, (count) => `${'#\n'.repeat(count - 6)} { viewer { role } }`],
  ];

  it.each(atLimits)('%s allows %d and no more', (limit, allowed, build) => {
    expect(exceededBy(build(allowed))).toEqual([]);
    expect(exceededBy(build(allowed + 1))).toEqual([limit]);
  });

  it('says what it allows', () => {
    const [error] = validate(schema, parse(nested(depth + 1)), LIMIT_RULES);
    const message = 'The operation is nested deeper than 10 levels.';
    expect(error?.message).toBe(message);
    expect(error?.extensions).toEqual({
      code: 'OPERATION_LIMIT_EXCEEDED',
      limit: 'depth',
      allowed: 10,
      refusal: 'invalid-input',
      details: { errors: [{ path: '', message }] },
      http: { status: 400 },
    });
  });

  it('holds for every operation of a document', () => {
    expect(exceededBy(`query A { viewer { role } } query B ${nested(depth + 1)}`)).toEqual(['depth']);
    expect(exceededBy(`mutation { ${'clearBasket { basket { id } } '.repeat(rootFields + 1)} }`)).toEqual([
      'rootFields',
    ]);
  });

  it('counts directives wherever they stand', () => {
    const text = `query ($v: ID @a) @a { viewer @a { ...F @a ... @a { role } } } fragment F on Viewer @a { role @a }`;
    const others = 'role @a '.repeat(directives - 7);
    expect(exceededBy(text.replace('role }', `${others} role }`))).toEqual([]);
    expect(exceededBy(text.replace('role }', `${others} role @a }`))).toEqual(['directives']);
  });

  it('takes a field under its own name for no alias', () => {
    expect(exceededBy(`{ viewer { ${'role: role '.repeat(aliases + 1)} } }`)).toEqual([]);
  });
});

describe('fragments', () => {
  it('count as often as they are spread', () => {
    const text = (spreads: number): string =>
      `{ viewer { ${repeated(spreads, () => '...F')} } } fragment F on Viewer { ${repeated(10, (at) => `a${at}: role`)} }`;
    expect(exceededBy(text(3))).toEqual([]);
    expect(exceededBy(text(4))).toEqual(['aliases']);
  });

  it('add to the depth of where they are spread', () => {
    const text = (levels: number): string =>
      `{ a { a { ...F } } } fragment F on X { ${'a { '.repeat(levels - 1)} a ${'} '.repeat(levels - 1)} }`;
    expect(exceededBy(text(depth - 2))).toEqual([]);
    expect(exceededBy(text(depth - 1))).toEqual(['depth']);
  });

  it('that double ninety times over are counted without being walked', () => {
    const chain = (last: string): string =>
      `{ viewer { ...F0 } } ${repeated(90, (at) => `fragment F${at} on Viewer { ...F${at + 1} ...F${at + 1} }`)} fragment F90 on Viewer { ${last} }`;
    expect(exceededBy(chain('role'))).toEqual([]);
    expect(exceededBy(chain('a: role'))).toEqual(['aliases']);
  });

  it('that spread themselves, or lead nowhere, are left to the rules of the specification', () => {
    expect(exceededBy('{ viewer { ...A } } fragment A on Viewer { role ...B } fragment B on Viewer { ...A }')).toEqual(
      [],
    );
    expect(exceededBy('{ viewer { ...Nowhere } }')).toEqual([]);
  });
});

describe('recursion', () => {
  it.each([
    '{ order(id: 1) { ticket { order { ticket { state } } } } }',
    '{ ticket(orderId: 1) { order { delivery { order { delivery { state } } } } } }',
    '{ viewer { consumer { orders { nodes { consumer { orders { nodes { id } } } } } } } }',
    '{ order(id: 1) { ...A } } fragment A on Order { ticket { order { ...B } } } fragment B on Order { ticket { state } }',
    '{ node(id: 1) { ... on Order { bill { order { bill { orderId } } } } } }',
  ])('is refused: %s', (text) => {
    expect(exceededBy(text)).toEqual(['recursion']);
  });

  it.each([
    '{ order(id: 1) { ticket { order { delivery { state } } } delivery { order { ticket { state } } } } }',
    '{ viewer { consumer { orders { nodes { restaurant { name } } } } } }',
    '{ orders { edges { node { consumer { orders { edges { node { id } } } } } } } }',
    '{ order(id: 1) { ...A ...A ticket { ...T } } } fragment A on Order { id } fragment T on Ticket { order { ...A } }',
    '{ __schema { types { ...T } } } fragment T on __Type { ofType { ofType { ofType { ofType { name } } } } }',
  ])('is not: %s', (text) => {
    expect(exceededBy(text)).toEqual([]);
  });
});

describe('countTokens', () => {
  it('counts comments, and knows nothing without locations', () => {
    expect(countTokens(parse('{ a } # b'))).toBe(4);
    expect(countTokens(parse('{ a }', { noLocation: true }))).toBe(0);
  });
});
