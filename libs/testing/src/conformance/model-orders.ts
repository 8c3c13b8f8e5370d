import { subjectOf, type Restaurant } from '@rungs/domain';
import { byText, expectVersion, firstPage, refuse, same, type AnswerOf, type ModelCase } from './model-state.ts';
import { setFree } from './model-dispatch.ts';
import { expectGoodOrder, paid, placed, priced } from './model-placing.ts';
import {
  billSeen,
  casesSeen,
  consumerSeen,
  courierSeen,
  deliverySeen,
  find,
  findToChange,
  sees,
  serves,
} from './model-sight.ts';

// Orders: placed, revised, cancelled, and shown with all that belongs to them.

export const oldestFirst = byText<ModelCase>(
  ({ order }) => order.placedAt,
  ({ order }) => order.id,
);

const getOrder: AnswerOf<'getOrder'> = (state, actor, { orderId }) => ({
  outcome: find(state, actor, 'order', orderId).order,
});

const getOrderDetails: AnswerOf<'getOrderDetails'> = (state, actor, { orderId, parts }) => {
  const held = find(state, actor, 'order', orderId);
  const { order, ticket, delivery } = held;
  const consumer = state.consumers.get(order.consumerId) ?? refuse('consumer-not-found');
  const { id, version, name, address, cuisine, open } = state.restaurants.get(order.restaurantId) as Restaurant;
  const courier = delivery.courierId === undefined ? undefined : state.couriers.get(delivery.courierId);
  const whole = {
    consumer: consumerSeen(actor, consumer),
    restaurant: { id, version, name, address, cuisine, open },
    ticket,
    delivery: deliverySeen(state, actor, held),
    ...(courier && { courier: courierSeen(actor, courier) }),
    ...(sees('bill', held, actor) && { bill: billSeen(actor, held) }),
  };
  const asked = Object.entries(whole).filter(([part]) => parts === undefined || parts.includes(part as never));
  return { outcome: { order, ...Object.fromEntries(asked) } };
};

const listOrders: AnswerOf<'listOrders'> = (state, actor, input) => {
  const { limit, consumerId, restaurantId, states, placedFrom, placedTo, sort } = input;
  const listed = casesSeen(state, 'order', actor)
    .filter(({ order }) => consumerId === undefined || order.consumerId === consumerId)
    .filter(({ order }) => restaurantId === undefined || order.restaurantId === restaurantId)
    .filter(({ order }) => states === undefined || states.includes(order.state))
    .filter(({ order }) => placedFrom === undefined || order.placedAt >= placedFrom)
    .filter(({ order }) => placedTo === undefined || order.placedAt < placedTo)
    .sort(oldestFirst);
  if (sort !== 'placedAt') listed.reverse();
  return firstPage(
    listed.map(({ order }) => order),
    limit,
  );
};

const listOrderHistory: AnswerOf<'listOrderHistory'> = (state, actor, { consumerId, limit }) => {
  const own = actor.role === 'consumer' && actor.consumerId === consumerId;
  if (!own && actor.role !== 'support') {
    refuse(serves(state, actor, consumerId) ? 'forbidden' : 'consumer-not-found');
  }
  if (!state.consumers.has(consumerId)) refuse('consumer-not-found');
  const listed = [...state.cases.values()]
    .filter(({ order }) => order.consumerId === consumerId)
    .sort(oldestFirst)
    .reverse();
  return firstPage(
    listed.map(({ order, delivery }) => ({
      orderId: order.id,
      state: order.state,
      placedAt: order.placedAt,
      restaurantId: order.restaurantId,
      restaurantName: state.restaurants.get(order.restaurantId)?.name,
      itemCount: order.lineItems.reduce((sum, { quantity }) => sum + quantity, 0),
      total: order.total,
      deliveryState: delivery.state,
    })),
    limit,
  );
};

const placeOrder: AnswerOf<'placeOrder'> = (state, actor, input) => {
  const restaurant = state.restaurants.get(input.restaurantId) ?? refuse('restaurant-not-found');
  if (actor.role !== 'consumer') return refuse('forbidden');
  if (!restaurant.open) refuse('restaurant-closed');
  return placed(state, actor, restaurant, input);
};

const reviseOrder: AnswerOf<'reviseOrder'> = (state, actor, { orderId, expectedVersion, ...asked }) => {
  const held = findToChange(state, actor, 'order', orderId, 'consumer');
  const { order, delivery, bill } = held;
  const { lines, deliveryAddress, deliveryNote, paymentToken } = asked;
  const linesHeld = order.lineItems.map(({ menuItemId, quantity }) => ({ menuItemId, quantity }));
  const holds =
    paymentToken === undefined &&
    (lines === undefined || same(lines, linesHeld)) &&
    (deliveryAddress === undefined || same(deliveryAddress, order.deliveryAddress)) &&
    (deliveryNote === undefined || deliveryNote === (order.deliveryNote ?? ''));
  if (holds) return { outcome: order, again: true };
  if (order.state !== 'APPROVED') refuse('order-not-revisable');
  expectVersion(expectedVersion, order);
  expectGoodOrder(asked);
  const lineItems = priced(state, order.restaurantId, lines ?? linesHeld, order.lineItems);
  const repaid = paid(lineItems, order.total.currency, paymentToken);

  const { deliveryNote: noteHeld = '', ...unnoted } = order;
  const note = deliveryNote ?? noteHeld;
  const address = deliveryAddress ?? order.deliveryAddress;
  held.order = {
    ...unnoted,
    version: order.version + 1,
    lineItems,
    deliveryAddress: address,
    ...(note !== '' && { deliveryNote: note }),
    total: repaid.total,
  };
  held.bill = { ...bill, ...repaid };
  if (!same(address, delivery.deliveryAddress)) {
    held.delivery = { ...delivery, version: delivery.version + 1, deliveryAddress: address };
  }
  return { outcome: held.order };
};

const cancelOrder: AnswerOf<'cancelOrder'> = (state, actor, { orderId, expectedVersion }) => {
  const held = findToChange(state, actor, 'order', orderId, 'consumer', 'support');
  const { order, ticket, delivery, bill } = held;
  if (order.state === 'CANCELLED' && held.cancelledBy === subjectOf(actor)) return { outcome: order, again: true };
  if (order.state !== 'APPROVED' && order.state !== 'ACCEPTED') refuse('order-not-cancellable');
  expectVersion(expectedVersion, order);

  const { courierId, ...unassigned } = delivery;
  held.order = { ...order, version: order.version + 1, state: 'CANCELLED' };
  held.ticket = { ...ticket, version: ticket.version + 1, state: 'CANCELLED' };
  held.delivery = { ...unassigned, version: delivery.version + 1, state: 'CANCELLED' };
  held.bill = { ...bill, paymentState: 'VOIDED' };
  held.cancelledBy = subjectOf(actor);
  setFree(state, courierId);
  return { outcome: held.order };
};

export const ORDER_ANSWERS = {
  getOrder,
  getOrderDetails,
  listOrders,
  listOrderHistory,
  placeOrder,
  reviseOrder,
  cancelOrder,
};
