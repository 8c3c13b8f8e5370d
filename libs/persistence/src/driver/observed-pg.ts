import type { StatementObserver } from '@rungs/application';
import { AsyncResource } from 'node:async_hooks';
import pg from 'pg';
import { StatementNames } from './statement-names.ts';

type Callback = (error: Error | null, result: unknown) => void;
type Query = (config: unknown, values?: unknown, callback?: Callback) => Promise<unknown> | undefined;

/** The session is over, by the server's own word: administrator's command, crash of another session, not up yet. */
const SESSION_ENDED = new Set(['57P01', '57P02', '57P03', '57P05']);

/**
 * `pg` for TypeORM's `driver` option, whose clients name the SQL that repeats and report every statement, transaction
 * control included. Reported in the caller's async context, whichever socket event brings the answer: who observes
 * may tell by it which request the statement belongs to.
 */
export function observedPg(observer: StatementObserver): object {
  const names = new StatementNames();

  class ObservedClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config);
      const send = super.query.bind(this) as Query;
      // `query` has seven overloads; assigned as one function, it takes them all.
      this.query = ((config: unknown, values?: unknown, callback?: Callback) => {
        if (typeof (config as Partial<pg.Submittable>).submit === 'function') return send(config, values, callback);
        const given = typeof values === 'function' ? (values as Callback) : callback;
        const parameters = typeof values === 'function' ? undefined : values;
        const { text, query } = named(config, parameters);
        const startedMs = performance.now();
        const report = (result: unknown): void =>
          observer.observe({ text, rowCount: rowCountOf(result), durationMs: performance.now() - startedMs });
        if (given) {
          const settle: Callback = (error, result) => {
            report(result);
            this.leaveWhenEnded(error);
            given(error, result);
          };
          return send(query, undefined, AsyncResource.bind(settle));
        }
        return send(query)?.then(
          (result) => {
            report(result);
            return result;
          },
          (error: unknown) => {
            report(undefined);
            this.leaveWhenEnded(error);
            throw error;
          },
        );
      }) as typeof this.query;
    }

    /** An ending client is not given back to the pool's idle ones, so nobody gets a dead connection. */
    private leaveWhenEnded(error: unknown): void {
      const code = (error as { code?: string } | null)?.code;
      if (code !== undefined && SESSION_ENDED.has(code)) void this.end().catch(() => undefined);
    }
  }

  function named(config: unknown, values: unknown): { text: string; query: pg.QueryConfig } {
    const given = typeof config === 'string' ? { text: config } : (config as pg.QueryConfig);
    const parameters = (values ?? given.values) as unknown[] | undefined;
    if (!parameters || parameters.length === 0) return { text: given.text, query: given };
    const name = given.name ?? names.nameOf(given.text);
    return { text: given.text, query: { ...given, values: parameters, ...(name !== undefined && { name }) } };
  }

  class ObservedPool extends pg.Pool {
    constructor(config: pg.PoolConfig) {
      super({ ...config, Client: ObservedClient } as pg.PoolConfig);
    }
  }

  return { Client: ObservedClient, Pool: ObservedPool, types: pg.types, defaults: pg.defaults };
}

/** Of several statements sent in one text, the sum. */
function rowCountOf(result: unknown): number {
  if (Array.isArray(result)) return result.reduce<number>((sum, one) => sum + rowCountOf(one), 0);
  return (result as { rowCount?: number | null } | undefined)?.rowCount ?? 0;
}
