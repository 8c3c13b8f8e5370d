// Pieces of SQL that render a row as the domain's JSON, so that PostgreSQL sends what a use case wants to see.
// The statements beside this file are TypeScript constants and not .sql files because they share these pieces, and
// because a constant needs no copying into dist. Members that are NULL here are taken out in sql-reads.ts.

/** `2026-11-01T12:00:00.000Z`: the domain's Instant, whatever the session's time zone. */
export const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const money = (amount: string, currency: string): string =>
  `json_build_object('amount', ${amount}, 'currency', ${currency})`;

export const orderJson = (o: string): string => `json_build_object(
  'id', ${o}.id, 'version', ${o}.version, 'consumerId', ${o}.consumer_id, 'restaurantId', ${o}.restaurant_id,
  'state', ${o}.state, 'lineItems', ${o}.line_items, 'deliveryAddress', ${o}.delivery_address,
  'deliveryNote', ${o}.delivery_note, 'placedAt', ${instant(`${o}.placed_at`)},
  'total', ${money(`${o}.total_amount`, `${o}.total_currency`)})`;

/** Sub-selects by primary key and no joins: how many rows a page has cannot mislead the planner about them. */
export const factsJson = (o: string): string => `json_build_object(
  'orderId', ${o}.id, 'consumerId', ${o}.consumer_id, 'restaurantId', ${o}.restaurant_id, 'orderState', ${o}.state,
  'ticketState', (SELECT ft.state FROM ticket ft WHERE ft.order_id = ${o}.id),
  'deliveryState', (SELECT fd.state FROM delivery fd WHERE fd.order_id = ${o}.id),
  'courierId', (SELECT fc.courier_id FROM delivery fc WHERE fc.order_id = ${o}.id),
  'paymentState', (SELECT fb.payment_state FROM bill fb WHERE fb.order_id = ${o}.id))`;

export const consumerJson = (c: string): string => `json_build_object(
  'id', ${c}.id, 'version', ${c}.version, 'name', json_build_object('first', ${c}.first_name, 'last', ${c}.last_name),
  'email', ${c}.email, 'addresses', ${c}.addresses)`;

export const restaurantJson = (r: string): string => `json_build_object(
  'id', ${r}.id, 'version', ${r}.version, 'name', ${r}.name, 'address', ${r}.address,
  'location', json_build_object('lat', ${r}.lat, 'lon', ${r}.lon),
  'cuisine', ${r}.cuisine, 'open', ${r}.open, 'currency', ${r}.currency)`;

export const menuItemJson = (m: string): string => `json_build_object(
  'id', ${m}.id, 'version', ${m}.version, 'name', ${m}.name, 'description', ${m}.description,
  'price', ${money(`${m}.price_amount`, `${m}.price_currency`)}, 'available', ${m}.available, 'tags', ${m}.tags,
  'photo', CASE WHEN ${m}.photo_content_type IS NOT NULL THEN json_build_object(
    'contentType', ${m}.photo_content_type, 'byteLength', ${m}.photo_byte_length) END,
  'photoChangedAt', ${instant(`${m}.photo_changed_at`)})`;

export const ticketJson = (t: string): string => `json_build_object(
  'orderId', ${t}.order_id, 'version', ${t}.version, 'state', ${t}.state, 'readyBy', ${instant(`${t}.ready_by`)},
  'acceptedAt', ${instant(`${t}.accepted_at`)}, 'preparingAt', ${instant(`${t}.preparing_at`)},
  'readyAt', ${instant(`${t}.ready_at`)}, 'rejectionReason', ${t}.rejection_reason)`;

export const pingJson = (p: string): string =>
  `json_build_object('lat', ${p}.lat, 'lon', ${p}.lon, 'at', ${instant(`${p}.at`)})`;

export const deliveryJson = (d: string): string => `json_build_object(
  'orderId', ${d}.order_id, 'version', ${d}.version, 'state', ${d}.state, 'pickupAddress', ${d}.pickup_address,
  'deliveryAddress', ${d}.delivery_address, 'courierId', ${d}.courier_id,
  'estimatedAt', ${instant(`${d}.estimated_at`)}, 'pickedUpAt', ${instant(`${d}.picked_up_at`)},
  'deliveredAt', ${instant(`${d}.delivered_at`)})`;

/** The delivery with where its courier was last, and the courier's phone. */
export const deliveryRecordJson = (d: string): string => `json_build_object(
  'delivery', ${deliveryJson(d)},
  'lastLocation', (
    SELECT ${pingJson('p')} FROM location_ping p WHERE p.order_id = ${d}.order_id ORDER BY p.at DESC, p.id DESC LIMIT 1),
  'courierPhone', (SELECT dc.phone FROM courier dc WHERE dc.id = ${d}.courier_id))`;

/** Without where the courier was last seen, which no reader is shown. */
export const courierJson = (c: string): string => `json_build_object(
  'id', ${c}.id, 'version', ${c}.version, 'name', ${c}.name, 'phone', ${c}.phone, 'vehicle', ${c}.vehicle,
  'onDuty', ${c}.on_duty, 'currentDeliveryId', ${c}.current_delivery_id)`;

export const billJson = (b: string): string => `json_build_object(
  'orderId', ${b}.order_id, 'lines', ${b}.lines,
  'subtotal', ${money(`${b}.subtotal_amount`, `${b}.currency`)},
  'deliveryFee', ${money(`${b}.delivery_fee_amount`, `${b}.currency`)},
  'serviceFee', ${money(`${b}.service_fee_amount`, `${b}.currency`)},
  'tax', ${money(`${b}.tax_amount`, `${b}.currency`)},
  'total', ${money(`${b}.total_amount`, `${b}.currency`)},
  'paymentState', ${b}.payment_state, 'authorizationCode', ${b}.authorization_code, 'refunds', ${b}.refunds)`;

/** Without its lines. */
export const menuImportJson = (i: string): string => `json_build_object(
  'id', ${i}.id, 'restaurantId', ${i}.restaurant_id, 'state', ${i}.state,
  'requestedAt', ${instant(`${i}.requested_at`)}, 'lineCount', ${i}.line_count)`;

export const menuImportLineJson = (l: string): string => `CASE WHEN ${l}.refusal IS NULL
  THEN json_build_object('line', ${l}.line, 'menuItemId', ${l}.menu_item_id)
  ELSE json_build_object('line', ${l}.line, 'refusal', ${l}.refusal) END`;
