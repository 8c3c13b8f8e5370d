import {
  RefusedError,
  UnexpectedAnswerError,
  type CancelledOrder,
  type CancelTask,
  type NotApplicable,
  type ProgramContext,
  type RefusedCancel,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask, type Asked } from '../ask.ts';
import { NO_COMPOSITION } from '../composition.ts';
import { knowing } from '../knowledge.ts';
import { resources } from '../resources.ts';

const { order } = resources;
const NAMES = ['getOrder', 'cancelOrder'] as const;

const PURPOSE_BUILT: NotApplicable = {
  notApplicable: 'a person decides between looking and cancelling: no one action can stand for both',
};

/** What its answer shows of an order is what a person sees; what can be done with it, it does not say. */
const look = (context: ProgramContext, { orderId }: CancelTask) =>
  ask(context, 'order', [], order({ orderId }), 'getOrder');

/** Tries, with the version that was shown. */
const cancel = (context: ProgramContext, { n, outcome }: Asked<'getOrder'>, { orderId }: CancelTask) =>
  ask(context, 'cancel', [n], order({ orderId }), 'cancelOrder', { expectedVersion: outcome.version });

export const cancelAllowedPrograms: ScenarioPrograms<CancelTask, CancelTask, CancelledOrder> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing([order], NAMES, ['expectedVersion']),
    run: async (context, task) => {
      const shown = await look(context, task);
      const { outcome } = await cancel(context, shown, task);
      return { before: shown.outcome.state, after: outcome.state };
    },
  },

  composed: NO_COMPOSITION,
  'purpose-built': PURPOSE_BUILT,
};

export const cancelRefusedPrograms: ScenarioPrograms<CancelTask, CancelTask, RefusedCancel> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing(
      [order],
      NAMES,
      ['expectedVersion'],
      ['what can no longer be cancelled is refused as order-not-cancellable'],
    ),
    run: async (context, task) => {
      const shown = await look(context, task);
      const { state } = shown.outcome;
      try {
        await cancel(context, shown, task);
      } catch (error) {
        if (!(error instanceof RefusedError) || error.refusal.code !== 'order-not-cancellable') throw error;
        return { state, cancelled: false, learned: 'refused when tried' };
      }
      throw new UnexpectedAnswerError(`An order that was ${state} has been cancelled.`);
    },
  },

  composed: NO_COMPOSITION,
  'purpose-built': PURPOSE_BUILT,
};
