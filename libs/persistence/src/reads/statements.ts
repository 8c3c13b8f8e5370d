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

/** A page of what the statement lists. */
export async function pageOf<T>(
  runner: StatementRunner,
  statement: Statement,
  window: Window,
  itemOf: (record: object) => T,
): Promise<Slice<T>> {
  return sliceOf(await rowsOf<KeysetRow>(runner, statement), window, itemOf);
}
