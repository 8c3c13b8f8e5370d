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
import { orderShown, type OrderLink } from './order-link.ts';
import { shown, type Step, Steps } from './steps.ts';

const stateOf = ({ resource }: Step): string => shown<OrderJson>(resource).state;

async function granular(context: ProgramContext, { orderHref }: OrderLink): Promise<OrderChange> {
  const steps = new Steps(context);
  let seen = await steps.open('order 1', orderHref);
  const before = stateOf(seen);
  for (let count = 2; count <= POLL_LIMIT; count += 1) {
    await context.pause(POLL_PAUSE_MS);
    seen = await steps.open(`order ${count}`, orderHref, { dependsOn: [seen.n] });
    const after = stateOf(seen);
    if (after !== before) return { before, after };
  }
  throw new UnexpectedAnswerError(`After ${POLL_LIMIT} looks the order was still ${before}.`);
}

export const pollOrderPrograms: ScenarioPrograms<PollOrderTask, OrderLink, OrderChange> = {
  arrive: orderShown,
  granular: { run: granular, knows: { addresses: [], names: ['state'], rules: [] } },
  composed: {
    notApplicable: 'one thing is looked at, so there is nothing to compose; no link leads to its state alone',
  },
  'purpose-built': {
    notApplicable: 'a server made for waiting would push the change; no order links to a stream of events (SSE) yet',
  },
};
