import {
  POLL_LIMIT,
  POLL_PAUSE_MS,
  UnexpectedAnswerError,
  type OrderChange,
  type PollOrderTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { documentOf } from '../exchange.ts';
import { knowledgeOf } from '../knowledge.ts';
import { find, type ById } from '../program.ts';

export const STATE_OF_ORDER = documentOf<{ order: { readonly state: string } | null }, ById>(
  'query StateOfOrder($id: ID!) { order(id: $id) { state } }',
);

/** Waiting for an order to change in GraphQL: the one field that may change, again and again. */
export const pollOrder: ScenarioPrograms<PollOrderTask, PollOrderTask, OrderChange> = {
  arrive: async (_options, task) => task,

  granular: {
    async run(context, { orderId: id }) {
      let look = await find(context, 'order', [], STATE_OF_ORDER, { id }, 'order 1');
      const before = look.found.state;
      for (let count = 2; count <= POLL_LIMIT; count += 1) {
        await context.pause(POLL_PAUSE_MS);
        look = await find(context, 'order', [look.n], STATE_OF_ORDER, { id }, `order ${count}`);
        if (look.found.state !== before) return { before, after: look.found.state };
      }
      throw new UnexpectedAnswerError(`The order was ${before} at each of ${POLL_LIMIT} looks.`);
    },
    knows: knowledgeOf([STATE_OF_ORDER]),
  },

  composed: { notApplicable: 'each look asks for one field of one thing, and there is nothing to ask for beside it' },

  'purpose-built': {
    notApplicable: 'a server that tells of the change by itself needs a subscription, and the schema has none yet',
  },
};
