import { BOBS_ORDER, DEMO_ORDERS } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS } from './level.ts';
import { RestLevel1Module } from './module.ts';

// What HTTP is told, and what it is not: 200 for every outcome; another status only where no resource was ever reached.

const ORDER = `orders/${DEMO_ORDERS.DELIVERED}`;
const APPROVED = `orders/${DEMO_ORDERS.APPROVED}`;

let served: ServedStyle;
let authorization: string;

beforeAll(async () => {
  served = await serveStyle([RestLevel1Module]);
  authorization = `Bearer ${await served.tokenFor('ann')}`;
});
afterAll(async () => {
  expect(served.defects).toEqual([]);
  await served.close();
});

async function post(path: string, body: BodyInit, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', authorization, ...headers }, body };
  const response = await fetch(`${served.baseUrl}/level1/${path}`, init);
  expect(response.headers.get('cache-control')).toBe('no-store');
  return { status: response.status, headers: response.headers, json: await response.json() };
}

describe('an outcome', () => {
  it.each([
    ['not-found', `orders/${BOBS_ORDER}`, { action: 'getOrder' }, 'order-not-found'],
    ['a conflict with the state', ORDER, { action: 'cancelOrder', expectedVersion: 1 }, 'order-not-cancellable'],
    ['forbidden', 'consumers', { action: 'listConsumers' }, 'forbidden'],
    ['invalid', 'orders', { action: 'listOrders', limit: 1e9 }, 'invalid-input'],
    ['a version missing', APPROVED, { action: 'cancelOrder' }, 'version-required'],
    ['a version stale', APPROVED, { action: 'cancelOrder', expectedVersion: 9 }, 'stale-version'],
    ['an action of another resource', ORDER, { action: 'getBill' }, 'operation-unknown'],
    ['an action that is inherited', ORDER, { action: 'toString' }, 'operation-unknown'],
    ['an action that is none', ORDER, { action: { name: 'getOrder' } }, 'unreadable'],
    ['no object', ORDER, ['getOrder'], 'unreadable'],
  ])('level 1: that is %s is 200, with the error inside', async (_what, path, message, code) => {
    const { status, json } = await post(path, JSON.stringify(message));
    expect([status, json]).toMatchObject([200, { ok: false, error: { code } }]);
  });

  it('level 1: of a body that cannot be read is 200 and unreadable', async () => {
    for (const body of ['{"action"', 'null', new Uint8Array([0x22, 0xff, 0x22]), '['.repeat(1000)]) {
      const { status, json } = await post(ORDER, body);
      expect([status, json]).toMatchObject([200, { ok: false, error: { code: 'unreadable' } }]);
    }
  });

  it.each(['null', '7', '"getOrder"', '[]', '{}'])(
    'RFC 8259 §2: of %s, which is JSON, is told what is wrong with it, and not that it is empty',
    async (body) => {
      const { status, json } = await post(ORDER, body);
      expect([status, json]).toMatchObject([
        200,
        { error: { message: expect.stringMatching(/action|is null/) as string } },
      ]);
    },
  );

  it('level 1: of the same action at two URIs is about two things', async () => {
    const [one, other] = [await post(ORDER, '{"action":"getOrder"}'), await post(APPROVED, '{"action":"getOrder"}')];
    expect(one.json).toMatchObject({ ok: true, result: { id: DEMO_ORDERS.DELIVERED } });
    expect(other.json).toMatchObject({ ok: true, result: { id: DEMO_ORDERS.APPROVED } });
  });

  it('level 1: the URI says which thing; a body that says another is refused by the member’s path', async () => {
    const { json } = await post(ORDER, JSON.stringify({ action: 'getOrder', orderId: DEMO_ORDERS.APPROVED }));
    expect(json).toMatchObject({ error: { code: 'invalid-input', details: { errors: [{ path: '/orderId' }] } } });
  });
});

describe('what never reached a resource', () => {
  it.each(['application/xml', 'text/csv', 'image/png', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'RFC 9110 §15.5.16: %s is no media type of ours: 415',
    async (contentType) => {
      const { status, json } = await post(ORDER, 'a=1', { 'content-type': contentType });
      expect([status, json]).toMatchObject([415, { ok: false, error: { details: { httpStatus: 415 } } }]);
    },
  );

  it('RFC 9110 §15.5.14: a body beyond the limit is 413', async () => {
    const { status, json } = await post(ORDER, JSON.stringify('x'.repeat(1024 * 1024)));
    expect([status, json]).toMatchObject([413, { ok: false, error: { details: { httpStatus: 413 } } }]);
  });

  it.each(['coffees', 'orders/1/coffee', '', 'orders/', `${ORDER}/cancelOrder`])(
    'RFC 9110 §15.5.5: a URI that is no resource is 404: /level1/%s',
    async (path) => {
      const { status, json } = await post(path, '{"action":"getOrder"}');
      expect([status, json]).toMatchObject([404, { ok: false, error: { code: 'operation-unknown' } }]);
    },
  );

  it('RFC 9110 §15.5.6: a verb other than POST is 405 at every resource, and Allow says so', async () => {
    for (const resource of Object.keys(ACTIONS)) {
      const url = `${served.baseUrl}/level1/${resource.replaceAll(/:\w+/g, DEMO_ORDERS.APPROVED)}`;
      for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']) {
        const response = await fetch(url, { method, headers: { authorization } });
        expect([response.status, response.headers.get('cache-control')], `${method} ${resource}`).toEqual([
          405,
          'no-store',
        ]);
        expect(response.headers.get('allow')).toMatch(/^(OPTIONS, )?POST$/);
        await response.arrayBuffer();
      }
    }
  });
});

describe('who asks', () => {
  it.each([
    ['one that is none of ours', 'Bearer nonsense'],
    ['another scheme', 'Basic YW5uOmFubg=='],
  ])('RFC 6750 §3.1: a bad credential (%s) is 401 with a challenge, whatever the body', async (_what, bad) => {
    for (const body of ['{"action":"getOrder"}', '{"action":"describe"}', '{"action"']) {
      const { status, headers, json } = await post(ORDER, body, { authorization: bad });
      expect([status, json]).toMatchObject([401, { ok: false, error: { code: 'unauthenticated' } }]);
      expect(headers.get('www-authenticate')).toMatch(/^Bearer realm=.*error="invalid_token"/);
    }
  });

  it('level 1: a missing credential is a refusal of the action that needs one, and of no other', async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const ask = (path: string, action: string) =>
      fetch(`${served.baseUrl}/level1/${path}`, { ...init, body: JSON.stringify({ action }) });
    const refused = await ask(ORDER, 'getOrder');
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([200, null]);
    const details = { reason: 'missing' };
    expect(await refused.json()).toMatchObject({ ok: false, error: { code: 'unauthenticated', details } });
    expect(await (await ask('restaurants', 'listRestaurants')).json()).toMatchObject({ ok: true });
  });
});

describe('too many requests', () => {
  it('RFC 6585 §4: are 429 with Retry-After, said as everything is said', async () => {
    const busy = await serveStyle([RestLevel1Module], { databaseUrl: served.databaseUrl, rateLimit: { perMinute: 1 } });
    try {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${await busy.tokenFor('ann')}` };
      const ask = () =>
        fetch(`${busy.baseUrl}/level1/${ORDER}`, { method: 'POST', headers, body: '{"action":"getOrder"}' });
      expect((await ask()).status).toBe(200);
      const response = await ask();
      expect([response.status, response.headers.get('cache-control')]).toEqual([429, 'no-store']);
      const retryAfterSeconds = Number(response.headers.get('retry-after'));
      expect(retryAfterSeconds).toBeGreaterThan(0);
      const details = { httpStatus: 429, retryAfterSeconds };
      expect(await response.json()).toMatchObject({ ok: false, error: { code: 'too-many-requests', details } });
    } finally {
      await busy.close();
    }
  });
});
