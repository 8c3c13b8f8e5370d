import { billLines, charge, MAX_TOTAL_AMOUNT, type Bill, type Charges } from '../accounting/bill.ts';
import { sameAddress, type Address } from '../address.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { ConsumerId, OrderId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { Ticket } from '../kitchen/ticket.ts';
import { type FieldError, Refusal } from '../refusal.ts';
import type { MenuItem } from '../restaurant/menu.ts';
import type { Restaurant } from '../restaurant/restaurant.ts';
import type { Order, OrderLine, OrderLineItem } from './order.ts';

/** An order with everything that moves together with it: the unit that a step changes. */
export interface OrderCase {
  readonly order: Order;
  readonly ticket: Ticket;
  readonly delivery: Delivery;
  readonly bill: Bill;
  /** The subject who cancelled, so that the same cancel again can succeed again. */
  readonly cancelledBy?: string;
}

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

/**
 * The lines at the names and prices that `held` copied, the others at today's; or a refusal: closed, not on the menu,
 * not available. What was copied is owed to nobody's menu of today.
 */
function priceLines(
  restaurant: Restaurant,
  menuItems: readonly MenuItem[],
  lines: readonly OrderLine[],
  held: readonly OrderLineItem[] = [],
): OrderLineItem[] {
  const copied = new Map(held.map((item) => [item.menuItemId, item]));
  const added = lines.some(({ menuItemId }) => !copied.has(menuItemId));
  if (added && !restaurant.open) throw new Refusal('restaurant-closed', { restaurantId: restaurant.id });
  const byId = new Map(menuItems.map((item) => [item.id, item]));
  const errors: FieldError[] = [];
  lines.forEach(({ menuItemId }, index) => {
    if (!copied.has(menuItemId) && !byId.has(menuItemId)) {
      errors.push({ path: `/lines/${index}/menuItemId`, message: "is not on this restaurant's menu" });
    }
  });
  refuseInvalid(errors);
  return lines.map(({ menuItemId, quantity }) => {
    const kept = copied.get(menuItemId);
    if (kept) return { ...kept, quantity };
    const item = byId.get(menuItemId) as MenuItem;
    if (!item.available) throw new Refusal('menu-item-unavailable', { menuItemId, name: item.name });
    return { menuItemId, name: item.name, unitPrice: item.price, quantity };
  });
}

function chargeWithin(lineItems: readonly OrderLineItem[], currency: string): Charges {
  const charges = charge(lineItems, currency);
  if (charges.total.amount > MAX_TOTAL_AMOUNT) {
    refuseInvalid([{ path: '/lines', message: `must cost at most ${MAX_TOTAL_AMOUNT} minor units in all` }]);
  }
  return charges;
}

/** A new case, approved: the payment was authorized before (`authorizationCode`). */
export function placeCase(placement: Placement, authorizationCode: string): OrderCase {
  const { orderId, restaurant, deliveryAddress, deliveryNote } = placement;
  const lineItems = priceLines(restaurant, placement.menuItems, placement.lines);
  const charges = chargeWithin(lineItems, restaurant.currency);
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

/** What a revision may change; what is absent stays. */
export interface Revision {
  readonly lines?: readonly OrderLine[] | undefined;
  readonly deliveryAddress?: Address | undefined;
  /** Empty takes the note away. */
  readonly deliveryNote?: string | undefined;
}

/** True when the order is already as the revision asks. */
export function holdsRevision({ order }: OrderCase, revision: Revision): boolean {
  const { lines, deliveryAddress, deliveryNote } = revision;
  return (
    (lines === undefined || sameLines(order.lineItems, lines)) &&
    (deliveryAddress === undefined || sameAddress(order.deliveryAddress, deliveryAddress)) &&
    (deliveryNote === undefined || (order.deliveryNote ?? '') === deliveryNote)
  );
}

/**
 * The case as revised: surviving lines at their copied price, added ones at the menu's now, under a new authorization.
 * A new address is the delivery's, too. Whether the state allows it is `requireStep`'s to say.
 */
export function reviseCase(
  held: OrderCase,
  revision: Revision,
  menu: { readonly restaurant: Restaurant; readonly menuItems: readonly MenuItem[] },
  authorizationCode: string,
): OrderCase {
  const { order, delivery, bill } = held;
  const { deliveryNote: heldNote, ...withoutNote } = order;
  const lines = revision.lines ?? order.lineItems;
  const lineItems = priceLines(menu.restaurant, menu.menuItems, lines, order.lineItems);
  const charges = chargeWithin(lineItems, order.total.currency);
  const deliveryAddress = revision.deliveryAddress ?? order.deliveryAddress;
  const deliveryNote = revision.deliveryNote ?? heldNote ?? '';
  return {
    ...held,
    order: {
      ...withoutNote,
      version: order.version + 1,
      lineItems,
      deliveryAddress,
      ...(deliveryNote !== '' && { deliveryNote }),
      total: charges.total,
    },
    delivery: sameAddress(delivery.deliveryAddress, deliveryAddress)
      ? delivery
      : { ...delivery, version: delivery.version + 1, deliveryAddress },
    bill: { ...bill, lines: billLines(lineItems), ...charges, authorizationCode },
  };
}

function sameLines(held: readonly OrderLine[], asked: readonly OrderLine[]): boolean {
  return (
    held.length === asked.length &&
    held.every(({ menuItemId, quantity }, index) => {
      const line = asked[index] as OrderLine;
      return line.menuItemId === menuItemId && line.quantity === quantity;
    })
  );
}
