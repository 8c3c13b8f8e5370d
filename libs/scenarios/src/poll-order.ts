import type { Scenario } from './scenario.ts';
import { halfAnHourAfter, newOrder, NO_SECOND_VISIT, takeBack } from './staging.ts';

export interface PollOrderTask {
  readonly orderId: string;
  /** Taken when the order was placed; the kitchen's promise is reckoned from it. */
  readonly placedAt: string;
}

/** What the client saw at first, and what it waited for. */
export interface OrderChange {
  readonly before: string;
  readonly after: string;
}

/** How long a polling client waits between two looks. */
export const POLL_PAUSE_MS = 400;

/** A client that sees no change in this many looks gives up. */
export const POLL_LIMIT = 25;

export const pollOrderScenario: Scenario<'poll-order'> = {
  id: 'poll-order',
  title: 'Waiting for an order to change',
  question: 'What does it cost to notice that the kitchen accepted, and how late is it noticed?',
  holds: 'the order’s id; at level 3 the link to the order',
  personas: ['bob'],
  secondVisit: NO_SECOND_VISIT,
  async prepare(stage) {
    const { id, placedAt } = await newOrder(stage);
    return { orderId: id, placedAt };
  },
  meanwhile: {
    pause: 2,
    async happen(stage, { orderId, placedAt }) {
      const luigi = await stage.as('luigi');
      const { version } = await luigi.getTicket({ orderId });
      await luigi.acceptTicket({ orderId, expectedVersion: version, readyBy: halfAnHourAfter(placedAt) });
    },
  },
  finish: (stage, { orderId }) => takeBack(stage, orderId),
};
