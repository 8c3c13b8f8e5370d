import type { LoadingMode } from '@rungs/application';
import {
  getNamedType,
  isCompositeType,
  isListType,
  getNullableType,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { COUNTED_LISTS, READING_FIELDS } from '../reading-fields.ts';
import { fieldsOf, objectTypesOf, selectionsOf, type Asking } from './selection.ts';

/** The modes that promise a number of statements; `per-row` is made to show what it is like without. */
export type PromisingMode = Exclude<LoadingMode, 'per-row'>;

/** The kinds of thing that an order and its parts are made of: as many statements each read needs, batched. */
const KINDS = ['order', 'consumer', 'restaurant', 'ticket', 'delivery', 'last ping', 'courier', 'bill'];

/**
 * A look more for those who find nothing there: whether the delivery, the consumer or the dish is not there for them, or
 * is there and has nothing.
 */
const LOOKS_AGAIN: ReadonlySet<string> = new Set([
  'Query.photo',
  'Photo.data',
  'Query.track',
  'Delivery.track',
  'Query.orderHistory',
  'OrderHistoryConnection.totalCount',
]);

/** The parts of an order come with it, in a query; a field of a list's page is part of it. */
const READ_WITH_THEIR_ORDER = /^Order\./;

function statementsOf(field: string): number {
  const [type = '', name] = field.split('.');
  const reads =
    (name === 'totalCount' && type in COUNTED_LISTS) ||
    (!READ_WITH_THEIR_ORDER.test(field) && typeof READING_FIELDS[field as keyof typeof READING_FIELDS] === 'object');
  if (!reads) return 0;
  return LOOKS_AGAIN.has(field) ? 2 : 1;
}

/**
 * How many SQL statements a query may cause at most, told from its document (and the variables of its `@skip` and
 * `@include`) alone, whatever is in the database and however long the pages are: one for each field that leads to a
 * read, as often as it is selected under names of its own (two for the few in `LOOKS_AGAIN`). Where reads are batched,
 * one for each kind of thing that such a field can be made of.
 */
export function statementBound(asking: Asking, mode: PromisingMode): number {
  const query = asking.schema.getQueryType();
  if (!query) throw new Error('The schema has no queries.');
  const reads = readsBelow(asking, query, [asking.operation.selectionSet]);
  return mode === 'batched' ? reads * KINDS.length : reads;
}

function readsBelow(asking: Asking, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): number {
  let reads = 0;
  for (const nodes of fieldsOf(asking, type, sets).values()) {
    const name = nodes[0]?.name.value ?? '';
    const field = type.getFields()[name];
    if (!field) continue;
    reads += statementsOf(`${type.name}.${name}`);
    const inner = getNamedType(field.type);
    if (!isCompositeType(inner)) continue;
    const below = objectTypesOf(asking.schema, inner.name).map((object) =>
      readsBelow(asking, object, selectionsOf(nodes)),
    );
    // One thing is of one type; among several each may be of another.
    const several = isListType(getNullableType(field.type));
    reads += several ? below.reduce((sum, count) => sum + count, 0) : Math.max(0, ...below);
  }
  return reads;
}
