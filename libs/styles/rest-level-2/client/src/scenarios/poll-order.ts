import type { OrderJson } from '@rungs/json';
import {
  POLL_LIMIT,
  POLL_PAUSE_MS,
  UnexpectedAnswerError,
  type OrderChange,
  type PollOrderTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { expanded, Requests } from './requests.ts';

const ORDER = '/level2/orders/{orderId}';
const CHOSEN = '/level2/orders/{orderId}{?fields}';
const SHOWN = ['state'];

/** Each look is the same GET: a cache asks with what it holds, and gets 304 while that is current. */
async function poll(context: ProgramContext, order: string): Promise<OrderChange> {
  const requests = new Requests(context);
  const look = (count: number, dependsOn: readonly number[]) =>
    requests.get<Pick<OrderJson, 'state'>>(`order ${count}`, dependsOn, order);
  let seen = await look(1, []);
  const before = seen.json.state;
  for (let count = 2; count <= POLL_LIMIT; count += 1) {
    await context.pause(POLL_PAUSE_MS);
    seen = await look(count, [seen.n]);
    const { state: after } = seen.json;
    if (after !== before) return { before, after };
  }
  throw new UnexpectedAnswerError(`After ${POLL_LIMIT} looks the order was still ${before}.`);
}

export const pollOrderPrograms: ScenarioPrograms<PollOrderTask, PollOrderTask, OrderChange> = {
  arrive: (_options, task) => Promise.resolve(task),
  granular: {
    run: (context, { orderId }) => poll(context, expanded(ORDER, { orderId })),
    knows: { addresses: [ORDER], names: ['state'], rules: [] },
  },
  composed: {
    run: (context, { orderId }) => poll(context, expanded(CHOSEN, { orderId, fields: SHOWN })),
    knows: { addresses: [CHOSEN], names: SHOWN, rules: [] },
  },
  'purpose-built': {
    notApplicable:
      'the server pushes the change at `/level2/orders/{orderId}/events` (SSE); exchanges are measured to their ends here, and a stream has none before its order has',
  },
};
