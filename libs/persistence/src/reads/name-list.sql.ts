import type { Window } from '@rungs/application';
import { LEAST_ID, scanOf, type Parameters, type Statement } from './keyset.ts';

/** A list by one or more texts and the id, upwards. */
export interface NameList {
  readonly table: string;
  /** Columns of texts in collation "C". */
  readonly keys: readonly string[];
  /** What a row, called `t`, is shown as. */
  readonly record: string;
}

/** A page of the rows `t` that the condition lets through, in the direction of the walk. */
export function nameListStatement(
  { table, keys, record }: NameList,
  condition: string,
  window: Window,
  parameters: Parameters,
): Statement {
  const scan = scanOf(window, 'ASC');
  const columns = [...keys.map((key) => `t.${key}`), 't.id'];
  const start = window.after ?? window.before ?? [...keys.map(() => ''), LEAST_ID];
  const cursor = start.map((value, index) => parameters.add(value, index < keys.length ? 'text' : 'uuid')).join(', ');
  const limit = parameters.add(window.limit + 1, 'integer');
  const place = columns.join(', ');
  const orderOf = (direction: string): string => columns.map((column) => `${column} ${direction}`).join(', ');
  const text = `
    SELECT ${record} AS record, json_build_array(${place}) AS position,
      (SELECT count(*) > 0 FROM (
        SELECT FROM ${table} t
        WHERE ${condition} AND (${place}) ${scan === 'ASC' ? '<=' : '>='} (${cursor})
        ORDER BY ${orderOf(scan === 'ASC' ? 'DESC' : 'ASC')} LIMIT 1) b) AS behind
    FROM (
      SELECT t.* FROM ${table} t
      WHERE ${condition} AND (${place}) ${scan === 'ASC' ? '>' : '<'} (${cursor})
      ORDER BY ${orderOf(scan)} LIMIT ${limit}) t
    ORDER BY ${orderOf(scan)}`;
  return { text, values: parameters.values };
}
