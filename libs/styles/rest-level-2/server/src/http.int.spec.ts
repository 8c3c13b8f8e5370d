import { DEMO_DISHES, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel2Module } from './module.ts';

describe('level 2 uses HTTP as it is meant', () => {
  let served: ServedStyle;
  beforeAll(async () => {
    served = await serveStyle([RestLevel2Module]);
  });
  afterAll(() => served.close());

  const ask = async (method: string, path: string, headers = {}, body?: object): Promise<Response> =>
    fetch(`${served.baseUrl}/level2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await served.tokenFor('ann')}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });

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

  it('says which methods there are', async () => {
    const answer = await ask('DELETE', `/orders/${DEMO_ORDERS.APPROVED}`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
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
    expect((await ask('GET', `/orders/${DEMO_ORDERS.DELIVERED}`, xml)).status).toBe(200);
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
