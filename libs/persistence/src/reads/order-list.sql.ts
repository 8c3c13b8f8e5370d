import type { OrderFilter, Window } from '@rungs/application';
import { factsJson, instant, orderJson } from './json.sql.ts';
import { Parameters, scanOf, type Statement } from './keyset.ts';
import { orderKeyset, orderRows } from './order-keyset.sql.ts';

/** A page of a list of orders, in the direction of the walk. */
export function orderListStatement(filter: OrderFilter, window: Window): Statement {
  const parameters = new Parameters();
  const scan = scanOf(window, filter.newestFirst ? 'DESC' : 'ASC');
  const keyset = orderKeyset(parameters, window, scan);
  const limit = parameters.add(window.limit + 1, 'integer');
  const rows = orderRows(filter, parameters);
  const text = `
    SELECT json_build_object('facts', ${factsJson('o')}, 'order', ${orderJson('o')}) AS record,
      json_build_array(${instant('o.placed_at')}, o.id) AS position,
      ${keyset.behindOf(rows)} AS behind
    FROM (${rows.from(keyset.order, keyset.beyond, limit)}) o
    ORDER BY ${keyset.order}`;
  return { text, values: parameters.values };
}
