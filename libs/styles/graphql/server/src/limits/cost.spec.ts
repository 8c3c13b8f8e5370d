import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { RESOLVED } from '../nodes.ts';
import { SCHEMA_SDL } from '../schema.generated.ts';
import { costOf, costOfField, MAX_COST, typeWeightOf } from './cost.ts';

const schema = buildSchema(SCHEMA_SDL);

function requestedBy(text: string, variables?: Readonly<Record<string, unknown>>): number {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('It holds no operation.');
  return costOf({ schema, document, operation, variables }).requested;
}

const PARTS = 'consumer { id } restaurant { id } ticket { id } delivery { id courier { id } } bill { orderId }';

describe('the cost of an operation', () => {
  it('is told anew for other variables, though the operation stays parsed', () => {
    const document = parse(`query ($first: Int, $with: Boolean!) {
      orders(first: $first) { nodes { id consumer @include(if: $with) { id } } }
    }`);
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('It holds no operation.');
    const asked = [{ first: 1, with: false }, { first: 100, with: false }, { first: 100, with: true }, { with: false }];
    const costs = asked.map((variables) => costOf({ schema, document, operation, variables }).requested);
    expect(costs).toEqual([1 + 1, 1 + 100, 1 + 100 * 2, 1 + 20]);
  });

  it.each([
    ['one thing', '{ order(id: 1) { state total { amount } deliveryAddress { city } lineItems { name } } }', 1],
    ['a thing with its parts', `{ order(id: 1) { ${PARTS} } }`, 7],
    ['who asks', '{ viewer { role } }', 0],
    ['who asks, and what is theirs', '{ viewer { consumer { orders { nodes { state } } } } }', 1 + 1 + 20],
    ['a page', '{ orders { nodes { state } } }', 1 + 20],
    ['a page by its edges', '{ orders { edges { cursor node { state } } pageInfo { endCursor } } }', 1 + 20],
    ['a page of which nothing is selected', '{ orders(first: 100) { pageInfo { hasNextPage } } }', 1 + 100],
    ['a page with its parts', `{ orders(first: 100) { nodes { ${PARTS} } } }`, 1 + 100 * 7],
    ['a page backwards', '{ orders(last: 7, before: "x") { nodes { state } } }', 1 + 7],
    ['a list and its length', '{ orders(first: 10) { totalCount nodes { id } } }', 10 + 1 + 10],
    ['a page of tickets with their orders', '{ tickets(first: 100) { nodes { order { id } } } }', 1 + 100 * 2],
    [
      'pages within a page',
      '{ consumers(first: 10) { nodes { orders(first: 5) { nodes { id } } } } }',
      1 + 10 * (1 + 1 + 5),
    ],
    ['a menu', '{ menu(restaurantId: 1) { version } }', 1],
    ['a menu with its dishes', '{ menu(restaurantId: 1) { items { name price { amount } } } }', 1 + 20],
    ['restaurants with their menus', '{ restaurants { nodes { menu { items { name } } } } }', 1 + 20 * (1 + 1 + 20)],
    ['a track', '{ track(orderId: 1, first: 100) { nodes { lat } } }', 1 + 10],
    ['a photo', '{ photo(restaurantId: 1, menuItemId: 2) { byteLength } }', 10],
    ['the photos of a menu', '{ menu(restaurantId: 1) { items { photo { data } } } }', 1 + 20 + 200 * 10],
    ['the same twice under two names', '{ a: order(id: 1) { id } b: order(id: 2) { id } }', 2],
    [
      'the same twice under one name',
      '{ order(id: 1) { ticket { id } } order(id: 1) { ticket { state } bill { total { amount } } } }',
      3,
    ],
    [
      'what comes with an order, in all its parts',
      '{ order(id: 1) { lineItems { name } bill { lines { name } refunds { reason } } } }',
      2,
    ],
    [
      'lines under three names',
      '{ order(id: 1) { lineItems { name } b: lineItems { name } c: lineItems { name } } }',
      1 + 2,
    ],
    ['lines under one name', '{ order(id: 1) { lineItems { name } lineItems { quantity } } }', 1],
    [
      'what an order has under many names, on a page of them',
      `{ orders(first: 100) { nodes { bill { ${Array.from({ length: 28 }, (_, at) => `a${at}: lines { name }`).join(' ')} } } } }`,
      1 + 100 * (2 + 27),
    ],
    ['a change', 'mutation { cancelOrder(input: {}) { order { state } userErrors { code } } }', 10 + 1],
    ['a change without a look at what it changed', 'mutation { cancelOrder(input: {}) { userErrors { code } } }', 10],
    [
      'many changes at once',
      'mutation { acceptTickets(input: {}) { acceptances { ticket { order { id } } } } }',
      100 + 50 * 2,
    ],
    ['the schema', '{ __schema { types { name } } }', 100],
    ['the name of a type', '{ __typename order(id: 1) { __typename } }', 1],
  ])('%s: %s', (_what, text, requested) => {
    expect(requestedBy(text)).toBe(requested);
  });

  it.each([
    [
      'the dearest thing that it can be',
      '{ node(id: 1) { id ... on Order { ticket { id } bill { orderId } } ... on Ticket { order { id } } } }',
      3,
    ],
    [
      'what fits the type alone',
      '{ node(id: 1) { ... on Ticket { order { id } } ... on Node { id ... on Bill { order { id } } } } }',
      2,
    ],
    [
      'fragments in their places',
      '{ orders { ...C } } fragment C on OrderConnection { nodes { ...O } } fragment O on Order { ticket { id } }',
      1 + 20 * 2,
    ],
    [
      'fragments that overlap once',
      '{ order(id: 1) { ...A ...B } } fragment A on Order { ticket { id } } fragment B on Order { ticket { state order { id } } }',
      3,
    ],
  ])('counts %s', (_what, text, requested) => {
    expect(requestedBy(text)).toBe(requested);
  });
});

describe('page sizes', () => {
  it('come from variables, never more than a page can hold', () => {
    const text = 'query ($n: Int) { orders(first: $n) { nodes { id } } }';
    const sizes = [7, 0, -5, 1e9, Infinity, 'x', null, undefined];
    expect(sizes.map((n) => requestedBy(text, { n }))).toEqual([8, 1, 1, 101, 101, 21, 21, 21]);
  });

  it('come from the defaults of variables that the request leaves out', () => {
    const text = 'query ($n: Int = 50) { orders(first: $n) { nodes { id } } }';
    expect([requestedBy(text), requestedBy(text, { n: 3 })]).toEqual([51, 4]);
  });

  it('are the larger of two', () => {
    expect(requestedBy('{ orders(first: 5, last: 30) { nodes { id } } }')).toBe(31);
  });
});

describe('@skip and @include', () => {
  const text = (directive: string): string => `query ($b: Boolean) { order(id: 1) { ticket ${directive} { id } } }`;

  it.each([
    ['@skip(if: true)', undefined, 1],
    ['@skip(if: false)', undefined, 2],
    ['@include(if: false)', undefined, 1],
    ['@include(if: true)', undefined, 2],
    ['@skip(if: $b)', true, 1],
    ['@skip(if: $b)', false, 2],
    ['@include(if: $b)', false, 1],
    ['@include(if: $b)', true, 2],
    ['@include(if: true) @skip(if: $b)', true, 1],
  ])('%s with %s', (directive, b, requested) => {
    expect(requestedBy(text(directive), { b })).toBe(requested);
  });

  it('of a variable that nobody says leaves the most that it can be', () => {
    expect(requestedBy(text('@skip(if: $b)'))).toBe(2);
    expect(requestedBy(text('@include(if: $b)'), { b: 'yes' })).toBe(2);
    const withDefault = 'query ($b: Boolean = false) { order(id: 1) { ticket @include(if: $b) { id } } }';
    expect([requestedBy(withDefault), requestedBy(withDefault, { b: true })]).toEqual([1, 2]);
  });

  it('hold for fragments as well', () => {
    const spread =
      '{ order(id: 1) { ...F @skip(if: true) ... @include(if: false) { bill { id } } } } fragment F on Order { ticket { id } }';
    expect(requestedBy(spread)).toBe(1);
  });
});

describe('the schema', () => {
  type Field = GraphQLField<unknown, unknown>;
  const fields = Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ type, field, name: `${type.name}.${field.name}` })),
    );
  const directiveOf = ({ astNode }: Field, name: string) => astNode?.directives?.find((one) => one.name.value === name);
  const isPage = ({ type }: Field): boolean => getNamedType(type).name.endsWith('Connection');

  it('says of every list that comes in pages how long it is', () => {
    const pages = fields.filter(({ field }) => isPage(field));
    expect(pages.length).toBeGreaterThan(8);
    expect(pages.filter(({ field }) => !directiveOf(field, 'listSize')).map(({ name }) => name)).toEqual([]);
  });

  it('says of every list that is no page, of things that cost something, how long it may be', () => {
    const costly = fields.filter(
      ({ field }) => String(field.type).startsWith('[') && typeWeightOf(schema, getNamedType(field.type)) > 0,
    );
    const ofPages = ({ type }: { readonly type: GraphQLObjectType }): boolean => type.name.endsWith('Connection');
    const unsized = costly.filter((one) => !ofPages(one) && !directiveOf(one.field, 'listSize'));
    expect(costly.some((one) => !ofPages(one))).toBe(true);
    expect(unsized.map(({ name }) => name)).toEqual([]);
  });

  it('gives everything that is read a cost, and changes tenfold', () => {
    const free = fields.filter(({ type, field }) => {
      const resolved = (RESOLVED as Readonly<Record<string, readonly string[]>>)[type.name] ?? [];
      const result = getNamedType(field.type);
      if (!resolved.includes(field.name) || !isCompositeType(result)) return false;
      return typeWeightOf(schema, result) + costOfField(schema, field) === 0;
    });
    // Nothing is read for the actor; a photo's facts come with its dish, and the lines of an import with it.
    expect(free.map(({ name }) => name)).toEqual(['Query.viewer', 'MenuItem.photo', 'MenuImport.lines']);
    const changes = Object.values(schema.getMutationType()?.getFields() ?? {});
    expect(changes.map((field) => [field.name, costOfField(schema, field) >= 10])).toEqual(
      changes.map(({ name }) => [name, true]),
    );
  });

  it('gives every count a cost: it reads a whole list', () => {
    const counts = fields.filter(({ field }) => field.name === 'totalCount');
    expect(counts.length).toBeGreaterThan(5);
    expect(counts.filter(({ field }) => costOfField(schema, field) < 10).map(({ name }) => name)).toEqual([]);
  });

  it('leaves room for every screen, and none for a page within a page', () => {
    expect(requestedBy(`{ orders(first: 100) { totalCount nodes { ${PARTS} } } }`)).toBeLessThan(MAX_COST);
    expect(requestedBy(`{ tickets(first: 100) { nodes { order { ${PARTS} } } } }`)).toBeLessThan(MAX_COST);
    expect(requestedBy('{ restaurants { nodes { menu { items { name photo { contentType } } } } } }')).toBeLessThan(
      MAX_COST,
    );
    expect(requestedBy('{ consumers(first: 100) { nodes { orders { nodes { id } } } } }')).toBeGreaterThan(MAX_COST);
  });
});
