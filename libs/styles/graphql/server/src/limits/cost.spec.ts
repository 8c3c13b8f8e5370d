import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SCHEMA_SDL } from '../schema.generated.ts';
import { costOf } from './cost.ts';

const schema = buildSchema(SCHEMA_SDL);

function requestedBy(text: string, variables?: Readonly<Record<string, unknown>>): number {
  const document = parse(text);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return costOf({ schema, document, operation, variables }).requested;
}
it.each([
  ['{ orders { nodes { state } } }', 21],
  [
    '{ orders(first: 100) { nodes { state consumer {id} restaurant{id} ticket{id} delivery{ courier{id}} bill{orderId} } } }',
    701,
  ],
  ['{ tickets(first: 100) { nodes { order { id } } } }', 201],
  ['{ restaurants { nodes { menu { items { name price {amount} } } } } }', 441],
  ['{ node(id: 1) { ... on Order { ticket { state } } ... on Menu { items { photo { data}}} } }', 0],
])('%s %d', (text, n) => expect(requestedBy(text)).toBe(n));
