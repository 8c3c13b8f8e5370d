import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { SCHEMA_SDL } from '../../src/schema.generated.ts';
import { askingOf } from './selection.ts';
import { statementBound } from './statement-bound.ts';

const schema = buildSchema(SCHEMA_SDL);

function bound(query: string, variables: Readonly<Record<string, unknown>> = {}): number {
  return statementBound(askingOf(schema, parse(query), variables), 'one-statement');
}

it.each([
  ['who asks', '{ viewer { role } }', 0],
  ['an order with all its parts', '{ order(id: 1) { state restaurant { name } bill { total { amount } } } }', 1],
  [
    'a page of them, whatever its size',
    '{ orders(first: 100) { nodes { ticket { state } } edges { node { bill { id } } } } }',
    1,
  ],
  ['the order of each ticket', '{ tickets(first: 100) { nodes { order { state } } } }', 2],
  ['lists below a list', '{ consumers { nodes { orders { nodes { id restaurant { menu { version } } } } } } }', 3],
  ['a list and how long it is', '{ orders { totalCount nodes { id } } }', 2],
  ['one field under two names', '{ a: order(id: 1) { id } b: order(id: 2) { id } }', 2],
  ['one field twice under one name', '{ order(id: 1) { id } order(id: 1) { state } }', 1],
  ['a track, which may have to look whether there is a delivery', '{ track(orderId: 1) { nodes { lat } } }', 2],
  [
    'anything by its id, of the type that needs most',
    '{ node(id: 1) { ... on Bill { order { id } } ... on Courier { name } } }',
    2,
  ],
])('is told from the document alone: %s', (_what, query, statements) => {
  expect(bound(query)).toBe(statements);
});

it('leaves out what a directive leaves out, and follows fragments', () => {
  const query = `query ($no: Boolean = false) {
    ticket(orderId: 1) { ...T order @include(if: $no) { id } }
  } fragment T on Ticket { more: order @skip(if: $no) { id } }`;
  expect(bound(query)).toBe(2);
  expect(bound(query, { no: true })).toBe(2);
  expect(bound(query.replace('@skip(if: $no)', ''), { no: true })).toBe(3);
});

it('is as many times more, batched, as there are kinds of thing', () => {
  const asking = askingOf(schema, parse('{ order(id: 1) { id } }'), {});
  expect(statementBound(asking, 'batched')).toBe(8);
});
