import { DEMO_DISHES, DEMO_ORDERS, PERSONAS, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel2Module } from './module.ts';

describe('level 2 uses HTTP as it is meant', () => {
  let served: ServedStyle;
  beforeAll(async () => {
    served = await serveStyle([RestLevel2Module]);
  });
  afterAll(() => served.close());

  const askAs = async (
    who: PersonaName,
    method: string,
    path: string,
    headers = {},
    body?: object,
  ): Promise<Response> =>
    fetch(`${served.baseUrl}/level2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await served.tokenFor(who)}`,
        // Each content coding has a validator of its own; here they are looked at without.
        'accept-encoding': 'identity',
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });

  const ask = (method: string, path: string, headers = {}, body?: object): Promise<Response> =>
    askAs('ann', method, path, headers, body);

  const placing = {
    restaurantId: PERSONAS.luigi.restaurantId,
    lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 }],
    paymentToken: 'tok_visa',
  };

  it('names what it made, once for each key', async () => {
    const first = await ask('POST', '/orders', { 'idempotency-key': 'k-1' }, placing);
    const again = await ask('POST', '/orders', { 'idempotency-key': 'k-1' }, placing);
    expect([first.status, again.status]).toEqual([201, 201]);
    const location = first.headers.get('location') as string;
    expect(again.headers.get('location')).toBe(location);
    expect(first.headers.get('etag')).toBe('"1"');
    const found = await fetch(served.baseUrl + location, {
      headers: { authorization: `Bearer ${await served.tokenFor('ann')}` },
    });
    expect(await found.json()).toEqual(await first.json());
  });

  it('takes the entity tag back, and a replay of the same step with the first one', async () => {
    const path = `/orders/${DEMO_ORDERS.APPROVED}`;
    const etag = (await ask('GET', path)).headers.get('etag') as string;
    expect((await ask('PUT', `${path}/cancellation`)).status).toBe(428);
    expect((await ask('PUT', `${path}/cancellation`, { 'if-match': '"99"' })).status).toBe(412);
    expect((await ask('PUT', `${path}/cancellation`, { 'if-match': `W/${etag}` })).status).toBe(412);
    const done = await ask('PUT', `${path}/cancellation`, { 'if-match': etag });
    const again = await ask('PUT', `${path}/cancellation`, { 'if-match': etag });
    expect([done.status, again.status]).toEqual([200, 200]);
    expect(done.headers.get('content-location')).toBe(`/level2${path}`);
    expect(await again.json()).toEqual(await done.json());
  });

  it('makes a consumer of whoever is not signed in, and says where', async () => {
    const register = (): Promise<Response> =>
      fetch(`${served.baseUrl}/level2/consumers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
        body: JSON.stringify({ name: { first: 'Nora', last: 'Neri' }, email: 'nora.neri@example.net' }),
      });
    const answer = await register();
    const { id } = (await answer.json()) as { id: string };
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
    expect(answer.headers.get('location')).toBe(`/level2/consumers/${id}`);
    const found = await askAs('sam', 'GET', `/consumers/${id}`);
    expect([found.status, found.headers.get('etag')]).toEqual([200, '"1"']);
    const again = await register();
    expect(again.status).toBe(422);
    expect(await again.json()).toMatchObject({ code: 'invalid-input', errors: [{ path: '/email' }] });
  });

  it('makes each step of a ticket and its delivery a thing that is put, once or several times', async () => {
    const placed = (await (await ask('POST', '/orders', {}, placing)).json()) as { id: string };
    const [ticket, delivery] = [`/tickets/${placed.id}`, `/deliveries/${placed.id}`];
    const readyBy = new Date(Date.now() + 3_600_000).toISOString();
    const steps = [
      ['luigi', ticket, 'acceptance', { readyBy }],
      ['luigi', ticket, 'preparation', undefined],
      ['luigi', ticket, 'readiness', undefined],
      ['sam', delivery, 'courier', undefined],
    ] as const;
    for (const [who, path, step, body] of steps) {
      const etag = (await askAs(who, 'GET', path)).headers.get('etag') as string;
      const done = await askAs(who, 'PUT', `${path}/${step}`, { 'if-match': etag }, body);
      const again = await askAs(who, 'PUT', `${path}/${step}`, { 'if-match': etag }, body);
      expect([done.status, again.status], step).toEqual([200, 200]);
      expect([done.headers.get('content-location'), done.headers.get('etag')], step).toEqual([`/level2${path}`, null]);
      const now = await (await askAs(who, 'GET', path)).json();
      expect([await done.json(), await again.json()], step).toEqual([now, now]);
    }
    expect((await askAs('luigi', 'PUT', `${ticket}/rejection`, {}, { reason: 'Too late.' })).status).toBe(409);
  });

  it('asks for the version of what a step changes', async () => {
    const placed = (await (await ask('POST', '/orders', {}, placing)).json()) as { id: string };
    const { courierId } = PERSONAS.dana;
    const steps = [
      ['luigi', `/tickets/${placed.id}/rejection`, { reason: 'The oven is out.' }],
      ['luigi', `/tickets/${DEMO_ORDERS.PREPARING}/readiness`, undefined],
      ['dana', `/deliveries/${DEMO_ORDERS.PICKED_UP}/dropoff`, undefined],
      ['dana', `/couriers/${courierId}/duty`, { onDuty: true }],
    ] as const;
    const statuses = [];
    for (const [who, path, body] of steps) statuses.push((await askAs(who, 'PUT', path, {}, body)).status);
    // Dana is on duty: what holds already changes nothing, of whatever version.
    expect(statuses).toEqual([428, 428, 428, 200]);
  });

  it('answers each of several tickets with a status of its own', async () => {
    const placed = (await (await ask('POST', '/orders', {}, placing)).json()) as { id: string };
    const readyBy = new Date(Date.now() + 3_600_000).toISOString();
    const nobodys = '01900000-0000-7000-8000-00000000ffff';
    const tickets = [
      { orderId: DEMO_ORDERS.DELIVERED, expectedVersion: 1, readyBy },
      { orderId: placed.id, expectedVersion: 1, readyBy },
      { orderId: nobodys, expectedVersion: 1, readyBy },
    ];
    const answer = await askAs('luigi', 'POST', '/ticket-acceptances', { 'idempotency-key': 'several-1' }, { tickets });
    expect(answer.status).toBe(200);
    const problem = { type: '/problems/ticket-not-found', status: 404, code: 'ticket-not-found', id: nobodys };
    const answers: unknown = await answer.json();
    expect(answers).toMatchObject([
      { orderId: DEMO_ORDERS.DELIVERED, status: 409, problem: { status: 409, code: 'ticket-not-acceptable' } },
      { orderId: placed.id, status: 200, ticket: { orderId: placed.id, state: 'ACCEPTED', readyBy } },
      { orderId: nobodys, status: 404, problem },
    ]);
    const again = await askAs('luigi', 'POST', '/ticket-acceptances', { 'idempotency-key': 'several-1' }, { tickets });
    expect(await again.json()).toEqual(answers);
  });

  it('adds to a track and to the refunds of a bill, and answers with what came of it', async () => {
    const track = `/deliveries/${DEMO_ORDERS.PICKED_UP}/track`;
    const ping = { lat: 41.8902, lon: 12.4922, at: new Date().toISOString() };
    const reported = await askAs('dana', 'POST', track, {}, ping);
    expect([reported.status, await reported.json()]).toEqual([200, ping]);
    const seen = (await (await ask('GET', `${track}?limit=100`)).json()) as { items: unknown[] };
    expect(seen.items.at(-1)).toEqual(ping);

    const bill = `/orders/${DEMO_ORDERS.DELIVERED}/bill`;
    const { total } = (await (await ask('GET', bill)).json()) as { total: { amount: number; currency: string } };
    const refund = { amount: { ...total, amount: 100 }, reason: 'Cold.' };
    const refunded = await askAs('sam', 'POST', `${bill}/refunds`, {}, refund);
    expect([refunded.status, refunded.headers.get('content-location')]).toEqual([200, `/level2${bill}`]);
    expect(await refunded.json()).toMatchObject({ paymentState: 'PARTLY_REFUNDED', refunds: [refund] });
  });

  it('RFC 9110 §15.6.4, §10.2.3: what depends on something that does not answer is 503 with Retry-After', async () => {
    const answer = await ask('POST', '/orders', {}, { ...placing, paymentToken: 'tok_unavailable' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
    expect(await answer.json()).toMatchObject({ status: 503, code: 'unavailable' });
  });

  it('says which methods there are', async () => {
    const answer = await ask('DELETE', `/orders/${DEMO_ORDERS.APPROVED}`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, PATCH']);
  });

  it('answers HEAD as GET, without a body', async () => {
    const path = `/orders/${DEMO_ORDERS.DELIVERED}`;
    const [head, get] = [await ask('HEAD', path), await ask('GET', path)];
    expect(await head.text()).toBe('');
    for (const field of ['etag', 'content-type', 'content-length', 'cache-control']) {
      expect(head.headers.get(field), field).toBe(get.headers.get(field));
    }
  });

  it('links the pages of a list', async () => {
    const first = await ask('GET', '/orders?limit=2&states=DELIVERED');
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] as string;
    const second = await ask('GET', next.replace('/level2', ''));
    const ids = ((await second.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
    const before = ((await first.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(ids.filter((id) => before.includes(id))).toEqual([]);
    expect(second.headers.get('link')).toContain('rel="prev"');
  });

  it.each([
    '/consumers',
    '/tickets',
    '/deliveries',
    '/couriers',
    '/orders',
    `/deliveries/${DEMO_ORDERS.PICKED_UP}/track`,
  ])('links the pages of %s, which are for one actor alone', async (path) => {
    const list = await askAs('sam', 'GET', `${path}?limit=1`);
    expect([list.status, list.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    const { items, page } = (await list.json()) as { items: unknown[]; page: { next?: string } };
    expect([items.length, typeof page.next]).toEqual([1, 'string']);
    expect(list.headers.get('link')).toContain('rel="next"');
  });

  it('reads JSON alone', async () => {
    const xml = { 'content-type': 'application/xml', 'if-match': '"1"' };
    for (const [method, path] of [
      ['POST', '/orders'],
      ['PUT', `/orders/${DEMO_ORDERS.DELIVERED}/cancellation`],
    ] as const) {
      const answer = await fetch(`${served.baseUrl}/level2${path}`, {
        method,
        headers: { authorization: `Bearer ${await served.tokenFor('ann')}`, ...xml },
        body: '<order/>',
      });
      expect([answer.status, answer.headers.get('content-type')], path).toEqual([415, 'application/problem+json']);
    }
    // Without a body it says nothing.
    expect((await ask('GET', `/orders/${DEMO_ORDERS.DELIVERED}`, { 'content-type': 'application/xml' })).status).toBe(
      200,
    );
  });

  it('lets everybody keep a menu, and nobody else an order', async () => {
    const menu = await ask('GET', `/restaurants/${placing.restaurantId}/menu`);
    expect(menu.headers.get('cache-control')).toBe('public, no-cache');
    const order = await ask('GET', `/orders/${DEMO_ORDERS.DELIVERED}`);
    expect(order.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('asks who one is before it looks at what one sent', async () => {
    const answer = await fetch(`${served.baseUrl}/level2/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"lines": ',
    });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="rungs"']);
  });
});
