import { BOBS_ORDER, CLOSED_RESTAURANT, DEMO_DISHES, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import type { RefusalCode } from '@rungs/domain';
import { expect } from 'vitest';
import type * as Sdl from '../src/types.generated.ts';
import type { UserError } from '../src/user-errors.ts';
import type { AskedBy } from './asking.ts';

/** A mutation that is refused for real, and what its one user error says. */
export interface Provoked {
  readonly mutation: keyof Sdl.Mutation;
  readonly as?: AskedBy | 'the courier of the order that is ready';
  readonly input: object;
  /** What is asked before it, of the same mutation: succeeds. */
  readonly before?: object;
  readonly typename: Exclude<NonNullable<UserError['__typename']>, 'OtherRefusal'>;
  readonly message: unknown;
  /** The members of its own type. */
  readonly says: object;
}

/** Why no mutation's payload ever holds it. */
export interface NeverInAPayload {
  readonly never: string;
}

const { ann, bob, luigi, dana } = PERSONAS;
const { tonnarelli, tiramisu, soldOut } = DEMO_DISHES;
const { APPROVED, PREPARING, READY_FOR_PICKUP, PICKED_UP, DELIVERED } = DEMO_ORDERS;
const NOBODYS = '01900000-0000-7000-8000-0000000fffff';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown;
const thereIsNo = (thing: string, id = NOBODYS) => `There is no ${thing} ${id} that you may see.`;

const order = {
  restaurantId: luigi.restaurantId,
  lines: [{ menuItemId: tonnarelli, quantity: 2 }],
  paymentToken: 'tok_visa',
};
const basket = { consumerId: ann.consumerId, restaurantId: luigi.restaurantId };
const dish = { restaurantId: luigi.restaurantId, menuItemId: tiramisu };
const notFound = { typename: 'NotFoundRefusal', says: { id: NOBODYS } } as const;

/** Each refusal code. */
export const PROVOKED: Readonly<Record<RefusalCode, Provoked | NeverInAPayload>> = {
  unauthenticated: { never: 'who did not sign in gets a top-level error: it is no outcome of any one mutation' },
  unreadable: { never: 'what cannot be parsed names no mutation' },
  'operation-unknown': { never: 'what the schema lacks is refused by validation, before any mutation runs' },
  'photo-not-found': { never: 'read only, where it is null; to delete a photo that is gone succeeds' },
  'menu-import-not-found': { never: 'read only, where it is null' },

  'consumer-not-found': {
    mutation: 'updateConsumer',
    input: { consumerId: NOBODYS, email: 'ann@example.org', expectedVersion: 1 },
    message: thereIsNo('consumer'),
    ...notFound,
  },
  'restaurant-not-found': {
    mutation: 'placeOrder',
    input: { ...order, restaurantId: NOBODYS },
    message: thereIsNo('restaurant'),
    ...notFound,
  },
  'menu-item-not-found': {
    mutation: 'updateMenuItem',
    as: 'luigi',
    input: { ...dish, menuItemId: NOBODYS, available: true, expectedVersion: 1 },
    message: thereIsNo('menu item'),
    ...notFound,
  },
  'basket-not-found': {
    mutation: 'addToBasket',
    input: { ...basket, consumerId: bob.consumerId, menuItemId: tiramisu, quantity: 1 },
    typename: 'NotFoundRefusal',
    message: thereIsNo('basket', `${bob.consumerId}/${luigi.restaurantId}`),
    says: { id: `${bob.consumerId}/${luigi.restaurantId}` },
  },
  'order-not-found': {
    mutation: 'cancelOrder',
    input: { orderId: BOBS_ORDER, expectedVersion: 1 },
    typename: 'NotFoundRefusal',
    message: thereIsNo('order', BOBS_ORDER),
    says: { id: BOBS_ORDER },
  },
  'ticket-not-found': {
    mutation: 'startPreparing',
    as: 'luigi',
    input: { orderId: NOBODYS, expectedVersion: 1 },
    message: thereIsNo('ticket'),
    ...notFound,
  },
  'delivery-not-found': {
    mutation: 'assignCourier',
    as: 'sam',
    input: { orderId: NOBODYS, expectedVersion: 1 },
    message: thereIsNo('delivery'),
    ...notFound,
  },
  'courier-not-found': {
    mutation: 'setOnDuty',
    as: 'dana',
    input: { courierId: NOBODYS, onDuty: true, expectedVersion: 1 },
    message: thereIsNo('courier'),
    ...notFound,
  },
  'bill-not-found': {
    mutation: 'refundBill',
    as: 'sam',
    input: { orderId: NOBODYS, amount: eur(1), reason: 'cold' },
    message: thereIsNo('bill'),
    ...notFound,
  },
  forbidden: {
    mutation: 'cancelOrder',
    as: 'luigi',
    input: { orderId: APPROVED, expectedVersion: 1 },
    typename: 'ForbiddenRefusal',
    message: 'Signed in as restaurant: cancelOrder is not yours to do.',
    says: { operation: 'cancelOrder', role: 'RESTAURANT' },
  },
  'order-not-cancellable': {
    mutation: 'cancelOrder',
    input: { orderId: DELIVERED, expectedVersion: 1 },
    typename: 'OrderNotCancellableRefusal',
    message: 'An order can be cancelled while it is APPROVED or ACCEPTED; this one is DELIVERED.',
    says: { state: 'DELIVERED' },
  },
  'order-not-revisable': {
    mutation: 'reviseOrder',
    input: { orderId: DELIVERED, deliveryNote: 'Ring twice.', expectedVersion: 1 },
    typename: 'OrderNotRevisableRefusal',
    message: 'An order can be revised while it is APPROVED; this one is DELIVERED.',
    says: { state: 'DELIVERED' },
  },
  'ticket-not-acceptable': {
    mutation: 'acceptTicket',
    as: 'luigi',
    input: { orderId: DEMO_ORDERS.REJECTED, readyBy: inHours(1), expectedVersion: 1 },
    typename: 'TicketNotAcceptableRefusal',
    message: 'A ticket can be accepted while it awaits acceptance; this one is REJECTED.',
    says: { state: 'REJECTED' },
  },
  'ticket-not-rejectable': {
    mutation: 'rejectTicket',
    as: 'luigi',
    input: { orderId: PREPARING, reason: 'Out of pasta.', expectedVersion: 1 },
    typename: 'TicketNotRejectableRefusal',
    message: 'A ticket can be rejected while it awaits acceptance; this one is PREPARING.',
    says: { state: 'PREPARING' },
  },
  'preparation-not-startable': {
    mutation: 'startPreparing',
    as: 'luigi',
    input: { orderId: APPROVED, expectedVersion: 1 },
    typename: 'PreparationNotStartableRefusal',
    message: 'Cooking starts from an ACCEPTED ticket; this one is AWAITING_ACCEPTANCE.',
    says: { state: 'AWAITING_ACCEPTANCE' },
  },
  'preparation-not-finishable': {
    mutation: 'finishPreparing',
    as: 'luigi',
    input: { orderId: APPROVED, expectedVersion: 1 },
    typename: 'PreparationNotFinishableRefusal',
    message: 'Cooking ends from a PREPARING ticket; this one is AWAITING_ACCEPTANCE.',
    says: { state: 'AWAITING_ACCEPTANCE' },
  },
  'pickup-not-allowed': {
    mutation: 'notePickedUp',
    as: 'dana',
    input: { orderId: DELIVERED, expectedVersion: 1 },
    typename: 'PickupNotAllowedRefusal',
    message: 'Only a scheduled delivery whose food is ready can be picked up; this one is DELIVERED.',
    says: { state: 'DELIVERED' },
  },
  'dropoff-not-allowed': {
    mutation: 'noteDelivered',
    as: 'the courier of the order that is ready',
    input: { orderId: READY_FOR_PICKUP, expectedVersion: 1 },
    typename: 'DropoffNotAllowedRefusal',
    message: 'Only a delivery on its way can be dropped off; this one is SCHEDULED.',
    says: { state: 'SCHEDULED' },
  },
  'courier-not-assignable': {
    mutation: 'assignCourier',
    as: 'sam',
    input: { orderId: DELIVERED, expectedVersion: 1 },
    typename: 'CourierNotAssignableRefusal',
    message: "A courier is assigned to an accepted order's waiting delivery; this one is DELIVERED.",
    says: { state: 'DELIVERED' },
  },
  'location-not-reportable': {
    mutation: 'reportLocation',
    as: 'dana',
    input: { orderId: DELIVERED, lat: 41.9, lon: 12.5 },
    typename: 'LocationNotReportableRefusal',
    message: 'A courier reports where a current delivery is; this one is DELIVERED.',
    says: { state: 'DELIVERED' },
  },
  'bill-not-refundable': {
    mutation: 'refundBill',
    as: 'sam',
    input: { orderId: PICKED_UP, amount: eur(1), reason: 'cold' },
    typename: 'BillNotRefundableRefusal',
    message: 'Only a captured payment can be refunded; this one is AUTHORIZED.',
    says: { paymentState: 'AUTHORIZED', state: 'AUTHORIZED' },
  },
  'version-required': {
    mutation: 'cancelOrder',
    input: { orderId: APPROVED },
    typename: 'VersionRequiredRefusal',
    message: 'Say which version you are changing; the current one is 1.',
    says: { currentVersion: 1 },
  },
  'stale-version': {
    mutation: 'cancelOrder',
    input: { orderId: APPROVED, expectedVersion: 99 },
    typename: 'StaleVersionRefusal',
    message: 'You are changing version 99, but version 1 is current. Read it again.',
    says: { expectedVersion: 99, currentVersion: 1 },
  },
  'invalid-input': {
    mutation: 'placeOrder',
    input: { ...order, lines: [{ menuItemId: tonnarelli, quantity: 0 }] },
    typename: 'InvalidInputRefusal',
    message: 'The input is not valid: /lines/0/quantity must be a whole number from 1 to 99.',
    says: { fieldErrors: [{ path: '/lines/0/quantity', message: 'must be a whole number from 1 to 99' }] },
  },
  'menu-item-unavailable': {
    mutation: 'placeOrder',
    input: { ...order, lines: [{ menuItemId: soldOut, quantity: 1 }] },
    typename: 'MenuItemUnavailableRefusal',
    message: expect.stringMatching(/ is not available now\.$/),
    says: { menuItemId: soldOut, name: expect.any(String) },
  },
  'restaurant-closed': {
    mutation: 'placeOrder',
    input: { ...order, restaurantId: CLOSED_RESTAURANT },
    typename: 'RestaurantClosedRefusal',
    message: 'The restaurant is closed now.',
    says: { restaurantId: CLOSED_RESTAURANT },
  },
  'basket-empty': {
    mutation: 'checkoutBasket',
    as: 'bob',
    input: { ...basket, consumerId: bob.consumerId, paymentToken: 'tok_visa', expectedVersion: 0 },
    typename: 'BasketEmptyRefusal',
    message: 'The basket is empty: add something first.',
    says: { restaurantId: luigi.restaurantId },
  },
  'payment-declined': {
    mutation: 'placeOrder',
    input: { ...order, paymentToken: 'tok_declined' },
    typename: 'PaymentDeclinedRefusal',
    message: 'The card was declined. Nothing was ordered, changed or charged.',
    says: { total: { amount: expect.any(Number), currency: 'EUR' } },
  },
  'ready-by-out-of-range': {
    mutation: 'acceptTicket',
    as: 'luigi',
    input: { orderId: APPROVED, readyBy: inHours(25), expectedVersion: 1 },
    typename: 'ReadyByOutOfRangeRefusal',
    message: expect.stringMatching(/^readyBy must lie between .+ and .+\.$/),
    says: { earliest: instant, latest: instant },
  },
  'courier-busy': {
    mutation: 'setOnDuty',
    as: 'dana',
    input: { courierId: dana.courierId, onDuty: false, expectedVersion: 1 },
    typename: 'CourierBusyRefusal',
    message: 'A courier with a current delivery cannot go off duty.',
    says: { courierId: dana.courierId },
  },
  'courier-unavailable': {
    mutation: 'assignCourier',
    as: 'sam',
    input: { orderId: PREPARING, courierId: dana.courierId, expectedVersion: 1 },
    typename: 'CourierUnavailableRefusal',
    message: 'No courier is free now.',
    says: { orderId: PREPARING },
  },
  'refund-exceeds-payment': {
    mutation: 'refundBill',
    as: 'sam',
    input: { orderId: DELIVERED, amount: eur(900_000), reason: 'cold' },
    typename: 'RefundExceedsPaymentRefusal',
    message: expect.stringMatching(/^At most \d+ minor units of EUR can still be refunded\.$/),
    says: { refundable: { amount: expect.any(Number), currency: 'EUR' } },
  },
  'idempotency-conflict': {
    mutation: 'addToBasket',
    before: { ...basket, menuItemId: tiramisu, quantity: 1, idempotencyKey: 'once' },
    input: { ...basket, menuItemId: tiramisu, quantity: 2, idempotencyKey: 'once' },
    typename: 'IdempotencyConflictRefusal',
    message: 'The idempotency key once was used for another request. Use a new key.',
    says: { idempotencyKey: 'once' },
  },
  unavailable: {
    mutation: 'placeOrder',
    input: { ...order, paymentToken: 'tok_unavailable' },
    typename: 'UnavailableRefusal',
    message: 'The payment provider is unavailable. Try again in 5 s.',
    says: { part: 'The payment provider', retryAfterSeconds: 5 },
  },
};
