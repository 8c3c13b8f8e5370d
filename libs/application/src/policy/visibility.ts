import type { Actor, Bill, Consumer, Courier } from '@rungs/domain';
import type { CaseFacts, DeliveryRecord, OrderDetailsRecord, OrderRecord } from '../ports/reads.ts';
import type { BillView, ConsumerView, CourierView, DeliveryView, OrderDetails, OrderView } from '../views.ts';
import { actionsFor, seesBill, seesDelivery, seesOrder } from './order-case.policy.ts';

export function orderAsSeenBy(actor: Actor, { facts, order }: OrderRecord): OrderView {
  return { ...order, actions: actionsFor(facts, actor) };
}

/** All fields for the consumer and support; the name alone for those who serve them. */
export function consumerAsSeenBy(actor: Actor, { id, version, name, email, addresses }: Consumer): ConsumerView {
  const full = actor.role === 'support' || (actor.role === 'consumer' && actor.consumerId === id);
  return full ? { id, version, name, email, addresses } : { id, version, name };
}

export function deliveryAsSeenBy(
  actor: Actor,
  facts: CaseFacts,
  { delivery, lastLocation, courierPhone }: DeliveryRecord,
): DeliveryView {
  const phoneSeen =
    actor.role === 'support' ||
    actor.role === 'courier' ||
    (actor.role === 'consumer' && facts.deliveryState === 'PICKED_UP');
  return {
    ...delivery,
    ...(lastLocation && { lastLocation }),
    ...(phoneSeen && courierPhone !== undefined && { courierPhone }),
  };
}

/** Name and vehicle for those served; everything for the courier and support. */
export function courierAsSeenBy(actor: Actor, courier: Courier): CourierView {
  const { id, version, name, vehicle, phone, onDuty, currentDeliveryId } = courier;
  const full = actor.role === 'support' || (actor.role === 'courier' && actor.courierId === id);
  return {
    id,
    version,
    name,
    vehicle,
    ...(full && { phone, onDuty, ...(currentDeliveryId !== undefined && { currentDeliveryId }) }),
  };
}

export function billAsSeenBy(actor: Actor, { authorizationCode, ...bill }: Bill): BillView {
  return actor.role === 'restaurant' ? bill : { ...bill, authorizationCode };
}

/** The composed screen: parts that this actor may not see are left out. */
export function detailsAsSeenBy(actor: Actor, record: OrderDetailsRecord): OrderDetails {
  const { facts, consumer, restaurant, ticket, delivery, courier, bill } = record;
  return {
    order: orderAsSeenBy(actor, record),
    ...(consumer && { consumer: consumerAsSeenBy(actor, consumer) }),
    ...(restaurant && { restaurant }),
    ...(ticket && seesOrder(facts, actor) && { ticket }),
    ...(delivery && seesDelivery(facts, actor) && { delivery: deliveryAsSeenBy(actor, facts, delivery) }),
    ...(courier && { courier: courierAsSeenBy(actor, courier) }),
    ...(bill && seesBill(facts, actor) && { bill: billAsSeenBy(actor, bill) }),
  };
}
