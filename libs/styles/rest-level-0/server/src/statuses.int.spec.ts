import { BOBS_ORDER, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel0Module } from './module.ts';

// What HTTP is told, and what it is not: 200 for every outcome; another status only where no call was ever made.

const orderId = DEMO_ORDERS.DELIVERED;
const NO_CALL = { jsonrpc: '2.0', id: null, error: { code: -32000 } };

let served: ServedStyle;
let authorization: string;

beforeAll(async () => {
  served = await serveStyle([RestLevel0Module]);
  authorization = `Bearer ${await served.tokenFor('ann')}`;
});
afterAll(async () => {
  expect(served.defects).toEqual([]);
  await served.close();
});

function post(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', authorization, ...headers }, body };
  return fetch(`${served.baseUrl}/level0`, init);
}

const call = (method: string, params: object = {}): string => JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });

/** What `Allow` says that can be done there, beyond asking what can be done there. */
function verbsIn(response: Response): readonly string[] | undefined {
  return response.headers
    .get('allow')
    ?.split(', ')
    .filter((method) => method !== 'OPTIONS');
}

describe('an outcome', () => {
  it.each([
    ['not-found', 'getOrder', { orderId: BOBS_ORDER }, 'order-not-found'],
    ['a conflict with the state', 'cancelOrder', { orderId, expectedVersion: 1 }, 'order-not-cancellable'],
    ['forbidden', 'listConsumers', {}, 'forbidden'],
    ['invalid', 'listOrders', { limit: 1e9 }, 'invalid-input'],
    ['a version missing', 'cancelOrder', { orderId: DEMO_ORDERS.APPROVED }, 'version-required'],
    ['a version stale', 'cancelOrder', { orderId: DEMO_ORDERS.APPROVED, expectedVersion: 9 }, 'stale-version'],
    ['unknown', 'makeCoffee', {}, 'operation-unknown'],
  ])('level 0: that is %s is 200, with the error inside', async (_what, method, params, code) => {
    const response = await post(call(method, params));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ id: 1, error: { data: { code } } });
  });
});

describe('what never was a call', () => {
  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'QUERY'])(
    'RFC 9110 §15.5.6: %s is 405, and Allow says that POST is the verb',
    async (method) => {
      // RFC 10008 §2: a QUERY without a Content-Type is malformed before it is anything else.
      const query = { headers: { authorization, 'content-type': 'application/json' }, body: call('getOrder') };
      const init = method === 'QUERY' ? query : { headers: { authorization } };
      const response = await fetch(`${served.baseUrl}/level0`, { method, ...init });
      expect([response.status, verbsIn(response)]).toEqual([405, ['POST']]);
      expect(response.headers.get('cache-control')).toBe('no-store');
      if (method !== 'HEAD') expect(await response.json()).toMatchObject(NO_CALL);
    },
  );

  it('RFC 9110 §9.3.7 and §10.2.1: OPTIONS is told that POST is the verb', async () => {
    expect(verbsIn(await fetch(`${served.baseUrl}/level0`, { method: 'OPTIONS' }))).toEqual(['POST']);
  });

  it.each(['text/csv', 'image/png', 'application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data', 'json'])(
    'RFC 9110 §15.5.16: %s is no media type of ours: 415',
    async (contentType) => {
      const response = await post('a=1', { 'content-type': contentType });
      expect([response.status, response.headers.get('cache-control')]).toEqual([415, 'no-store']);
      expect(await response.json()).toMatchObject(NO_CALL);
    },
  );

  it('RFC 9110 §15.5.14: a body beyond the limit is 413', async () => {
    const response = await post(call('importMenu', { csv: 'x'.repeat(1024 * 1024) }));
    expect([response.status, response.headers.get('cache-control')]).toEqual([413, 'no-store']);
    expect(await response.json()).toMatchObject(NO_CALL);
  });

  it('RFC 9110 §15.5.5: below the one address there is nothing: 404', async () => {
    const response = await fetch(`${served.baseUrl}/level0/orders`, { method: 'POST', headers: { authorization } });
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(await response.json()).toMatchObject({ id: null, error: { code: -32601 } });
  });
});

describe('who asks', () => {
  it.each([
    ['one that is none of ours', 'Bearer nonsense'],
    ['another scheme', 'Basic YW5uOmFubg=='],
  ])('RFC 6750 §3.1: a bad credential (%s) is 401 with a challenge, whatever the body', async (_what, bad) => {
    for (const body of [call('listRestaurants'), `[${call('getOrder')}]`, '{"jsonrpc"']) {
      const response = await post(body, { authorization: bad });
      expect([response.status, response.headers.get('cache-control')]).toEqual([401, 'no-store']);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm=.*error="invalid_token"/);
      expect(await response.json()).toMatchObject({ id: null, error: { data: { code: 'unauthenticated' } } });
    }
  });

  it('level 0: a missing credential is an error of the call that needs one, and of no other', async () => {
    const body = `[${call('getOrder', { orderId })},${call('listRestaurants', { limit: 1 })},${call('rpc.discover')}]`;
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${served.baseUrl}/level0`, { method: 'POST', headers, body });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([200, null]);
    expect(await response.json()).toMatchObject([
      { error: { code: -32001, data: { code: 'unauthenticated', details: { reason: 'missing' } } } },
      { result: { items: [{}] } },
      { result: { openrpc: '1.3.2' } },
    ]);
  });
});

describe('too many requests', () => {
  let busy: ServedStyle;
  beforeAll(async () => {
    const { databaseUrl } = served;
    busy = await serveStyle([RestLevel0Module], { databaseUrl, rateLimit: { perMinute: 1 } });
  });
  afterAll(() => busy.close());

  it.each([
    ['application/json', 'ann', call('getMenu', PERSONAS.luigi)],
    ['application/xml', 'bob', `<getMenu><restaurantId>${PERSONAS.luigi.restaurantId}</restaurantId></getMenu>`],
  ] as const)('RFC 6585 §4: are 429 with Retry-After, said in %s', async (contentType, who, body) => {
    const headers = { 'content-type': contentType, authorization: `Bearer ${await busy.tokenFor(who)}` };
    const ask = () => fetch(`${busy.baseUrl}/level0`, { method: 'POST', headers, body });
    expect((await ask()).status).toBe(200);
    const response = await ask();
    expect([response.status, response.headers.get('cache-control')]).toEqual([429, 'no-store']);
    const retryAfterSeconds = Number(response.headers.get('retry-after'));
    expect(retryAfterSeconds).toBeGreaterThan(0);
    if (contentType === 'application/xml') {
      expect(await response.text()).toMatch(/^<fault><code>too-many-requests<\/code>/);
    } else {
      const data = { httpStatus: 429, retryAfterSeconds };
      expect(await response.json()).toMatchObject({ id: null, error: { code: -32000, data } });
    }
  });
});
