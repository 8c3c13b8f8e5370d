import type { Counts } from '@rungs/application';
import { madePerRequest, type RequestStatements } from './request-statements.ts';
import { SqlCounts } from './sql-counts.ts';

/** Counts that load as each request wants it, like the reads beside them. */
export function loadedCounts(statements: RequestStatements): Counts {
  const counts = madePerRequest(statements, ({ source }) => new SqlCounts(source));
  return {
    countConsumers: (filter) => counts().countConsumers(filter),
    countRestaurants: (filter) => counts().countRestaurants(filter),
    countOrders: (filter) => counts().countOrders(filter),
    countTickets: (filter) => counts().countTickets(filter),
    countDeliveries: (filter) => counts().countDeliveries(filter),
    countCouriers: (filter) => counts().countCouriers(filter),
  };
}
