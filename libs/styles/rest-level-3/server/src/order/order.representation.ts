import type { OrderDetails, OrderHistoryEntry, OrderView, Page } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { pageLinks } from '@rungs/http';
import * as plain from '@rungs/json';
import { representBill } from '../accounting/accounting.representation.ts';
import { representConsumer } from '../consumer/consumer.representation.ts';
import { representCourier, representDelivery } from '../delivery/delivery.representation.ts';
import { form, formsFor, idempotencyKey, type Forms, type MintKey, version } from '../forms.ts';
import { type Hal, halPage, link, offered } from '../hal.ts';
import { representTicket } from '../kitchen/kitchen.representation.ts';
import { uris } from '../level.ts';
import { representRestaurantSummary } from '../restaurant/restaurant.representation.ts';

/** The order with the forms for what this actor may do with it now. */
export function representOrder(order: OrderView, actor: Actor, mintKey: MintKey): Hal<plain.OrderJson> {
  return { ...representOrderItem(order, actor), _templates: orderForms(order, mintKey) };
}

/** The order as an item of a list or a part of its details: with links, without forms. */
function representOrderItem(order: OrderView, actor: Actor): Hal<plain.OrderJson> {
  const { id: orderId, consumerId, restaurantId } = order;
  return {
    ...plain.representOrder(order),
    _links: {
      self: link(uris.href('order', { orderId })),
      collection: link(uris.href('orders', {})),
      'rungs:order-details': link(uris.href('orderDetails', { orderId })),
      'rungs:ticket': link(uris.href('ticket', { orderId })),
      'rungs:delivery': link(uris.href('delivery', { orderId })),
      ...offered(actor, 'getBill', { 'rungs:bill': link(uris.href('bill', { orderId })) }),
      'rungs:consumer': link(uris.href('consumer', { consumerId })),
      'rungs:restaurant': link(uris.href('restaurant', { restaurantId })),
    },
  };
}

function orderForms({ id: orderId, version: current, actions }: OrderView, mintKey: MintKey): Forms {
  return formsFor(actions, {
    cancelOrder: () => ({
      cancelOrder: form('PUT', uris.href('cancellation', { orderId }), 'Cancel the order', [
        version(current),
        idempotencyKey(mintKey),
      ]),
    }),
  });
}

export function representOrders(page: Page<OrderView>, url: string, actor: Actor): Hal {
  const items = page.items.map((order) => representOrderItem(order, actor));
  return halPage(url, pageLinks(url, page), uris.template('orders'), items);
}

/** One answer for the whole screen: the parts are embedded, each with the link by which it is to be had alone. */
export function representOrderDetails(details: OrderDetails, url: string, actor: Actor): Hal {
  const { order, consumer, restaurant, ticket, delivery, courier, bill } = details;
  return {
    _links: { self: link(url), 'rungs:order': link(uris.href('order', { orderId: order.id })) },
    _embedded: {
      'rungs:order': representOrderItem(order, actor),
      ...(consumer && { 'rungs:consumer': representConsumer(consumer, actor) }),
      ...(restaurant && { 'rungs:restaurant': representRestaurantSummary(restaurant, actor) }),
      ...(ticket && { 'rungs:ticket': representTicket(ticket) }),
      ...(delivery && { 'rungs:delivery': representDelivery(delivery, actor) }),
      ...(courier && { 'rungs:courier': representCourier(courier) }),
      ...(bill && { 'rungs:bill': representBill(bill) }),
    },
  };
}

export function representOrderHistory(page: Page<OrderHistoryEntry>, url: string): Hal {
  const items = page.items.map((entry) => ({
    ...plain.representOrderHistoryEntry(entry),
    // HAL §4.1.2: an embedded resource may be a part of what its own URI answers.
    _links: {
      self: link(uris.href('order', { orderId: entry.orderId })),
      'rungs:order-details': link(uris.href('orderDetails', { orderId: entry.orderId })),
      'rungs:restaurant': link(uris.href('restaurant', { restaurantId: entry.restaurantId })),
    },
  }));
  return halPage(url, pageLinks(url, page), uris.template('orderHistory'), items);
}
