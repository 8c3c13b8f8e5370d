import type { OperationException, StyleEntry } from '@rungs/scenarios';
import { connect } from './client.ts';
import { orderDetailsPrograms } from './scenarios/order-details.ts';

export const exceptions: readonly OperationException[] = [
  {
    operation: 'placeOrder',
    reason: 'a form is flat, so that a client can show and submit one that it never heard of; an order’s lines are not',
    instead: 'addToBasket + checkoutBasket',
  },
];

/** Level 3 as the lab, the terminal and the suites use it. */
export const entry: StyleEntry = {
  style: 'rest-level-3',
  title: 'REST level 3: links and forms',
  connect,
  exceptions,
  scenarios: { 'order-details': orderDetailsPrograms },
};
