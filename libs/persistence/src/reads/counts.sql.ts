import type { CountedOrders, DeliveryFilter, RestaurantFilter, TicketFilter } from '@rungs/application';
import type { ConsumerId } from '@rungs/domain';
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

/** The orders of each of these consumers that the filter, which names none, lets through: `key` is the consumer's id. */
export function orderCountsStatement(
  consumerIds: readonly string[],
  filter: Omit<CountedOrders, 'consumerId'>,
): Statement {
  const parameters = new KeyedParameters();
  const keys = parameters.add(consumerIds, 'uuid[]');
  const rows = orderRows({ ...filter, consumerId: KEY as ConsumerId, newestFirst: true }, parameters);
  const text = `SELECT k.id AS key, (${selectCount(rows)}) AS count FROM unnest(${keys}) AS k (id)`;
  return { text, values: parameters.values };
}

const KEY = '';

/** Parameters of which one is the key of the row at hand. */
class KeyedParameters extends Parameters {
  override add(value: unknown, type: string): string {
    return value === KEY ? 'k.id' : super.add(value, type);
  }
}

function countOf(table: string, condition: string, { values }: Parameters): Statement {
  return { text: `SELECT count(*)::integer AS count FROM ${table} t WHERE ${condition}`, values };
}

function countOfRows(rows: OrderRows, { values }: Parameters): Statement {
  return { text: selectCount(rows), values };
}

/** Sorted by a constant and limited to any number: there is nothing to sort. */
function selectCount(rows: OrderRows): string {
  return `SELECT count(*)::integer AS count FROM (${rows.from('NULL::text', 'true', 'NULL')}) o`;
}
