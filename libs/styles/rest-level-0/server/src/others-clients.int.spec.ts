import { DEMO_DISHES, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import type { BasketJson, OrderJson } from '@rungs/json';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import jayson from 'jayson/promise/index.js';
import { JSONRPCClient, JSONRPCErrorException, type JSONRPCResponse } from 'json-rpc-2.0';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { RestLevel0Module } from './module.ts';

// Two clients that others made, who know JSON-RPC 2.0 and nothing of us.

const { restaurantId } = PERSONAS.luigi;
const { consumerId } = PERSONAS.ann;
const PLACING = {
  restaurantId,
  lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 2 }],
  paymentToken: 'tok_visa',
};
const basket = { consumerId, restaurantId };

let served: ServedStyle;
let headers: Record<string, string>;

beforeAll(async () => {
  served = await serveStyle([RestLevel0Module]);
  headers = { authorization: `Bearer ${await served.tokenFor('ann')}` };
});
afterAll(() => served.close());
afterEach(() => expect(served.defects).toEqual([]));

describe('jayson', () => {
  interface Answer {
    readonly id?: unknown;
    readonly result?: unknown;
    readonly error?: { readonly code: number; readonly data?: { readonly code: string } };
  }
  // Its documentation says that an id of null makes a notification; its types do not know.
  const NOTIFICATION = null as unknown as string;
  const client = () => jayson.Client.http({ ...urlOf(served.baseUrl), path: '/level0', headers });

  it('places an order, and reads it', async () => {
    const placed = (await client().request('placeOrder', PLACING)) as Answer;
    const { id } = placed.result as OrderJson;
    expect(placed.result).toMatchObject({ state: 'APPROVED', consumerId, restaurantId });
    expect(await client().request('getOrder', { orderId: id })).toMatchObject({ result: placed.result });
  });

  it('is told why not', async () => {
    const { error } = (await client().request('getOrder', { orderId: restaurantId })) as Answer;
    expect(error).toMatchObject({ code: 1005, data: { code: 'order-not-found' } });
    const unknown = (await client().request('makeCoffee', [])) as Answer;
    expect(unknown.error).toMatchObject({ code: -32601 });
  });

  it('notifies, and hears nothing', async () => {
    const params = { ...basket, menuItemId: DEMO_DISHES.tiramisu, quantity: 1 };
    expect(await client().request('addToBasket', params, NOTIFICATION)).toBeFalsy();
    const { result } = (await client().request('getBasket', basket)) as Answer;
    expect((result as BasketJson).lines).toMatchObject([{ menuItemId: DEMO_DISHES.tiramisu, quantity: 1 }]);
  });

  it('sends a batch of calls and a notification, and finds each answer by its id', async () => {
    const orderId = DEMO_ORDERS.PICKED_UP;
    const sender = client();
    const calls = [
      sender.request('getOrder', { orderId }, 'order', false),
      sender.request('listRestaurants', { limit: 1 }, NOTIFICATION, false),
      sender.request('getTicket', { orderId: restaurantId }, 'ticket', false),
    ];
    const answers = (await sender.request(calls)) as readonly Answer[];
    expect(answers.map(({ id }) => id)).toEqual(['order', 'ticket']);
    expect(answers).toMatchObject([{ result: { id: orderId } }, { error: { data: { code: 'ticket-not-found' } } }]);
  });

  it('discovers', async () => {
    const anonymous = jayson.Client.http({ ...urlOf(served.baseUrl), path: '/level0' });
    const { result } = (await anonymous.request('rpc.discover', [])) as Answer;
    expect(result).toMatchObject({
      openrpc: expect.stringMatching(/^1\./) as string,
      methods: expect.any(Array) as [],
    });
  });
});

describe('json-rpc-2.0', () => {
  const client = () => {
    const made: JSONRPCClient = new JSONRPCClient(async (message: unknown) => {
      const response = await fetch(`${served.baseUrl}/level0`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(message),
      });
      // As its own documentation has it: no content, nothing to receive.
      if (response.status === 200) made.receive((await response.json()) as JSONRPCResponse);
      else expect([response.status, await response.text()]).toEqual([204, '']);
    });
    return made;
  };

  it('places an order, once for one key', async () => {
    const keyed = { ...PLACING, idempotencyKey: 'json-rpc-2.0' };
    const placed = (await client().request('placeOrder', keyed)) as OrderJson;
    expect(placed).toMatchObject({ state: 'APPROVED', consumerId });
    expect(await client().request('placeOrder', keyed)).toEqual(placed);
  });

  it('is told why not, as an exception with code and data', async () => {
    const refused: unknown = await client()
      .request('cancelOrder', { orderId: DEMO_ORDERS.DELIVERED, expectedVersion: 1 })
      .then(undefined, (error: unknown) => error);
    expect(refused).toBeInstanceOf(JSONRPCErrorException);
    expect(refused).toMatchObject({ code: 3001, data: { code: 'order-not-cancellable' } });
  });

  it('notifies, and hears nothing', async () => {
    const clearing = { ...basket, menuItemId: DEMO_DISHES.tonnarelli, quantity: 4 };
    await client().send({ jsonrpc: '2.0', method: 'addToBasket', params: clearing });
    const { lines } = (await client().request('getBasket', basket)) as BasketJson;
    expect(lines).toContainEqual(expect.objectContaining({ menuItemId: DEMO_DISHES.tonnarelli, quantity: 4 }));
  });

  it('sends a batch, whose answers it matches by their ids', async () => {
    const orderId = DEMO_ORDERS.PICKED_UP;
    const call = (id: number, method: string, params: object) => ({ jsonrpc: '2.0' as const, id, method, params });
    const answers = await client().requestAdvanced([
      call(3, 'getBill', { orderId }),
      call(1, 'getOrder', { orderId }),
      call(2, 'makeCoffee', {}),
    ]);
    expect(answers).toMatchObject([
      { id: 3, result: { orderId } },
      { id: 1, result: { id: orderId } },
      { id: 2, error: { code: -32601 } },
    ]);
  });
});

function urlOf(baseUrl: string): { hostname: string; port: string } {
  const { hostname, port } = new URL(baseUrl);
  return { hostname, port };
}
