import { ORDER_PARTS, type OrderPart } from '@rungs/application';
import {
  billJson,
  consumerJson,
  courierJson,
  deliveryRecordJson,
  factsJson,
  orderJson,
  restaurantJson,
  ticketJson,
} from './json.sql.ts';

/** What the parts of the order `o` are shown as. */
const PARTS: Readonly<Record<OrderPart, (o: string) => string>> = {
  consumer: (o) => `SELECT ${consumerJson('c')} FROM consumer c WHERE c.id = ${o}.consumer_id`,
  restaurant: (o) => `SELECT ${restaurantJson('r')} FROM restaurant r WHERE r.id = ${o}.restaurant_id`,
  ticket: (o) => `SELECT ${ticketJson('t')} FROM ticket t WHERE t.order_id = ${o}.id`,
  delivery: (o) => `SELECT ${deliveryRecordJson('d')} FROM delivery d WHERE d.order_id = ${o}.id`,
  courier: (o) =>
    `SELECT ${courierJson('u')} FROM delivery e JOIN courier u ON u.id = e.courier_id WHERE e.order_id = ${o}.id`,
  bill: (o) => `SELECT ${billJson('b')} FROM bill b WHERE b.order_id = ${o}.id`,
};

/**
 * Members for all parts, of which each is there when its parameter, in the order of ORDER_PARTS, is true. One text for
 * every set of parts, so that it is prepared once; a part that is not asked for is not looked up, since CASE leaves its
 * sub-select alone.
 */
export function partsJson(o: string, asked: readonly string[]): string {
  return ORDER_PARTS.map((part, index) => `'${part}', CASE WHEN ${asked[index]} THEN (${PARTS[part](o)}) END`).join(
    ',\n    ',
  );
}

/** A boolean for each of ORDER_PARTS. */
export function selectedParts(parts: ReadonlySet<OrderPart>): readonly boolean[] {
  return ORDER_PARTS.map((part) => parts.has(part));
}

/** One order with the parts that are asked for: $1 its id, then a boolean for each part. */
export const ORDER_DETAILS = `
  SELECT json_build_object(
    'facts', ${factsJson('o')},
    'order', ${orderJson('o')},
    ${partsJson(
      'o',
      ORDER_PARTS.map((_part, index) => `$${index + 2}::boolean`),
    )}) AS record
  FROM orders o WHERE o.id = $1`;
