import type { Actor, Bill, Consumer, Courier, Menu, MenuItem, Restaurant, RestaurantId, Ticket } from '@rungs/domain';
import type { CaseFacts, DeliveryRecord, OrderDetailsRecord, OrderRecord } from '../ports/reads.ts';
import type {
  BillView,
  ConsumerView,
  CourierView,
  DeliveryView,
  MenuItemView,
  MenuView,
  OrderDetails,
  OrderView,
  RestaurantView,
  TicketView,
} from '../views.ts';
import { actionsFor, actionsOn, seesBill, seesDelivery, seesOrder } from './order-case.policy.ts';

export function orderAsSeenBy(actor: Actor, { facts, order }: OrderRecord): OrderView {
  return { ...order, actions: actionsFor(facts, actor) };
}

/** All fields for the consumer and support; the name alone for those who serve them. */
export function consumerAsSeenBy(actor: Actor, { id, version, name, email, addresses }: Consumer): ConsumerView {
  const isSelf = actor.role === 'consumer' && actor.consumerId === id;
  const seen = { id, version, name, actions: isSelf ? (['updateConsumer'] as const) : [] };
  return isSelf || actor.role === 'support' ? { ...seen, email, addresses } : seen;
}

/** Staff writes its own restaurant, support every one. */
export function mayManage(restaurantId: RestaurantId, actor: Actor): boolean {
  return actor.role === 'support' || (actor.role === 'restaurant' && actor.restaurantId === restaurantId);
}

export function restaurantAsSeenBy(actor: Actor, restaurant: Restaurant): RestaurantView {
  return { ...restaurant, actions: mayManage(restaurant.id, actor) ? ['updateRestaurant'] : [] };
}

export function menuItemAsSeenBy(actor: Actor, restaurantId: RestaurantId, item: MenuItem): MenuItemView {
  const managed = ['updateMenuItem', 'setPhoto', ...(item.photo ? (['deletePhoto'] as const) : [])] as const;
  return { ...item, actions: mayManage(restaurantId, actor) ? managed : [] };
}

export function menuAsSeenBy(actor: Actor, { restaurantId, version, items }: Menu): MenuView {
  return {
    restaurantId,
    version,
    items: items.map((item) => menuItemAsSeenBy(actor, restaurantId, item)),
    actions: mayManage(restaurantId, actor) ? ['replaceMenu', 'importMenu'] : [],
  };
}

export function ticketAsSeenBy(actor: Actor, facts: CaseFacts, ticket: Ticket): TicketView {
  return { ...ticket, actions: actionsOn('ticket', facts, actor) };
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
    actions: actionsOn('delivery', facts, actor),
    ...(lastLocation && { lastLocation }),
    ...(phoneSeen && courierPhone !== undefined && { courierPhone }),
  };
}

/** Name and vehicle for those served; everything for the courier and support. */
export function courierAsSeenBy(actor: Actor, courier: Courier): CourierView {
  const { id, version, name, vehicle, phone, onDuty, currentDeliveryId } = courier;
  const isSelf = actor.role === 'courier' && actor.courierId === id;
  const full = actor.role === 'support' || isSelf;
  // Going on duty is always possible; going off is not while a delivery is under way.
  const dutyOffered = isSelf && !(onDuty && currentDeliveryId !== undefined);
  return {
    id,
    version,
    name,
    vehicle,
    actions: dutyOffered ? ['setOnDuty'] : [],
    ...(full && { phone, onDuty, ...(currentDeliveryId !== undefined && { currentDeliveryId }) }),
  };
}

export function billAsSeenBy(actor: Actor, facts: CaseFacts, { authorizationCode, ...bill }: Bill): BillView {
  const seen = { ...bill, actions: actionsOn('bill', facts, actor) };
  return actor.role === 'restaurant' ? seen : { ...seen, authorizationCode };
}

/** The composed screen: parts that this actor may not see are left out. */
export function detailsAsSeenBy(actor: Actor, record: OrderDetailsRecord): OrderDetails {
  const { facts, consumer, restaurant, ticket, delivery, courier, bill } = record;
  return {
    order: orderAsSeenBy(actor, record),
    ...(consumer && { consumer: consumerAsSeenBy(actor, consumer) }),
    ...(restaurant && { restaurant: restaurantAsSeenBy(actor, restaurant) }),
    ...(ticket && seesOrder(facts, actor) && { ticket: ticketAsSeenBy(actor, facts, ticket) }),
    ...(delivery && seesDelivery(facts, actor) && { delivery: deliveryAsSeenBy(actor, facts, delivery) }),
    ...(courier && { courier: courierAsSeenBy(actor, courier) }),
    ...(bill && seesBill(facts, actor) && { bill: billAsSeenBy(actor, facts, bill) }),
  };
}
