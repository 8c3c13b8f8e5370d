import { Refusal, type RefusalCode, type RefusalDetails, type RefusalOf, type Role } from '@rungs/domain';
import type * as Sdl from './types.generated.ts';

/** A refusal as data in a mutation's payload: an object of one of the types that implement `Refusal`. */
export type UserError =
  | Sdl.NotFoundRefusal
  | Sdl.ForbiddenRefusal
  | Sdl.OrderNotCancellableRefusal
  | Sdl.OrderNotRevisableRefusal
  | Sdl.TicketNotAcceptableRefusal
  | Sdl.TicketNotRejectableRefusal
  | Sdl.PreparationNotStartableRefusal
  | Sdl.PreparationNotFinishableRefusal
  | Sdl.PickupNotAllowedRefusal
  | Sdl.DropoffNotAllowedRefusal
  | Sdl.CourierNotAssignableRefusal
  | Sdl.LocationNotReportableRefusal
  | Sdl.BillNotRefundableRefusal
  | Sdl.VersionRequiredRefusal
  | Sdl.StaleVersionRefusal
  | Sdl.InvalidInputRefusal
  | Sdl.MenuItemUnavailableRefusal
  | Sdl.RestaurantClosedRefusal
  | Sdl.BasketEmptyRefusal
  | Sdl.PaymentDeclinedRefusal
  | Sdl.ReadyByOutOfRangeRefusal
  | Sdl.CourierBusyRefusal
  | Sdl.CourierUnavailableRefusal
  | Sdl.RefundExceedsPaymentRefusal
  | Sdl.IdempotencyConflictRefusal
  | Sdl.UnavailableRefusal
  | Sdl.OtherRefusal;

/** The type of a refusal and what it says beyond code and message. */
type Said = UserError extends infer E
  ? E extends UserError
    ? Omit<E, 'code' | 'message' | '__typename'> & Named<E>
    : never
  : never;
type Named<E extends UserError> = { readonly __typename: NonNullable<E['__typename']> };

const notFound = ({ id }: { readonly id: string }): Said => ({ __typename: 'NotFoundRefusal', id });
const other = (): Said => ({ __typename: 'OtherRefusal' });

const SAID: { readonly [C in RefusalCode]: (details: RefusalDetails[C]) => Said } = {
  unauthenticated: other,
  unreadable: other,
  'operation-unknown': other,
  'consumer-not-found': notFound,
  'restaurant-not-found': notFound,
  'menu-item-not-found': notFound,
  'basket-not-found': notFound,
  'order-not-found': notFound,
  'ticket-not-found': notFound,
  'delivery-not-found': notFound,
  'courier-not-found': notFound,
  'bill-not-found': notFound,
  'photo-not-found': notFound,
  'menu-import-not-found': notFound,
  forbidden: ({ operation, role }) => ({ __typename: 'ForbiddenRefusal', operation, role: role as Role }),
  'order-not-cancellable': (details) => ({ __typename: 'OrderNotCancellableRefusal', ...details }),
  'order-not-revisable': (details) => ({ __typename: 'OrderNotRevisableRefusal', ...details }),
  'ticket-not-acceptable': (details) => ({ __typename: 'TicketNotAcceptableRefusal', ...details }),
  'ticket-not-rejectable': (details) => ({ __typename: 'TicketNotRejectableRefusal', ...details }),
  'preparation-not-startable': (details) => ({ __typename: 'PreparationNotStartableRefusal', ...details }),
  'preparation-not-finishable': (details) => ({ __typename: 'PreparationNotFinishableRefusal', ...details }),
  'pickup-not-allowed': (details) => ({ __typename: 'PickupNotAllowedRefusal', ...details }),
  'dropoff-not-allowed': (details) => ({ __typename: 'DropoffNotAllowedRefusal', ...details }),
  'courier-not-assignable': (details) => ({ __typename: 'CourierNotAssignableRefusal', ...details }),
  'location-not-reportable': (details) => ({ __typename: 'LocationNotReportableRefusal', ...details }),
  'bill-not-refundable': ({ state }) => ({
    __typename: 'BillNotRefundableRefusal',
    state,
    paymentState: state,
  }),
  'version-required': (details) => ({ __typename: 'VersionRequiredRefusal', ...details }),
  'stale-version': (details) => ({ __typename: 'StaleVersionRefusal', ...details }),
  'invalid-input': ({ errors }) => ({ __typename: 'InvalidInputRefusal', fieldErrors: errors }),
  'menu-item-unavailable': (details) => ({ __typename: 'MenuItemUnavailableRefusal', ...details }),
  'restaurant-closed': (details) => ({ __typename: 'RestaurantClosedRefusal', ...details }),
  'basket-empty': (details) => ({ __typename: 'BasketEmptyRefusal', ...details }),
  'payment-declined': (total) => ({ __typename: 'PaymentDeclinedRefusal', total }),
  'ready-by-out-of-range': (details) => ({ __typename: 'ReadyByOutOfRangeRefusal', ...details }),
  'courier-busy': (details) => ({ __typename: 'CourierBusyRefusal', ...details }),
  'courier-unavailable': (details) => ({ __typename: 'CourierUnavailableRefusal', ...details }),
  'refund-exceeds-payment': ({ refundableAmount: amount, currency }) => ({
    __typename: 'RefundExceedsPaymentRefusal',
    refundable: { amount, currency },
  }),
  'idempotency-conflict': (details) => ({ __typename: 'IdempotencyConflictRefusal', ...details }),
  unavailable: (details) => ({ __typename: 'UnavailableRefusal', ...details }),
};

/** A refusal as the schema has it: thrown, or kept as data in an outcome. */
export function userErrorOf({ code, message, details }: RefusalOf): UserError {
  const said = SAID[code] as (details: RefusalOf['details']) => Said;
  return { code, message, ...said(details) } as UserError;
}

/** Refusals that are no outcome of the mutation: they stay top-level errors. */
const NOT_AN_OUTCOME: readonly RefusalCode[] = ['unauthenticated'];

/** A mutation's outcome, or its refusal, as the payload's members. */
export async function payloadOf<K extends string, T>(
  member: K,
  change: () => Promise<T>,
): Promise<Record<K, T | null> & { readonly userErrors: readonly UserError[] }> {
  const payload = (value: T | null, userErrors: readonly UserError[]) =>
    ({ [member]: value, userErrors }) as Record<K, T | null> & { readonly userErrors: readonly UserError[] };
  try {
    return payload(await change(), []);
  } catch (error) {
    if (error instanceof Refusal && !NOT_AN_OUTCOME.includes(error.code))
      return payload(null, [userErrorOf(error.toData())]);
    throw error;
  }
}

/** What the actor may not see does not exist: null, and no error. */
export async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Refusal && error.code.endsWith('-not-found')) return null;
    throw error;
  }
}
