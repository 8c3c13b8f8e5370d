import type { Actor, Courier, Delivery, LocationPing } from '@rungs/domain';
import {
  byText,
  expectValid,
  expectVersion,
  firstPage,
  refuse,
  SAID_BY_SERVER,
  type AnswerOf,
  type ModelCase,
  type ModelOutcome,
  type ModelState,
} from './model-state.ts';
import { give, isFree, nearestFree, setFree, sweep, waitsForCourier } from './model-dispatch.ts';
import { oldestFirst } from './model-orders.ts';
import { onEarth } from './model-restaurants.ts';
import { casesSeen, courierSeen, deliverySeen, find, findToChange, isServedBy } from './model-sight.ts';

// Deliveries with their tracks, and the couriers who make them.

const getDelivery: AnswerOf<'getDelivery'> = (state, actor, { orderId }) => ({
  outcome: deliverySeen(state, actor, find(state, actor, 'delivery', orderId)),
});

const listDeliveries: AnswerOf<'listDeliveries'> = (state, actor, { limit, courierId, states }) => {
  const listed = casesSeen(state, 'delivery', actor)
    .filter(({ delivery }) => courierId === undefined || delivery.courierId === courierId)
    .filter(({ delivery }) => states === undefined || states.includes(delivery.state))
    .sort(oldestFirst)
    .reverse();
  return firstPage(
    listed.map((held) => deliverySeen(state, actor, held)),
    limit,
  );
};

const getTrack: AnswerOf<'getTrack'> = (state, actor, { orderId, limit }) =>
  firstPage(find(state, actor, 'delivery', orderId).track, limit);

const assignCourier: AnswerOf<'assignCourier'> = (state, actor, { orderId, expectedVersion, courierId }) => {
  const held = findToChange(state, actor, 'delivery', orderId, 'support');
  const { delivery } = held;
  if (delivery.state === 'SCHEDULED' && (courierId === undefined || courierId === delivery.courierId)) {
    return { outcome: deliverySeen(state, actor, held), again: true };
  }
  if (!waitsForCourier(held)) refuse('courier-not-assignable');
  expectVersion(expectedVersion, delivery);
  expectValid({ '/courierId': courierId === undefined || state.couriers.has(courierId) });
  const courier = courierId === undefined ? nearestFree(state, held) : state.couriers.get(courierId);
  if (!courier || !isFree(courier)) return refuse('courier-unavailable');
  give(state, held, courier);
  return { outcome: deliverySeen(state, actor, held) };
};

function taken(state: ModelState, actor: Actor, held: ModelCase, at: 'pickedUpAt' | 'deliveredAt'): ModelOutcome {
  return {
    outcome: deliverySeen(state, actor, held),
    adopt: (said: Delivery) => {
      held.delivery = { ...held.delivery, [at]: said[at] };
    },
  };
}

const notePickedUp: AnswerOf<'notePickedUp'> = (state, actor, { orderId, expectedVersion }) => {
  const held = findToChange(state, actor, 'delivery', orderId, 'courier');
  const { order, ticket, delivery } = held;
  if (delivery.state === 'PICKED_UP') return { outcome: deliverySeen(state, actor, held), again: true };
  if (order.state !== 'READY_FOR_PICKUP' || delivery.state !== 'SCHEDULED') refuse('pickup-not-allowed');
  expectVersion(expectedVersion, delivery);
  const now = { state: 'PICKED_UP' } as const;
  held.order = { ...order, version: order.version + 1, ...now };
  held.ticket = { ...ticket, version: ticket.version + 1, ...now };
  held.delivery = { ...delivery, version: delivery.version + 1, ...now, pickedUpAt: SAID_BY_SERVER };
  return taken(state, actor, held, 'pickedUpAt');
};

const noteDelivered: AnswerOf<'noteDelivered'> = (state, actor, { orderId, expectedVersion }) => {
  const held = findToChange(state, actor, 'delivery', orderId, 'courier');
  const { order, delivery, bill } = held;
  if (delivery.state === 'DELIVERED') return { outcome: deliverySeen(state, actor, held), again: true };
  if (order.state !== 'PICKED_UP') refuse('dropoff-not-allowed');
  expectVersion(expectedVersion, delivery);
  held.order = { ...order, version: order.version + 1, state: 'DELIVERED' };
  held.delivery = { ...delivery, version: delivery.version + 1, state: 'DELIVERED', deliveredAt: SAID_BY_SERVER };
  held.bill = { ...bill, paymentState: 'CAPTURED' };
  setFree(state, delivery.courierId);
  return taken(state, actor, held, 'deliveredAt');
};

/** Where a courier is now counts; a report that comes late is only part of the track. */
function see(state: ModelState, held: ModelCase, ping: LocationPing): void {
  // A stable sort: of two at one time the one that was told later comes later.
  held.track = [...held.track, ping].sort(byText(({ at }) => at));
  const courier = state.couriers.get(held.delivery.courierId ?? '');
  if (courier && (courier.lastLocation?.at ?? '') <= ping.at) {
    state.couriers.set(courier.id, { ...courier, lastLocation: ping });
  }
}

const reportLocation: AnswerOf<'reportLocation'> = (state, actor, { orderId, lat, lon, at }) => {
  const held = findToChange(state, actor, 'delivery', orderId, 'courier');
  if (!['SCHEDULED', 'PICKED_UP'].includes(held.delivery.state)) refuse('location-not-reportable');
  const soon = at === undefined || Date.parse(at) <= Date.now() + 60_000;
  expectValid({ ...onEarth({ lat, lon }), '/at': soon });
  const ping = { lat, lon, at: at === undefined ? SAID_BY_SERVER : new Date(at).toISOString() };
  return { outcome: ping, adopt: (said: LocationPing) => see(state, held, { ...ping, at: said.at }) };
};

const getCourier: AnswerOf<'getCourier'> = (state, actor, { courierId }) => {
  const isSelf = actor.role === 'courier' && actor.courierId === courierId;
  const seen = actor.role === 'support' || isSelf || isServedBy(state, actor, courierId);
  const courier = seen ? state.couriers.get(courierId) : undefined;
  return { outcome: courierSeen(actor, courier ?? refuse('courier-not-found')) };
};

const listCouriers: AnswerOf<'listCouriers'> = (state, actor, { limit, onDuty }) => {
  if (actor.role !== 'support') return refuse('forbidden');
  const listed = [...state.couriers.values()]
    .filter((courier) => onDuty === undefined || courier.onDuty === onDuty)
    .sort(
      byText(
        ({ name }) => name,
        ({ id }) => id,
      ),
    );
  return firstPage(
    listed.map((courier) => courierSeen(actor, courier)),
    limit,
  );
};

const setOnDuty: AnswerOf<'setOnDuty'> = (state, actor, { courierId, onDuty, expectedVersion }) => {
  const held = state.couriers.get(courierId) ?? refuse('courier-not-found');
  if (actor.role !== 'courier' || actor.courierId !== courierId) {
    const seen = actor.role === 'support' || isServedBy(state, actor, courierId);
    return refuse(seen ? 'forbidden' : 'courier-not-found');
  }
  if (held.onDuty === onDuty) return { outcome: courierSeen(actor, held), again: true };
  if (!onDuty && held.currentDeliveryId !== undefined) refuse('courier-busy');
  expectVersion(expectedVersion, held);
  state.couriers.set(courierId, { ...held, onDuty, version: held.version + 1 });
  sweep(state, courierId);
  return { outcome: courierSeen(actor, state.couriers.get(courierId) as Courier) };
};

export const DELIVERY_ANSWERS = {
  getDelivery,
  listDeliveries,
  getTrack,
  assignCourier,
  notePickedUp,
  noteDelivered,
  reportLocation,
  getCourier,
  listCouriers,
  setOnDuty,
};
