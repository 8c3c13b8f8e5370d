import { PERSONAS } from '@rungs/application';
import type { ProbeTarget, StyleProbes } from '@rungs/testing';
import { uris } from '../src/paths.ts';

function ask(
  { baseUrl, authorization }: ProbeTarget,
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Response> {
  return fetch(`${baseUrl}${path}`, {
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body,
  });
}

const lines = uris.href('basketLines', {
  consumerId: PERSONAS.ann.consumerId,
  restaurantId: PERSONAS.luigi.restaurantId,
});

/**
 * Forms that were never offered, or no longer: what a client that ignores the controls would send. It has to know
 * addresses, so it takes them from the server's own map.
 */
export const probes: StyleProbes = {
  unreadableBody: (target) => ask(target, 'POST', lines, { body: '{"menuItemId": ' }),
  unknownOperation: (target) => ask(target, 'POST', `${uris.prefix}/coffees`, { body: '{}' }),
  wrongType: (target) => ask(target, 'POST', lines, { body: JSON.stringify({ menuItemId: 7, quantity: [] }) }),
  // An order is not placed directly here, and a checkout of an empty basket is refused for that: so, a dish added.
  serverOwnedMember: (target, placing, uninvited) =>
    ask(target, 'POST', lines, { body: JSON.stringify({ ...placing.lines[0], ...uninvited }) }),
  cancelApproved: (target, orderId, version) =>
    ask(target, 'PUT', uris.href('cancellation', { orderId }), { body: JSON.stringify({ version }) }),
  readOrder: (target, orderId) => ask(target, 'GET', uris.href('order', { orderId })),
  offeredSteps: async (target, orderId) => {
    const things = ['order', 'ticket', 'delivery', 'bill'] as const;
    const offered: string[] = [];
    for (const thing of things) {
      const headers = { accept: 'application/prs.hal-forms+json' };
      const answer = await ask(target, 'GET', uris.href(thing, { orderId }), { headers });
      const { _templates = {} } = (await answer.json()) as { _templates?: object };
      offered.push(...Object.keys(_templates));
    }
    return offered;
  },
  refusalOf: async (answer) => ((await answer.json()) as { code?: never }).code,
};
