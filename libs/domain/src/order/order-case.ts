import { type Actor, subjectOf } from '../actor.ts';
import { billLines, charge, MAX_TOTAL_AMOUNT, type Bill, type PaymentState } from '../accounting/bill.ts';
import type { Address } from '../address.ts';
import type { Delivery, DeliveryState } from '../delivery/delivery.ts';
import type { ConsumerId, OrderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { Ticket, TicketState } from '../kitchen/ticket.ts';
import { type FieldError, Refusal } from '../refusal.ts';
import type { MenuItem, Restaurant } from '../restaurant/restaurant.ts';
import type { Order, OrderLine, OrderLineItem, OrderState } from './order.ts';

/** An order with everything that moves together with it: the unit that a step changes. */
export interface OrderCase {
  readonly order: Order;
  readonly ticket: Ticket;
  readonly delivery: Delivery;
  readonly bill: Bill;
  /** The subject who cancelled, so that the same cancel again can succeed again. */
  readonly cancelledBy?: string;
}

/** The steps of an order's life, by the names of the operations that take them. */
export interface Step {
  readonly by: readonly ('consumer' | 'restaurant' | 'courier' | 'support')[];
  readonly from: readonly OrderState[];
  readonly to: {
    readonly order?: OrderState;
    readonly ticket?: TicketState;
    readonly delivery?: DeliveryState;
    readonly bill?: PaymentState;
  };
}

/** The table of life cycles, once: roles and states of every step are read from here and nowhere else. */
export const STEPS = {
  acceptTicket: { by: ['restaurant'], from: ['APPROVED'], to: { order: 'ACCEPTED', ticket: 'ACCEPTED' } },
  rejectTicket: {
    by: ['restaurant'],
    from: ['APPROVED'],
    to: { order: 'REJECTED', ticket: 'REJECTED', delivery: 'CANCELLED', bill: 'VOIDED' },
  },
  startPreparing: { by: ['restaurant'], from: ['ACCEPTED'], to: { order: 'PREPARING', ticket: 'PREPARING' } },
  finishPreparing: {
    by: ['restaurant'],
    from: ['PREPARING'],
    to: { order: 'READY_FOR_PICKUP', ticket: 'READY_FOR_PICKUP' },
  },
  notePickedUp: {
    by: ['courier'],
    from: ['READY_FOR_PICKUP'],
    to: { order: 'PICKED_UP', ticket: 'PICKED_UP', delivery: 'PICKED_UP' },
  },
  noteDelivered: {
    by: ['courier'],
    from: ['PICKED_UP'],
    to: { order: 'DELIVERED', delivery: 'DELIVERED', bill: 'CAPTURED' },
  },
  reviseOrder: { by: ['consumer'], from: ['APPROVED'], to: {} },
  cancelOrder: {
    by: ['consumer', 'support'],
    from: ['APPROVED', 'ACCEPTED'],
    to: { order: 'CANCELLED', ticket: 'CANCELLED', delivery: 'CANCELLED', bill: 'VOIDED' },
  },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;

export const MAX_LINES = 50;
export const MAX_QUANTITY = 99;
export const MAX_NOTE_CHARACTERS = 500;

/** The limits on asked-for lines, as field errors below `path`; empty when they hold. */
export function lineErrors(lines: readonly OrderLine[], path = '/lines'): FieldError[] {
  const errors: FieldError[] = [];
  if (lines.length < 1 || lines.length > MAX_LINES) {
    errors.push({ path, message: `must have 1 to ${MAX_LINES} lines` });
  }
  const seen = new Set<string>();
  lines.forEach(({ menuItemId, quantity }, index) => {
    errors.push(...quantityErrors(quantity, `${path}/${index}/quantity`));
    if (seen.has(menuItemId)) errors.push({ path: `${path}/${index}/menuItemId`, message: 'must not repeat' });
    seen.add(menuItemId);
  });
  return errors;
}

export function quantityErrors(quantity: number, path: string, min = 1): FieldError[] {
  return Number.isInteger(quantity) && quantity >= min && quantity <= MAX_QUANTITY
    ? []
    : [{ path, message: `must be a whole number from ${min} to ${MAX_QUANTITY}` }];
}

export function noteErrors(note: string | undefined, path = '/deliveryNote'): FieldError[] {
  return note !== undefined && note.length > MAX_NOTE_CHARACTERS
    ? [{ path, message: `must have at most ${MAX_NOTE_CHARACTERS} characters` }]
    : [];
}

export function refuseInvalid(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Refusal('invalid-input', { errors });
}

export interface Placement {
  readonly orderId: OrderId;
  readonly consumerId: ConsumerId;
  readonly restaurant: Restaurant;
  /** The restaurant's items that the lines name; one that is missing is not on this menu. */
  readonly menuItems: readonly MenuItem[];
  readonly lines: readonly OrderLine[];
  readonly deliveryAddress: Address;
  readonly deliveryNote?: string | undefined;
  readonly placedAt: Instant;
}

/** The lines at today's names and prices, or a refusal: closed, not on the menu, not available. */
function priceLines(
  restaurant: Restaurant,
  menuItems: readonly MenuItem[],
  lines: readonly OrderLine[],
): OrderLineItem[] {
  if (!restaurant.open) throw new Refusal('restaurant-closed', { restaurantId: restaurant.id });
  const byId = new Map(menuItems.map((item) => [item.id, item]));
  const errors: FieldError[] = [];
  lines.forEach(({ menuItemId }, index) => {
    if (!byId.has(menuItemId)) {
      errors.push({ path: `/lines/${index}/menuItemId`, message: "is not on this restaurant's menu" });
    }
  });
  refuseInvalid(errors);
  return lines.map(({ menuItemId, quantity }) => {
    const item = byId.get(menuItemId) as MenuItem;
    if (!item.available) throw new Refusal('menu-item-unavailable', { menuItemId, name: item.name });
    return { menuItemId, name: item.name, unitPrice: item.price, quantity };
  });
}

/** A new case, approved: the payment was authorized before (`authorizationCode`). */
export function placeCase(placement: Placement, authorizationCode: string): OrderCase {
  const { orderId, restaurant, deliveryAddress, deliveryNote } = placement;
  const lineItems = priceLines(restaurant, placement.menuItems, placement.lines);
  const charges = charge(lineItems, restaurant.currency);
  if (charges.total.amount > MAX_TOTAL_AMOUNT) {
    refuseInvalid([{ path: '/lines', message: `must cost at most ${MAX_TOTAL_AMOUNT} minor units in all` }]);
  }
  return {
    order: {
      id: orderId,
      version: 1,
      consumerId: placement.consumerId,
      restaurantId: restaurant.id,
      state: 'APPROVED',
      lineItems,
      deliveryAddress,
      ...(deliveryNote === undefined ? {} : { deliveryNote }),
      placedAt: placement.placedAt,
      total: charges.total,
    },
    ticket: { orderId, version: 1, state: 'AWAITING_ACCEPTANCE' },
    delivery: { orderId, version: 1, state: 'PENDING', pickupAddress: restaurant.address, deliveryAddress },
    bill: {
      orderId,
      lines: billLines(lineItems),
      ...charges,
      paymentState: 'AUTHORIZED',
      authorizationCode,
      refunds: [],
    },
  };
}

/** Cancels, with ticket and delivery; the payment is voided and a courier set free. */
export function cancelCase(held: OrderCase, actor: Actor): OrderCase {
  const { from, to } = STEPS.cancelOrder;
  const { order, ticket, delivery, bill } = held;
  if (!(from as readonly OrderState[]).includes(order.state)) {
    throw new Refusal('order-not-cancellable', { state: order.state });
  }
  const { courierId: _freed, ...unassigned } = delivery;
  return {
    order: { ...order, version: order.version + 1, state: to.order },
    ticket: { ...ticket, version: ticket.version + 1, state: to.ticket },
    delivery: { ...unassigned, version: delivery.version + 1, state: to.delivery },
    bill: { ...bill, paymentState: to.bill },
    cancelledBy: subjectOf(actor),
  };
}

/** True when this actor's cancel already holds, so that asking again succeeds and changes nothing. */
export function alreadyCancelledBy(held: OrderCase, actor: Actor): boolean {
  return held.order.state === 'CANCELLED' && held.cancelledBy === subjectOf(actor);
}
