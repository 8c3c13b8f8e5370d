import { PERSONAS } from '@rungs/application';
import { entry } from '@rungs/rest-level-3-client';
import { describeConformance, type ProbeTarget, type StyleProbes } from '@rungs/testing';
import { RestLevel3Module } from './module.ts';

function ask(
  { baseUrl, authorization }: ProbeTarget,
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string } = {},
): Promise<Response> {
  return fetch(`${baseUrl}/level3${path}`, {
    method,
    headers: {
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    body,
  });
}

const basket = `/consumers/${PERSONAS.ann.consumerId}/baskets/${PERSONAS.luigi.restaurantId}`;

/** Forms that were never offered, or no longer: what a client that ignores the controls would send. */
const probes: StyleProbes = {
  unreadableBody: (target) => ask(target, 'POST', `${basket}/lines`, { body: '{"menuItemId": ' }),
  unknownOperation: (target) => ask(target, 'POST', '/coffees', { body: '{}' }),
  wrongType: (target) =>
    ask(target, 'POST', `${basket}/lines`, { body: JSON.stringify({ menuItemId: 7, quantity: [] }) }),
  // An order is not placed directly here, and a checkout of an empty basket is refused for that: so, a dish added.
  serverOwnedMember: (target, { lines }, uninvited) =>
    ask(target, 'POST', `${basket}/lines`, { body: JSON.stringify({ ...lines[0], ...uninvited }) }),
  cancelApproved: (target, orderId, version) =>
    ask(target, 'PUT', `/orders/${orderId}/cancellation`, { body: JSON.stringify({ version }) }),
  readOrder: (target, orderId) => ask(target, 'GET', `/orders/${orderId}`),
  offeredSteps: async (target, orderId) => {
    const things = ['orders', 'tickets', 'deliveries'].map((collection) => `/${collection}/${orderId}`);
    const offered: string[] = [];
    for (const thing of [...things, `/orders/${orderId}/bill`]) {
      const headers = { accept: 'application/prs.hal-forms+json' };
      const { _templates = {} } = (await (await ask(target, 'GET', thing, { headers })).json()) as {
        _templates?: object;
      };
      offered.push(...Object.keys(_templates));
    }
    return offered;
  },
  refusalOf: async (answer) => ((await answer.json()) as { code?: never }).code,
};

describeConformance({ entry, module: RestLevel3Module, probes });
