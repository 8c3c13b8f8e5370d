/** The two screens that are measured. */
export const SCREENS = ['order-details', 'order-history'] as const;
export type ScreenId = (typeof SCREENS)[number];

/** Of the history, as many as a page of it has. */
export const HISTORY_ROWS = 20;

const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The whole answer, as text, in the column `body`; $1 is the order's id, or the consumer's whose orders are listed. */
export const RAW_STATEMENTS: Readonly<Record<ScreenId, string>> = {
  'order-details': `
    SELECT json_build_object('data', json_build_object('order', json_build_object(
      'state', o.state,
      'placedAt', ${instant('o.placed_at')},
      'lineItems', (
        SELECT json_agg(json_build_object('name', line -> 'name', 'quantity', line -> 'quantity'))
        FROM json_array_elements(o.line_items) line),
      'deliveryAddress', json_build_object(
        'street', o.delivery_address -> 'street', 'city', o.delivery_address -> 'city'),
      'consumer', (
        SELECT json_build_object('name', json_build_object('first', c.first_name, 'last', c.last_name))
        FROM consumer c WHERE c.id = o.consumer_id),
      'restaurant', (
        SELECT json_build_object('name', r.name, 'address', json_build_object('city', r.address -> 'city'))
        FROM restaurant r WHERE r.id = o.restaurant_id),
      'ticket', (
        SELECT json_build_object('state', t.state, 'readyBy', ${instant('t.ready_by')})
        FROM ticket t WHERE t.order_id = o.id),
      'delivery', (
        SELECT json_build_object(
          'state', d.state,
          'estimatedAt', ${instant('d.estimated_at')},
          'lastLocation', (
            SELECT json_build_object('lat', p.lat, 'lon', p.lon) FROM location_ping p
            WHERE p.order_id = d.order_id ORDER BY p.at DESC, p.id DESC LIMIT 1),
          'courier', (
            SELECT json_build_object('name', u.name, 'vehicle', u.vehicle) FROM courier u WHERE u.id = d.courier_id))
        FROM delivery d WHERE d.order_id = o.id),
      'bill', (
        SELECT json_build_object(
          'total', json_build_object('amount', b.total_amount, 'currency', b.currency),
          'paymentState', b.payment_state)
        FROM bill b WHERE b.order_id = o.id)
    )))::text AS body
    FROM orders o WHERE o.id = $1`,
  'order-history': `
    SELECT json_build_object('data', json_build_object('orders', json_build_object('nodes', json_agg(
      json_build_object(
        'placedAt', ${instant('o.placed_at')},
        'state', o.state,
        'lineItems', (
          SELECT json_agg(json_build_object('quantity', line -> 'quantity'))
          FROM json_array_elements(o.line_items) line),
        'total', json_build_object('amount', o.total_amount, 'currency', o.total_currency),
        'restaurant', (SELECT json_build_object('name', r.name) FROM restaurant r WHERE r.id = o.restaurant_id),
        'delivery', (SELECT json_build_object('state', d.state) FROM delivery d WHERE d.order_id = o.id))
    ))))::text AS body
    FROM (
      SELECT * FROM orders WHERE consumer_id = $1 ORDER BY placed_at DESC, id DESC LIMIT ${HISTORY_ROWS}
    ) o`,
};
