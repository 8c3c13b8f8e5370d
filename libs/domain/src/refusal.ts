import type { DeliveryState } from './delivery/delivery.ts';
import type { PaymentState } from './accounting/bill.ts';
import type { TicketState } from './kitchen/ticket.ts';
import type { OrderState } from './order/order.ts';

/** One thing wrong with one member of the input; `path` is an RFC 6901 JSON pointer into it. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** Every way in which we say no, with the details that each carries. Closed: styles map all of them. */
export interface RefusalDetails {
  unauthenticated: { readonly reason: 'missing' | 'invalid' | 'expired' };
  unreadable: { readonly reason: string };
  'operation-unknown': { readonly operation: string };
  'consumer-not-found': { readonly id: string };
  'restaurant-not-found': { readonly id: string };
  'menu-item-not-found': { readonly id: string };
  'basket-not-found': { readonly id: string };
  'order-not-found': { readonly id: string };
  'ticket-not-found': { readonly id: string };
  'delivery-not-found': { readonly id: string };
  'courier-not-found': { readonly id: string };
  'bill-not-found': { readonly id: string };
  /** Gone: there was one, and it was taken away. */
  'photo-not-found': { readonly id: string; readonly gone?: true };
  'menu-import-not-found': { readonly id: string };
  forbidden: { readonly operation: string; readonly role: string };
  'order-not-cancellable': { readonly state: OrderState };
  'order-not-revisable': { readonly state: OrderState };
  'ticket-not-acceptable': { readonly state: TicketState };
  'ticket-not-rejectable': { readonly state: TicketState };
  'preparation-not-startable': { readonly state: TicketState };
  'preparation-not-finishable': { readonly state: TicketState };
  'pickup-not-allowed': { readonly state: DeliveryState };
  'dropoff-not-allowed': { readonly state: DeliveryState };
  'courier-not-assignable': { readonly state: DeliveryState };
  'location-not-reportable': { readonly state: DeliveryState };
  'bill-not-refundable': { readonly state: PaymentState };
  'version-required': { readonly currentVersion: number };
  'stale-version': { readonly expectedVersion: number; readonly currentVersion: number };
  'invalid-input': { readonly errors: readonly FieldError[] };
  'menu-item-unavailable': { readonly menuItemId: string; readonly name: string };
  'restaurant-closed': { readonly restaurantId: string };
  'basket-empty': { readonly restaurantId: string };
  'payment-declined': { readonly amount: number; readonly currency: string };
  'ready-by-out-of-range': { readonly earliest: string; readonly latest: string };
  'courier-busy': { readonly courierId: string };
  'courier-unavailable': { readonly orderId: string };
  'refund-exceeds-payment': { readonly refundableAmount: number; readonly currency: string };
  'idempotency-conflict': { readonly idempotencyKey: string };
  unavailable: { readonly part: string; readonly retryAfterSeconds: number };
}

export type RefusalCode = keyof RefusalDetails;

const notFound =
  (thing: string) =>
  ({ id }: { readonly id: string }) =>
    `There is no ${thing} ${id} that you may see.`;

const SENTENCES: { readonly [C in RefusalCode]: (details: RefusalDetails[C]) => string } = {
  unauthenticated: ({ reason }) =>
    ({
      missing: 'Sign in first: this needs a bearer token.',
      invalid: 'The bearer token is not one of ours. Get a new one.',
      expired: 'The bearer token has expired. Get a new one.',
    })[reason],
  unreadable: ({ reason }) => `The request cannot be read: ${reason}`,
  'operation-unknown': ({ operation }) => `There is no operation ${operation} here.`,
  'consumer-not-found': notFound('consumer'),
  'restaurant-not-found': notFound('restaurant'),
  'menu-item-not-found': notFound('menu item'),
  'basket-not-found': notFound('basket'),
  'order-not-found': notFound('order'),
  'ticket-not-found': notFound('ticket'),
  'delivery-not-found': notFound('delivery'),
  'courier-not-found': notFound('courier'),
  'bill-not-found': notFound('bill'),
  'photo-not-found': ({ id, gone }) =>
    gone ? `The photo of the menu item ${id} was taken away.` : notFound('photo of a menu item')({ id }),
  'menu-import-not-found': notFound('menu import'),
  forbidden: ({ operation, role }) => `Signed in as ${role}: ${operation} is not yours to do.`,
  'order-not-cancellable': ({ state }) =>
    `An order can be cancelled while it is APPROVED or ACCEPTED; this one is ${state}.`,
  'order-not-revisable': ({ state }) => `An order can be revised while it is APPROVED; this one is ${state}.`,
  'ticket-not-acceptable': ({ state }) => `A ticket can be accepted while it awaits acceptance; this one is ${state}.`,
  'ticket-not-rejectable': ({ state }) => `A ticket can be rejected while it awaits acceptance; this one is ${state}.`,
  'preparation-not-startable': ({ state }) => `Cooking starts from an ACCEPTED ticket; this one is ${state}.`,
  'preparation-not-finishable': ({ state }) => `Cooking ends from a PREPARING ticket; this one is ${state}.`,
  'pickup-not-allowed': ({ state }) =>
    `Only a scheduled delivery whose food is ready can be picked up; this one is ${state}.`,
  'dropoff-not-allowed': ({ state }) => `Only a delivery on its way can be dropped off; this one is ${state}.`,
  'courier-not-assignable': ({ state }) =>
    `A courier is assigned to an accepted order's waiting delivery; this one is ${state}.`,
  'location-not-reportable': ({ state }) => `A courier reports where a current delivery is; this one is ${state}.`,
  'bill-not-refundable': ({ state }) => `Only a captured payment can be refunded; this one is ${state}.`,
  'version-required': ({ currentVersion }) =>
    `Say which version you are changing; the current one is ${currentVersion}.`,
  'stale-version': ({ expectedVersion, currentVersion }) =>
    expectedVersion < 0
      ? `The change is not meant for what there is now, which is version ${currentVersion}. Read it again.`
      : `You are changing version ${expectedVersion}, but version ${currentVersion} is current. Read it again.`,
  'invalid-input': ({ errors }) =>
    `The input is not valid: ${errors.map(({ path, message }) => `${path || '(whole)'} ${message}`).join('; ')}.`,
  'menu-item-unavailable': ({ name }) => `${name} is not available now.`,
  'restaurant-closed': () => 'The restaurant is closed now.',
  'basket-empty': () => 'The basket is empty: add something first.',
  'payment-declined': () => 'The card was declined. Nothing was ordered, changed or charged.',
  'ready-by-out-of-range': ({ earliest, latest }) => `readyBy must lie between ${earliest} and ${latest}.`,
  'courier-busy': () => 'A courier with a current delivery cannot go off duty.',
  'courier-unavailable': () => 'No courier is free now.',
  'refund-exceeds-payment': ({ refundableAmount, currency }) =>
    `At most ${refundableAmount} minor units of ${currency} can still be refunded.`,
  'idempotency-conflict': ({ idempotencyKey }) =>
    `The idempotency key ${idempotencyKey} was used for another request. Use a new key.`,
  unavailable: ({ part, retryAfterSeconds }) => `${part} is unavailable. Try again in ${retryAfterSeconds} s.`,
};

export const REFUSAL_CODES = Object.keys(SENTENCES) as readonly RefusalCode[];

/** A refusal as data: what travels, is stored with an idempotency key, and is compared in tests. */
export type RefusalOf<C extends RefusalCode = RefusalCode> = {
  readonly [K in C]: { readonly code: K; readonly message: string; readonly details: RefusalDetails[K] };
}[C];

/** A rule said no. Thrown by use cases, mapped once per style; anything else thrown is a defect. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: C,
    readonly details: RefusalDetails[C],
  ) {
    super(SENTENCES[code](details));
  }

  toData(): RefusalOf<C> {
    return { code: this.code, message: this.message, details: this.details } as RefusalOf<C>;
  }
}

/** True for a refusal of any of the codes (of any code when none is named). */
export function isRefusal<C extends RefusalCode>(error: unknown, ...codes: readonly C[]): error is Refusal<C> {
  return error instanceof Refusal && (codes.length === 0 || codes.includes(error.code as C));
}
