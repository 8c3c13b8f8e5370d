import type { Courier, Location } from '@rungs/domain';
import type { ModelCase, ModelState } from './model-state.ts';

// Who delivers what: the free courier nearest to the restaurant; a freed one takes who waits longest.

/** Along the great circle: the haversine formula, in metres of a sphere the size of the Earth. */
export function metersBetween(a: Location, b: Location): number {
  const half = (degrees: number): number => Math.sin((degrees * Math.PI) / 360) ** 2;
  const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);
  const h = half(b.lat - a.lat) + cos(a.lat) * cos(b.lat) * half(b.lon - a.lon);
  return 2 * 6_371_009 * Math.asin(Math.sqrt(Math.min(1, h)));
}

function metersAway({ lastLocation }: Courier, place: Location): number {
  return lastLocation ? metersBetween(lastLocation, place) : Infinity;
}

/** The lowest of these numbers, the lowest id where they are equal. */
function least<T>(all: readonly T[], number: (one: T) => number, id: (one: T) => string): T | undefined {
  const before = (a: T, b: T): boolean => number(a) < number(b) || (number(a) === number(b) && id(a) < id(b));
  return all.reduce<T | undefined>(
    (first, one) => (first === undefined || before(one, first) ? one : first),
    undefined,
  );
}

export function isFree({ onDuty, currentDeliveryId }: Courier): boolean {
  return onDuty && currentDeliveryId === undefined;
}

function placeOf(state: ModelState, { order }: ModelCase): Location {
  return state.restaurants.get(order.restaurantId)?.location ?? { lat: NaN, lon: NaN };
}

export function nearestFree(state: ModelState, held: ModelCase): Courier | undefined {
  const place = placeOf(state, held);
  return least(
    [...state.couriers.values()].filter(isFree),
    (courier) => metersAway(courier, place),
    ({ id }) => id,
  );
}

/** Expected 20 minutes after the food is ready. */
export function give(state: ModelState, held: ModelCase, courier: Courier): void {
  const { delivery, ticket } = held;
  const estimatedAt = new Date(Date.parse(ticket.readyBy ?? '') + 20 * 60_000).toISOString();
  held.delivery = {
    ...delivery,
    version: delivery.version + 1,
    state: 'SCHEDULED',
    courierId: courier.id,
    estimatedAt,
  };
  state.couriers.set(courier.id, { ...courier, version: courier.version + 1, currentDeliveryId: delivery.orderId });
}

export function waitsForCourier({ order, delivery }: ModelCase): boolean {
  return delivery.state === 'PENDING' && ['ACCEPTED', 'PREPARING', 'READY_FOR_PICKUP'].includes(order.state);
}

/** Ends the courier's delivery, if any; what waits is theirs then. */
export function setFree(state: ModelState, courierId: string | undefined): void {
  const courier = courierId === undefined ? undefined : state.couriers.get(courierId);
  if (!courier) return;
  const { currentDeliveryId: _done, ...free } = courier;
  state.couriers.set(courier.id, { ...free, version: courier.version + 1 });
  sweep(state, courier.id);
}

/** Of what waits the first accepted, the nearest of those, goes to this courier, who has just become free. */
export function sweep(state: ModelState, courierId: string): void {
  const courier = state.couriers.get(courierId);
  if (!courier || !isFree(courier)) return;
  const waiting = [...state.cases.values()].filter(waitsForCourier);
  const since = ({ ticket }: ModelCase): number => Date.parse(ticket.acceptedAt ?? '');
  const longest = Math.min(...waiting.map(since));
  const next = least(
    waiting.filter((held) => since(held) === longest),
    (held) => metersAway(courier, placeOf(state, held)),
    ({ order }) => order.id,
  );
  if (next) give(state, next, courier);
}
