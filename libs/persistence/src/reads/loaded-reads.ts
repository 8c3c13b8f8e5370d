import type { LoadingMode, Reads } from '@rungs/application';
import { BatchedRows } from './batched-rows.ts';
import { madePerRequest, type LoadedStatements, type RequestStatements } from './request-statements.ts';
import { RowReads } from './row-reads.ts';
import { RowByRow } from './row-source.ts';
import { SqlReads } from './sql-reads.ts';
import { SeparateStatements, type StatementRunner } from './statements.ts';

const READS_IN: Readonly<Record<LoadingMode, (loaded: LoadedStatements) => Reads>> = {
  'per-row': ({ source, runner }) => new RowReads(source, new RowByRow(runner)),
  batched: ({ source, runner }) => new RowReads(source, new BatchedRows(runner)),
  'one-statement': ({ source }) => new SqlReads(source),
};

/** Reads of which each is a statement of its own, whatever else is read: for whoever changes something. */
export function separateReads(runner: StatementRunner): Reads {
  return new SqlReads(new SeparateStatements(runner));
}

/** Reads that load as each request wants it. */
export function loadedReads(statements: RequestStatements): Reads {
  const reads = madePerRequest(statements, (loaded) => READS_IN[loaded.mode](loaded));
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
