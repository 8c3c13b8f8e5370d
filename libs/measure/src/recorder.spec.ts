import { describe, expect, it } from 'vitest';
import { Recorder } from './recorder.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const BASE_URL = 'http://127.0.0.1:3000';

/** Answers are let go by hand, and the clock moves only where a test moves it. */
function recording() {
  let nowMs = 500;
  const sent: { url: string; init: RequestInit | undefined; answer: (response: Response) => void }[] = [];
  const fetch: typeof globalThis.fetch = (url, init) => {
    const { promise, resolve } = Promise.withResolvers<Response>();
    sent.push({ url: String(url), init, answer: resolve });
    return promise;
  };
  const recorder = new Recorder({ fetch, baseUrl: BASE_URL, traceId: TRACE_ID, nowMs: () => nowMs });
  return { recorder, sent, wait: (durationMs: number) => (nowMs += durationMs) };
}

describe('recorder', () => {
  it('marks each exchange with the trace and a span of its own, and keeps the other fields', async () => {
    const { recorder, sent } = recording();
    const init = { method: 'POST', headers: { accept: 'application/json' }, body: '{}' };
    const first = recorder.fetch('order', [], `${BASE_URL}/level1/orders/1`, init);
    const second = recorder.fetch('bill', [], `${BASE_URL}/level1/orders/1/bill`);
    for (const { answer } of sent) answer(new Response('{}'));
    await Promise.all([first, second]);
    expect(sent.map(({ init: { headers } = {} }) => Object.fromEntries(headers as Headers))).toEqual([
      { accept: 'application/json', traceparent: `00-${TRACE_ID}-0000000000000001-01` },
      { traceparent: `00-${TRACE_ID}-0000000000000002-01` },
    ]);
    expect(sent[0]?.init).toMatchObject({ method: 'POST', body: '{}' });
    expect(init.headers).toEqual({ accept: 'application/json' });
  });

  it('notes what was asked and answered, in the order of asking, with times from the beginning', async () => {
    const { recorder, sent, wait } = recording();
    wait(10);
    const slow = recorder.fetch('order', [], `${BASE_URL}/level2/orders?limit=1`);
    wait(1);
    const quick = recorder.fetch('ticket', [], 'https://elsewhere.example/tickets/1');
    wait(4);
    sent[1]?.answer(new Response('{"é":1}', { status: 404 }));
    await quick;
    wait(15);
    sent[0]?.answer(new Response(null, { status: 204 }));
    const { n, response } = await slow;
    expect(n).toBe(1);
    expect(await response.text()).toBe('');
    expect(recorder.exchanges).toEqual([
      {
        n: 1,
        label: 'order',
        dependsOn: [],
        spanId: '0000000000000001',
        method: 'GET',
        url: '/level2/orders?limit=1',
        status: 204,
        responseBodyDecodedBytes: 0,
        startMs: 10,
        firstByteMs: 30,
        endMs: 30,
      },
      {
        n: 2,
        label: 'ticket',
        dependsOn: [],
        spanId: '0000000000000002',
        method: 'GET',
        url: 'https://elsewhere.example/tickets/1',
        status: 404,
        responseBodyDecodedBytes: 8,
        startMs: 11,
        firstByteMs: 15,
        endMs: 15,
      },
    ]);
  });

  it('lets the program read the answer whose bytes it has counted', async () => {
    const { recorder, sent } = recording();
    const asked = recorder.fetch('order', [], `${BASE_URL}/level2/orders/1`);
    sent[0]?.answer(Response.json({ state: 'APPROVED' }));
    const { response } = await asked;
    expect(await response.json()).toEqual({ state: 'APPROVED' });
  });

  it('refuses a request that claims to need an answer which is not there', async () => {
    const { recorder, sent } = recording();
    const order = recorder.fetch('order', [], `${BASE_URL}/level2/orders/1`);
    await expect(recorder.fetch('courier', [1], `${BASE_URL}/level2/couriers/1`)).rejects.toThrow(
      'Exchange 2 (courier) depends on 1, which has not been answered.',
    );
    expect(sent).toHaveLength(1);
    sent[0]?.answer(Response.json({}));
    await order;
  });

  it('waits for requests that a failed program left behind', async () => {
    const { recorder, sent } = recording();
    const left = recorder.fetch('bill', [], `${BASE_URL}/level2/orders/1/bill`);
    let isIdle = false;
    const idle = recorder.idle().then(() => (isIdle = true));
    await Promise.resolve();
    expect(isIdle).toBe(false);
    sent[0]?.answer(Response.json({}));
    await Promise.all([left, idle]);
    expect(isIdle).toBe(true);
  });
});
