import type { StyleEntry } from '@rungs/scenarios';
import { connect } from './client.ts';
import { orderDetailsPrograms } from './scenarios/order-details.ts';

/** Level 0's client, as the lab, the terminal and the suites use it. */
export const entry: StyleEntry = {
  style: 'rest-level-0',
  title: 'REST level 0: one endpoint',
  connect,
  exceptions: [],
  scenarios: { 'order-details': orderDetailsPrograms },
};
