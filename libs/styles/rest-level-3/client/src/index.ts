import type { StyleEntry } from '@rungs/scenarios';
import { answers } from './answers.ts';
import { connect } from './client.ts';
import { exceptions } from './exceptions.ts';
import { acceptTicketsPrograms } from './scenarios/accept-tickets.ts';
import { cancelAllowedPrograms, cancelRefusedPrograms } from './scenarios/cancel-order.ts';
import { menuTwicePrograms } from './scenarios/menu-twice.ts';
import { orderDetailsPrograms } from './scenarios/order-details.ts';
import { orderDishesPrograms } from './scenarios/order-dishes.ts';
import { orderHistoryPrograms } from './scenarios/order-history.ts';
import { pollOrderPrograms } from './scenarios/poll-order.ts';
import { restaurantListPrograms } from './scenarios/restaurant-list.ts';

export { exceptions };

/** Level 3 as the lab, the terminal and the suites use it. */
export const entry: StyleEntry = {
  style: 'rest-level-3',
  title: 'REST level 3: links and forms',
  connect,
  exceptions,
  answers,
  scenarios: {
    'order-details': orderDetailsPrograms,
    'order-history': orderHistoryPrograms,
    'restaurant-list': restaurantListPrograms,
    'menu-twice': menuTwicePrograms,
    'poll-order': pollOrderPrograms,
    'order-dishes': orderDishesPrograms,
    'cancel-allowed': cancelAllowedPrograms,
    'cancel-refused': cancelRefusedPrograms,
    'accept-tickets': acceptTicketsPrograms,
  },
};
