import type { Position, Slice, Window } from '@rungs/application';

/** One row of a keyset statement: the thing, where it stands, and whether the walk left something behind. */
export interface KeysetRow {
  readonly record: object;
  readonly position: Position;
  /** Something stands at or behind the cursor that the walk started from; false when it started at an end. */
  readonly behind: boolean;
}

/** Backwards from `before`, forwards from `after` or from the list's first row. */
export function isBackwards(window: Window): boolean {
  return window.before !== undefined;
}

/** The direction in which the rows' keys are walked. */
export function scanOf(window: Window, listOrder: 'ASC' | 'DESC'): 'ASC' | 'DESC' {
  return isBackwards(window) === (listOrder === 'ASC') ? 'DESC' : 'ASC';
}

/**
 * Makes the page of the rows, of which one more than the limit was asked for. That row tells whether the walk could go
 * on; `behind`, a sub-select of the same statement, tells whether there is a way back. An empty page knows neither:
 * it has no row from which to go anywhere.
 */
export function sliceOf<T>(rows: readonly KeysetRow[], window: Window, itemOf: (record: object) => T): Slice<T> {
  const kept = rows.slice(0, window.limit);
  const goesOn = rows.length > window.limit;
  const behind = rows[0]?.behind ?? false;
  const backwards = isBackwards(window);
  if (backwards) kept.reverse();
  return {
    items: kept.map(({ record }) => itemOf(record)),
    positions: kept.map(({ position }) => position),
    hasNext: backwards ? behind : goesOn,
    hasPrevious: backwards ? goesOn : behind,
  };
}

/** Before and after everything, for walks that start at an end: one text serves first and later pages. */
export const LEAST_ID = '00000000-0000-0000-0000-000000000000';
export const GREATEST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Parameters of a statement that is put together: hands out `$1`, `$2` … */
export class Parameters {
  readonly values: unknown[] = [];
  /** The numbers of those that are keys. */
  readonly keys: number[] = [];

  /** The id of whoever's the things are: see `Statement.keys`. */
  key(id: string): string {
    this.keys.push(this.values.length + 1);
    return this.add(id, 'uuid');
  }

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** A statement and what goes with it. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /**
   * Which of the values, counted from 1 as in `$1`, are UUIDs that say whose things are asked for. Statements that
   * differ in nothing else can be answered by one.
   */
  readonly keys?: readonly number[];
}
