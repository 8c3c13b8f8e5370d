import {
  POLL_LIMIT,
  POLL_PAUSE_MS,
  UnexpectedAnswerError,
  type OrderChange,
  type PollOrderTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { documentOf } from '../exchange.ts';
import { knowledgeOf, knowledgeOfPersisted } from '../knowledge.ts';
import { DOCUMENT_IDS } from '../persisted.generated.ts';
import { find, findPersisted, type ById, type Brought } from '../program.ts';

export const STATE_OF_ORDER = documentOf<{ order: { readonly state: string } | null }, ById>(
  'query StateOfOrder($id: ID!) { order(id: $id) { state } }',
);

const PERSISTED = { ...STATE_OF_ORDER, id: DOCUMENT_IDS.STATE_OF_ORDER };

type Look = (label: string, dependsOn: readonly number[]) => Promise<Brought<{ readonly state: string }>>;

async function poll({ pause }: Pick<ProgramContext, 'pause'>, lookAt: Look): Promise<OrderChange> {
  let look = await lookAt('order 1', []);
  const before = look.found.state;
  for (let count = 2; count <= POLL_LIMIT; count += 1) {
    await pause(POLL_PAUSE_MS);
    look = await lookAt(`order ${count}`, [look.n]);
    if (look.found.state !== before) return { before, after: look.found.state };
  }
  throw new UnexpectedAnswerError(`The order was ${before} at each of ${POLL_LIMIT} looks.`);
}

/**
 * Waiting for an order to change in GraphQL: the one field that may change, again and again; by GET of a persisted query
 * a cache asks whether what it holds is still good. (A subscription tells of the change by itself, but exchanges are
 * measured to their ends here, and it has none before its order has.)
 */
export const pollOrder: ScenarioPrograms<PollOrderTask, PollOrderTask, OrderChange> = {
  arrive: async (_options, task) => task,

  granular: {
    run: (context, { orderId: id }) =>
      poll(context, (label, dependsOn) => find(context, 'order', dependsOn, STATE_OF_ORDER, { id }, label)),
    knows: knowledgeOf([STATE_OF_ORDER]),
  },

  composed: { notApplicable: 'each look asks for one field of one thing, and there is nothing to ask for beside it' },

  'purpose-built': {
    run: (context, { orderId: id }) =>
      poll(context, (label, dependsOn) => findPersisted(context, 'order', dependsOn, PERSISTED, { id }, label)),
    knows: knowledgeOfPersisted(PERSISTED),
  },
};
