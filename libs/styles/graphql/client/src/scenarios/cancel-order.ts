import type { InputOf } from '@rungs/application';
import {
  NotOfferedError,
  UnexpectedAnswerError,
  type CancelledOrder,
  type CancelTask,
  type ProgramContext,
  type RefusedCancel,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { documentOf } from '../exchange.ts';
import { knowledgeOf } from '../knowledge.ts';
import { ask, changedIn, find, REFUSAL, type Brought, type ById, type PayloadWith } from '../program.ts';

/** What the screen shows of the order, and what it needs to cancel it: it does not know yet how that will end. */
interface Order {
  readonly state: string;
  readonly version: number;
  readonly availableActions: readonly string[];
}

export const ORDER_TO_CANCEL = documentOf<{ order: Order | null }, ById>(
  'query OrderToCancel($id: ID!) { order(id: $id) { state version availableActions } }',
);

export const CANCEL_OF_SCREEN = documentOf<
  { cancelOrder: PayloadWith<'order', Pick<Order, 'state'>> | null },
  { readonly input: InputOf<'cancelOrder'> }
>(`
  mutation CancelOfScreen($input: CancelOrderInput!) {
    cancelOrder(input: $input) { order { state } userErrors ${REFUSAL} }
  }
`);

const CANCEL = 'CANCEL_ORDER';
const FILLED_IN = ['orderId', 'expectedVersion'];

const NO_COMPOSING = {
  notApplicable:
    'a document is a query or a mutation, and the mutation needs the version that only the query’s answer tells',
};

function shown(context: ProgramContext, { orderId: id }: CancelTask): Promise<Brought<Order>> {
  return find(context, 'order', [], ORDER_TO_CANCEL, { id });
}

/** Cancelling in GraphQL: the order says whether it can be done, and which version of it is meant. */
export const cancelAllowed: ScenarioPrograms<CancelTask, CancelTask, CancelledOrder> = {
  arrive: async (_options, task) => task,

  granular: {
    async run(context, task) {
      const { n, found: order } = await shown(context, task);
      if (!order.availableActions.includes(CANCEL)) throw new NotOfferedError('cancelOrder');
      const input = { orderId: task.orderId, expectedVersion: order.version };
      const { found } = await ask(context, 'cancel', [n], CANCEL_OF_SCREEN, { input });
      return { before: order.state, after: changedIn(found.cancelOrder, 'order').state };
    },
    knows: knowledgeOf([ORDER_TO_CANCEL, CANCEL_OF_SCREEN], { filledIn: [CANCEL, ...FILLED_IN] }),
  },

  composed: NO_COMPOSING,
  'purpose-built': { notApplicable: 'the mutation is made for it, and needs the version that the order shows first' },
};

/** An order that cannot be cancelled does not list it among its actions: the client asks for nothing more. */
export const cancelRefused: ScenarioPrograms<CancelTask, CancelTask, RefusedCancel> = {
  arrive: async (_options, task) => task,

  granular: {
    async run(context, task) {
      const { found: order } = await shown(context, task);
      if (order.availableActions.includes(CANCEL)) {
        throw new UnexpectedAnswerError(`The server offers to cancel an order that is ${order.state}.`);
      }
      return { state: order.state, cancelled: false, learned: 'told in advance' };
    },
    knows: knowledgeOf([ORDER_TO_CANCEL], { filledIn: [CANCEL] }),
  },

  composed: { notApplicable: 'one query tells all of it, and there is nothing to ask for beside it' },
  'purpose-built': { notApplicable: 'nothing is made for a step that cannot be taken: the order itself says so' },
};
