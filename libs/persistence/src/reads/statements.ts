import type { Slice, Window } from '@rungs/application';
import { asRefusal } from '../database-failure.ts';
import { sliceOf, type KeysetRow, type Statement } from './keyset.ts';

/** Runs statements: a DataSource does. */
export interface StatementRunner {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/** @throws Refusal when the database cannot answer now, or what is asked cannot be put to it. */
export async function rowsOf<R>(runner: StatementRunner, { text, values }: Statement): Promise<readonly R[]> {
  try {
    return (await runner.query(text, [...values])) as R[];
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Where reads get the rows of their statements. */
export interface StatementSource {
  /** In the statement's order. @throws Refusal as `rowsOf` does. */
  rows<R extends object>(statement: Statement): Promise<readonly R[]>;
}

/** Runs each statement by itself, however often it is asked for. */
export class SeparateStatements implements StatementSource {
  constructor(private readonly runner: StatementRunner) {}

  rows<R extends object>(statement: Statement): Promise<readonly R[]> {
    return rowsOf<R>(this.runner, statement);
  }
}

/** A page of what the statement lists. */
export async function pageOf<T>(
  source: StatementSource,
  statement: Statement,
  window: Window,
  itemOf: (record: object) => T,
): Promise<Slice<T>> {
  return sliceOf(await source.rows<KeysetRow>(statement), window, itemOf);
}
