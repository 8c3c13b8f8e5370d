import type { RestaurantFilter, Window } from '@rungs/application';
import { restaurantJson } from './json.sql.ts';
import { isBackwards, LEAST_ID, Parameters, type Statement } from './keyset.ts';
import { nameListStatement } from './name-list.sql.ts';
import { matching } from './words.sql.ts';

/** A page of restaurants: nearest first when the filter names a place, by name otherwise. */
export function restaurantListStatement(filter: RestaurantFilter, window: Window): Statement {
  return filter.near ? byDistance(filter, filter.near, window) : byName(filter, window);
}

function byName(filter: RestaurantFilter, window: Window): Statement {
  const parameters = new Parameters();
  const list = { table: 'restaurant', keys: ['name'], record: restaurantJson('t') };
  return nameListStatement(list, restaurantCondition(filter, 't', parameters), window, parameters);
}

/**
 * The GiST index gives restaurants by growing distance. A page is found by walking out from the place past those that
 * came before, so the tenth page costs ten times the first: right for a list that people leave after two pages.
 * Backwards, only the circle inside the cursor is looked at.
 */
function byDistance(filter: RestaurantFilter, near: { lat: number; lon: number }, window: Window): Statement {
  const parameters = new Parameters();
  const backwards = isBackwards(window);
  const lon = parameters.add(near.lon, 'float8');
  const lat = parameters.add(near.lat, 'float8');
  // The same projection as the column's: see the migration.
  const place = `point(${lon}, degrees(ln(tan(radians(45 + greatest(-85, least(85, ${lat})) / 2)))))`;
  const [distance, id] = window.after ?? window.before ?? ['-1', LEAST_ID];
  const from = parameters.add(distance, 'float8');
  const cursor = `(${from}, ${parameters.add(id, 'uuid')})`;
  const limit = parameters.add(window.limit + 1, 'integer');
  const where = restaurantCondition(filter, 'r', parameters);
  const away = `(r.place <-> ${place})`;
  const direction = backwards ? 'DESC' : 'ASC';
  const inside = backwards ? `AND r.place <@ circle(${place}, ${from} * 1.000001)` : '';
  const text = `
    SELECT ${restaurantJson('r')} AS record, json_build_array(r.away::text, r.id) AS position,
      (SELECT count(*) > 0 FROM (
        SELECT FROM restaurant r
        WHERE ${from} >= 0 AND ${where} AND (${away}, r.id) ${backwards ? '>=' : '<='} ${cursor}
        ORDER BY ${away} LIMIT 1) b) AS behind
    FROM (
      SELECT r.*, ${away} AS away FROM restaurant r
      WHERE ${where} ${inside} AND (${away}, r.id) ${backwards ? '<' : '>'} ${cursor}
      ORDER BY ${away} ${direction}, r.id ${direction} LIMIT ${limit}) r
    ORDER BY r.away ${direction}, r.id ${direction}`;
  return { text, values: parameters.values };
}

/** What the filter lets through of the restaurants at `r`. */
export function restaurantCondition(
  { text, cuisine, open }: RestaurantFilter,
  r: string,
  parameters: Parameters,
): string {
  const conditions: string[] = [];
  if (text !== undefined && text.trim() !== '') conditions.push(matching(r, text, parameters));
  if (cuisine !== undefined) conditions.push(`${r}.cuisine = ${parameters.add(cuisine, 'text')}`);
  // A constant and not a parameter, so that the index of the open ones serves.
  if (open !== undefined) conditions.push(open ? `${r}.open` : `NOT ${r}.open`);
  return conditions.join(' AND ') || 'true';
}
