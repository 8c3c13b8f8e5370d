import { PERSONAS } from '@rungs/application';
import type { RefusalCode } from '@rungs/domain';
import { entry } from '@rungs/rest-level-0-client';
import { describeConformance, type ProbeTarget } from '@rungs/testing';
import { RestLevel0Module } from './module.ts';

function post({ baseUrl, authorization }: ProbeTarget, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };
  return fetch(`${baseUrl}/level0`, { method: 'POST', headers, body });
}

function call(target: ProbeTarget, method: string, params: object): Promise<Response> {
  return post(target, JSON.stringify({ jsonrpc: '2.0', id: 'probe', method, params }));
}

describeConformance({
  entry,
  module: RestLevel0Module,
  probes: {
    unreadableBody: (target) => post(target, '{"jsonrpc": "2.0", "method": '),
    unknownOperation: (target) => call(target, 'makeCoffee', {}),
    wrongType: (target) =>
      call(target, 'placeOrder', {
        restaurantId: PERSONAS.luigi.restaurantId,
        lines: 'two pizzas',
        paymentToken: 'tok_visa',
      }),
    serverOwnedMember: (target, { restaurantId, lines, paymentToken }, uninvited) =>
      call(target, 'placeOrder', { restaurantId, lines, paymentToken, ...uninvited }),
    cancelApproved: (target, orderId, expectedVersion) => call(target, 'cancelOrder', { orderId, expectedVersion }),
    readOrder: (target, orderId) => call(target, 'getOrder', { orderId }),
    refusalOf: async (answer) => {
      const { error } = (await answer.json()) as { error?: { data?: { code?: RefusalCode } } };
      return error?.data?.code;
    },
  },
});
