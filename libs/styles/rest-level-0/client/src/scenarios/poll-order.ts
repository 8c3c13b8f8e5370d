import {
  POLL_LIMIT,
  POLL_PAUSE_MS,
  UnexpectedAnswerError,
  type OrderChange,
  type PollOrderTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask } from '../ask.ts';
import { knowing } from '../knowledge.ts';

/** Waiting for an order to change by JSON-RPC: the same call again and again, answered in full each time. */
export const pollOrderPrograms: ScenarioPrograms<PollOrderTask, PollOrderTask, OrderChange> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing(['getOrder'], ['orderId']),
    run: async (context, { orderId }) => {
      let seen = await ask(context, 'order 1', [], 'getOrder', { orderId });
      const before = seen.outcome.state;
      for (let look = 2; look <= POLL_LIMIT; look += 1) {
        await context.pause(POLL_PAUSE_MS);
        seen = await ask(context, `order ${look}`, [seen.n], 'getOrder', { orderId });
        if (seen.outcome.state !== before) return { before, after: seen.outcome.state };
      }
      throw new UnexpectedAnswerError(`The order was still ${before} at look ${POLL_LIMIT}.`);
    },
  },

  composed: {
    notApplicable: 'a batch is answered at once: looks with time between them are calls of their own',
  },

  'purpose-built': {
    notApplicable: 'no operation waits for a change: a call is answered once, with what is there when it comes',
  },
};
