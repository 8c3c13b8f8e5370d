import type { DeliveryFilter, PartyFilter, TicketFilter, Window } from '@rungs/application';
import type { CourierId } from '@rungs/domain';
import { deliveryJson, deliveryRecordJson, factsJson, instant, ticketJson } from './json.sql.ts';
import { Parameters, scanOf, type Statement } from './keyset.ts';
import { orderKeyset, type OrderRows } from './order-keyset.sql.ts';

// Tickets and deliveries in the order in which their orders were placed. Whose they are is the order's to say, so most
// lists walk an index of orders; those by state or courier walk the ticket's or delivery's own, which holds copies of
// what it sorts by. Like the lists of orders: one text for each kind of list.

/** A page of tickets, oldest order first, in the direction of the walk. */
export function ticketListStatement(filter: TicketFilter, window: Window): Statement {
  const parameters = new Parameters();
  const record = `json_build_object('facts', ${factsJson('w')}, 'ticket', (
    SELECT ${ticketJson('t')} FROM ticket t WHERE t.order_id = w.id))`;
  return pageOf(partyRows('ticket', filter, parameters), ORDERS, record, 'ASC', window, parameters);
}

/** A page of deliveries, newest order first, in the direction of the walk. */
export function deliveryListStatement(filter: DeliveryFilter, window: Window): Statement {
  const parameters = new Parameters();
  const record = `json_build_object('facts', ${factsJson('w')}, 'record', (
    SELECT ${deliveryRecordJson('d')} FROM delivery d WHERE d.order_id = w.id))`;
  return pageOf(partyRows('delivery', filter, parameters), ORDERS, record, 'DESC', window, parameters);
}

/** The tickets and nothing else: for those who find the rest by themselves. */
export function ticketRowListStatement(filter: TicketFilter, window: Window): Statement {
  const parameters = new Parameters();
  const rows = partyRows('ticket', filter, parameters);
  return pageOf(rows, { table: 'ticket', id: 'order_id' }, ticketJson('w'), 'ASC', window, parameters);
}

/** The same of deliveries. */
export function deliveryRowListStatement(filter: DeliveryFilter, window: Window): Statement {
  const parameters = new Parameters();
  const rows = partyRows('delivery', filter, parameters);
  return pageOf(rows, { table: 'delivery', id: 'order_id' }, deliveryJson('w'), 'DESC', window, parameters);
}

const ORDERS = { table: 'orders', id: 'id' };

/** `record` is made of the row `w` of the table. */
function pageOf(
  rows: OrderRows,
  { table, id }: { readonly table: string; readonly id: string },
  record: string,
  listOrder: 'ASC' | 'DESC',
  window: Window,
  parameters: Parameters,
): Statement {
  const keyset = orderKeyset(parameters, window, scanOf(window, listOrder));
  const limit = parameters.add(window.limit + 1, 'integer');
  const text = `
    SELECT ${record} AS record, json_build_array(${instant('o.placed_at')}, o.id) AS position,
      ${keyset.behindOf(rows)} AS behind
    FROM (${rows.from(keyset.order, keyset.beyond, limit)}) o
    -- The limit keeps the planner from another join than look-ups by id, however many rows it expects.
    CROSS JOIN LATERAL (SELECT * FROM ${table} WHERE ${table}.${id} = o.id LIMIT 1) w
    ORDER BY ${keyset.order}`;
  return { text, values: parameters.values, keys: parameters.keys };
}

/** Whichever of the two is listed: a ticket has no courier of its own, a delivery no current courier but its own. */
type Filter = PartyFilter & {
  readonly currentCourierId?: CourierId | undefined;
  readonly courierId?: CourierId | undefined;
  readonly states?: readonly string[] | undefined;
};

/** The rows of the list, at `o`. */
export function partyRows(table: 'ticket' | 'delivery', filter: Filter, parameters: Parameters): OrderRows {
  const { consumerId, restaurantId, currentCourierId, courierId, states } = filter;
  const conditions: string[] = [];
  const ofRestaurant = restaurantId === undefined ? [] : [`o.restaurant_id = ${parameters.key(restaurantId)}`];
  const among = states && parameters.add([...new Set(states)], 'text[]');
  const own = (column: string): string => `(SELECT own.${column} FROM ${table} own WHERE own.order_id = o.id)`;
  conditions.push(...ofRestaurant);

  const walksOrders =
    consumerId !== undefined || currentCourierId !== undefined || (among === undefined && courierId === undefined);
  if (walksOrders) {
    if (consumerId !== undefined) conditions.push(`o.consumer_id = ${parameters.key(consumerId)}`);
    if (currentCourierId !== undefined) {
      conditions.push(`o.id = (
        SELECT d.order_id FROM delivery d
        WHERE d.courier_id = ${parameters.key(currentCourierId)} AND d.state IN ('SCHEDULED', 'PICKED_UP'))`);
    }
    if (courierId !== undefined) conditions.push(`${own('courier_id')} = ${parameters.key(courierId)}`);
    if (among !== undefined) conditions.push(`${own('state')} = ANY(${among})`);
    return rowsOf('orders', conditions);
  }

  const columns = table === 'delivery' ? 'state, restaurant_id, courier_id' : 'state, restaurant_id';
  const copies = `(SELECT order_id AS id, placed_at, ${columns} FROM ${table})`;
  if (courierId !== undefined) {
    conditions.push(`o.courier_id = ${parameters.key(courierId)}`);
    if (among !== undefined) conditions.push(`o.state = ANY(${among})`);
    return rowsOf(copies, conditions);
  }
  // Of many rows few may be in these states: walk each state's own index, and merge the first rows of each.
  const inState = rowsOf(copies, [...conditions, 'o.state = wanted.state']);
  return {
    from: (order, comparison, limit) => `
      SELECT o.* FROM unnest(${among}) AS wanted (state)
      CROSS JOIN LATERAL (${inState.from(order, comparison, limit)}) o
      ORDER BY ${order} LIMIT ${limit}`,
  };
}

function rowsOf(source: string, conditions: readonly string[]): OrderRows {
  return {
    from: (order, comparison, limit) => `
      SELECT o.id, o.placed_at FROM ${source} o
      WHERE ${[...conditions, comparison].join(' AND ')} ORDER BY ${order} LIMIT ${limit}`,
  };
}
