import { Global, Module, type Type } from '@nestjs/common';
import * as application from '@rungs/application';
import { factsOfPhoto, MAX_PHOTO_BYTES, Refusal, type Actor, type Photo } from '@rungs/domain';
import { createHttpApp, TokenService } from '@rungs/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel0Module } from './module.ts';

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

@Module({ imports: [FakeUseCasesModule, RestLevel0Module] })
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
const post = (payload: string | Buffer, headers: Headers = {}) =>
  app.inject({
    method: 'POST',
    url: '/level0',
    payload,
    headers: { 'content-type': 'application/json', authorization, ...headers },
  });
const call = (method: string, params?: unknown, id: unknown = 1): object => ({ jsonrpc: '2.0', id, method, params });
const send = (message: unknown, headers?: Headers) => post(JSON.stringify(message), headers);

describe('the endpoint', () => {
  it('answers a call with 200, and lets nobody keep the answer', async () => {
    const answer = await send(call('getTicket', { orderId: ORDER_ID }));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.json()).toEqual({
      jsonrpc: '2.0',
      id: 1,
      result: { orderId: ORDER_ID, version: 1, state: 'ACCEPTED' },
    });
  });

  it('answers what was refused with 200 too, with the error inside', async () => {
    const answer = await send(call('getOrder', { orderId: ORDER_ID }, 'x'));
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      id: 'x',
      error: { code: 1005, data: { code: 'order-not-found', details: { id: ORDER_ID } } },
    });
  });

  it.each([['makeCoffee'], ['constructor'], ['__proto__'], ['getorder'], ['rpc.getOrder'], ['']])(
    'does not know the operation %j',
    async (method) => {
      expect((await send(call(method))).json()).toMatchObject({
        error: { code: -32601, data: { code: 'operation-unknown', details: { operation: method } } },
      });
    },
  );

  it.each(application.OPERATION_NAMES)('knows the operation %s', async (method) => {
    expect((await send(call(method))).json()).not.toMatchObject({ error: { code: -32601 } });
  });

  it('refuses params by position as invalid input', async () => {
    expect((await send(call('getOrder', [ORDER_ID]))).json()).toMatchObject({
      error: { code: -32602, data: { code: 'invalid-input', details: { errors: [{ path: '' }] } } },
    });
  });

  it.each([
    ['no JSON', '{"jsonrpc"', -32700],
    ['nothing', '', -32700],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), -32700],
    ['null', 'null', -32600],
    ['a text', '"getOrder"', -32600],
    ['an empty batch', '[]', -32600],
  ])('answers a body that is %s with 200, the id null and the right number', async (_what, body, code) => {
    const answer = await post(body);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({ jsonrpc: '2.0', id: null, error: { code, data: { code: 'unreadable' } } });
  });

  it('answers notifications with 204 and nothing, alone and in a batch, whatever became of them', async () => {
    const { id: _id, ...notification } = call('getOrder', {}) as { id: unknown };
    for (const message of [notification, [notification, notification]]) {
      const answer = await send(message);
      expect([answer.statusCode, answer.body]).toEqual([204, '']);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('answers each call of a batch, and a failing one without what went wrong', async () => {
    const answer = await send([call('getDelivery', {}, 1), call('getTicket', { orderId: ORDER_ID }, 2)]);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('hunter2');
    expect(answer.json()).toMatchObject([
      { id: 1, error: { code: -32603, data: { traceId: expect.stringMatching(/^[0-9a-f]{32}$/) } } },
      { id: 2, result: { orderId: ORDER_ID } },
    ]);
  });
});

describe('a photo of the largest size', () => {
  const data = Buffer.alloc(MAX_PHOTO_BYTES).toString('base64');
  const photo = { restaurantId: ORDER_ID, menuItemId: ORDER_ID, contentType: 'image/png', data };

  it('is taken in a call', async () => {
    const { result } = (await send(call('setPhoto', photo))).json<{ result: object }>();
    expect(result).toEqual({ photo: { contentType: 'image/png', byteLength: MAX_PHOTO_BYTES } });
  });

  it('is taken in a document, too', async () => {
    const members = Object.entries(photo).map(([name, value]) => `<${name}>${value}</${name}>`);
    const body = `<setPhoto>${members.join('')}</setPhoto>`;
    const answer = await post(body, { 'content-type': 'application/xml' });
    expect(answer.body).toContain(`<byteLength>${MAX_PHOTO_BYTES}</byteLength>`);
  });
});

describe('HTTP', () => {
  it('is told of a bad credential, before the body is looked at', async () => {
    for (const body of [JSON.stringify(call('getTicket')), '{"jsonrpc"']) {
      const answer = await post(body, { authorization: 'Bearer nonsense' });
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
      expect(answer.json()).toMatchObject({ id: null, error: { data: { code: 'unauthenticated' } } });
    }
  });

  it('is not told of a missing one', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/level0', payload: call('getTicket'), headers });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ id: 1, error: { data: { code: 'unauthenticated' } } });
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'] as const)('%s is not allowed, POST is', async (method) => {
    const answer = await app.inject({ method, url: '/level0' });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toMatch(/^(OPTIONS, )?POST$/);
    expect(answer.json()).toMatchObject({ jsonrpc: '2.0', id: null, error: { data: { httpStatus: 405 } } });
  });

  it('knows no media type but JSON and XML, no body beyond the limit, and no other address', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/csv', 'image/png']) {
      const answer = await post('a=1', { 'content-type': type });
      expect([answer.statusCode, answer.json()], type).toMatchObject([415, { id: null, error: { code: -32000 } }]);
    }
    const large = await post(JSON.stringify('x'.repeat(1024 * 1024)));
    expect([large.statusCode, large.json()]).toMatchObject([413, { id: null, error: { code: -32000 } }]);
    const elsewhere = await app.inject({ method: 'POST', url: '/level0/orders?limit=1', payload: {} });
    expect(elsewhere.statusCode).toBe(404);
    const data = { code: 'operation-unknown', details: { operation: 'POST /level0/orders' } };
    expect(elsewhere.json()).toMatchObject({ id: null, error: { code: -32601, data } });
    expect(elsewhere.headers['cache-control']).toBe('no-store');
  });
});

describe('plain XML', () => {
  const xml = (body: string, headers?: Headers) => post(body, { 'content-type': 'application/xml', ...headers });

  it('is answered in XML', async () => {
    const answer = await xml(`<getTicket><orderId>${ORDER_ID}</orderId></getTicket>`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(answer.body).toBe(
      `<getTicketResult><orderId>${ORDER_ID}</orderId><version>1</version><state>ACCEPTED</state></getTicketResult>`,
    );
  });

  it.each([
    ['what is refused', `<getOrder><orderId>${ORDER_ID}</orderId></getOrder>`, 'order-not-found'],
    ['an unknown operation', '<makeCoffee/>', 'operation-unknown'],
    ['an element named like a prototype', '<constructor/>', 'unreadable'],
    ['what is no XML', '<getOrder>', 'unreadable'],
    ['nothing', '', 'unreadable'],
    ['a document type', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><getOrder/>', 'unreadable'],
    ['a defect', '<getDelivery/>', 'internal-error'],
  ])('answers %s with 200 and a fault', async (_what, body, code) => {
    const answer = await xml(body);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8');
    expect(answer.body).toMatch(new RegExp(`^<fault><code>${code}</code><message>[^<]+</message></fault>$`));
    expect(answer.body).not.toContain('hunter2');
  });

  it('tells a bad credential as a fault, with 401', async () => {
    const answer = await xml('<getTicket/>', { authorization: 'Bearer nonsense' });
    expect([answer.statusCode, answer.body]).toEqual([401, expect.stringContaining('<code>unauthenticated</code>')]);
  });
});

it('has a defect logged, and goes on with the other calls of the batch', async () => {
  defects.length = 0;
  const answer = await send([call('getDelivery', {}, 1), call('getTicket', { orderId: ORDER_ID }, 2)]);
  expect(answer.json()).toMatchObject([
    { id: 1, error: { code: -32603, data: { traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as string } } },
    { id: 2, result: { state: 'ACCEPTED' } },
  ]);
  expect(defects.map(String)).toEqual([expect.stringContaining('hunter2')]);
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
        const answer = await fetch(`${await stopping.getUrl()}/level0`, init);
        answers.push([answer, await answer.json()]);
      });
    await stopping.listen(0, '127.0.0.1');
    await stopping.close();
    const [[{ status, headers }, said]] = answers as [[Response, unknown]];
    expect([status, headers.get('cache-control'), headers.get('retry-after')]).toEqual([503, 'no-store', '5']);
    expect(said).toMatchObject({
      id: null,
      error: { code: -32000, data: { httpStatus: 503, retryAfterSeconds: 5 } },
    });
  });
});
