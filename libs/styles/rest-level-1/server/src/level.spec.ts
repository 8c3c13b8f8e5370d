import { readFileSync } from 'node:fs';
import { Global, Module, type Type } from '@nestjs/common';
import * as application from '@rungs/application';
import { factsOfPhoto, MAX_PHOTO_BYTES, Refusal, type Actor, type Photo } from '@rungs/domain';
import { createHttpApp, RESOURCES, TokenService, uriMapOf } from '@rungs/http';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { ACTIONS, type EveryOperationIsTaken, type Untaken } from './level.ts';
import { RestLevel1Module } from './module.ts';

const ORDER_ID = '01900000-0000-7000-8000-00000000e002';

/** Use cases by their classes' names; the others answer an empty page. */
const USE_CASES: Record<string, (actor: Actor, input: unknown) => unknown> = {
  GetTicket: (actor, input) => {
    if (actor.role === 'anonymous') throw new Refusal('unauthenticated', { reason: 'missing' });
    return { orderId: (input as { orderId: string }).orderId, version: 1, state: 'ACCEPTED' };
  },
  GetOrder: (_actor, input) => {
    if (input instanceof application.InvalidInput) throw new Refusal('invalid-input', { errors: input.errors });
    throw new Refusal('order-not-found', { id: ORDER_ID });
  },
  SetPhoto: (_actor, input) => ({ photo: factsOfPhoto(input as Photo) }),
  GetDelivery: () => {
    throw new Error('password=hunter2 in the connection string');
  },
};
const providers = Object.values(application)
  .filter((exported): exported is Type => typeof exported === 'function' && 'execute' in (exported.prototype ?? {}))
  .map((useCase) => ({
    provide: useCase,
    useValue: {
      execute: async (actor: Actor, input: unknown) =>
        USE_CASES[useCase.name]?.(actor, input) ?? { items: [], cursors: [] },
    },
  }));

@Global()
@Module({ providers, exports: providers.map(({ provide }) => provide) })
class FakeUseCasesModule {}

@Module({ imports: [FakeUseCasesModule, RestLevel1Module] })
class ServedModule {}

let app: Awaited<ReturnType<typeof createHttpApp>>;
let authorization: string;
const defects: unknown[] = [];

beforeAll(async () => {
  const keys = { load: async () => undefined, save: async <K>(key: K) => key };
  const tokens = await TokenService.withOwnKey({ issuer: 'rungs', audience: 'rungs' }, keys);
  authorization = `Bearer ${(await tokens.issue({ role: 'support', supportAgentId: ORDER_ID })).access_token}`;
  app = await createHttpApp(ServedModule, { tokens, onDefect: (error) => defects.push(error) });
  await app.init();
});
afterAll(() => app.close());

type Headers = Record<string, string>;
const post = (url: string, payload: string | Buffer, headers: Headers = {}) =>
  app.inject({
    method: 'POST',
    url: `/level1${url}`,
    payload,
    headers: { 'content-type': 'application/json', authorization, ...headers },
  });
const act = (url: string, message: unknown, headers?: Headers) => post(url, JSON.stringify(message), headers);
const ORDER = `/orders/${ORDER_ID}`;

describe('a resource', () => {
  it('answers an action with 200, and lets nobody keep the answer', async () => {
    const answer = await act(`/tickets/${ORDER_ID}`, { action: 'getTicket' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toEqual({ ok: true, result: { orderId: ORDER_ID, version: 1, state: 'ACCEPTED' } });
  });

  it('answers what was refused with 200 too, with the error inside', async () => {
    const answer = await act(ORDER, { action: 'getOrder' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toEqual({
      ok: false,
      error: { code: 'order-not-found', message: expect.any(String), details: { id: ORDER_ID } },
    });
  });

  it.each([['makeCoffee'], ['getBill'], ['constructor'], ['getorder']])(
    'does not take the action %j, and says which ones it takes',
    async (action) => {
      const answer = await act(ORDER, { action });
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toMatchObject({
        ok: false,
        error: {
          code: 'operation-unknown',
          details: {
            operation: action,
            actions: ['getOrder', 'getOrderDetails', 'reviseOrder', 'cancelOrder', 'describe'],
          },
        },
      });
    },
  );

  it('refuses a body that names another thing than the URI', async () => {
    expect((await act(ORDER, { action: 'getOrder', orderId: 'another' })).json()).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', details: { errors: [{ path: '/orderId' }] } },
    });
  });

  it.each([
    ['no JSON', '{"action"'],
    ['nothing', ''],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['a list', '[]'],
    ['no action', '{}'],
  ])('answers a body that is %s with 200 and unreadable', async (_what, body) => {
    const answer = await post(ORDER, body);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  });

  it('answers a defect without what went wrong', async () => {
    const answer = await act(`/deliveries/${ORDER_ID}`, { action: 'getDelivery' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('hunter2');
    const traceId = expect.stringMatching(/^[0-9a-f]{32}$/);
    expect(answer.json()).toMatchObject({ ok: false, error: { code: 'internal-error', details: { traceId } } });
    expect(defects).toEqual([new Error('password=hunter2 in the connection string')]);
  });
});

describe('HTTP', () => {
  it('is told of a bad credential, before the body is looked at', async () => {
    for (const body of ['{"action":"getOrder"}', '{"action"']) {
      const answer = await post(ORDER, body, { authorization: 'Bearer nonsense' });
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
      expect(answer.json()).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
    }
  });

  it('is not told of a missing one', async () => {
    const url = `/level1/tickets/${ORDER_ID}`;
    const answer = await app.inject({ method: 'POST', url, payload: { action: 'getTicket' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'] as const)('%s is not allowed, POST is', async (method) => {
    for (const path of Object.keys(ACTIONS)) {
      const answer = await app.inject({ method, url: `/level1/${path.replaceAll(/:\w+/g, ORDER_ID)}` });
      expect([answer.statusCode, answer.headers['cache-control']], path).toEqual([405, 'no-store']);
      expect(answer.headers.allow, path).toMatch(/^(OPTIONS, )?POST$/);
      expect(answer.json()).toMatchObject({ ok: false, error: { code: 'method-not-allowed' } });
    }
  });

  it('knows no media type but JSON, no body beyond the limit, and no other address', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/xml; charset=utf-8', 'text/csv', 'image/png']) {
      const answer = await post(ORDER, '<getOrder/>', { 'content-type': type });
      expect([answer.statusCode, answer.json()], type).toMatchObject([415, { ok: false }]);
    }
    expect((await act(ORDER, 'x'.repeat(1024 * 1024))).statusCode).toBe(413);
    const elsewhere = await act('/coffees?black=true', { action: 'makeCoffee' });
    expect(elsewhere.statusCode).toBe(404);
    expect(elsewhere.json()).toMatchObject({
      ok: false,
      error: { code: 'operation-unknown', details: { operation: 'POST /level1/coffees' } },
    });
  });
});

describe('the table of resources and actions', () => {
  const resources = Object.entries(ACTIONS) as readonly (readonly [string, readonly string[]])[];
  const pairs = resources.flatMap(([path, actions]) => actions.map((action) => [action, path] as const));

  const names = (code: string): string[] => [...code.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

  it.each(pairs)('is served: %s at %s', async (action, path) => {
    const answer = await act(`/${path.replaceAll(/:\w+/g, ORDER_ID)}`, { action });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).not.toMatchObject({ error: { code: 'operation-unknown' } });
  });

  it('is the one in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = [...readme.matchAll(/^\| `\/(\S+)` +\| (.*?) +\|$/gm)];
    const told = rows.map(([, path = '', actions = '']) => [path.replaceAll(/\{(\w+)\}/g, ':$1'), names(actions)]);
    expect(told).toEqual(resources);
  });

  it('has every operation of the catalogue', () => {
    expect([...new Set(pairs.map(([action]) => action))].sort()).toEqual([...application.OPERATION_NAMES].sort());
  });

  it('does not compile while no resource takes an operation, for the type checker runs over specs, too', () => {
    expectTypeOf<EveryOperationIsTaken>().toBeNever();
    type UntakenWithoutBills = Untaken<Omit<typeof ACTIONS, 'orders/:orderId/bill'>>;
    expectTypeOf<UntakenWithoutBills>().toEqualTypeOf<'getBill' | 'refundBill'>();
  });

  it('names things by the addresses that the levels above name them by', () => {
    const above = new Set(Object.keys(RESOURCES).map((name) => uriMapOf('').route(name as keyof typeof RESOURCES)));
    for (const [path] of resources) expect(above).toContain(`/${path}`);
  });
});

it('takes a photo of the largest size', async () => {
  const data = Buffer.alloc(MAX_PHOTO_BYTES).toString('base64');
  const photo = { action: 'setPhoto', contentType: 'image/png', data };
  const answer = await act(`/restaurants/${ORDER_ID}/menu/${ORDER_ID}/photo`, photo);
  expect(answer.json()).toEqual({
    ok: true,
    result: { photo: { contentType: 'image/png', byteLength: MAX_PHOTO_BYTES } },
  });
});

describe('a server that stops', () => {
  it('RFC 9110 §15.6.4: says so in the words of this style: 503, and when to come back', async () => {
    const tokens = TokenService.withKeysOf({ issuer: 'rungs', audience: 'rungs' }, { keys: [] });
    const stopping = await createHttpApp(ServedModule, { tokens, onDefect: (error) => defects.push(error) });
    const answers: [Response, unknown][] = [];
    stopping
      .getHttpAdapter()
      .getInstance()
      .addHook('preClose', async () => {
        const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
        const answer = await fetch(`${await stopping.getUrl()}/level1/orders`, init);
        answers.push([answer, await answer.json()]);
      });
    await stopping.listen(0, '127.0.0.1');
    await stopping.close();
    const [[{ status, headers }, said]] = answers as [[Response, unknown]];
    expect([status, headers.get('cache-control'), headers.get('retry-after')]).toEqual([503, 'no-store', '5']);
    expect(said).toMatchObject({
      ok: false,
      error: { code: 'service-unavailable', details: { httpStatus: 503, retryAfterSeconds: 5 } },
    });
  });
});
