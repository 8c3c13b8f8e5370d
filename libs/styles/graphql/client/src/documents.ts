import type { InputOf, OperationName } from '@rungs/application';
import type { RefusalJson } from '@rungs/json';
import { documentOf } from './exchange.ts';
import { MONEY } from './selections.ts';
import type { UserError } from './user-errors.ts';

// What the operations of all contexts are made of. The operation behind each method of the client stands in a file of
// its context: `order/order.documents.ts`.

export interface ById {
  readonly id: string;
}

export interface ConnectionJson<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor?: string;
    readonly endCursor?: string;
  };
}

export interface PageVariables {
  readonly first?: number | undefined;
  readonly after?: string | undefined;
  readonly last?: number | undefined;
  readonly before?: string | undefined;
}
export const PAGE_VARIABLES = '$first: Int, $after: String, $last: Int, $before: String';
export const PAGE_ARGUMENTS = 'first: $first, after: $after, last: $last, before: $before';
export const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** What a list is narrowed by. */
export type FilterOf<N extends OperationName> = Omit<InputOf<N>, 'limit' | 'after' | 'before' | 'sort'>;

/** What any change may be refused for. */
const ALWAYS = `
  code
  message
  ... on NotFoundRefusal { id }
  ... on ForbiddenRefusal { operation role }
  ... on VersionRequiredRefusal { currentVersion }
  ... on StaleVersionRefusal { expectedVersion currentVersion }
  ... on InvalidInputRefusal { fieldErrors { path message } }
  ... on IdempotencyConflictRefusal { idempotencyKey }
  ... on UnavailableRefusal { part retryAfterSeconds }
`;

/** What some changes may be refused for besides, with the details of each. */
const BESIDES = {
  'order-not-cancellable': '... on OrderNotCancellableRefusal { state }',
  'order-not-revisable': '... on OrderNotRevisableRefusal { state }',
  'ticket-not-acceptable': '... on TicketNotAcceptableRefusal { state }',
  'ticket-not-rejectable': '... on TicketNotRejectableRefusal { state }',
  'preparation-not-startable': '... on PreparationNotStartableRefusal { state }',
  'preparation-not-finishable': '... on PreparationNotFinishableRefusal { state }',
  'pickup-not-allowed': '... on PickupNotAllowedRefusal { state }',
  'dropoff-not-allowed': '... on DropoffNotAllowedRefusal { state }',
  'courier-not-assignable': '... on CourierNotAssignableRefusal { state }',
  'location-not-reportable': '... on LocationNotReportableRefusal { state }',
  'bill-not-refundable': '... on BillNotRefundableRefusal { state: paymentState }',
  'menu-item-unavailable': '... on MenuItemUnavailableRefusal { menuItemId name }',
  'restaurant-closed': '... on RestaurantClosedRefusal { restaurantId }',
  'basket-empty': '... on BasketEmptyRefusal { restaurantId }',
  'payment-declined': `... on PaymentDeclinedRefusal { total ${MONEY} }`,
  'ready-by-out-of-range': '... on ReadyByOutOfRangeRefusal { earliest latest }',
  'courier-busy': '... on CourierBusyRefusal { courierId }',
  'courier-unavailable': '... on CourierUnavailableRefusal { orderId }',
  'refund-exceeds-payment': `... on RefundExceedsPaymentRefusal { refundable ${MONEY} }`,
} as const satisfies { readonly [C in RefusalJson['code']]?: string };

type Besides = keyof typeof BESIDES;

/** The selection of a refusal: of what any change may be refused for, and of the codes named. */
export function refusal(...codes: readonly Besides[]): string {
  return `{ ${ALWAYS} ${codes.map((code) => BESIDES[code]).join(' ')} }`;
}

/** A payload: the changed thing, or what was wrong. */
export interface Payload<T> {
  readonly result?: T;
  readonly userErrors: readonly UserError[];
}

/**
 * The document of a change. `result` is the payload's member that holds what was changed; `codes` are what this change
 * may be refused for besides the usual: asking for no other keeps the text short, which travels with every call.
 */
export function mutationOf<N extends OperationName, T>(operation: N, result: string, ...codes: readonly Besides[]) {
  const name = operation.charAt(0).toUpperCase() + operation.slice(1);
  return documentOf<{ payload: Payload<T> }, { readonly input: InputOf<N> }>(`
    mutation ${name}($input: ${name}Input!) {
      payload: ${operation}(input: $input) { result: ${result} userErrors ${refusal(...codes)} }
    }
  `);
}
