import type { RefusalCode } from '@rungs/domain';
import { entry } from '@rungs/graphql-client';
import { describeConformance, type ProbeTarget } from '@rungs/testing';
import { GraphqlStyleModule } from './module.ts';

function post({ baseUrl, authorization }: ProbeTarget, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };
  return fetch(`${baseUrl}/graphql`, { method: 'POST', headers, body });
}

function ask(target: ProbeTarget, query: string, variables: object): Promise<Response> {
  return post(target, JSON.stringify({ query, variables }));
}

const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code } } }';
const CANCEL =
  'mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { order { id } userErrors { code } } }';

const STEPS = `query ($id: ID!) {
  order(id: $id) {
    availableActions
    ticket { availableActions } delivery { availableActions } bill { availableActions }
  }
}`;

interface Offering {
  readonly availableActions: readonly string[];
  readonly ticket?: Offering | null;
  readonly delivery?: Offering | null;
  readonly bill?: Offering | null;
}

/** `CANCEL_ORDER` is the operation cancelOrder. */
function operationOf(action: string): string {
  return action.toLowerCase().replaceAll(/_[a-z]/g, ([, letter = '']) => letter.toUpperCase());
}

interface Answered {
  readonly data?: Readonly<
    Record<string, { readonly userErrors?: readonly { readonly code: string }[] } | null>
  > | null;
  readonly errors?: readonly { readonly extensions?: { readonly refusal?: RefusalCode } }[];
}

describeConformance({
  entry,
  module: GraphqlStyleModule,
  probes: {
    unreadableBody: (target) => post(target, '{"query": '),
    unknownOperation: (target) => ask(target, 'mutation { makeCoffee { cups } }', {}),
    wrongType: (target) => ask(target, PLACE, { input: { restaurantId: 'r', paymentToken: 'p', lines: 'two pizzas' } }),
    serverOwnedMember: (target, { restaurantId, lines, paymentToken }, uninvited) =>
      ask(target, PLACE, { input: { restaurantId, lines, paymentToken, ...uninvited } }),
    cancelApproved: (target, orderId, expectedVersion) => ask(target, CANCEL, { input: { orderId, expectedVersion } }),
    readOrder: (target, orderId) => ask(target, 'query ($id: ID!) { order(id: $id) { state } }', { id: orderId }),
    offeredSteps: async (target, id) => {
      const { data } = (await (await ask(target, STEPS, { id })).json()) as { data: { order: Offering | null } };
      const { order } = data;
      const offering = [order, order?.ticket, order?.delivery, order?.bill];
      return [...new Set(offering.flatMap((thing) => thing?.availableActions ?? []).map(operationOf))];
    },
    refusalOf: async (answer) => {
      const { data, errors } = (await answer.json()) as Answered;
      if (errors) return errors[0]?.extensions?.refusal;
      // What is hidden is null here, and no error.
      if (data?.['order'] === null) return 'order-not-found';
      const [refused] = Object.values(data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
      return refused?.code.toLowerCase().replaceAll('_', '-') as RefusalCode | undefined;
    },
  },
});
