import type { OrderFilter, Window } from '@rungs/application';
import type { Instant } from '@rungs/domain';
import { GREATEST_ID, LEAST_ID, type Parameters } from './keyset.ts';

// Not one text with `$1 IS NULL OR …`, which no index can serve, but one text per kind of list: whose (consumer's,
// restaurant's, courier's, everybody's), of some states or all, upwards or downwards. Those that come again are
// prepared, as long as there are names for them (`StatementNames`). Time limits and cursor are always there, as infinities when they are not given.

/** Rows of the list at `o`, without cursor and order. */
export interface OrderRows {
  readonly from: (order: string, comparison: string, limit: string) => string;
}

/** Where the walk starts and which way it goes, as SQL on `o`. */
export function orderKeyset(parameters: Parameters, window: Window, scan: 'ASC' | 'DESC') {
  const start = scan === 'DESC' ? ['infinity', GREATEST_ID] : ['-infinity', LEAST_ID];
  const [at, id] = window.after ?? window.before ?? start;
  const cursor = `(${parameters.add(at, 'timestamptz')}, ${parameters.add(id, 'uuid')})`;
  const orderOf = (direction: string): string => `o.placed_at ${direction}, o.id ${direction}`;
  return {
    order: orderOf(scan),
    beyond: `(o.placed_at, o.id) ${scan === 'DESC' ? '<' : '>'} ${cursor}`,
    /** Ordered and limited rather than EXISTS, for which the planner would try its luck with a sequential scan. */
    behindOf: ({ from }: OrderRows): string => {
      const comparison = `(o.placed_at, o.id) ${scan === 'DESC' ? '>=' : '<='} ${cursor}`;
      return `(SELECT count(*) > 0 FROM (${from(orderOf(scan === 'DESC' ? 'ASC' : 'DESC'), comparison, '1')}) b)`;
    },
  };
}

/** The orders that the filter lets through. */
export function orderRows(filter: OrderFilter, parameters: Parameters): OrderRows {
  const { consumerId, restaurantId, currentCourierId, states, placedFrom, placedTo } = filter;
  const conditions = [
    `o.placed_at >= ${parameters.add(placedFrom === undefined ? '-infinity' : storable(placedFrom), 'timestamptz')}`,
    `o.placed_at < ${parameters.add(placedTo === undefined ? 'infinity' : storable(placedTo), 'timestamptz')}`,
  ];
  if (consumerId !== undefined) conditions.push(`o.consumer_id = ${parameters.key(consumerId)}`);
  if (restaurantId !== undefined) conditions.push(`o.restaurant_id = ${parameters.key(restaurantId)}`);
  if (currentCourierId !== undefined) {
    conditions.push(`o.id = (
      SELECT d.order_id FROM delivery d
      WHERE d.courier_id = ${parameters.key(currentCourierId)} AND d.state IN ('SCHEDULED', 'PICKED_UP'))`);
  }
  const where = conditions.join(' AND ');
  const select = (condition: string, order: string, comparison: string, limit: string): string =>
    `SELECT o.* FROM orders o WHERE ${condition} AND ${comparison} ORDER BY ${order} LIMIT ${limit}`;

  if (states === undefined) {
    return { from: (order, comparison, limit) => select(where, order, comparison, limit) };
  }
  const among = parameters.add([...new Set(states)], 'text[]');
  if (consumerId !== undefined || currentCourierId !== undefined) {
    const condition = `${where} AND o.state = ANY(${among})`;
    return { from: (order, comparison, limit) => select(condition, order, comparison, limit) };
  }
  // Of many orders few may be in these states: walk each state's own index, and merge the first rows of each.
  return {
    from: (order, comparison, limit) => `
      SELECT o.* FROM unnest(${among}) AS wanted (state)
      CROSS JOIN LATERAL (${select(`${where} AND o.state = wanted.state`, order, comparison, limit)}) o
      ORDER BY ${order} LIMIT ${limit}`,
  };
}

/** Instants before the year 1 and after 9999 are texts that PostgreSQL does not read; nothing lies there. */
function storable(at: Instant): string {
  if (at.startsWith('+')) return 'infinity';
  return at.startsWith('-') || at.startsWith('0000') ? '-infinity' : at;
}
