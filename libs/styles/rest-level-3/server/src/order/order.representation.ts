import type { OrderDetails, OrderHistoryEntry, OrderPart, OrderView, Page } from '@rungs/application';
import { type Actor, isOver, MAX_LINES } from '@rungs/domain';
import * as plain from '@rungs/json';
import { representBill } from '../accounting/accounting.representation.ts';
import { representConsumer } from '../consumer/consumer.representation.ts';
import { representCourier, representDelivery } from '../delivery/delivery.representation.ts';
import { address, conditions, deliveryNote, dish, paymentToken, quantity, rows } from '../fields.ts';
import type { Embedding } from '../embedding.ts';
import { type Form, form, formsFor, type Forms } from '../forms.ts';
import { embeddedItems, type Hal, halPage, link, linkedItems, offered, type Relation, templated } from '../hal.ts';
import { representTicket } from '../kitchen/kitchen.representation.ts';
import { uris } from '../level.ts';
import { representRestaurant } from '../restaurant/restaurant.representation.ts';
import { eventsLink } from './order-events.representation.ts';

/** The order with the forms for what this actor may do with it now. */
export function representOrder(order: OrderView, actor: Actor): Hal<plain.OrderJson> {
  const { id: orderId, consumerId, restaurantId, actions } = order;
  return {
    ...plain.representOrder(order),
    _links: {
      self: link(uris.href('order', { orderId })),
      collection: link(uris.href('orders', {})),
      'rungs:order-details': link(uris.href('orderDetails', { orderId })),
      'rungs:ticket': link(uris.href('ticket', { orderId })),
      'rungs:delivery': link(uris.href('delivery', { orderId })),
      ...(!isOver(order.state) && { 'rungs:events': eventsLink(orderId) }),
      ...offered(actor, 'getBill', { 'rungs:bill': link(uris.href('bill', { orderId })) }),
      'rungs:consumer': link(uris.href('consumer', { consumerId })),
      'rungs:restaurant': link(uris.href('restaurant', { restaurantId })),
      'rungs:embed': templated(uris.templateAt('order', { orderId })),
      // To order there again.
      ...offered(actor, 'getBasket', { 'rungs:basket': link(uris.href('basket', order)) }),
      ...(actions.includes('reviseOrder') && {
        'rungs:sheet': templated(uris.templateAt('revisionSheet', { orderId })),
      }),
    },
    _templates: orderForms(order),
  };
}

/** With the parts that came along. */
export function representOrderWithParts(details: OrderDetails, actor: Actor): Hal<plain.OrderJson> {
  const _embedded = representParts(details, actor);
  return { ...representOrder(details.order, actor), ...(Object.keys(_embedded).length > 0 && { _embedded }) };
}

/** What of an order's links can be embedded, and what has to be read for it. */
const PARTS = {
  'rungs:consumer': 'consumer',
  'rungs:restaurant': 'restaurant',
  'rungs:ticket': 'ticket',
  'rungs:delivery': 'delivery',
  'rungs:courier': 'courier',
  'rungs:bill': 'bill',
} as const satisfies { readonly [R in Relation]?: OrderPart };

export type PartRelation = keyof typeof PARTS;
export const PART_RELATIONS = Object.keys(PARTS) as readonly PartRelation[];

export function partsOf({ relations }: Embedding<'item' | PartRelation>): readonly OrderPart[] {
  return relations.flatMap((relation) => (relation === 'item' ? [] : [PARTS[relation]]));
}

/** The parts that were asked for and may be seen, each as its own address says it. */
function representParts(
  { consumer, restaurant, ticket, delivery, courier, bill }: Omit<OrderDetails, 'order'>,
  actor: Actor,
): { readonly [R in PartRelation]?: Hal } {
  return {
    ...(consumer && { 'rungs:consumer': representConsumer(consumer, actor) }),
    ...(restaurant && { 'rungs:restaurant': representRestaurant(restaurant, actor) }),
    ...(ticket && { 'rungs:ticket': representTicket(ticket) }),
    ...(delivery && { 'rungs:delivery': representDelivery(delivery, actor) }),
    ...(courier && { 'rungs:courier': representCourier(courier, actor) }),
    ...(bill && { 'rungs:bill': representBill(bill) }),
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
      dish(`lines.${at}.menuItemId`, `Dish ${at + 1}`, uris.href('menu', { restaurantId, embed: 'item' }), {
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

export function representOrders(
  page: Page<OrderDetails>,
  url: string,
  actor: Actor,
  embedding: Embedding<'item' | PartRelation>,
): Hal {
  // What orders link to is embedded in them: who wants it wants them.
  const items =
    embedding.relations.length > 0
      ? embeddedItems(page.items, (order) => representOrderWithParts(order, actor))
      : linkedItems(page.items, ({ order: { id: orderId, placedAt } }) =>
          link(uris.href('order', { orderId }), placedAt),
        );
  return halPage(url, page, uris.template('orders'), items);
}

/** One answer for the whole screen: the parts are embedded, each with the link by which it is to be had alone. */
export function representOrderDetails(details: OrderDetails, url: string, actor: Actor): Hal {
  const { order, ...parts } = details;
  return {
    _links: { self: link(url), 'rungs:order': link(uris.href('order', { orderId: order.id })) },
    _embedded: { 'rungs:order': representOrder(order, actor), ...representParts(parts, actor) },
  };
}

export function representOrderHistory(page: Page<OrderHistoryEntry>, url: string, consumerId: string): Hal {
  // An entry is no order, and has no address that a link could lead to: it comes with its history.
  const items = embeddedItems(page.items, (entry) => ({
    ...plain.representOrderHistoryEntry(entry),
    _links: {
      'rungs:order': link(uris.href('order', { orderId: entry.orderId })),
      'rungs:order-details': link(uris.href('orderDetails', { orderId: entry.orderId })),
      'rungs:restaurant': link(uris.href('restaurant', { restaurantId: entry.restaurantId })),
    },
  }));
  return halPage(url, page, uris.templateAt('orderHistory', { consumerId }), items, {
    'rungs:consumer': link(uris.href('consumer', { consumerId })),
  });
}
