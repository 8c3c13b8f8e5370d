import { entry } from '@rungs/rest-level-2-client';
import { describeConformance, type ProbeTarget, type StyleProbes } from '@rungs/testing';
import { RestLevel2Module } from './module.ts';

function ask(
  { baseUrl, authorization }: ProbeTarget,
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Response> {
  return fetch(`${baseUrl}/level2${path}`, {
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body,
  });
}

const probes: StyleProbes = {
  unreadableBody: (target) => ask(target, 'POST', '/orders', { body: '{"restaurantId": ' }),
  unknownOperation: (target) => ask(target, 'POST', '/coffees', { body: '{}' }),
  wrongType: (target) => ask(target, 'POST', '/orders', { body: JSON.stringify({ lines: 'two tonnarelli' }) }),
  serverOwnedMember: (target, { consumerId: _own, ...order }, uninvited) =>
    ask(target, 'POST', '/orders', { body: JSON.stringify({ ...order, ...uninvited }) }),
  cancelApproved: (target, orderId, expectedVersion) =>
    ask(target, 'PUT', `/orders/${orderId}/cancellation`, {
      headers: expectedVersion === undefined ? {} : { 'if-match': `"${expectedVersion}"` },
    }),
  readOrder: (target, orderId) => ask(target, 'GET', `/orders/${orderId}`),
  refusalOf: async (answer) => ((await answer.json()) as { code?: never }).code,
};

describeConformance({ entry, module: RestLevel2Module, probes });
