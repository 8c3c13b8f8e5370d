import type { Counts, LoadingMode, LoadingScope } from '@rungs/application';
import { BatchedCounts } from './batched-counts.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { SqlCounts } from './sql-counts.ts';
import type { StatementRunner } from './statements.ts';

const COUNTS_IN: Readonly<Record<LoadingMode, (runner: StatementRunner) => Counts>> = {
  'per-row': (runner) => new SqlCounts(runner),
  batched: (runner) => new BatchedCounts(runner),
  'one-statement': (runner) => new BatchedCounts(runner),
};

/** Counts that load as each request wants it, like the reads beside them. */
export function loadedCounts(runner: StatementRunner, scope: LoadingScope): Counts {
  const unasked = new SqlCounts(runner);
  const countsOf = new WeakMap<object, Counts>();
  const counts = (): Counts => {
    const loading = scope.current();
    if (!loading) return unasked;
    const known = countsOf.get(loading.request);
    if (known) return known;
    const made = COUNTS_IN[loading.mode](new OneAtATime(runner));
    countsOf.set(loading.request, made);
    return made;
  };
  return {
    countConsumers: (filter) => counts().countConsumers(filter),
    countRestaurants: (filter) => counts().countRestaurants(filter),
    countOrders: (filter) => counts().countOrders(filter),
    countTickets: (filter) => counts().countTickets(filter),
    countDeliveries: (filter) => counts().countDeliveries(filter),
    countCouriers: (filter) => counts().countCouriers(filter),
  };
}
