import type { CountedOrders, Counts, DeliveryFilter, RestaurantFilter, TicketFilter } from '@rungs/application';
import {
  consumerCountStatement,
  courierCountStatement,
  deliveryCountStatement,
  orderCountStatement,
  restaurantCountStatement,
  ticketCountStatement,
} from './counts.sql.ts';
import type { Statement } from './keyset.ts';
import type { StatementSource } from './statements.ts';

/** A statement for each count, or for those that differ in ids alone where the source puts them together. */
export class SqlCounts implements Counts {
  constructor(private readonly source: StatementSource) {}

  countConsumers(filter: { readonly text?: string | undefined }): Promise<number> {
    return this.count(consumerCountStatement(filter));
  }

  countRestaurants(filter: RestaurantFilter): Promise<number> {
    return this.count(restaurantCountStatement(filter));
  }

  countOrders(filter: CountedOrders): Promise<number> {
    return this.count(orderCountStatement(filter));
  }

  countTickets(filter: TicketFilter): Promise<number> {
    return this.count(ticketCountStatement(filter));
  }

  countDeliveries(filter: DeliveryFilter): Promise<number> {
    return this.count(deliveryCountStatement(filter));
  }

  countCouriers(filter: { readonly onDuty?: boolean | undefined }): Promise<number> {
    return this.count(courierCountStatement(filter));
  }

  private async count(statement: Statement): Promise<number> {
    const [row] = await this.source.rows<{ count: number }>(statement);
    return row?.count ?? 0;
  }
}
