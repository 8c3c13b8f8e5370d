import type { OperationException } from '@rungs/scenarios';

export const WHY_NO_FORM_PLACES_AN_ORDER =
  'a form is flat, so that a client can show and submit one that it never heard of; an order’s lines are not';

/** What level 3 has no way to offer. */
export const exceptions: readonly OperationException[] = [
  { operation: 'placeOrder', reason: WHY_NO_FORM_PLACES_AN_ORDER, instead: 'addToBasket + checkoutBasket' },
];
