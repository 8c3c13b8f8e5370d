import type { OrderFilter, OrderPart, Window } from '@rungs/application';
import { factsJson, instant, orderJson } from './json.sql.ts';
import { Parameters, scanOf, type Statement } from './keyset.ts';
import { partsJson, selectedParts } from './order-details.sql.ts';
import { orderKeyset, orderRows } from './order-keyset.sql.ts';

/**
 * A page of a list of orders, in the direction of the walk, with the parts that are asked for. With parts it is another
 * text than without, and one text for every set of them.
 */
export function orderListStatement(filter: OrderFilter, window: Window, parts?: ReadonlySet<OrderPart>): Statement {
  if (parts === undefined || parts.size === 0) {
    return listStatement(
      filter,
      window,
      () => `json_build_object('facts', ${factsJson('o')}, 'order', ${orderJson('o')})`,
    );
  }
  return listStatement(filter, window, (parameters) => {
    const asked = selectedParts(parts).map((isAsked) => parameters.add(isAsked, 'boolean'));
    return `json_build_object('facts', ${factsJson('o')}, 'order', ${orderJson('o')}, ${partsJson('o', asked)})`;
  });
}

/** The orders and nothing else: for those who find the rest by themselves. */
export function orderRowListStatement(filter: OrderFilter, window: Window): Statement {
  return listStatement(filter, window, () => orderJson('o'));
}

function listStatement(filter: OrderFilter, window: Window, recordOf: (parameters: Parameters) => string): Statement {
  const parameters = new Parameters();
  const scan = scanOf(window, filter.newestFirst ? 'DESC' : 'ASC');
  const keyset = orderKeyset(parameters, window, scan);
  const limit = parameters.add(window.limit + 1, 'integer');
  const rows = orderRows(filter, parameters);
  const text = `
    SELECT ${recordOf(parameters)} AS record,
      json_build_array(${instant('o.placed_at')}, o.id) AS position,
      ${keyset.behindOf(rows)} AS behind
    FROM (${rows.from(keyset.order, keyset.beyond, limit)}) o
    ORDER BY ${keyset.order}`;
  return { text, values: parameters.values, keys: parameters.keys };
}
