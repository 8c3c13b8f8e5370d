import type { Actor, Bill, Order, OrderLine, OrderLineItem, Restaurant } from '@rungs/domain';
import {
  expectValid,
  long,
  refuse,
  SAID_BY_SERVER,
  whole,
  type ModelCase,
  type ModelOutcome,
  type ModelState,
} from './model-state.ts';
import { billed, cost } from './model-money.ts';

// New orders and revised ones: which lines, at which prices, and whether the card pays.

export function expectGoodOrder(asked: {
  readonly lines?: readonly OrderLine[] | undefined;
  readonly deliveryNote?: string | undefined;
  readonly paymentToken?: string | undefined;
}): void {
  const { lines, deliveryNote = '', paymentToken } = asked;
  expectValid({
    '/lines': lines === undefined || whole(lines.length, 1, 50),
    '/lines/quantity': (lines ?? []).every(({ quantity }) => whole(quantity, 1, 99)),
    '/lines/menuItemId': new Set(lines?.map(({ menuItemId }) => menuItemId)).size === (lines?.length ?? 0),
    '/deliveryNote': long(deliveryNote, 0, 500),
    '/paymentToken': paymentToken === undefined || /^tok_\w{1,100}$/.test(paymentToken),
  });
}

/** Lines that were copied before keep name and price; for the others the restaurant must be open and have them. */
export function priced(
  state: ModelState,
  restaurantId: string,
  lines: readonly OrderLine[],
  copied: readonly OrderLineItem[] = [],
): OrderLineItem[] {
  const menu = state.menus.get(restaurantId) ?? [];
  const wasThere = ({ menuItemId }: OrderLine): boolean => copied.some((item) => item.menuItemId === menuItemId);
  const added = lines.filter((line) => !wasThere(line));
  if (added.length > 0 && !state.restaurants.get(restaurantId)?.open) refuse('restaurant-closed');
  const dishes = added.map(({ menuItemId }) => menu.find(({ id }) => id === menuItemId) ?? refuse('invalid-input'));
  if (dishes.some(({ available }) => !available)) refuse('menu-item-unavailable');
  return lines.map(({ menuItemId, quantity }) => {
    const kept = copied.find((item) => item.menuItemId === menuItemId);
    const dish = dishes.find(({ id }) => id === menuItemId);
    if (kept) return { ...kept, quantity };
    return dish ? { menuItemId, name: dish.name, unitPrice: dish.price, quantity } : refuse('invalid-input');
  });
}

/** What the bill says of the lines, if an order may cost as much and the card is good for it. */
export function paid(
  lineItems: readonly OrderLineItem[],
  currency: string,
  paymentToken: string | undefined,
): Pick<Bill, 'lines' | 'subtotal' | 'deliveryFee' | 'serviceFee' | 'tax' | 'total' | 'authorizationCode'> {
  const charges = cost(lineItems, currency);
  if (charges.total.amount > 1_000_000) refuse('invalid-input', '/lines');
  if (paymentToken === 'tok_declined') refuse('payment-declined');
  if (paymentToken === 'tok_unavailable') refuse('unavailable');
  return { lines: billed(lineItems), ...charges, authorizationCode: SAID_BY_SERVER };
}

export interface PlacedFrom {
  readonly lines: readonly OrderLine[];
  readonly deliveryAddress?: Order['deliveryAddress'] | undefined;
  readonly deliveryNote?: string | undefined;
  readonly paymentToken: string;
}

/** The answer for a new order. Its case enters the model when the server has said id and time. */
export function placed(
  state: ModelState,
  { consumerId }: Actor & { role: 'consumer' },
  restaurant: Restaurant,
  asked: PlacedFrom,
): ModelOutcome {
  const { lines, deliveryNote, paymentToken } = asked;
  expectGoodOrder(asked);
  const lineItems = priced(state, restaurant.id, lines);
  const address = asked.deliveryAddress ?? state.consumers.get(consumerId)?.addresses[0];
  const deliveryAddress = address ?? refuse('invalid-input', '/deliveryAddress');
  const bill = paid(lineItems, restaurant.currency, paymentToken);
  const order: Order = {
    id: SAID_BY_SERVER,
    version: 1,
    consumerId,
    restaurantId: restaurant.id,
    state: 'APPROVED',
    lineItems,
    deliveryAddress,
    ...(deliveryNote !== undefined && { deliveryNote }),
    placedAt: SAID_BY_SERVER,
    total: bill.total,
  };
  return {
    outcome: order,
    adopt: ({ id, placedAt }: Order) => {
      const fresh: ModelCase = {
        order: { ...order, id, placedAt },
        ticket: { orderId: id, version: 1, state: 'AWAITING_ACCEPTANCE' },
        delivery: {
          orderId: id,
          version: 1,
          state: 'PENDING',
          pickupAddress: restaurant.address,
          deliveryAddress,
        },
        bill: { orderId: id, ...bill, paymentState: 'AUTHORIZED', refunds: [] },
        track: [],
      };
      state.cases.set(id, fresh);
    },
  };
}
