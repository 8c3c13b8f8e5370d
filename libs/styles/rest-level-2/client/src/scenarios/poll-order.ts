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

async function granular(context: ProgramContext, { orderId }: PollOrderTask): Promise<OrderChange> {
  const requests = new Requests(context);
  const look = (count: number, dependsOn: readonly number[]) =>
    requests.get<OrderJson>(`order ${count}`, dependsOn, expanded(ORDER, { orderId }));
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
  granular: { run: granular, knows: { addresses: [ORDER], names: ['state'], rules: [] } },
  composed: {
    notApplicable:
      'one thing is looked at, so there is nothing to compose; no `fields` parameter asks for its state alone',
  },
  'purpose-built': {
    notApplicable: 'a server made for waiting would push the change; no resource offers a stream of events (SSE) yet',
  },
};
