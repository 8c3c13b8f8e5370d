import type { OrderDetails, OrderHistoryEntry, OrderView } from '@rungs/application';
import { representBill } from '../accounting/accounting.json.ts';
import { representConsumer } from '../consumer/consumer.json.ts';
import { representCourier, representDelivery } from '../delivery/delivery.json.ts';
import { representTicket } from '../kitchen/kitchen.json.ts';
import type { OrderDetailsJson, OrderHistoryEntryJson, OrderJson } from '../outcomes.ts';
import { representRestaurantSummary } from '../restaurant/restaurant.json.ts';

export function representOrder(order: OrderView): OrderJson {
  const { id, version, consumerId, restaurantId, state, lineItems, deliveryAddress, deliveryNote, placedAt, total } =
    order;
  return {
    id,
    version,
    consumerId,
    restaurantId,
    state,
    lineItems: lineItems.map(({ menuItemId, name, unitPrice, quantity }) => ({
      menuItemId,
      name,
      unitPrice,
      quantity,
    })),
    deliveryAddress,
    ...(deliveryNote !== undefined && { deliveryNote }),
    placedAt,
    total,
  };
}

/** The order with the parts that were asked for and may be seen. */
export function representOrderDetails(details: OrderDetails): OrderDetailsJson {
  const { order, consumer, restaurant, ticket, delivery, courier, bill } = details;
  return {
    order: representOrder(order),
    ...(consumer && { consumer: representConsumer(consumer) }),
    ...(restaurant && { restaurant: representRestaurantSummary(restaurant) }),
    ...(ticket && { ticket: representTicket(ticket) }),
    ...(delivery && { delivery: representDelivery(delivery) }),
    ...(courier && { courier: representCourier(courier) }),
    ...(bill && { bill: representBill(bill) }),
  };
}

export function representOrderHistoryEntry(entry: OrderHistoryEntry): OrderHistoryEntryJson {
  const { orderId, state, placedAt, restaurantId, restaurantName, itemCount, total, deliveryState } = entry;
  return { orderId, state, placedAt, restaurantId, restaurantName, itemCount, total, deliveryState };
}
