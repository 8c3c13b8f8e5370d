import { subjectOf, type Actor, type Bill, type Order, type OrderLine, type Restaurant } from '@rungs/domain';
import { refuse, SAID_BY_SERVER, type Answer, type AnswerOf, type ModelCase, type ModelState } from './model.ts';

// Orders with their tickets, deliveries and bills: life cycle, money, and who sees what.

const CURRENT = ['SCHEDULED', 'PICKED_UP'];

/** The table "who sees what" of the domain, row by row. */
function sees(thing: 'order' | 'ticket' | 'delivery' | 'bill', { order, delivery }: ModelCase, actor: Actor): boolean {
  if (actor.role === 'support') return true;
  if (actor.role === 'consumer') return order.consumerId === actor.consumerId;
  if (actor.role === 'restaurant') return order.restaurantId === actor.restaurantId;
  if (actor.role !== 'courier' || delivery.courierId !== actor.courierId) return false;
  return thing === 'delivery' || (thing !== 'bill' && CURRENT.includes(delivery.state));
}

function find(state: ModelState, actor: Actor, thing: 'order' | 'ticket' | 'delivery' | 'bill', id: string): ModelCase {
  const held = state.cases.get(id);
  return held && sees(thing, held, actor) ? held : refuse(`${thing}-not-found`);
}

function deliverySeen(state: ModelState, { delivery, order, lastLocation }: ModelCase, actor: Actor): object {
  const phone = delivery.courierId === undefined ? undefined : state.couriers.get(delivery.courierId)?.phone;
  const shown =
    actor.role === 'support' ||
    actor.role === 'courier' ||
    (actor.role === 'consumer' && order.consumerId === actor.consumerId && delivery.state === 'PICKED_UP');
  return { ...delivery, ...(lastLocation && { lastLocation }), ...(shown && phone && { courierPhone: phone }) };
}

function billSeen({ bill }: ModelCase, actor: Actor): object {
  if (actor.role !== 'restaurant') return bill;
  return Object.fromEntries(Object.entries(bill).filter(([member]) => member !== 'authorizationCode'));
}

function courierSeen(state: ModelState, courierId: string, actor: Actor): object {
  const courier = state.couriers.get(courierId) ?? refuse('courier-not-found');
  if (actor.role === 'support' || actor.role === 'courier') return courier;
  return { id: courier.id, version: courier.version, name: courier.name, vehicle: courier.vehicle };
}

const getOrder: AnswerOf<'getOrder'> = (state, actor, { orderId }) => ({
  outcome: find(state, actor, 'order', orderId).order,
});

const getTicket: AnswerOf<'getTicket'> = (state, actor, { orderId }) => ({
  outcome: find(state, actor, 'ticket', orderId).ticket,
});

const getDelivery: AnswerOf<'getDelivery'> = (state, actor, { orderId }) => ({
  outcome: deliverySeen(state, find(state, actor, 'delivery', orderId), actor),
});

const getBill: AnswerOf<'getBill'> = (state, actor, { orderId }) => ({
  outcome: billSeen(find(state, actor, 'bill', orderId), actor),
});

const getOrderDetails: AnswerOf<'getOrderDetails'> = (state, actor, { orderId }) => {
  const held = find(state, actor, 'order', orderId);
  const { order, ticket, delivery } = held;
  const consumer = state.consumers.get(order.consumerId);
  const { id, version, name, address, cuisine, open } = state.restaurants.get(order.restaurantId) as Restaurant;
  const consumerSeen =
    actor.role === 'support' || actor.role === 'consumer'
      ? consumer
      : { id: consumer?.id, version: consumer?.version, name: consumer?.name };
  return {
    outcome: {
      order,
      consumer: consumerSeen,
      restaurant: { id, version, name, address, cuisine, open },
      ticket,
      delivery: deliverySeen(state, held, actor),
      ...(delivery.courierId !== undefined && { courier: courierSeen(state, delivery.courierId, actor) }),
      ...(sees('bill', held, actor) && { bill: billSeen(held, actor) }),
    },
  };
};

function newestFirst(a: ModelCase, b: ModelCase): number {
  const [x, y] = [a.order, b.order].map(({ placedAt, id }) => `${placedAt} ${id}`) as [string, string];
  return x < y ? 1 : -1;
}

const listOrders: AnswerOf<'listOrders'> = (state, actor, input) => {
  const { limit = 20, consumerId, restaurantId, states, placedFrom, placedTo, sort } = input;
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) refuse('invalid-input');
  const listed = [...state.cases.values()]
    .filter((held) => sees('order', held, actor))
    .filter(({ order }) => consumerId === undefined || order.consumerId === consumerId)
    .filter(({ order }) => restaurantId === undefined || order.restaurantId === restaurantId)
    .filter(({ order }) => states === undefined || states.includes(order.state))
    .filter(({ order }) => placedFrom === undefined || order.placedAt >= placedFrom)
    .filter(({ order }) => placedTo === undefined || order.placedAt < placedTo)
    .sort(newestFirst);
  if (sort === 'placedAt') listed.reverse();
  return { outcome: { items: listed.slice(0, limit).map(({ order }) => order), hasNext: listed.length > limit } };
};

const listOrderHistory: AnswerOf<'listOrderHistory'> = (state, actor, { consumerId, limit = 20 }) => {
  const own = actor.role === 'consumer' && actor.consumerId === consumerId;
  if (!own && actor.role !== 'support') {
    const served = [...state.cases.values()].some(
      (held) =>
        held.order.consumerId === consumerId &&
        (actor.role === 'restaurant' || actor.role === 'courier') &&
        sees('order', held, actor),
    );
    refuse(served ? 'forbidden' : 'consumer-not-found');
  }
  if (!state.consumers.has(consumerId)) refuse('consumer-not-found');
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) refuse('invalid-input');
  const listed = [...state.cases.values()].filter(({ order }) => order.consumerId === consumerId).sort(newestFirst);
  const items = listed.slice(0, limit).map(({ order, delivery }) => ({
    orderId: order.id,
    state: order.state,
    placedAt: order.placedAt,
    restaurantId: order.restaurantId,
    restaurantName: state.restaurants.get(order.restaurantId)?.name,
    itemCount: order.lineItems.reduce((sum, { quantity }) => sum + quantity, 0),
    total: order.total,
    deliveryState: delivery.state,
  }));
  return { outcome: { items, hasNext: listed.length > limit } };
};

/** Half up: a half of a minor unit goes up. */
const share = (amount: number, percent: number): number => Math.round((amount * percent) / 100);

/** The answer for a new order. Its case enters the model when the server has said id and time. */
export function placed(...from: Parameters<typeof newCase>): Answer {
  const [state] = from;
  const fresh = newCase(...from);
  const adopt = ({ id, placedAt }: Order): void => {
    // In place, so that an answer kept with an idempotency key names the order too.
    Object.assign(fresh.order, { id, placedAt });
    for (const part of [fresh.ticket, fresh.delivery, fresh.bill]) Object.assign(part, { orderId: id });
    state.cases.set(id, fresh);
  };
  return { outcome: fresh.order, adopt };
}

/** What a case placed now looks like; the server says the id, the time and the authorization code. */
function newCase(
  state: ModelState,
  actor: Actor & { role: 'consumer' },
  restaurant: Restaurant,
  { lines, deliveryAddress, deliveryNote, paymentToken }: PlacedFrom,
): ModelCase {
  const wrong =
    lines.length < 1 ||
    lines.length > 50 ||
    lines.some(({ quantity }) => !Number.isInteger(quantity) || quantity < 1 || quantity > 99) ||
    new Set(lines.map(({ menuItemId }) => menuItemId)).size < lines.length ||
    (deliveryNote ?? '').length > 500 ||
    !/^tok_\w+$/.test(paymentToken);
  if (wrong) refuse('invalid-input');
  const menu = state.menus.get(restaurant.id) ?? [];
  const items = lines.map(({ menuItemId }) => menu.find(({ id }) => id === menuItemId) ?? refuse('invalid-input'));
  if (items.some(({ available }) => !available)) refuse('menu-item-unavailable');
  const lineItems = lines.map(({ menuItemId, quantity }, at) => {
    const { name, price } = items[at] as (typeof items)[number];
    return { menuItemId, name, unitPrice: price, quantity };
  });
  const { currency } = restaurant;
  const inCurrency = (amount: number) => ({ amount, currency });
  const subtotal = lineItems.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.amount * quantity, 0);
  const serviceFee = share(subtotal, 5);
  const tax = share(subtotal + serviceFee, 8);
  const total = subtotal + 399 + serviceFee + tax;
  if (total > 1_000_000) refuse('invalid-input');
  if (paymentToken === 'tok_declined') refuse('payment-declined');
  if (paymentToken === 'tok_unavailable') refuse('unavailable');
  const address = deliveryAddress ?? state.consumers.get(actor.consumerId)?.addresses[0] ?? refuse('invalid-input');
  const orderId = SAID_BY_SERVER;
  const order: Order = {
    id: orderId,
    version: 1,
    consumerId: actor.consumerId,
    restaurantId: restaurant.id,
    state: 'APPROVED',
    lineItems,
    deliveryAddress: address,
    ...(deliveryNote !== undefined && { deliveryNote }),
    placedAt: orderId,
    total: inCurrency(total),
  };
  const bill: Bill = {
    orderId,
    lines: lineItems.map(({ name, unitPrice, quantity }) => ({
      name,
      unitPrice,
      quantity,
      total: inCurrency(unitPrice.amount * quantity),
    })),
    subtotal: inCurrency(subtotal),
    deliveryFee: inCurrency(399),
    serviceFee: inCurrency(serviceFee),
    tax: inCurrency(tax),
    total: inCurrency(total),
    paymentState: 'AUTHORIZED',
    authorizationCode: orderId,
    refunds: [],
  };
  return {
    order,
    ticket: { orderId, version: 1, state: 'AWAITING_ACCEPTANCE' },
    delivery: {
      orderId,
      version: 1,
      state: 'PENDING',
      pickupAddress: restaurant.address,
      deliveryAddress: address,
    },
    bill,
  };
}

export interface PlacedFrom {
  readonly lines: readonly OrderLine[];
  readonly deliveryAddress?: Order['deliveryAddress'] | undefined;
  readonly deliveryNote?: string | undefined;
  readonly paymentToken: string;
}

const placeOrder: AnswerOf<'placeOrder'> = (state, actor, input) => {
  const restaurant = state.restaurants.get(input.restaurantId) ?? refuse('restaurant-not-found');
  if (actor.role !== 'consumer') return refuse('forbidden');
  if (!restaurant.open) refuse('restaurant-closed');
  return placed(state, actor, restaurant, input);
};

const cancelOrder: AnswerOf<'cancelOrder'> = (state, actor, { orderId, expectedVersion }) => {
  const held = find(state, actor, 'order', orderId);
  if (actor.role !== 'consumer' && actor.role !== 'support') refuse('forbidden');
  const { order, ticket, delivery, bill } = held;
  if (order.state === 'CANCELLED' && held.cancelledBy === subjectOf(actor)) return { outcome: order };
  if (order.state !== 'APPROVED' && order.state !== 'ACCEPTED') refuse('order-not-cancellable');
  if (expectedVersion === undefined) refuse('version-required');
  if (expectedVersion !== order.version) refuse('stale-version');

  const courier = delivery.courierId === undefined ? undefined : state.couriers.get(delivery.courierId);
  if (courier) {
    const { currentDeliveryId: _gone, ...free } = courier;
    state.couriers.set(courier.id, { ...free, version: courier.version + 1 });
  }
  const { courierId: _freed, ...unassigned } = delivery;
  held.order = { ...order, version: order.version + 1, state: 'CANCELLED' };
  held.ticket = { ...ticket, version: ticket.version + 1, state: 'CANCELLED' };
  held.delivery = { ...unassigned, version: delivery.version + 1, state: 'CANCELLED' };
  held.bill = { ...bill, paymentState: 'VOIDED' };
  held.cancelledBy = subjectOf(actor);
  return { outcome: held.order };
};

export const ORDER_ANSWERS = {
  getOrder,
  getTicket,
  getDelivery,
  getBill,
  getOrderDetails,
  listOrders,
  listOrderHistory,
  placeOrder,
  cancelOrder,
};
