import { type GetOrderDetails, ORDER_PARTS, type OrderDetails, type OrderPart } from '@rungs/application';
import { type Actor, isRefusal } from '@rungs/domain';
import { type Makings, makingsOf } from '@rungs/http';
import {
  parseInput,
  representBill,
  representConsumer,
  representCourier,
  representDelivery,
  representOrder,
  representRestaurant,
  representTicket,
} from '@rungs/json';
import type { Names } from '../selection/names.ts';

/** The parts of an order that `expand` names, as reads of orders call them. */
export function orderPartsIn(expand: Names): OrderPart[] {
  return ORDER_PARTS.filter((part) =>
    part === 'courier' ? expand.get('delivery')?.has('courier') === true : expand.has(part),
  );
}

/** The order as it is, each part beside its id, or where none names it, beside what it belongs to. */
export function representExpandedOrder(details: OrderDetails) {
  const { order, consumer, restaurant, ticket, delivery, courier, bill } = details;
  return {
    ...representOrder(order),
    ...(consumer && { consumer: representConsumer(consumer) }),
    ...(restaurant && { restaurant: representRestaurant(restaurant) }),
    ...(ticket && { ticket: representTicket(ticket) }),
    ...(delivery && {
      delivery: { ...representDelivery(delivery), ...(courier && { courier: representCourier(courier) }) },
    }),
    ...(bill && { bill: representBill(bill) }),
  };
}

/**
 * The order that a ticket, a delivery or a bill is of; undefined where it is not asked for, or not for this actor to see,
 * such as for a courier once it is delivered.
 */
export async function orderBehind(
  getOrderDetails: GetOrderDetails,
  actor: Actor,
  params: object,
  expand: Names,
): Promise<OrderDetails | undefined> {
  const asked = expand.get('order');
  if (!asked) return undefined;
  try {
    const input = parseInput.getOrderDetails({ ...params, parts: orderPartsIn(asked) });
    return await getOrderDetails.execute(actor, input);
  } catch (error) {
    if (isRefusal(error, 'order-not-found')) return undefined;
    throw error;
  }
}

/** A thing's own version first, so that a change can be held against it; then those of the order it is shown with. */
export function makingsWithOrder(own: Makings, order: OrderDetails | undefined): Makings {
  if (!order) return own;
  const { versions, others } = makingsOf.orderDetails(order);
  return { id: own.id, versions: [...own.versions, ...versions], others: [...own.others, ...others] };
}
