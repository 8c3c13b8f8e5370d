import { DEMO_DISHES, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel0Module } from './module.ts';

// Clause by clause, over HTTP: https://www.jsonrpc.org/specification. §7, its examples, are among them with our methods.

const orderId = DEMO_ORDERS.PICKED_UP;
const { consumerId } = PERSONAS.ann;
const { restaurantId } = PERSONAS.luigi;

let served: ServedStyle;
let authorization: string;

beforeAll(async () => {
  served = await serveStyle([RestLevel0Module]);
  authorization = `Bearer ${await served.tokenFor('ann')}`;
});
afterAll(() => served.close());
afterEach(() => expect(served.defects).toEqual([]));

interface Answered {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
}

async function post(body: BodyInit | undefined, headers: Record<string, string> = {}): Promise<Answered> {
  const response = await fetch(`${served.baseUrl}/level0`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, ...headers },
    ...(body !== undefined && { body }),
  });
  // Of every answer whatsoever: nothing is cacheable, and it is said.
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = await response.text();
  return { status: response.status, text, json: text === '' ? undefined : JSON.parse(text) };
}

const send = (message: unknown): Promise<Answered> => post(JSON.stringify(message));
const call = (members: object): object => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'getOrder',
  params: { orderId },
  ...members,
});
const failed = (code: number, id: unknown): object => ({
  jsonrpc: '2.0',
  id,
  error: { code, message: expect.any(String) as string, data: expect.any(Object) as object },
});
const said = (answered: Answered): readonly unknown[] => [answered.status, answered.json];
const done = (id: unknown): object =>
  expect.objectContaining({ jsonrpc: '2.0', id, result: expect.objectContaining({ id: orderId }) as object }) as object;

describe('the request object', () => {
  it.each([
    [{ Method: 'getOrder', method: undefined }, -32600],
    [{ JSONRPC: '2.0', jsonrpc: undefined }, -32600],
    [{ method: 'GetOrder' }, -32601],
  ])(
    'JSON-RPC 2.0 §2: member names and method names are case-sensitive: %j is not what it resembles',
    async (members, code) => {
      expect(said(await send(call(members)))).toEqual([200, failed(code, 1)]);
    },
  );

  it.each([['1.0'], ['2'], [2], [null], [undefined]])(
    'JSON-RPC 2.0 §4: jsonrpc must be exactly "2.0", not %j',
    async (jsonrpc) => {
      expect(said(await send(call({ jsonrpc })))).toEqual([200, failed(-32600, 1)]);
    },
  );

  it.each([[1], [null], [undefined], [['getOrder']], [{}]])(
    'JSON-RPC 2.0 §4: method must be a text, not %j',
    async (method) => {
      expect(said(await send(call({ method })))).toEqual([200, failed(-32600, 1)]);
    },
  );

  it.each(['rpc.', 'rpc.getOrder', 'rpc.listMethods'])(
    'JSON-RPC 2.0 §4 and §8: names that begin with rpc. are for extensions, and %s is none of ours',
    async (method) => {
      expect(said(await send(call({ method })))).toEqual([200, failed(-32601, 1)]);
    },
  );

  it.each([['a'], [''], ['7'], [7], [0], [-7], [1.5], [1e3], [Number.MAX_SAFE_INTEGER], [null]])(
    'JSON-RPC 2.0 §4 and §5: an id is a text, a number or null, and %j comes back as it was sent',
    async (id) => {
      expect(said(await send(call({ id })))).toEqual([200, done(id)]);
      expect(said(await send(call({ id, method: 'makeCoffee' })))).toEqual([200, failed(-32601, id)]);
    },
  );

  it.each([['true'], ['[1]'], ['{}'], ['9007199254740993'], ['1e999']])(
    'JSON-RPC 2.0 §4: the id %s is no legal one, or none that could be sent back: invalid, and the id is null',
    async (id) => {
      const body = `{"jsonrpc":"2.0","method":"getOrder","params":{"orderId":"${orderId}"},"id":${id}}`;
      const answered = await post(body);
      expect(said(answered)).toEqual([200, failed(-32600, null)]);
      expect(answered.text).toContain('a whole one of at most 9007199254740991');
    },
  );
});

describe('a notification', () => {
  const basket = { consumerId, restaurantId };
  const quantities = async (): Promise<readonly number[]> => {
    const { json } = await send(call({ method: 'getBasket', params: basket }));
    return (json as { result: { lines: readonly { quantity: number }[] } }).result.lines.map(
      ({ quantity }) => quantity,
    );
  };

  it('JSON-RPC 2.0 §4.1: is done and never answered: 204, and not a byte', async () => {
    const params = { ...basket, menuItemId: DEMO_DISHES.tonnarelli, quantity: 3 };
    const { status, text } = await send(call({ id: undefined, method: 'addToBasket', params }));
    expect([status, text]).toEqual([204, '']);
    expect(await quantities()).toEqual([3]);
  });

  it.each([
    ['an unknown method', { method: 'makeCoffee' }],
    ['invalid params', { params: {} }],
    ['a refusal', { params: { orderId: 'nobody’s' } }],
    ['params by position', { params: [orderId] }],
  ])('JSON-RPC 2.0 §4.1: is not answered for %s either', async (_what, members) => {
    const { status, text } = await send(call({ id: undefined, ...members }));
    expect([status, text]).toEqual([204, '']);
  });

  it('JSON-RPC 2.0 §4.1: has no id; one whose id is null is a call', async () => {
    expect(said(await send(call({ id: null })))).toEqual([200, done(null)]);
  });
});

describe('parameters', () => {
  it('JSON-RPC 2.0 §4.2: by name are taken, whatever their order, and unknown ones are ignored', async () => {
    const params = { milk: true, orderId };
    expect(said(await send(call({ params })))).toEqual([200, done(1)]);
  });

  it('JSON-RPC 2.0 §4.2: names must match exactly, including case', async () => {
    const { json } = await send(call({ params: { orderID: orderId } }));
    expect(json).toMatchObject({ error: { code: -32602, data: { details: { errors: [{ path: '/orderId' }] } } } });
  });

  it('JSON-RPC 2.0 §4.2: by position are refused as invalid, for the specification lets the server choose', async () => {
    expect(said(await send(call({ params: [orderId] })))).toEqual([200, failed(-32602, 1)]);
  });

  it.each([[undefined], [{}], [[]]])(
    'JSON-RPC 2.0 §4.2: may be left out, and %j is the same as leaving them out',
    async (params) => {
      const { status, json } = await send(call({ method: 'listRestaurants', params }));
      expect([status, json]).toMatchObject([200, { id: 1, result: { items: expect.any(Array) as unknown[] } }]);
    },
  );

  it.each([['bar'], [1], [true], [null]])(
    'JSON-RPC 2.0 §4.2: are a structured value, so %j is an invalid request',
    async (params) => {
      expect(said(await send(call({ params })))).toEqual([200, failed(-32600, 1)]);
    },
  );
});

describe('the response object', () => {
  it('JSON-RPC 2.0 §5: has jsonrpc, the id, and either a result or an error, and nothing else', async () => {
    const success = (await send(call({}))).json as object;
    expect(Object.keys(success).toSorted()).toEqual(['id', 'jsonrpc', 'result']);
    const failure = (await send(call({ params: { orderId: 'nobody’s' } }))).json as object;
    expect(Object.keys(failure).toSorted()).toEqual(['error', 'id', 'jsonrpc']);
  });

  it.each([
    ['half of an object', '{"jsonrpc": "2.0", "method": "getOrder", "params": "bar", "baz]'],
    ['half of a batch', '[{"jsonrpc": "2.0", "method": "getOrder", "id": "1"},{"jsonrpc": "2.0", "method"]'],
    ['nothing', undefined],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['a byte order that nobody asked for', new Uint8Array([0xfe, 0xff, 0x00, 0x7b, 0x00, 0x7d])],
    ['brackets a thousand deep', '['.repeat(1000) + ']'.repeat(1000)],
  ])('JSON-RPC 2.0 §5 and §5.1: a body that is %s is a parse error, and its id is null', async (_what, body) => {
    expect(said(await post(body))).toEqual([200, failed(-32700, null)]);
  });

  it.each([['null'], ['1'], ['"getOrder"'], ['true'], ['{"foo": "boo"}'], ['{}']])(
    'JSON-RPC 2.0 §5: %s is JSON and no request, so its id is null',
    async (body) => {
      expect(said(await post(body))).toEqual([200, failed(-32600, null)]);
    },
  );
});

describe('the error object', () => {
  it.each([
    ['-32601, method not found', call({ method: 'foobar' }), -32601, 'operation-unknown'],
    ['-32601, an inherited name', call({ method: 'toString' }), -32601, 'operation-unknown'],
    ['-32602, invalid params', call({ params: {} }), -32602, 'invalid-input'],
    ['a number of ours for what our rules refuse', call({ params: { orderId: 'x' } }), 1005, 'order-not-found'],
  ])('JSON-RPC 2.0 §5.1: %s; a whole number, a sentence and data', async (_what, message, number, code) => {
    const { status, json } = await send(message);
    expect(status).toBe(200);
    const { error } = json as { error: { code: number; message: string; data: { code: string; details: object } } };
    expect(error.message).toMatch(/\w.*\.$/);
    expect([error.code, error.data.code]).toEqual([number, code]);
    expect(Object.keys(error).toSorted()).toEqual(['code', 'data', 'message']);
  });
});

describe('a batch', () => {
  it('JSON-RPC 2.0 §6: is answered by an array with a response for each call, none for notifications', async () => {
    const { status, json } = await send([
      call({ id: '1' }),
      call({ id: undefined }),
      call({ id: '2', method: 'getTicket' }),
      { foo: 'boo' },
      call({ id: '5', method: 'foo.get' }),
      call({ id: '9', method: 'getBill' }),
    ]);
    expect([status, json]).toEqual([
      200,
      [
        done('1'),
        expect.objectContaining({ id: '2', result: expect.objectContaining({ orderId }) as object }),
        failed(-32600, null),
        failed(-32601, '5'),
        expect.objectContaining({ id: '9', result: expect.objectContaining({ orderId }) as object }),
      ],
    ]);
  });

  it('JSON-RPC 2.0 §6: of one call is answered by an array of one', async () => {
    expect(said(await send([call({})]))).toEqual([200, [done(1)]]);
  });

  it('JSON-RPC 2.0 §6: that is empty is answered by one error and no array', async () => {
    expect(said(await post('[]'))).toEqual([200, failed(-32600, null)]);
  });

  it('JSON-RPC 2.0 §6: of what is no call is answered for each of it', async () => {
    expect(said(await post('[1,2,3]'))).toEqual([200, [1, 2, 3].map(() => failed(-32600, null))]);
    expect(said(await post('[[]]'))).toEqual([200, [failed(-32600, null)]]);
  });

  it('JSON-RPC 2.0 §6: of notifications alone is answered by nothing at all, not even an empty array', async () => {
    const { status, text } = await send([call({ id: undefined }), call({ id: undefined, method: 'makeCoffee' })]);
    expect([status, text]).toEqual([204, '']);
  });

  it('JSON-RPC 2.0 §6: may hold the same id twice; each has an answer', async () => {
    expect(said(await send([call({}), call({})]))).toEqual([200, [done(1), done(1)]]);
  });
});
