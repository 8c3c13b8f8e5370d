import type { Window } from '@rungs/application';
import type { ConsumerId } from '@rungs/domain';
import { instant } from './json.sql.ts';
import { Parameters, scanOf, type Statement } from './keyset.ts';
import { orderKeyset, orderRows } from './order-keyset.sql.ts';

/** A page of a consumer's order history: what a list of past orders shows of each. */
export function orderHistoryStatement(consumerId: ConsumerId, window: Window): Statement {
  const parameters = new Parameters();
  const keyset = orderKeyset(parameters, window, scanOf(window, 'DESC'));
  const limit = parameters.add(window.limit + 1, 'integer');
  const rows = orderRows({ consumerId, newestFirst: true }, parameters);
  const text = `
    SELECT json_build_object(
        'orderId', o.id, 'state', o.state, 'placedAt', ${instant('o.placed_at')}, 'restaurantId', o.restaurant_id,
        'restaurantName', (SELECT r.name FROM restaurant r WHERE r.id = o.restaurant_id),
        'itemCount', (SELECT sum((line ->> 'quantity')::integer) FROM json_array_elements(o.line_items) line),
        'total', json_build_object('amount', o.total_amount, 'currency', o.total_currency),
        'deliveryState', (SELECT d.state FROM delivery d WHERE d.order_id = o.id)) AS record,
      json_build_array(${instant('o.placed_at')}, o.id) AS position,
      ${keyset.behindOf(rows)} AS behind
    FROM (${rows.from(keyset.order, keyset.beyond, limit)}) o
    ORDER BY ${keyset.order}`;
  return { text, values: parameters.values, keys: parameters.keys };
}
