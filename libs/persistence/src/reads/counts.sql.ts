import type { CountedOrders, DeliveryFilter, RestaurantFilter, TicketFilter } from '@rungs/application';
import { Parameters, type Statement } from './keyset.ts';
import { orderRows, type OrderRows } from './order-keyset.sql.ts';
import { partyRows } from './party-lists.sql.ts';
import { consumerCondition, courierCondition } from './people-lists.sql.ts';
import { restaurantCondition } from './restaurant-list.sql.ts';

// What the lists' own statements walk, all of it and in no order: the conditions are theirs.

export function consumerCountStatement(filter: { readonly text?: string | undefined }): Statement {
  const parameters = new Parameters();
  return countOf('consumer', consumerCondition(filter, 't', parameters), parameters);
}

export function courierCountStatement(filter: { readonly onDuty?: boolean | undefined }): Statement {
  return countOf('courier', courierCondition(filter, 't'), new Parameters());
}

export function restaurantCountStatement(filter: RestaurantFilter): Statement {
  const parameters = new Parameters();
  return countOf('restaurant', restaurantCondition(filter, 't', parameters), parameters);
}

export function orderCountStatement(filter: CountedOrders): Statement {
  const parameters = new Parameters();
  return countOfRows(orderRows({ ...filter, newestFirst: true }, parameters), parameters);
}

export function ticketCountStatement(filter: TicketFilter): Statement {
  const parameters = new Parameters();
  return countOfRows(partyRows('ticket', filter, parameters), parameters);
}

export function deliveryCountStatement(filter: DeliveryFilter): Statement {
  const parameters = new Parameters();
  return countOfRows(partyRows('delivery', filter, parameters), parameters);
}

function countOf(table: string, condition: string, { values }: Parameters): Statement {
  return { text: `SELECT count(*)::integer AS count FROM ${table} t WHERE ${condition}`, values };
}

/** Sorted by a constant and limited to any number: there is nothing to sort. */
function countOfRows(rows: OrderRows, { values, keys }: Parameters): Statement {
  const text = `SELECT count(*)::integer AS count FROM (${rows.from('NULL::text', 'true', 'NULL')}) o`;
  return { text, values, keys };
}
