import type { Actor, Consumer, Courier, Restaurant } from '@rungs/domain';
import { refuse, type ModelCase, type ModelState } from './model-state.ts';

// The table "who sees what" of the domain, row by row.

type Thing = 'order' | 'ticket' | 'delivery' | 'bill';

const CURRENT = ['SCHEDULED', 'PICKED_UP'];

export function sees(thing: Thing, { order, delivery }: ModelCase, actor: Actor): boolean {
  if (actor.role === 'support') return true;
  if (actor.role === 'consumer') return order.consumerId === actor.consumerId;
  if (actor.role === 'restaurant') return order.restaurantId === actor.restaurantId;
  if (actor.role !== 'courier' || delivery.courierId !== actor.courierId) return false;
  return thing === 'delivery' || (thing !== 'bill' && CURRENT.includes(delivery.state));
}

export function find(state: ModelState, actor: Actor, thing: Thing, id: string): ModelCase {
  const held = state.cases.get(id);
  return held && sees(thing, held, actor) ? held : refuse(`${thing}-not-found`);
}

/** For a step: seen, and this role's to take. */
export function findToChange(
  state: ModelState,
  actor: Actor,
  thing: Thing,
  id: string,
  ...roles: readonly Actor['role'][]
): ModelCase {
  const held = find(state, actor, thing, id);
  return roles.includes(actor.role) ? held : refuse('forbidden');
}

export function casesSeen(state: ModelState, thing: Thing, actor: Actor): ModelCase[] {
  return [...state.cases.values()].filter((held) => sees(thing, held, actor));
}

/** Whose order a restaurant got, or whose delivery a courier makes now. */
export function serves(state: ModelState, actor: Actor, consumerId: string): boolean {
  return (
    (actor.role === 'restaurant' || actor.role === 'courier') &&
    casesSeen(state, 'order', actor).some(({ order }) => order.consumerId === consumerId)
  );
}

/** Who is delivered, or was, by this courier; and whose food it was. */
export function isServedBy(state: ModelState, actor: Actor, courierId: string): boolean {
  return (
    (actor.role === 'consumer' || actor.role === 'restaurant') &&
    casesSeen(state, 'delivery', actor).some(({ delivery }) => delivery.courierId === courierId)
  );
}

/** Staff writes its own restaurant, support every one. */
export function manages(actor: Actor, restaurantId: string): boolean {
  return actor.role === 'support' || (actor.role === 'restaurant' && actor.restaurantId === restaurantId);
}

export function restaurantToChange(state: ModelState, actor: Actor, restaurantId: string): Restaurant {
  const restaurant = state.restaurants.get(restaurantId) ?? refuse('restaurant-not-found');
  return manages(actor, restaurantId) ? restaurant : refuse('forbidden');
}

export function consumerSeen(actor: Actor, consumer: Consumer): object {
  const { id, version, name } = consumer;
  const all = actor.role === 'support' || (actor.role === 'consumer' && actor.consumerId === id);
  return all ? consumer : { id, version, name };
}

export function courierSeen(actor: Actor, { lastLocation: _nobodys, ...courier }: Courier): object {
  const { id, version, name, vehicle } = courier;
  const all = actor.role === 'support' || (actor.role === 'courier' && actor.courierId === id);
  return all ? courier : { id, version, name, vehicle };
}

export function deliverySeen(state: ModelState, actor: Actor, { delivery, track }: ModelCase): object {
  const { courierId } = delivery;
  const phone = courierId === undefined ? undefined : state.couriers.get(courierId)?.phone;
  const shown =
    actor.role === 'support' ||
    actor.role === 'courier' ||
    (actor.role === 'consumer' && delivery.state === 'PICKED_UP');
  const lastLocation = track.at(-1);
  return {
    ...delivery,
    ...(lastLocation && { lastLocation }),
    ...(shown && phone !== undefined && { courierPhone: phone }),
  };
}

export function billSeen(actor: Actor, { bill }: ModelCase): object {
  const { authorizationCode, ...totals } = bill;
  return actor.role === 'restaurant' ? totals : { ...totals, authorizationCode };
}
