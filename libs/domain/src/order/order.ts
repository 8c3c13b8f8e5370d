import type { Address } from '../address.ts';
import type { DeliveryState } from '../delivery/delivery.ts';
import type { ConsumerId, MenuItemId, OrderId, RestaurantId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { Money } from '../money/money.ts';

/**
 * The pending states last no longer than a transaction today. They are part of every contract
 * because a remote accounting service will make them visible.
 */
export const ORDER_STATES = [
  'APPROVAL_PENDING',
  'APPROVED',
  'REVISION_PENDING',
  'CANCEL_PENDING',
  'ACCEPTED',
  'REJECTED',
  'PREPARING',
  'READY_FOR_PICKUP',
  'PICKED_UP',
  'DELIVERED',
  'CANCELLED',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

const FINAL_STATES: readonly (OrderState | DeliveryState)[] = ['REJECTED', 'DELIVERED', 'CANCELLED'];

/** True for a state that no order, or no delivery, leaves; they come to it together. A refund is the bill's. */
export function isOver(state: OrderState | DeliveryState): boolean {
  return FINAL_STATES.includes(state);
}

/** Name and price are copied from the menu when the order is placed. */
export interface OrderLineItem {
  readonly menuItemId: MenuItemId;
  readonly name: string;
  readonly unitPrice: Money;
  readonly quantity: number;
}

export interface Order {
  readonly id: OrderId;
  readonly version: number;
  readonly consumerId: ConsumerId;
  readonly restaurantId: RestaurantId;
  readonly state: OrderState;
  readonly lineItems: readonly OrderLineItem[];
  readonly deliveryAddress: Address;
  readonly deliveryNote?: string;
  readonly placedAt: Instant;
  /** The bill's total. */
  readonly total: Money;
}

/** What an actor asks for: so many of one menu item. */
export interface OrderLine {
  readonly menuItemId: MenuItemId;
  readonly quantity: number;
}
