import { distanceMeters, type Location } from '../address.ts';
import type { OrderId } from '../identifiers.ts';
import type { Courier } from './delivery.ts';

/** On duty and without a current delivery. */
export function isFree({ onDuty, currentDeliveryId }: Courier): boolean {
  return onDuty && currentDeliveryId === undefined;
}

/** Who was never seen is farther than everybody who was. */
function metersFrom({ lastLocation }: Courier, place: Location): number {
  return lastLocation ? distanceMeters(lastLocation, place) : Infinity;
}

/** Of the free ones the nearest to the restaurant; the lowest id where they are equally near. */
export function nearestCourier(couriers: readonly Courier[], restaurant: Location): Courier | undefined {
  return couriers
    .filter(isFree)
    .map((courier) => ({ courier, meters: metersFrom(courier, restaurant) }))
    .sort((a, b) => compare(a.meters, b.meters) || compare(a.courier.id, b.courier.id))[0]?.courier;
}

export interface WaitingDelivery {
  readonly orderId: OrderId;
  /** Where it is picked up. */
  readonly restaurant: Location;
}

/** Of those that have waited equally long the nearest to the courier; the lowest id where they are equally near. */
export function nearestWaiting(waiting: readonly WaitingDelivery[], courier: Courier): WaitingDelivery | undefined {
  return waiting
    .map((delivery) => ({ delivery, meters: metersFrom(courier, delivery.restaurant) }))
    .sort((a, b) => compare(a.meters, b.meters) || compare(a.delivery.orderId, b.delivery.orderId))[0]?.delivery;
}

/** The courier with a delivery to make. */
export function withDelivery(courier: Courier, orderId: OrderId): Courier {
  return { ...courier, version: courier.version + 1, currentDeliveryId: orderId };
}

export function withoutDelivery({ currentDeliveryId: _done, ...courier }: Courier): Courier {
  return { ...courier, version: courier.version + 1 };
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
