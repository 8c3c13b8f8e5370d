import type { RowKind } from './row-kinds.sql.ts';
import { rowsOf, type StatementRunner } from './statements.ts';

/** Where reads that put an answer together from rows get them. A key is one id or two. */
export interface RowSource {
  /** In the kind's order; none is no row of this key. */
  rows<T>(kind: RowKind<T>, ...key: readonly string[]): Promise<readonly T[]>;
}

/** A statement for each key, however often it is asked for: as a first version is written. */
export class RowByRow implements RowSource {
  constructor(private readonly runner: StatementRunner) {}

  async rows<T>({ one, of }: RowKind<T>, ...key: readonly string[]): Promise<readonly T[]> {
    const found = await rowsOf<{ record: object }>(this.runner, { text: one, values: key });
    return found.map(({ record }) => of(record));
  }
}
