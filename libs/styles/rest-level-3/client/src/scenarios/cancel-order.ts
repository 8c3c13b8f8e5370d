import type { OrderJson } from '@rungs/json';
import {
  NotOfferedError,
  RefusedError,
  UnexpectedAnswerError,
  type CancelledOrder,
  type CancelTask,
  type ProgramContext,
  type RefusalLearned,
  type RefusedCancel,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { orderShown, type OrderLink } from './order-link.ts';
import { shown, Steps } from './steps.ts';

async function cancel(context: ProgramContext, { orderHref }: OrderLink): Promise<CancelledOrder> {
  const steps = new Steps(context);
  const order = await steps.open('order', orderHref);
  const { resource } = await steps.submit('cancel', order, 'cancelOrder');
  return { before: shown<OrderJson>(order.resource).state, after: shown<OrderJson>(resource).state };
}

/** The order that has no form to cancel it says so by that. Had it one, it would be submitted. */
async function cancelIfOffered(context: ProgramContext, { orderHref }: OrderLink): Promise<RefusedCancel> {
  const steps = new Steps(context);
  const order = await steps.open('order', orderHref);
  const { state } = shown<OrderJson>(order.resource);
  const refused = (learned: RefusalLearned): RefusedCancel => ({ state, cancelled: false, learned });
  try {
    await steps.submit('cancel', order, 'cancelOrder');
  } catch (error) {
    if (error instanceof NotOfferedError) return refused('told in advance');
    if (error instanceof RefusedError) return refused('refused when tried');
    throw error;
  }
  throw new UnexpectedAnswerError('An order that was not to be cancelled was.');
}

const NOTHING_TO_COMPOSE = {
  notApplicable: 'one thing is read and one form submitted, one after the other: there is nothing to compose',
};
const NOT_MADE_FOR_IT = {
  notApplicable: 'nothing was made for cancelling unread: the form to cancel comes with the order that it is for',
};

export const cancelAllowedPrograms: ScenarioPrograms<CancelTask, OrderLink, CancelledOrder> = {
  arrive: orderShown,
  granular: { run: cancel, knows: { addresses: [], names: ['cancelOrder', 'state'], rules: [] } },
  composed: NOTHING_TO_COMPOSE,
  'purpose-built': NOT_MADE_FOR_IT,
};

export const cancelRefusedPrograms: ScenarioPrograms<CancelTask, OrderLink, RefusedCancel> = {
  arrive: orderShown,
  granular: { run: cancelIfOffered, knows: { addresses: [], names: ['cancelOrder', 'state'], rules: [] } },
  composed: NOTHING_TO_COMPOSE,
  'purpose-built': NOT_MADE_FOR_IT,
};
