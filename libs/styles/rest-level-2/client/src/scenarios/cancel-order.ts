import type { OrderJson } from '@rungs/json';
import {
  UnexpectedAnswerError,
  type CancelledOrder,
  type CancelTask,
  type ProgramContext,
  type RefusedCancel,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { answerOf, type Problem } from '../exchange.ts';
import { entityTagOf, expanded, Requests } from './requests.ts';

const ORDER = '/level2/orders/{orderId}';
const CANCELLATION = '/level2/orders/{orderId}/cancellation';
const NOT_CANCELLABLE = 'order-not-cancellable';

async function cancel(context: ProgramContext, { orderId }: CancelTask): Promise<CancelledOrder> {
  const requests = new Requests(context);
  const seen = await requests.get<OrderJson>('order', [], expanded(ORDER, { orderId }));
  const change = { entityTag: entityTagOf(seen) };
  const { json } = await requests.put<OrderJson>('cancel', [seen.n], expanded(CANCELLATION, { orderId }), change);
  return { before: seen.json.state, after: json.state };
}

/** Nothing in the order says whether it can be cancelled, and the rule is the server's: it is tried. */
async function tryToCancel(context: ProgramContext, { orderId }: CancelTask): Promise<RefusedCancel> {
  const requests = new Requests(context);
  const seen = await requests.get<OrderJson>('order', [], expanded(ORDER, { orderId }));
  const change = { entityTag: entityTagOf(seen) };
  const { response } = await requests.tryPut('cancel', [seen.n], expanded(CANCELLATION, { orderId }), change);
  if (response.status !== 409) {
    const { state } = await answerOf<OrderJson>(response);
    throw new UnexpectedAnswerError(`An order was to be refused its cancellation, and is ${state}.`);
  }
  const { code } = (await response.json()) as Problem;
  if (code !== NOT_CANCELLABLE) throw new UnexpectedAnswerError(`409 ${code}`);
  return { state: seen.json.state, cancelled: false, learned: 'refused when tried' };
}

const NOTHING_TO_COMPOSE = {
  notApplicable: 'one thing is read and one is made, one after the other: there is nothing to compose',
};
const NOT_MADE_FOR_IT = {
  notApplicable:
    'nothing was made for cancelling unread: a change carries back in `If-Match` what was seen, or it is refused (428)',
};
const arrive = (_options: unknown, task: CancelTask): Promise<CancelTask> => Promise.resolve(task);

export const cancelAllowedPrograms: ScenarioPrograms<CancelTask, CancelTask, CancelledOrder> = {
  arrive,
  granular: {
    run: cancel,
    knows: { addresses: [ORDER, CANCELLATION], names: ['PUT', 'If-Match', 'state'], rules: [] },
  },
  composed: NOTHING_TO_COMPOSE,
  'purpose-built': NOT_MADE_FOR_IT,
};

export const cancelRefusedPrograms: ScenarioPrograms<CancelTask, CancelTask, RefusedCancel> = {
  arrive,
  granular: {
    run: tryToCancel,
    knows: { addresses: [ORDER, CANCELLATION], names: ['PUT', 'If-Match', '409', NOT_CANCELLABLE], rules: [] },
  },
  composed: NOTHING_TO_COMPOSE,
  'purpose-built': NOT_MADE_FOR_IT,
};
