import type { OrderDetails, OrderHistoryEntry, OrderView, Page } from '@rungs/application';
import { type Actor, MAX_LINES } from '@rungs/domain';
import * as plain from '@rungs/json';
import { representBillItem } from '../accounting/accounting.representation.ts';
import { representConsumerItem } from '../consumer/consumer.representation.ts';
import { representCourierItem, representDeliveryItem } from '../delivery/delivery.representation.ts';
import { address, conditions, deliveryNote, dish, paymentToken, quantity, rows } from '../fields.ts';
import { type Form, form, formsFor, type Forms } from '../forms.ts';
import { type Hal, halPage, link, offered, templated } from '../hal.ts';
import { representTicketItem } from '../kitchen/kitchen.representation.ts';
import { uris } from '../level.ts';
import { representRestaurantSummary } from '../restaurant/restaurant.representation.ts';

/** The order with the forms for what this actor may do with it now. */
export function representOrder(order: OrderView, actor: Actor): Hal<plain.OrderJson> {
  const item = representOrderItem(order, actor);
  const sheet = templated(uris.templateAt('revisionSheet', { orderId: order.id }));
  return {
    ...item,
    _links: {
      ...item._links,
      // To order there again.
      ...offered(actor, 'getBasket', { 'rungs:basket': link(uris.href('basket', order)) }),
      ...(order.actions.includes('reviseOrder') && { 'rungs:sheet': sheet }),
    },
    _templates: orderForms(order),
  };
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

/**
 * The steps that are meant for the order's own version. All others that the whole case allows are forms of ticket,
 * delivery and bill, to which the order links.
 */
function orderForms(order: OrderView): Forms {
  const { id: orderId, version, actions } = order;
  return formsFor(actions, {
    reviseOrder: () => revisionForm(order),
    cancelOrder: () => form('PUT', uris.href('cancellation', { orderId }), 'Cancel the order', conditions(version)),
  });
}

/** For as many new lines an order's form has room, where nobody says for how many. */
const MORE_LINES = 3;

/** Comes filled in with the order as it is: what is changed is changed, and a line whose quantity is left empty goes. */
function revisionForm(order: OrderView, lineCount = order.lineItems.length + MORE_LINES): Form {
  const { id: orderId, restaurantId, version, lineItems } = order;
  return form('PATCH', uris.href('order', { orderId }), 'Change the order', [
    ...rows(lineItems, Math.min(lineCount, MAX_LINES), (held, at) => [
      dish(`lines.${at}.menuItemId`, `Dish ${at + 1}`, uris.href('menu', { restaurantId }), {
        value: held?.menuItemId,
      }),
      quantity(`lines.${at}.quantity`, { value: held?.quantity }),
    ]),
    ...address('deliveryAddress.', 'Deliver to', order.deliveryAddress),
    deliveryNote(order.deliveryNote),
    paymentToken(),
    ...conditions(version),
  ]);
}

/** The form to change an order, with room for so many lines. */
export function representRevisionSheet(order: OrderView, url: string, lineCount: number | undefined): Hal {
  return {
    _links: { self: link(url), 'rungs:order': link(uris.href('order', { orderId: order.id })) },
    _templates: formsFor(order.actions, { reviseOrder: () => revisionForm(order, lineCount) }),
  };
}

export function representOrders(page: Page<OrderView>, url: string, actor: Actor): Hal {
  const items = page.items.map((order) => representOrderItem(order, actor));
  return halPage(url, page, uris.template('orders'), items);
}

/** One answer for the whole screen: the parts are embedded, each with the link by which it is to be had alone. */
export function representOrderDetails(details: OrderDetails, url: string, actor: Actor): Hal {
  const { order, consumer, restaurant, ticket, delivery, courier, bill } = details;
  return {
    _links: { self: link(url), 'rungs:order': link(uris.href('order', { orderId: order.id })) },
    _embedded: {
      'rungs:order': representOrderItem(order, actor),
      ...(consumer && { 'rungs:consumer': representConsumerItem(consumer, actor) }),
      ...(restaurant && { 'rungs:restaurant': representRestaurantSummary(restaurant, actor) }),
      ...(ticket && { 'rungs:ticket': representTicketItem(ticket) }),
      ...(delivery && { 'rungs:delivery': representDeliveryItem(delivery, actor) }),
      ...(courier && { 'rungs:courier': representCourierItem(courier, actor) }),
      ...(bill && { 'rungs:bill': representBillItem(bill) }),
    },
  };
}

export function representOrderHistory(page: Page<OrderHistoryEntry>, url: string, consumerId: string): Hal {
  const items = page.items.map((entry) => ({
    ...plain.representOrderHistoryEntry(entry),
    // HAL §4.1.2: an embedded resource may be a part of what its own URI answers.
    _links: {
      self: link(uris.href('order', { orderId: entry.orderId })),
      'rungs:order-details': link(uris.href('orderDetails', { orderId: entry.orderId })),
      'rungs:restaurant': link(uris.href('restaurant', { restaurantId: entry.restaurantId })),
    },
  }));
  return halPage(url, page, uris.templateAt('orderHistory', { consumerId }), items, {
    'rungs:consumer': link(uris.href('consumer', { consumerId })),
  });
}
