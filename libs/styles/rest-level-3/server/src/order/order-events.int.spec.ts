import { DEMO_ORDERS, type PersonaName } from '@rungs/application';
import { eventsOf, serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Link } from '../hal.ts';
import { RestLevel3Module } from '../module.ts';

interface Document {
  readonly _links: Readonly<Record<string, Link>>;
  readonly [member: string]: unknown;
}

let served: ServedStyle;

beforeAll(async () => {
  served = await serveStyle([RestLevel3Module]);
});
afterAll(async () => {
  await served.close();
  expect(served.defects).toEqual([]);
});

const ask = async (who: PersonaName, href: string, headers = {}): Promise<Response> =>
  fetch(new URL(href, served.baseUrl), {
    headers: { authorization: `Bearer ${await served.tokenFor(who)}`, ...headers },
  });
const read = async (who: PersonaName, href: string): Promise<Document> =>
  (await (await ask(who, href)).json()) as Document;

/** The order, found as every client finds it. */
async function orderOf(who: PersonaName, orderId: string): Promise<Document> {
  const home = await read(who, '/level3');
  const found = await read(who, home._links['rungs:orders']!.href.replace(/\{\?.*$/, '?limit=100&embed=item'));
  const { item } = found['_embedded'] as { item: readonly Document[] };
  return item.find(({ id }) => id === orderId)!;
}

it('RFC 8288 §3.4.1: orders and deliveries link to their events, with the media type, while they are under way', async () => {
  for (const orderId of [DEMO_ORDERS.APPROVED, DEMO_ORDERS.PICKED_UP]) {
    const order = await orderOf('ann', orderId);
    const delivery = await read('ann', order._links['rungs:delivery']!.href);
    expect(order._links['rungs:events']).toEqual({ href: expect.any(String) as string, type: 'text/event-stream' });
    expect(delivery._links['rungs:events']).toEqual(order._links['rungs:events']);
  }
  for (const orderId of [DEMO_ORDERS.DELIVERED, DEMO_ORDERS.CANCELLED, DEMO_ORDERS.REJECTED]) {
    const order = await orderOf('ann', orderId);
    const delivery = await read('ann', order._links['rungs:delivery']!.href);
    expect([order._links, delivery._links].map((links) => 'rungs:events' in links)).toEqual([false, false]);
  }
});

it('each event links to what has changed, whose forms say what can be done now', async () => {
  const order = await orderOf('ann', DEMO_ORDERS.APPROVED);
  const accept = order._links['rungs:events']!.type as string;
  const following = eventsOf(await ask('ann', order._links['rungs:events']!.href, { accept }));
  const { cancelOrder } = order['_templates'] as Record<
    string,
    { method: string; target: string; properties: object[] }
  >;
  const body = Object.fromEntries(
    (cancelOrder!.properties as { name: string; value?: string }[]).map(({ name, value }) => [name, value]),
  );
  const cancelled = await fetch(new URL(cancelOrder!.target, served.baseUrl), {
    method: cancelOrder!.method,
    headers: { authorization: `Bearer ${await served.tokenFor('ann')}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(cancelled.status).toBe(200);
  const [found, changed, end] = await following;
  for (const event of [found, changed]) {
    const { _links } = event!.data as Document;
    expect(Object.keys(_links)).toEqual(['rungs:order', 'rungs:ticket', 'rungs:delivery', 'curies']);
    const now = await read('ann', _links['rungs:order']!.href);
    expect(now['state']).toBe('CANCELLED');
  }
  expect(changed).toMatchObject({ event: 'state', data: { type: 'cancelOrder', order: { state: 'CANCELLED' } } });
  expect(end).toMatchObject({ event: 'end', data: { reason: 'over' } });
});

it('RFC 9110 §15.5.7: there is no HAL of a stream', async () => {
  const order = await orderOf('ann', DEMO_ORDERS.PICKED_UP);
  const answer = await ask('ann', order._links['rungs:events']!.href, { accept: 'application/hal+json' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([406, 'application/problem+json']);
});
