import type { LoadingMode, LoadingScope, Reads } from '@rungs/application';
import { BatchedRows } from './batched-rows.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { RowReads } from './row-reads.ts';
import { RowByRow } from './row-source.ts';
import { SqlReads } from './sql-reads.ts';
import type { StatementRunner } from './statements.ts';

const READS_IN: Readonly<Record<LoadingMode, (runner: StatementRunner) => Reads>> = {
  'per-row': (runner) => new RowReads(runner, new RowByRow(runner)),
  batched: (runner) => new RowReads(runner, new BatchedRows(runner)),
  'one-statement': (runner) => new SqlReads(runner),
};

/** Reads that load as each request wants it; a request that does not say so gets one statement for each read. */
export function loadedReads(runner: StatementRunner, scope: LoadingScope): Reads {
  const unasked = new SqlReads(runner);
  const readsOf = new WeakMap<object, Reads>();
  const reads = (): Reads => {
    const loading = scope.current();
    if (!loading) return unasked;
    const known = readsOf.get(loading.request);
    if (known) return known;
    const made = READS_IN[loading.mode](new OneAtATime(runner));
    readsOf.set(loading.request, made);
    return made;
  };
  return {
    findConsumer: (...asked) => reads().findConsumer(...asked),
    listConsumers: (...asked) => reads().listConsumers(...asked),
    findRestaurant: (...asked) => reads().findRestaurant(...asked),
    listRestaurants: (...asked) => reads().listRestaurants(...asked),
    findMenu: (...asked) => reads().findMenu(...asked),
    findMenuItem: (...asked) => reads().findMenuItem(...asked),
    findPhoto: (...asked) => reads().findPhoto(...asked),
    findMenuImport: (...asked) => reads().findMenuImport(...asked),
    findBasket: (...asked) => reads().findBasket(...asked),
    findOrder: (...asked) => reads().findOrder(...asked),
    findOrderDetails: (...asked) => reads().findOrderDetails(...asked),
    listOrders: (...asked) => reads().listOrders(...asked),
    listOrderHistory: (...asked) => reads().listOrderHistory(...asked),
    findTicket: (...asked) => reads().findTicket(...asked),
    listTickets: (...asked) => reads().listTickets(...asked),
    findDelivery: (...asked) => reads().findDelivery(...asked),
    listDeliveries: (...asked) => reads().listDeliveries(...asked),
    findTrack: (...asked) => reads().findTrack(...asked),
    findBill: (...asked) => reads().findBill(...asked),
    findCourier: (...asked) => reads().findCourier(...asked),
    listCouriers: (...asked) => reads().listCouriers(...asked),
  };
}
