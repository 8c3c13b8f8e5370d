import type { DeliveryFilter, OrderFilter, RestaurantFilter, TicketFilter } from './reads.ts';

/**
 * How long the lists of `Reads` are: each method counts, in one statement, what the list of that name would bring under
 * the same filter, page by page. Counts of one tick that differ in ids alone may share a statement.
 */
export interface Counts {
  countConsumers(filter: { readonly text?: string | undefined }): Promise<number>;
  countRestaurants(filter: RestaurantFilter): Promise<number>;
  countOrders(filter: CountedOrders): Promise<number>;
  countTickets(filter: TicketFilter): Promise<number>;
  countDeliveries(filter: DeliveryFilter): Promise<number>;
  countCouriers(filter: { readonly onDuty?: boolean | undefined }): Promise<number>;
}

/** Whichever way they are sorted. */
export type CountedOrders = Omit<OrderFilter, 'newestFirst'>;
