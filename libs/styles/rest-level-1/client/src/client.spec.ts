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

describe("level 1's client", () => {
  it('posts the action to the URI of the thing, and says no id twice', async () => {
    const { client, sent } = clientOf({ ok: true, result: { id: 'a' } }, 200, 'token');
    expect(await client.cancelOrder({ orderId: 'a', expectedVersion: 2, idempotencyKey: 'k' })).toEqual({ id: 'a' });
    expect(sent).toEqual([
      {
        url: 'http://rungs/level1/orders/a',
        init: {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: 'Bearer token' },
          body: JSON.stringify({ action: 'cancelOrder', expectedVersion: 2, idempotencyKey: 'k' }),
        },
      },
    ]);
  });

  it('sends no credential where it has none', async () => {
    const { client, sent } = clientOf({ ok: true, result: {} });
    await client.getMenu({ restaurantId: 'r' });
    expect(sent[0]?.init.headers).toEqual({ 'content-type': 'application/json' });
  });

  it('escapes what a path segment cannot hold', async () => {
    const { client, sent } = clientOf({ ok: true, result: {} });
    await client.getMenuItem({ restaurantId: 'a/b', menuItemId: 'c?d' });
    expect(sent[0]?.url).toBe('http://rungs/level1/restaurants/a%2Fb/menu/c%3Fd');
  });

  it('leaves in the body what names another thing than the URI does', async () => {
    const { client, sent } = clientOf({ ok: true, result: {} });
    await client.assignCourier({ orderId: 'o', courierId: 'c', expectedVersion: 1 });
    expect([sent[0]?.url, sent[0]?.init.body]).toEqual([
      'http://rungs/level1/deliveries/o',
      JSON.stringify({ action: 'assignCourier', courierId: 'c', expectedVersion: 1 }),
    ]);
  });

  it('throws the refusal that an answer carries', async () => {
    const refusal = { code: 'order-not-found', message: 'No such order.', details: { id: 'a' } };
    const error = await failureOf({ ok: false, error: refusal });
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({ refusal, httpStatus: 200 });
  });

  it.each([
    ['a defect', { ok: false, error: { code: 'internal-error', message: 'Ours.', details: { traceId: 't' } } }, 200],
    [
      "HTTP's own refusal",
      { ok: false, error: { code: 'content-too-large', message: 'Too large.', details: {} } },
      413,
    ],
    ['an answer without a word of success', { result: {} }, 200],
    ['a page of HTML', '<html>', 502],
  ])('throws an error of its own for %s', async (_what, answer, status) => {
    expect(await failureOf(answer, status)).toBeInstanceOf(UnexpectedAnswerError);
  });

  it('shows what came instead of JSON, and with which status', async () => {
    expect(await failureOf('<html>Bad gateway', 502)).toMatchObject({
      message: 'HTTP 502, no answer to getOrder: <html>Bad gateway',
    });
  });

  it('reads a body once, and as JSON', async () => {
    const response = new Response('as text it is no JSON');
    let reads = 0;
    response.json = async () => {
      reads += 1;
      return { ok: true, result: { id: 'a' } };
    };
    const client = connect({ baseUrl: 'http://rungs', fetch: async () => response });
    expect(await client.getOrder({ orderId: 'a' })).toEqual({ id: 'a' });
    expect(reads).toBe(1);
  });
});
