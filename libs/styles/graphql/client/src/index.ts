import type { StyleEntry } from '@rungs/scenarios';
import { answers } from './answers.ts';
import { connect } from './client.ts';
import { acceptTickets } from './scenarios/accept-tickets.ts';
import { cancelAllowed, cancelRefused } from './scenarios/cancel-order.ts';
import { menuTwice } from './scenarios/menu-twice.ts';
import { orderDetails } from './scenarios/order-details.ts';
import { orderDishes } from './scenarios/order-dishes.ts';
import { orderHistory } from './scenarios/order-history.ts';
import { pollOrder } from './scenarios/poll-order.ts';
import { restaurantList } from './scenarios/restaurant-list.ts';

/** GraphQL's client, as the lab, the terminal and the suites use it. */
export const entry: StyleEntry = {
  style: 'graphql',
  title: 'GraphQL',
  connect,
  exceptions: [],
  answers,
  scenarios: {
    'order-details': orderDetails,
    'order-history': orderHistory,
    'restaurant-list': restaurantList,
    'menu-twice': menuTwice,
    'poll-order': pollOrder,
    'order-dishes': orderDishes,
    'cancel-allowed': cancelAllowed,
    'cancel-refused': cancelRefused,
    'accept-tickets': acceptTickets,
  },
};

export * from './accounting/accounting.documents.ts';
export * from './basket/basket.documents.ts';
export * from './consumer/consumer.documents.ts';
export * from './delivery/delivery.documents.ts';
export * from './kitchen/kitchen.documents.ts';
export * from './order/order.documents.ts';
export * from './restaurant/restaurant.documents.ts';
export { WHOLE_SCREEN } from './scenarios/order-details.ts';
export { SCREEN_DOCUMENTS } from './scenarios/screen-documents.ts';
