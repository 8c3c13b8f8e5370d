import { DEMO_ORDERS } from '@rungs/application';
import type { Scenario } from './scenario.ts';
import { newOrder, NO_SECOND_VISIT, takeBack } from './staging.ts';

export interface CancelTask {
  readonly orderId: string;
}

/** The order as it was shown, and as it is now that it has been cancelled. */
export interface CancelledOrder {
  readonly before: string;
  readonly after: string;
}

/** How a client came to know that this order can no longer be cancelled. */
export type RefusalLearned =
  /** The answer that showed the order said what may be done with it, and cancelling was not among that. */
  | 'told in advance'
  /** Nothing said so: it tried. */
  | 'refused when tried';

/** The order after the consumer wanted it cancelled. */
export interface RefusedCancel {
  readonly state: string;
  readonly cancelled: boolean;
  readonly learned: RefusalLearned;
}

export const cancelAllowedScenario: Scenario<'cancel-allowed'> = {
  id: 'cancel-allowed',
  title: 'Cancelling an order that may be cancelled',
  question: 'What does a step cost of which the client has to show first that it can be taken?',
  holds: 'the order’s id; at level 3 the link to the order',
  personas: ['bob'],
  secondVisit: NO_SECOND_VISIT,
  async prepare(stage) {
    return { orderId: (await newOrder(stage)).id };
  },
  finish: (stage, { orderId }) => takeBack(stage, orderId),
};

export const cancelRefusedScenario: Scenario<'cancel-refused'> = {
  id: 'cancel-refused',
  title: 'Cancelling an order that was delivered',
  question: 'Does a client have to try, or was it told?',
  holds: 'the order’s id; at level 3 the link to the order',
  personas: ['ann'],
  secondVisit: { notApplicable: 'a refused change says nothing about a second visit' },
  prepare: () => Promise.resolve({ orderId: DEMO_ORDERS.DELIVERED }),
  outcomes: {
    member: 'learned',
    declared: {
      'rest-level-0': 'refused when tried',
      'rest-level-1': 'refused when tried',
      'rest-level-2': 'refused when tried',
      'rest-level-3': 'told in advance',
      graphql: 'told in advance',
    },
  },
};
