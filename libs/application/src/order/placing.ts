import {
  placeCase,
  Refusal,
  subjectOf,
  type Actor,
  type Address,
  type FieldError,
  type OrderCase,
  type Placement,
} from '@rungs/domain';
import type { Transaction } from '../ports/unit-of-work.ts';
import { orderAsSeenBy } from '../policy/visibility.ts';
import type { OrderView } from '../views.ts';
import { factsOf, momentOf } from './case-step.ts';

// Placing directly and checking out a basket are one rule with two doors.

/** A card as the payment provider names it to us. */
export const PAYMENT_TOKEN_PATTERN = /^tok_\w{1,100}$/;

export function paymentTokenErrors(paymentToken: string): FieldError[] {
  return PAYMENT_TOKEN_PATTERN.test(paymentToken)
    ? []
    : [{ path: '/paymentToken', message: 'must be a token of the payment provider, tok_…' }];
}

/** The address given, or the documented default: the consumer's first. */
export function deliveryAddressOf(given: Address | undefined, known: readonly Address[] | undefined): Address {
  const address = given ?? known?.[0];
  if (address === undefined) {
    throw new Refusal('invalid-input', {
      errors: [{ path: '/deliveryAddress', message: 'is needed: the consumer has no address on file' }],
    });
  }
  return address;
}

/** What the order would be worth now, before any row is locked: the amount to authorize. */
export function previewOf(placement: Placement): OrderCase {
  return placeCase(placement, '');
}

export function priceMoved(): Refusal {
  return new Refusal('unavailable', { part: 'The menu (a price has just changed)', retryAfterSeconds: 1 });
}

/**
 * Writes the case. The total may have moved between authorization and transaction; then the call is refused
 * as `unavailable`, so that nobody is charged an amount that was not authorized.
 */
export async function addPlaced(
  transaction: Transaction,
  actor: Actor,
  type: 'placeOrder' | 'checkoutBasket',
  placement: Placement,
  authorized: { readonly code: string; readonly amount: number },
): Promise<OrderView> {
  const placed = placeCase(placement, authorized.code);
  if (placed.order.total.amount !== authorized.amount) throw priceMoved();
  await transaction.addOrderCase(placed);
  await transaction.append({
    type,
    subjectId: placed.order.id,
    actor: subjectOf(actor),
    at: placement.placedAt,
    moment: momentOf(placed),
  });
  return orderAsSeenBy(actor, { facts: factsOf(placed), order: placed.order });
}
