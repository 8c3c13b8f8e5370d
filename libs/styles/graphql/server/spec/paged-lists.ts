import { DEMO_ORDERS, PERSONAS } from '@rungs/application';
import type { DataSource } from '@rungs/persistence';
import type { AskedBy } from './asking.ts';
import { copyCase, copyPing, copyRow } from './copied-rows.ts';

/** A connection of the schema, as somebody walks it. */
export interface PagedList {
  /** The field whose value it is. */
  readonly field: `${string}.${string}`;
  /** Arguments beside the page's: filter, sort, whose. */
  readonly chosen?: string;
  /** What leads to it, with `LIST` in the place of the field. */
  readonly inside?: string;
  readonly as: AskedBy;
  /** Of a node, all that is compared: what tells it from others, and what it is sorted by. */
  readonly node: string;
  /** Puts a neighbour into the list, just `after` the item or just before it; nothing of it is changed. */
  readonly insert: (to: DataSource, item: Item, after: boolean, turn: number) => Promise<void>;
  /** Somebody else who may ask for a list of this text. */
  readonly colleague?: AskedBy;
}

export type Item = Readonly<Record<string, unknown>>;

const { ann, luigi, dana } = PERSONAS;
const COLLEAGUE: AskedBy = { role: 'support', supportAgentId: '01900000-0000-7000-8000-00000000d0ff' };

const order = 'orderId state placedAt';
const newestFirst: PagedList['insert'] = (to, { orderId }, after, turn) =>
  copyCase(to, String(orderId), after ? -turn : turn);
const oldestFirst: PagedList['insert'] = (to, { orderId }, after, turn) =>
  copyCase(to, String(orderId), after ? turn : -turn);
const byName =
  (table: string, key: string, changed: (turns: number) => object = () => ({})): PagedList['insert'] =>
  (to, item, after, turn) => {
    const turns = after ? turn : -turn;
    return copyRow(to, table, 'id', String(item[key]), turns, changed(turns));
  };

const consumers = byName('consumer', 'consumerId', (turns) => ({ email: `neighbour.${turns}@example.org` }));
const restaurants = byName('restaurant', 'restaurantId');
const couriers = byName('courier', 'courierId', () => ({ current_delivery_id: null }));
const pings: PagedList['insert'] = (to, { at }, after, turn) =>
  copyPing(to, DEMO_ORDERS.PICKED_UP, String(at), after ? turn : -turn);
const ping = { node: 'lat lon at', insert: pings, colleague: COLLEAGUE };

/** Every connection at least once, with every filter and both directions of each sort among them. */
export const PAGED_LISTS: readonly PagedList[] = [
  {
    field: 'Query.orders',
    chosen: `filter: { restaurantId: "${luigi.restaurantId}" }`,
    as: 'ann',
    node: order,
    insert: newestFirst,
    colleague: 'sam',
  },
  {
    field: 'Query.orders',
    chosen: 'sort: OLDEST_FIRST',
    as: 'ann',
    node: order,
    insert: oldestFirst,
    colleague: 'bob',
  },
  {
    field: 'Query.orders',
    chosen: `sort: OLDEST_FIRST, filter: { consumerId: "${ann.consumerId}", states: [DELIVERED, CANCELLED], placedFrom: "2026-01-01T00:00:00Z", placedTo: "2027-01-01T00:00:00Z" }`,
    as: 'sam',
    node: order,
    insert: oldestFirst,
    colleague: COLLEAGUE,
  },
  {
    field: 'Query.orderHistory',
    chosen: `consumerId: "${ann.consumerId}"`,
    as: 'ann',
    node: `${order} restaurantName deliveryState`,
    insert: newestFirst,
    colleague: 'sam',
  },
  {
    field: 'Consumer.orders',
    inside: `consumer(id: "${ann.consumerId}") { LIST }`,
    as: 'ann',
    node: order,
    insert: newestFirst,
    colleague: 'sam',
  },
  {
    field: 'Query.tickets',
    chosen: 'filter: { states: [PICKED_UP, REJECTED] }',
    as: 'luigi',
    node: 'orderId state',
    insert: oldestFirst,
    colleague: 'mei',
  },
  {
    field: 'Query.deliveries',
    chosen: `filter: { courierId: "${dana.courierId}", states: [DELIVERED] }`,
    as: 'sam',
    node: 'orderId state courierId',
    insert: newestFirst,
    colleague: COLLEAGUE,
  },
  {
    field: 'Query.couriers',
    as: 'sam',
    node: 'courierId name',
    insert: couriers,
    colleague: COLLEAGUE,
  },
  {
    field: 'Query.couriers',
    chosen: 'filter: { onDuty: true }',
    as: 'sam',
    node: 'courierId name onDuty',
    insert: couriers,
    colleague: COLLEAGUE,
  },
  {
    field: 'Query.consumers',
    chosen: 'filter: { text: "m" }',
    as: 'sam',
    node: 'consumerId name { last first }',
    insert: consumers,
    colleague: COLLEAGUE,
  },
  {
    field: 'Query.restaurants',
    chosen: 'filter: { open: true }',
    as: 'anonymous',
    node: 'restaurantId name',
    insert: restaurants,
    colleague: 'ann',
  },
  {
    field: 'Query.restaurants',
    chosen: 'filter: { near: { lat: 41.8902, lon: 12.4922 } }',
    as: 'ann',
    node: 'restaurantId location { lat lon }',
    insert: restaurants,
    colleague: 'bob',
  },
  { field: 'Query.track', chosen: `orderId: "${DEMO_ORDERS.PICKED_UP}"`, as: 'ann', ...ping },
  { field: 'Delivery.track', inside: `delivery(orderId: "${DEMO_ORDERS.PICKED_UP}") { LIST }`, as: 'dana', ...ping },
];

export const nameOf = ({ field, chosen = '' }: PagedList): string => `${field} ${chosen}`.trim();

export interface PageArguments {
  readonly first?: unknown;
  readonly after?: unknown;
  readonly last?: unknown;
  readonly before?: unknown;
}

/** The operation that asks for a page, its arguments in variables, and where in the data the connection is. */
export function documentOf({ field, chosen = '', inside = 'LIST', node }: PagedList, also = ''): string {
  const name = field.slice(field.indexOf('.') + 1);
  const list = `list: ${name}(first: $first, after: $after, last: $last, before: $before, ${chosen}) {
    edges { cursor node { ${node} } } nodes { ${node} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } ${also}
  }`;
  return `query ($first: Int, $after: String, $last: Int, $before: String) { ${inside.replace('LIST', list)} }`;
}
