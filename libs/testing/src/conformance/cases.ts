import {
  BOBS_ORDER,
  CLOSED_RESTAURANT,
  DEMO_DISHES,
  DEMO_ORDERS,
  PERSONAS,
  type OperationName,
  type InputOf,
} from '@rungs/application';
import type { ActorName } from './actors.ts';
import type { Ask } from './ask.ts';

export const NOBODYS_ID = '01900000-0000-7000-8000-00000000dead';
const LUIGIS = PERSONAS.luigi.restaurantId;
const MEIS = PERSONAS.mei.restaurantId;
const ANN = PERSONAS.ann.consumerId;
const BOB = PERSONAS.bob.consumerId;
const DANA = PERSONAS.dana.courierId;

const ORDER_IDS = [...Object.values(DEMO_ORDERS), BOBS_ORDER, NOBODYS_ID, 'no-uuid'];

/** Every read of the slice on things that are one's own, another's, nobody's and nonsense: the visibility table. */
export const READS: readonly { [N in OperationName]: { operation: N; input: InputOf<N> } }[OperationName][] = [
  ...ORDER_IDS.flatMap((orderId) => [
    { operation: 'getOrder' as const, input: { orderId } },
    { operation: 'getOrderDetails' as const, input: { orderId } },
    { operation: 'getTicket' as const, input: { orderId } },
    { operation: 'getDelivery' as const, input: { orderId } },
    { operation: 'getBill' as const, input: { orderId } },
  ]),
  ...[ANN, BOB, NOBODYS_ID].flatMap((consumerId) => [
    { operation: 'getConsumer' as const, input: { consumerId } },
    { operation: 'listOrderHistory' as const, input: { consumerId, limit: 7 } },
    { operation: 'getBasket' as const, input: { consumerId, restaurantId: LUIGIS } },
  ]),
  ...[ANN, NOBODYS_ID].map((consumerId) => ({
    operation: 'listOrderHistory' as const,
    input: { consumerId, limit: 0 },
  })),
  { operation: 'getBasket', input: { consumerId: ANN, restaurantId: NOBODYS_ID } },
  ...[DANA, NOBODYS_ID].map((courierId) => ({ operation: 'getCourier' as const, input: { courierId } })),
  ...[LUIGIS, MEIS, CLOSED_RESTAURANT, NOBODYS_ID].flatMap((restaurantId) => [
    { operation: 'getRestaurant' as const, input: { restaurantId } },
    { operation: 'getMenu' as const, input: { restaurantId } },
    { operation: 'getMenuItem' as const, input: { restaurantId, menuItemId: DEMO_DISHES.tonnarelli } },
  ]),
  { operation: 'listRestaurants', input: {} },
  { operation: 'listRestaurants', input: { limit: 100, open: true } },
  { operation: 'listRestaurants', input: { cuisine: 'Italian', limit: 3 } },
  { operation: 'listOrders', input: {} },
  { operation: 'listOrders', input: { limit: 5, states: ['DELIVERED', 'CANCELLED'] } },
  { operation: 'listOrders', input: { limit: 5, sort: 'placedAt' } },
  { operation: 'listOrders', input: { limit: 3, consumerId: ANN, restaurantId: LUIGIS } },
  { operation: 'listOrders', input: { limit: 3, consumerId: BOB } },
];

const lines = [
  { menuItemId: DEMO_DISHES.tonnarelli, quantity: 2 },
  { menuItemId: DEMO_DISHES.tiramisu, quantity: 1 },
];
const order = { restaurantId: LUIGIS, lines, paymentToken: 'tok_visa' };
const basket = { consumerId: ANN, restaurantId: LUIGIS };

function place(as: ActorName, changed: Partial<InputOf<'placeOrder'>> = {}): Ask {
  return { as, operation: 'placeOrder', input: { ...order, ...changed } };
}

function cancel(
  as: ActorName,
  orderId: string,
  expectedVersion?: number,
  idempotencyKey?: string,
): Extract<Ask, { operation: 'cancelOrder' }> {
  return { as, operation: 'cancelOrder', input: { orderId, expectedVersion, idempotencyKey } };
}

/** Placing directly, and everything that can be wrong with it. */
export const PLACING: readonly Ask[] = [
  place('anonymous'),
  place('luigi'),
  place('dana'),
  place('sam'),
  place('ann', { restaurantId: NOBODYS_ID }),
  place('ann', { restaurantId: CLOSED_RESTAURANT }),
  place('ann', { lines: [] }),
  place('ann', { lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 0 }] }),
  place('ann', { lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 100 }] }),
  place('ann', { lines: [{ menuItemId: NOBODYS_ID, quantity: 1 }] }),
  place('ann', { lines: [{ menuItemId: DEMO_DISHES.soldOut, quantity: 1 }] }),
  place('ann', { deliveryNote: 'x'.repeat(501) }),
  place('ann', { paymentToken: 'cash' }),
  place('ann', { paymentToken: 'tok_declined' }),
  place('ann', { paymentToken: 'tok_unavailable' }),
  place('ann'),
  place('bob', {
    deliveryNote: 'Ring twice. 두 번 눌러 주세요.',
    deliveryAddress: { street: 'Via Appia 1', city: 'Roma', postalCode: '00179', country: 'IT' },
  }),
];

/** Once with each key: the first answer is replayed, refusals too; another request with the key is refused. */
export const KEYED: readonly Ask[] = [
  place('ann', { idempotencyKey: 'key-1' }),
  place('ann', { idempotencyKey: 'key-1' }),
  place('ann', { idempotencyKey: 'key-1', deliveryNote: 'another request' }),
  place('bob', { idempotencyKey: 'key-1' }),
  place('ann', { idempotencyKey: 'key-2', paymentToken: 'tok_declined' }),
  place('ann', { idempotencyKey: 'key-2', paymentToken: 'tok_declined' }),
  place('ann', { idempotencyKey: 'key-3', paymentToken: 'tok_unavailable' }),
];

/** Cancelling in every state, as everybody, with every kind of version. */
export function cancelling(versionOf: (orderId: string) => number): readonly Ask[] {
  const { APPROVED, ACCEPTED, CANCELLED, ...others } = DEMO_ORDERS;
  return [
    cancel('anonymous', APPROVED, versionOf(APPROVED)),
    cancel('ann', NOBODYS_ID, 1),
    cancel('ann', BOBS_ORDER, versionOf(BOBS_ORDER)),
    cancel('mei', APPROVED, versionOf(APPROVED)),
    cancel('luigi', APPROVED, versionOf(APPROVED)),
    cancel('dana', DEMO_ORDERS.PICKED_UP, versionOf(DEMO_ORDERS.PICKED_UP)),
    ...Object.values(others).map((orderId) => cancel('ann', orderId, versionOf(orderId))),
    cancel('ann', CANCELLED, versionOf(CANCELLED)),
    cancel('ann', APPROVED, versionOf(APPROVED) + 7),
    cancel('ann', APPROVED, versionOf(APPROVED), 'cancel-1'),
    // It holds already: succeeds again, with a key, without, and with the version of the first time.
    cancel('ann', APPROVED, versionOf(APPROVED), 'cancel-1'),
    cancel('ann', APPROVED, versionOf(APPROVED)),
    // Another's cancel is not one's own: refused.
    cancel('sam', APPROVED, versionOf(APPROVED) + 1),
    cancel('sam', ACCEPTED, versionOf(ACCEPTED)),
    cancel('sam', ACCEPTED, versionOf(ACCEPTED)),
  ];
}

/** A basket's life: added to, changed, emptied, checked out; and who may not. */
export const BASKETS: readonly Ask[] = [
  { as: 'bob', operation: 'addToBasket', input: { ...basket, menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 } },
  { as: 'sam', operation: 'addToBasket', input: { ...basket, menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 } },
  { as: 'luigi', operation: 'addToBasket', input: { ...basket, menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 } },
  { as: 'ann', operation: 'checkoutBasket', input: { ...basket, expectedVersion: 0, paymentToken: 'tok_visa' } },
  { as: 'ann', operation: 'addToBasket', input: { ...basket, menuItemId: DEMO_DISHES.tonnarelli, quantity: 2 } },
  { as: 'ann', operation: 'addToBasket', input: { ...basket, menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 } },
  { as: 'ann', operation: 'addToBasket', input: { ...basket, menuItemId: DEMO_DISHES.tonnarelli, quantity: 97 } },
  { as: 'ann', operation: 'addToBasket', input: { ...basket, menuItemId: DEMO_DISHES.soldOut, quantity: 1 } },
  { as: 'ann', operation: 'addToBasket', input: { ...basket, menuItemId: NOBODYS_ID, quantity: 1 } },
  {
    as: 'ann',
    operation: 'addToBasket',
    input: { ...basket, menuItemId: DEMO_DISHES.tiramisu, quantity: 4, idempotencyKey: 'add-1' },
  },
  {
    as: 'ann',
    operation: 'addToBasket',
    input: { ...basket, menuItemId: DEMO_DISHES.tiramisu, quantity: 4, idempotencyKey: 'add-1' },
  },
  {
    as: 'ann',
    operation: 'setBasketLine',
    input: { ...basket, menuItemId: DEMO_DISHES.tiramisu, quantity: 2, expectedVersion: 1 },
  },
  {
    as: 'ann',
    operation: 'setBasketLine',
    input: { ...basket, menuItemId: DEMO_DISHES.tiramisu, quantity: 2, expectedVersion: 3 },
  },
  // It holds already: succeeds again with the version of the first time, and changes nothing.
  {
    as: 'ann',
    operation: 'setBasketLine',
    input: { ...basket, menuItemId: DEMO_DISHES.tiramisu, quantity: 2, expectedVersion: 3 },
  },
  { as: 'ann', operation: 'getBasket', input: basket },
  { as: 'sam', operation: 'getBasket', input: basket },
  { as: 'ann', operation: 'clearBasket', input: { ...basket, expectedVersion: 3 } },
  { as: 'ann', operation: 'checkoutBasket', input: { ...basket, expectedVersion: 3, paymentToken: 'tok_visa' } },
  { as: 'ann', operation: 'checkoutBasket', input: { ...basket, expectedVersion: 4, paymentToken: 'tok_declined' } },
  { as: 'ann', operation: 'checkoutBasket', input: { ...basket, expectedVersion: 4, paymentToken: 'tok_visa' } },
  { as: 'ann', operation: 'getBasket', input: basket },
  { as: 'ann', operation: 'addToBasket', input: { ...basket, menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 } },
  { as: 'ann', operation: 'clearBasket', input: { ...basket, expectedVersion: 6 } },
  { as: 'ann', operation: 'clearBasket', input: { ...basket, expectedVersion: 6 } },
];
