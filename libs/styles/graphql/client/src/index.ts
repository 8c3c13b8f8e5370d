import type { StyleEntry } from '@rungs/scenarios';
import { connect } from './client.ts';
import { orderDetails } from './scenarios/order-details.ts';

/** GraphQL's client, as the lab, the terminal and the suites use it. */
export const entry: StyleEntry = {
  style: 'graphql',
  title: 'GraphQL',
  connect,
  exceptions: [],
  scenarios: { 'order-details': orderDetails },
};

export * from './documents.ts';
export { SCREEN_DOCUMENTS, WHOLE_SCREEN } from './scenarios/order-details.ts';
