import {
  assignCase,
  isFree,
  nearestCourier,
  nearestWaiting,
  subjectOf,
  withDelivery,
  withoutDelivery,
  type Actor,
  type Courier,
  type OrderCase,
} from '@rungs/domain';
import { momentOf } from '../order/case-step.ts';
import type { Clock } from '../ports/clock.ts';
import type { Transaction } from '../ports/unit-of-work.ts';

// Who delivers what. All of it happens under `lockDispatch`.

/** The case with the nearest free courier, who now has it to deliver; undefined when nobody is free. */
export async function withNearestCourier(transaction: Transaction, held: OrderCase): Promise<OrderCase | undefined> {
  const restaurant = await transaction.findRestaurant(held.order.restaurantId);
  const courier = restaurant && nearestCourier(await transaction.findFreeCouriers(), restaurant.location);
  return courier && withCourier(transaction, held, courier);
}

export async function withCourier(transaction: Transaction, held: OrderCase, courier: Courier): Promise<OrderCase> {
  await transaction.saveCourier(withDelivery(courier, held.order.id));
  return assignCase(held, courier.id);
}

/** Takes the delivery away from the courier of a case that has just been saved as cancelled or delivered. */
export async function freeCourierOf(
  transaction: Transaction,
  clock: Clock,
  actor: Actor,
  { delivery }: OrderCase,
): Promise<void> {
  const courier = delivery.courierId === undefined ? undefined : await transaction.lockCourier(delivery.courierId);
  if (!courier) return;
  const freed = withoutDelivery(courier);
  await transaction.saveCourier(freed);
  await giveLongestWaiting(transaction, clock, actor, freed);
}

/** The sweep: a courier who has got free, or come on duty, gets the delivery that has waited longest. */
export async function giveLongestWaiting(
  transaction: Transaction,
  clock: Clock,
  actor: Actor,
  courier: Courier,
): Promise<Courier> {
  if (!isFree(courier)) return courier;
  const waiting = nearestWaiting(await transaction.findLongestWaiting(), courier);
  const held = waiting && (await transaction.findOrderCase(waiting.orderId));
  if (!held) return courier;
  const assigned = await withCourier(transaction, held, courier);
  await transaction.saveOrderCase(assigned);
  await transaction.append({
    type: 'assignCourier',
    subjectId: held.order.id,
    actor: subjectOf(actor),
    at: clock.now(),
    moment: momentOf(assigned),
  });
  return withDelivery(courier, held.order.id);
}
