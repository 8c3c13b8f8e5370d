import type { OrderPart } from '@rungs/application';
import { buildSchema, executeSync, parse, validate, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import { orderPartsIn, selects, type PathToOrder } from './look-ahead.ts';
import { SCHEMA_SDL } from './schema.generated.ts';

const schema = buildSchema(SCHEMA_SDL);

/** What the resolver of this field is told, each time it is called, while the query is executed on these things. */
function toldTo(coordinate: string, query: string, rootValue: object, variables: object = {}): GraphQLResolveInfo[] {
  const [type = '', name = ''] = coordinate.split('.');
  const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
  if (!field) throw new Error(`There is no ${coordinate}.`);
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const told: GraphQLResolveInfo[] = [];
  field.resolve = (_of, _args, _context, info) => {
    told.push(info);
    return null;
  };
  try {
    executeSync({ schema, document, rootValue, variableValues: { ...variables } });
  } finally {
    delete field.resolve;
  }
  return told;
}

function partsOf(query: string, variables: object = {}, coordinate = 'Query.order', of: object = {}): Set<OrderPart> {
  const [info, ...others] = toldTo(coordinate, query, of, variables);
  expect(others).toEqual([]);
  return new Set(orderPartsIn(info as GraphQLResolveInfo));
}

describe('the parts of an order are those that are selected', () => {
  it.each<[string, OrderPart[]]>([
    ['{ order(id: "o") { state total { amount } } }', []],
    ['{ order(id: "o") { consumer { version } bill { orderId } } }', ['consumer', 'bill']],
    ['{ order(id: "o") { delivery { state courier { name } } } }', ['delivery', 'courier']],
    // Of a courier that another thing leads to, this order says nothing.
    ['{ order(id: "o") { ticket { order { delivery { courier { name } } } } } }', ['ticket']],
    ['{ order(id: "o") { delivery { state } delivery { courier { name } } } }', ['delivery', 'courier']],
    ['{ order(id: "o") { a: delivery { state } b: delivery { courier { name } } } }', ['delivery', 'courier']],
    ['{ order(id: "o") { bill: ticket { state } } }', ['ticket']],
    ['{ order(id: "o") { id } order(id: "o") { ticket { state } } }', ['ticket']],
  ])('%s', (query, parts) => {
    expect(partsOf(query)).toEqual(new Set(parts));
  });

  it('in fragments, on the type itself, on its interface, and on none', () => {
    const query = `{ order(id: "o") {
        ... on Node { id ... on Order { ticket { state } } ... on Bill { order { consumer { version } } } }
        ... { bill { orderId } }
        ...Where
      } }
      fragment Where on Order { delivery { ...Who } }
      fragment Who on Delivery { courier { name } }`;
    expect(partsOf(query)).toEqual(new Set(['ticket', 'bill', 'delivery', 'courier']));
  });

  it('of the fragment for orders alone, where it may be anything that has an id', () => {
    const query = `{ node(id: "x") {
        ... on Order { bill { orderId } }
        ... on Delivery { courier { name } order { consumer { version } } }
        ... on Ticket { order { restaurant { name } } }
        ...Any
      } }
      fragment Any on Node { id ... on Order { ticket { state } } }`;
    expect(partsOf(query, {}, 'Query.node')).toEqual(new Set(['bill', 'ticket']));
  });

  it.each<[boolean, boolean, OrderPart[]]>([
    [true, true, ['consumer', 'delivery', 'courier']],
    [true, false, ['consumer', 'ticket']],
    [false, true, ['bill', 'delivery', 'courier']],
    [false, false, ['bill', 'ticket']],
  ])('as the variables a: %s and b: %s have it', (a, b, parts) => {
    const query = `query ($a: Boolean!, $b: Boolean!) { order(id: "o") {
        bill @skip(if: $a) { orderId }
        consumer @include(if: $a) { version }
        restaurant @include(if: $a) @skip(if: $a) { name }
        ... @include(if: $b) { delivery { state ...Who @include(if: $b) } }
        ... on Order @skip(if: $b) { ticket { state } delivery @include(if: $b) { ...Who } }
      } }
      fragment Who on Delivery { courier { name } }`;
    expect(partsOf(query, { a, b })).toEqual(new Set(parts));
  });

  it('of each alias by itself', () => {
    const query =
      '{ a: order(id: "o") { bill { orderId } } b: order(id: "p") { ticket { state } ...Same } } fragment Same on Order { consumer { version } }';
    const told = toldTo('Query.order', query, {});
    expect(told.map((info) => orderPartsIn(info).toSorted())).toEqual([['bill'], ['consumer', 'ticket']]);
  });
});

describe('the parts of orders further down', () => {
  const PATHS: readonly PathToOrder[] = [
    [{ on: 'OrderConnection', field: 'nodes' }],
    [
      { on: 'OrderConnection', field: 'edges' },
      { on: 'OrderEdge', field: 'node' },
    ],
  ];

  it('are those of a list’s nodes and edges, under whatever alias', () => {
    const query = `{ orders { all: nodes { ticket { state } } edges { node { bill { orderId } } } ...More } }
      fragment More on OrderConnection { edges { cursor last: node { delivery { courier { name } } } } }`;
    const [info] = toldTo('Query.orders', query, {});
    expect(new Set(orderPartsIn(info as GraphQLResolveInfo, ...PATHS))).toEqual(
      new Set(['ticket', 'bill', 'delivery', 'courier']),
    );
  });

  it('are those of a payload', () => {
    const query = `mutation { cancelOrder(input: { orderId: "o" }) {
      order { bill { orderId } ... on Node { ... on Order { ticket { state } } } }
      userErrors { code }
    } }`;
    const [info] = toldTo('Mutation.cancelOrder', query, {});
    const parts = orderPartsIn(info as GraphQLResolveInfo, [{ on: 'CancelOrderPayload', field: 'order' }]);
    expect(new Set(parts)).toEqual(new Set(['bill', 'ticket']));
  });

  it('are found once for all rows of a list, and again for other variables', () => {
    const query = `query ($b: Boolean!) { tickets { nodes { order { ticket { state } bill @include(if: $b) { orderId } } } } }`;
    const three = { tickets: { nodes: [{}, {}, {}] } };
    const told = toldTo('Ticket.order', query, three, { b: true });
    expect(told).toHaveLength(3);
    const [first, ...others] = told.map((info) => orderPartsIn(info));
    expect(new Set(first)).toEqual(new Set(['ticket', 'bill']));
    for (const parts of others) expect(parts).toBe(first);
    // As an executor does that prepares a document for many requests.
    const again = { ...(told[0] as GraphQLResolveInfo), variableValues: { b: false } };
    expect(orderPartsIn(again)).toEqual(['ticket']);
  });
});

describe('a field is selected', () => {
  it.each([
    ['{ orders { totalCount } }', true],
    ['{ orders { n: totalCount } }', true],
    ['{ orders { ...C } } fragment C on OrderConnection { totalCount }', true],
    ['{ orders { ... { totalCount } } }', true],
    ['{ orders { totalCount @skip(if: true) } }', false],
    ['{ orders { totalCount: pageInfo { hasNextPage } } }', false],
    ['{ orders { nodes { consumer { orders { totalCount } } } } }', false],
  ])('%s: %s', (query, isSelected) => {
    const [info] = toldTo('Query.orders', query, {});
    expect(selects(info as GraphQLResolveInfo, 'totalCount')).toBe(isSelected);
  });
});
