import { buildSchema, parse, validate, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { depthRule, estimateStatements, MAX_DEPTH } from './limits.ts';
import { SCHEMA_SDL } from './schema.generated.ts';

const schema = buildSchema(SCHEMA_SDL);

function statementsOf(text: string, variables = {}): number {
  const { definitions } = parse(text);
  const fragments = definitions.filter((definition) => definition.kind === 'FragmentDefinition');
  const named = new Map(fragments.map((fragment: FragmentDefinitionNode) => [fragment.name.value, fragment]));
  return estimateStatements({ schema, fragments: named, variables }, definitions[0] as OperationDefinitionNode);
}

describe('estimateStatements', () => {
  it.each([
    ['{ viewer { role } }', 0],
    ['{ viewer { consumer { orders { nodes { state } } } } }', 2],
    ['{ order(id: 1) { state consumer { version } delivery { courier { name } } bill { orderId } } }', 1],
    ['{ order(id: 1) { restaurant { name location { lat } menu { version } } } }', 2],
    ['{ node(id: 1) { ... on Order { ticket { state } } } }', 1],
    ['{ delivery(orderId: 1) { state courier { name } } }', 2],
    ['{ orders { nodes { state } } }', 1],
    ['{ orders { nodes { state bill { orderId } ticket { state } } } }', 3],
    ['{ orders(first: 100) { edges { node { ...P } } } } fragment P on Order { bill { orderId } }', 11],
    ['{ consumers(first: 100) { nodes { orders(first: 100) { nodes { bill { orderId } } } } } }', 1101],
    ['{ restaurants(first: 50) { nodes { name location { lat } currency } } }', 1],
    ['{ restaurants(first: 50) { nodes { menu { version } } } }', 51],
    ['{ orderHistory(consumerId: 1, first: 100) { nodes { state } } }', 1],
    ['{ a: menu(restaurantId: 1) { version } b: menu(restaurantId: 2) { version } }', 2],
    ['{ tickets(first: 100) { nodes { state availableActions } } }', 1],
    ['{ tickets(first: 10) { nodes { state order { state restaurant { name } bill { orderId } } } } }', 11],
    ['{ deliveries(first: 10) { nodes { order { state } courier { name } track { nodes { lat } } } } }', 31],
    ['{ order(id: 1) { delivery { courier { name } track(first: 100) { nodes { lat lon at } } } } }', 2],
    ['{ track(orderId: 1, first: 100) { nodes { lat lon at } } }', 1],
    ['{ couriers(first: 50) { nodes { name currentDelivery { state courier { name } } } } }', 101],
    ['{ consumers(first: 100) { edges { node { name { last } orders { nodes { state } } } } } }', 101],
    ['{ restaurant(id: 1) { availableActions menuImport(id: 2) { lines { line } } } }', 2],
    ['{ order(id: 1) { restaurant { name availableActions } } }', 1],
    ['{ menu(restaurantId: 1) { items { name photo { contentType byteLength } } } }', 1],
    ['{ menu(restaurantId: 1) { items { name photo { data } } } }', 2001],
    ['{ menuItem(restaurantId: 1, menuItemId: 2) { photo { data } } }', 11],
    ['{ photo(restaurantId: 1, menuItemId: 2) { data } }', 10],
    [
      'mutation { acceptTickets(input: { tickets: [] }) { acceptances { ticket { order { state bill { orderId } } } } } }',
      150,
    ],
    ['mutation { acceptTicket(input: { orderId: 1, readyBy: 2 }) { ticket { order { consumer { id } } } } }', 11],
    ['mutation { clearBasket(input: {consumerId: 1, restaurantId: 1}) { basket { version } } }', 10],
  ])('counts for %s: %d', (text, statements) => {
    expect(statementsOf(text)).toBe(statements);
  });

  it('takes the default of a variable for a page size that the request leaves out', () => {
    const text = 'query ($n: Int = 100) { orders(first: $n) { nodes { bill { orderId } } } }';
    expect(statementsOf(text)).toBe(11);
    expect(statementsOf(text, { n: 3 })).toBe(2);
  });

  it('reads page sizes from variables, and never takes more than a page can hold', () => {
    const text = 'query ($n: Int) { tickets(first: $n) { nodes { order { version } } } }';
    expect([7, 0, -5, 1e9, 'x', null].map((n) => statementsOf(text, { n }))).toEqual([8, 1, 1, 101, 21, 21]);
  });
});

describe('depthRule', () => {
  /** Each turn is three levels deep, and the root and the leaf one each. */
  const nested = (turns: number): string =>
    `{ order(id: 1) ${'{ consumer { orders { nodes '.repeat(turns)} { id } ${'} } }'.repeat(turns)} }`;

  it('refuses what is nested deeper than allowed, and nothing else', () => {
    const said = (text: string) => validate(schema, parse(text), [depthRule]).map(({ message }) => message);
    expect(said(nested(2))).toEqual([]);
    expect(said(nested(3))).toEqual([`The operation is nested 11 levels deep; at most ${MAX_DEPTH} are allowed.`]);
  });

  it('follows fragments, and survives those that spread themselves', () => {
    const text = `{ ...A } fragment A on Query { order(id: 1) { ...B } } fragment B on Order { consumer { orders { nodes { ...B } } } }`;
    expect(validate(schema, parse(text), [depthRule])).toEqual([]);
  });
});
