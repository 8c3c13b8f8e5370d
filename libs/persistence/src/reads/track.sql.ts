import type { Window } from '@rungs/application';
import type { OrderId } from '@rungs/domain';
import { factsJson, instant, pingJson } from './json.sql.ts';
import { Parameters, scanOf, type KeysetRow, type Statement } from './keyset.ts';

const LEAST_PING = ['-infinity', '0'];

/** What the statement answers: one row, with the page's rows in it. */
export interface TrackRow<F> {
  readonly facts: F;
  readonly rows: readonly KeysetRow[];
}

/** A page of a delivery's pings, oldest first, in the direction of the walk; of an empty track the facts alone. */
export function trackStatement(orderId: OrderId, window: Window): Statement {
  const parameters = new Parameters();
  const order = parameters.key(orderId);
  const { position, behind, page, sorted } = walk('o.id', window, parameters);
  const text = `
    SELECT json_build_object('facts', ${factsJson('o')}, 'rows', (
      SELECT coalesce(json_agg(json_build_object(
          'record', ${pingJson('p')}, 'position', ${position}, 'behind', ${behind}) ORDER BY ${sorted}), '[]')
      FROM (${page}) p)) AS record
    FROM orders o WHERE o.id = ${order}`;
  return { text, values: parameters.values, keys: parameters.keys };
}

/** The pings and nothing else, whether there is such a delivery or not. */
export function pingListStatement(orderId: OrderId, window: Window): Statement {
  const parameters = new Parameters();
  const { position, behind, page, sorted } = walk(parameters.key(orderId), window, parameters);
  const text = `
    SELECT ${pingJson('p')} AS record, ${position} AS position, ${behind} AS behind
    FROM (${page}) p ORDER BY ${sorted}`;
  return { text, values: parameters.values, keys: parameters.keys };
}

function walk(order: string, window: Window, parameters: Parameters) {
  const scan = scanOf(window, 'ASC');
  const [at, id] = window.after ?? window.before ?? LEAST_PING;
  const cursor = `(${parameters.add(at, 'timestamptz')}, ${parameters.add(id, 'bigint')})`;
  const limit = parameters.add(window.limit + 1, 'integer');
  const back = scan === 'ASC' ? 'DESC' : 'ASC';
  const sorted = `p.at ${scan}, p.id ${scan}`;
  return {
    sorted,
    position: `json_build_array(${instant('p.at')}, p.id::text)`,
    behind: `(
      SELECT count(*) > 0 FROM (
        SELECT FROM location_ping p
        WHERE p.order_id = ${order} AND (p.at, p.id) ${scan === 'ASC' ? '<=' : '>='} ${cursor}
        ORDER BY p.at ${back}, p.id ${back} LIMIT 1) b)`,
    page: `
      SELECT * FROM location_ping p
      WHERE p.order_id = ${order} AND (p.at, p.id) ${scan === 'ASC' ? '>' : '<'} ${cursor}
      ORDER BY ${sorted} LIMIT ${limit}`,
  };
}
