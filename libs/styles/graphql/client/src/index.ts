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

export * from './accounting/accounting.documents.ts';
export * from './basket/basket.documents.ts';
export * from './consumer/consumer.documents.ts';
export * from './delivery/delivery.documents.ts';
export * from './kitchen/kitchen.documents.ts';
export * from './order/order.documents.ts';
export * from './restaurant/restaurant.documents.ts';
export { SCREEN_DOCUMENTS, WHOLE_SCREEN } from './scenarios/order-details.ts';
