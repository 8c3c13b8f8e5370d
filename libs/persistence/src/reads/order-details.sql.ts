import {
  billJson,
  consumerJson,
  courierJson,
  deliveryRecordJson,
  factsJson,
  orderJson,
  restaurantSummaryJson,
  ticketJson,
} from './json.sql.ts';

/**
 * One order with the parts that are asked for: $1 its id, then a boolean each for consumer, restaurant, ticket,
 * delivery, courier and bill. One text for every set of parts, so that it is prepared once; a part that is not
 * asked for is not looked up, since CASE leaves its sub-select alone.
 */
export const ORDER_DETAILS = `
  SELECT json_build_object(
    'facts', ${factsJson('o')},
    'order', ${orderJson('o')},
    'consumer', CASE WHEN $2::boolean THEN
      (SELECT ${consumerJson('c')} FROM consumer c WHERE c.id = o.consumer_id) END,
    'restaurant', CASE WHEN $3::boolean THEN
      (SELECT ${restaurantSummaryJson('r')} FROM restaurant r WHERE r.id = o.restaurant_id) END,
    'ticket', CASE WHEN $4::boolean THEN
      (SELECT ${ticketJson('t')} FROM ticket t WHERE t.order_id = o.id) END,
    'delivery', CASE WHEN $5::boolean THEN
      (SELECT ${deliveryRecordJson('d')} FROM delivery d WHERE d.order_id = o.id) END,
    'courier', CASE WHEN $6::boolean THEN
      (SELECT ${courierJson('u')} FROM delivery e JOIN courier u ON u.id = e.courier_id WHERE e.order_id = o.id) END,
    'bill', CASE WHEN $7::boolean THEN
      (SELECT ${billJson('b')} FROM bill b WHERE b.order_id = o.id) END
  ) AS record
  FROM orders o WHERE o.id = $1`;
