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
  const order = parameters.add(orderId, 'uuid');
  const scan = scanOf(window, 'ASC');
  const [at, id] = window.after ?? window.before ?? LEAST_PING;
  const cursor = `(${parameters.add(at, 'timestamptz')}, ${parameters.add(id, 'bigint')})`;
  const limit = parameters.add(window.limit + 1, 'integer');
  const back = scan === 'ASC' ? 'DESC' : 'ASC';
  const text = `
    SELECT json_build_object('facts', ${factsJson('o')}, 'rows', (
      SELECT coalesce(json_agg(json_build_object(
          'record', ${pingJson('p')}, 'position', json_build_array(${instant('p.at')}, p.id::text),
          'behind', (
            SELECT count(*) > 0 FROM (
              SELECT FROM location_ping p
              WHERE p.order_id = o.id AND (p.at, p.id) ${scan === 'ASC' ? '<=' : '>='} ${cursor}
              ORDER BY p.at ${back}, p.id ${back} LIMIT 1) b))
        ORDER BY p.at ${scan}, p.id ${scan}), '[]')
      FROM (
        SELECT * FROM location_ping p
        WHERE p.order_id = o.id AND (p.at, p.id) ${scan === 'ASC' ? '>' : '<'} ${cursor}
        ORDER BY p.at ${scan}, p.id ${scan} LIMIT ${limit}) p)) AS record
    FROM orders o WHERE o.id = ${order}`;
  return { text, values: parameters.values };
}
