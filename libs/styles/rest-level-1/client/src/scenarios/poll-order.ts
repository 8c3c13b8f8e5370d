import {
  POLL_LIMIT,
  POLL_PAUSE_MS,
  UnexpectedAnswerError,
  type OrderChange,
  type PollOrderTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask } from '../ask.ts';
import { NOTHING_TO_COMPOSE } from '../composition.ts';
import { knowing } from '../knowledge.ts';
import { resources } from '../resources.ts';

const { order } = resources;

/** Waiting for an order to change: the same action again and again, answered in full each time. */
export const pollOrderPrograms: ScenarioPrograms<PollOrderTask, PollOrderTask, OrderChange> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing([order], ['getOrder']),
    run: async (context, { orderId }) => {
      let seen = await ask(context, 'order 1', [], order({ orderId }), 'getOrder');
      const before = seen.outcome.state;
      for (let look = 2; look <= POLL_LIMIT; look += 1) {
        await context.pause(POLL_PAUSE_MS);
        seen = await ask(context, `order ${look}`, [seen.n], order({ orderId }), 'getOrder');
        if (seen.outcome.state !== before) return { before, after: seen.outcome.state };
      }
      throw new UnexpectedAnswerError(`The order was still ${before} at look ${POLL_LIMIT}.`);
    },
  },

  composed: NOTHING_TO_COMPOSE,

  'purpose-built': {
    notApplicable: 'no action waits for a change: it is answered once, with what is there when it comes',
  },
};
