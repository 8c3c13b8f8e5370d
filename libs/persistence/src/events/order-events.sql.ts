import { factsJson, instant, pingJson } from '../reads/json.sql.ts';

/**
 * $1 order. One statement sees one state of the data: the last event's id and what it left belong together. Members of
 * the facts that are null are absent ones.
 */
export const PRESENT_ORDER = `
  SELECT ${factsJson('o')} AS facts,
    json_build_object('order', o.version,
      'ticket', (SELECT t.version FROM ticket t WHERE t.order_id = o.id),
      'delivery', (SELECT d.version FROM delivery d WHERE d.order_id = o.id)) AS versions,
    (SELECT ${pingJson('p')} FROM location_ping p WHERE p.order_id = o.id ORDER BY p.at DESC, p.id DESC LIMIT 1)
      AS location,
    coalesce((SELECT max(e.id) FROM domain_event e WHERE e.subject_id = o.id AND e.moment IS NOT NULL), 0)::text AS id
  FROM orders o WHERE o.id = $1`;

/** $1 order, $2 the last event known, $3 how many at most. */
export const EVENTS_AFTER = `
  SELECT e.id::text AS id, e.type, ${instant('e.at')} AS at, e.moment
  FROM domain_event e
  WHERE e.subject_id = $1 AND e.id > $2::bigint AND e.moment IS NOT NULL
  ORDER BY e.id LIMIT $3`;
