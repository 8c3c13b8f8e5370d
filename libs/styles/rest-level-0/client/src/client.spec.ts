import { RefusedError, UnexpectedAnswerError } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { connect } from './client.ts';

/** A client of a server that says always the same, and what was sent to it. */
function clientOf(answer: unknown, status = 200, accessToken?: string) {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch = async (url: unknown, init: unknown): Promise<Response> => {
    sent.push({ url: String(url), init: init as RequestInit });
    return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer), { status });
  };
  return { client: connect({ baseUrl: 'http://rungs', fetch: fetch as typeof globalThis.fetch, accessToken }), sent };
}

const failureOf = (answer: unknown, status?: number): Promise<unknown> =>
  clientOf(answer, status)
    .client.getOrder({ orderId: 'a' })
    .catch((error: unknown) => error);

describe("level 0's client", () => {
  it('posts the name of the operation and its input to the one endpoint', async () => {
    const { client, sent } = clientOf({ jsonrpc: '2.0', id: 1, result: { id: 'a' } }, 200, 'token');
    expect(await client.cancelOrder({ orderId: 'a', expectedVersion: 2, idempotencyKey: 'k' })).toEqual({ id: 'a' });
    expect(sent).toEqual([
      {
        url: 'http://rungs/level0',
        init: {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: 'Bearer token' },
          body: JSON.stringify({
            jsonrpc: '2.0',
            id: 1,
            method: 'cancelOrder',
            params: { orderId: 'a', expectedVersion: 2, idempotencyKey: 'k' },
          }),
        },
      },
    ]);
  });

  it('sends no credential where it has none', async () => {
    const { client, sent } = clientOf({ jsonrpc: '2.0', id: 1, result: {} });
    await client.getMenu({ restaurantId: 'r' });
    expect(sent[0]?.init.headers).toEqual({ 'content-type': 'application/json' });
  });

  it('gives each call an id of its own', async () => {
    const { client, sent } = clientOf({ jsonrpc: '2.0', id: 1, result: {} });
    await client.getMenu({ restaurantId: 'r' });
    await client.getMenu({ restaurantId: 'r' }).catch(() => undefined);
    expect(sent.map(({ init }) => (JSON.parse(String(init.body)) as { id: number }).id)).toEqual([1, 2]);
  });

  it.each([[1], [null]])('throws the refusal in an error object with the id %j', async (id) => {
    const data = { code: 'order-not-found', details: { id: 'a' } };
    const error = await failureOf({ jsonrpc: '2.0', id, error: { code: 1005, message: 'No such order.', data } });
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({ refusal: { ...data, message: 'No such order.' }, httpStatus: 200 });
  });

  it.each([
    ['a defect', { jsonrpc: '2.0', id: 1, error: { code: -32603, message: 'Ours.', data: { traceId: 't' } } }, 200],
    ["HTTP's own refusal", { jsonrpc: '2.0', id: null, error: { code: -32000, message: 'Too large.' } }, 413],
    ["another call's answer", { jsonrpc: '2.0', id: 9, result: {} }, 200],
    ['a page of HTML', '<html>', 502],
  ])('throws an error of its own for %s', async (_what, answer, status) => {
    expect(await failureOf(answer, status)).toBeInstanceOf(UnexpectedAnswerError);
  });

  it('shows what came instead of JSON, and with which status', async () => {
    expect(await failureOf('<html>Bad gateway', 502)).toMatchObject({
      message: 'HTTP 502 with a body that is not JSON: <html>Bad gateway',
    });
  });

  it('reads a body once, and as JSON', async () => {
    const response = new Response('as text it is no JSON');
    let reads = 0;
    response.json = async () => {
      reads += 1;
      return { jsonrpc: '2.0', id: 1, result: { id: 'a' } };
    };
    const client = connect({ baseUrl: 'http://rungs', fetch: async () => response });
    expect(await client.getOrder({ orderId: 'a' })).toEqual({ id: 'a' });
    expect(reads).toBe(1);
  });
});
