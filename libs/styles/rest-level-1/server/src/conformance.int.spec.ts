import { PERSONAS } from '@rungs/application';
import type { RefusalCode } from '@rungs/domain';
import { entry } from '@rungs/rest-level-1-client';
import { describeConformance, type ProbeTarget } from '@rungs/testing';
import { RestLevel1Module } from './module.ts';

function post({ baseUrl, authorization }: ProbeTarget, path: string, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };
  return fetch(`${baseUrl}/level1${path}`, { method: 'POST', headers, body });
}

function act(target: ProbeTarget, path: string, action: string, members: object = {}): Promise<Response> {
  return post(target, path, JSON.stringify({ action, ...members }));
}

describeConformance({
  entry,
  module: RestLevel1Module,
  probes: {
    unreadableBody: (target) => post(target, '/orders', '{"action": "placeOrder", '),
    unknownOperation: (target) => act(target, '/orders', 'makeCoffee'),
    wrongType: (target) =>
      act(target, '/orders', 'placeOrder', {
        restaurantId: PERSONAS.luigi.restaurantId,
        lines: 'two pizzas',
        paymentToken: 'tok_visa',
      }),
    serverOwnedMember: (target, { restaurantId, lines, paymentToken }, uninvited) =>
      act(target, '/orders', 'placeOrder', { restaurantId, lines, paymentToken, ...uninvited }),
    cancelApproved: (target, orderId, expectedVersion) =>
      act(target, `/orders/${orderId}`, 'cancelOrder', { expectedVersion }),
    readOrder: (target, orderId) => act(target, `/orders/${orderId}`, 'getOrder'),
    refusalOf: async (answer) => {
      const { error } = (await answer.json()) as { error?: { code?: RefusalCode } };
      return error?.code;
    },
  },
});
