import {
  billJson,
  consumerJson,
  courierJson,
  deliveryRecordJson,
  factsJson,
  instant,
  menuImportLineJson,
  menuItemJson,
  orderJson,
  restaurantJson,
  ticketJson,
} from './json.sql.ts';

/** $1 order. */
export const ORDER = `
  SELECT json_build_object('facts', ${factsJson('o')}, 'order', ${orderJson('o')}) AS record
  FROM orders o WHERE o.id = $1`;

/** $1 order. */
export const TICKET = `
  SELECT json_build_object('facts', ${factsJson('o')}, 'ticket', ${ticketJson('t')}) AS record
  FROM orders o JOIN ticket t ON t.order_id = o.id WHERE o.id = $1`;

/** $1 order. */
export const DELIVERY = `
  SELECT json_build_object('facts', ${factsJson('o')}, 'record', ${deliveryRecordJson('d')}) AS record
  FROM orders o JOIN delivery d ON d.order_id = o.id WHERE o.id = $1`;

/** $1 order. */
export const BILL = `
  SELECT json_build_object('facts', ${factsJson('o')}, 'bill', ${billJson('b')}) AS record
  FROM orders o JOIN bill b ON b.order_id = o.id WHERE o.id = $1`;

/** $1 consumer, $2 the viewing restaurant or null, $3 the viewing courier or null. */
export const CONSUMER = `
  SELECT json_build_object('consumer', ${consumerJson('c')}, 'servedByViewer',
    EXISTS (SELECT FROM orders o WHERE o.consumer_id = c.id AND o.restaurant_id = $2::uuid)
    OR EXISTS (
      SELECT FROM delivery d JOIN orders o ON o.id = d.order_id
      WHERE d.courier_id = $3::uuid AND d.state IN ('SCHEDULED', 'PICKED_UP') AND o.consumer_id = c.id)) AS record
  FROM consumer c WHERE c.id = $1`;

/** $1 courier, $2 the viewing consumer or null, $3 the viewing restaurant or null. */
export const COURIER = `
  SELECT json_build_object('courier', ${courierJson('c')}, 'servesViewer',
    EXISTS (
      SELECT FROM delivery d JOIN orders o ON o.id = d.order_id
      WHERE d.courier_id = c.id AND (o.consumer_id = $2::uuid OR o.restaurant_id = $3::uuid))) AS record
  FROM courier c WHERE c.id = $1`;

/** $1 restaurant. */
export const RESTAURANT = `SELECT ${restaurantJson('r')} AS record FROM restaurant r WHERE r.id = $1`;

/** $1 restaurant. */
export const MENU = `
  SELECT json_build_object('restaurantId', r.id, 'version', r.version, 'items', (
    SELECT coalesce(json_agg(${menuItemJson('m')} ORDER BY m.position), '[]')
    FROM menu_item m WHERE m.restaurant_id = r.id)) AS record
  FROM restaurant r WHERE r.id = $1`;

/** $1 restaurant, $2 menu item. */
export const MENU_ITEM = `
  SELECT ${menuItemJson('m')} AS record FROM menu_item m WHERE m.restaurant_id = $1 AND m.id = $2`;

/** $1 consumer, $2 restaurant. A basket that was never touched is empty, at version 0. */
export const BASKET = `
  SELECT json_build_object(
    'basket', json_build_object('consumerId', c.id, 'restaurantId', r.id,
      'version', coalesce(b.version, 0), 'lines', coalesce(b.lines, '[]')),
    'restaurant', ${restaurantJson('r')},
    'menuItems', (
      SELECT coalesce(json_agg(${menuItemJson('m')} ORDER BY m.position), '[]') FROM menu_item m
      WHERE m.restaurant_id = r.id
        AND m.id IN (SELECT (line ->> 'menuItemId')::uuid FROM json_array_elements(b.lines) line))) AS record
  FROM consumer c CROSS JOIN restaurant r
  LEFT JOIN basket b ON b.consumer_id = c.id AND b.restaurant_id = r.id
  WHERE c.id = $1 AND r.id = $2`;

/** $1 restaurant, $2 menu item. `encode` breaks its lines. */
export const PHOTO = `
  SELECT json_build_object('contentType', m.photo_content_type, 'data', replace(encode(p.data, 'base64'), E'\\n', ''))
    AS record
  FROM menu_item m JOIN menu_item_photo p ON p.menu_item_id = m.id WHERE m.restaurant_id = $1 AND m.id = $2`;

/** $1 restaurant, $2 menu import. */
export const MENU_IMPORT = `
  SELECT json_build_object(
    'id', i.id, 'restaurantId', i.restaurant_id, 'state', i.state, 'requestedAt', ${instant('i.requested_at')},
    'lineCount', i.line_count,
    'lines', (
      SELECT coalesce(json_agg(${menuImportLineJson('l')} ORDER BY l.line), '[]')
      FROM menu_import_line l
      WHERE l.menu_import_id = i.id AND (l.menu_item_id IS NOT NULL OR l.refusal IS NOT NULL))) AS record
  FROM menu_import i WHERE i.restaurant_id = $1 AND i.id = $2`;
