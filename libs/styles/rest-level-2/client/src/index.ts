import type { StyleEntry } from '@rungs/scenarios';
import { connect } from './client.ts';
import { orderDetailsPrograms } from './scenarios/order-details.ts';

/** Level 2 as the lab, the terminal and the suites use it. */
export const entry: StyleEntry = {
  style: 'rest-level-2',
  title: 'REST level 2: verbs and status codes',
  connect,
  exceptions: [],
  scenarios: { 'order-details': orderDetailsPrograms },
};
