import { beforeEach, describe, expect, it } from 'vitest';
import { NoAnswerError } from './failure.ts';
import { PrivateCache } from './private-cache.ts';
import { Recorder, type RecordedExchange } from './recorder.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const BASE_URL = 'http://127.0.0.1:3000';
const ORDER = `${BASE_URL}/level2/orders/1`;

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  answer(response: Response): void;
  fail(error: unknown): void;
}

let nowMs: number;
let sent: Sent[];
let recorder: Recorder;

/** Answers are let go by hand, and the clock moves only where a test moves it. */
beforeEach(() => {
  nowMs = 500;
  sent = [];
  const fetch: typeof globalThis.fetch = (url, init = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    sent.push({ url: String(url), init, answer: resolve, fail: reject });
    return promise;
  };
  const cache = new PrivateCache(() => nowMs);
  recorder = new Recorder({
    fetch,
    baseUrl: BASE_URL,
    traceId: TRACE_ID,
    server: 'per-row',
    cache,
    nowMs: () => nowMs,
  });
});

const wait = (durationMs: number) => (nowMs += durationMs);

async function asked(response: Response, ...[label, on, url, init]: Partial<Parameters<Recorder['fetch']>>) {
  const running = recorder.fetch(label ?? 'order', on ?? [], url ?? ORDER, init);
  sent.at(-1)?.answer(response);
  return running;
}

/** Without what a spec of its own is about. */
const briefly = ({ body: _body, ...exchange }: RecordedExchange) => exchange;

describe('a recorder', () => {
  it('marks each exchange with the trace, a span of its own and how to load, and keeps the other fields', async () => {
    const init = { method: 'POST', headers: { Accept: 'application/json' }, body: '{}' };
    await asked(new Response('{}'), 'order', [], `${BASE_URL}/level1/orders/1`, init);
    await asked(new Response('{}'), 'bill', [], `${BASE_URL}/level1/orders/1/bill`);
    expect(sent.map(({ init: { headers } }) => headers)).toEqual([
      {
        accept: 'application/json',
        traceparent: `00-${TRACE_ID}-0000000000000001-01`,
        'rungs-loading': 'per-row',
      },
      { traceparent: `00-${TRACE_ID}-0000000000000002-01`, 'rungs-loading': 'per-row' },
    ]);
    expect(sent[0]?.init).toMatchObject({ method: 'POST', body: '{}' });
    expect(init.headers).toEqual({ Accept: 'application/json' });
  });

  it('notes what was asked and answered, in the order of asking, with times from the first request', async () => {
    const slow = recorder.fetch('order', [], `${BASE_URL}/level2/orders?limit=1`);
    wait(1);
    const quick = recorder.fetch('ticket', [], 'https://elsewhere.example/tickets/1');
    wait(4);
    sent[1]?.answer(new Response('{"é":1}', { status: 404 }));
    await quick;
    wait(15);
    sent[0]?.answer(new Response(null, { status: 204 }));
    expect((await slow).n).toBe(1);
    expect(recorder.exchanges.map(briefly)).toEqual([
      {
        n: 1,
        label: 'order',
        dependsOn: [],
        spanId: '0000000000000001',
        method: 'GET',
        url: '/level2/orders?limit=1',
        status: 204,
        cache: 'uncacheable',
        requestHeaders: [],
        requestBody: null,
        responseHeaders: [],
        startMs: 0,
        firstByteMs: 20,
        endMs: 20,
      },
      {
        n: 2,
        label: 'ticket',
        dependsOn: [],
        spanId: '0000000000000002',
        method: 'GET',
        url: 'https://elsewhere.example/tickets/1',
        status: 404,
        cache: 'uncacheable',
        requestHeaders: [],
        requestBody: null,
        responseHeaders: [['content-type', 'text/plain;charset=UTF-8']],
        startMs: 1,
        firstByteMs: 5,
        endMs: 5,
      },
    ]);
    expect(recorder.endedAtMs).toBe(520);
  });

  it('shows fields and text, but no credential and nothing of its own', async () => {
    const headers = { authorization: 'Bearer secret', 'Content-Type': 'application/json' };
    const answer = Response.json(
      { state: 'APPROVED' },
      { headers: { 'server-timing': 'app;dur=1', 'set-cookie': 'session=secret' } },
    );
    await asked(answer, 'order', [], ORDER, { method: 'post', headers, body: '{"a":1}' });
    const [exchange] = recorder.exchanges;
    expect(exchange).toMatchObject({
      method: 'POST',
      requestHeaders: [
        ['authorization', '[redacted]'],
        ['content-type', 'application/json'],
      ],
      requestBody: '{"a":1}',
      responseHeaders: [
        ['content-type', 'application/json'],
        ['set-cookie', '[redacted]'],
      ],
    });
    expect(exchange?.body.text).toBe('{"state":"APPROVED"}');
    expect(JSON.stringify(recorder.exchanges.map(briefly))).not.toContain('secret');
  });

  it('shows no body that is no text', async () => {
    await asked(new Response(new Uint8Array([1, 2]), { headers: { 'content-type': 'image/png' } }));
    expect(recorder.exchanges[0]?.body).toMatchObject({ text: null, bytes: new Uint8Array([1, 2]) });
  });

  it('gives answers that note what is read of them', async () => {
    const { response } = await asked(Response.json({ state: 'APPROVED', note: 'bell' }, { status: 201 }));
    expect([response.status, response.ok, response.url]).toEqual([201, true, ORDER]);
    const copy = response.clone();
    const { state } = (await response.json()) as { state: string };
    expect(state).toBe('APPROVED');
    await expect(response.json()).rejects.toThrow(TypeError);
    expect([...(recorder.exchanges[0]?.body.reading?.touched ?? [])]).toContain('/state');
    expect([...(recorder.exchanges[0]?.body.reading?.touched ?? [])]).not.toContain('/note');
    expect(await copy.text()).toBe('{"state":"APPROVED","note":"bell"}');
  });

  it('says that a body is no JSON to whoever decodes it', async () => {
    const { response } = await asked(new Response('<p>', { headers: { 'content-type': 'application/json' } }));
    await expect(response.json()).rejects.toThrow(SyntaxError);
    expect(recorder.exchanges[0]?.body.reading).toBeUndefined();
  });

  it('takes pauses out of all times', async () => {
    await asked(new Response('{}'));
    wait(10);
    await recorder.pause(async () => void wait(400));
    const again = recorder.fetch('again', [1], ORDER);
    wait(5);
    sent[1]?.answer(new Response('{}'));
    await again;
    expect(recorder.exchanges[1]).toMatchObject({ startMs: 10, endMs: 15 });
    expect(recorder.elapsedMs).toBe(15);
  });

  it('asks the cache first: what is fresh takes no time and no request', async () => {
    const forAMinute = { headers: { 'cache-control': 'max-age=60', 'content-type': 'application/json' } };
    await asked(new Response('{"a":1}', forAMinute));
    wait(7);
    const { response } = await recorder.fetch('again', [1], ORDER);
    expect(await response.json()).toEqual({ a: 1 });
    expect(sent).toHaveLength(1);
    expect(recorder.exchanges[1]).toMatchObject({ cache: 'fresh', startMs: 7, firstByteMs: 7, endMs: 7 });
  });

  it('shows the question that the cache adds, and the answer that the program was given', async () => {
    const headers = { 'cache-control': 'no-cache', etag: '"1"' };
    await asked(new Response('{"a":1}', { headers }));
    const { response } = await asked(new Response(null, { status: 304, headers }), 'again', [1]);
    expect(response.status).toBe(200);
    expect(recorder.exchanges[1]).toMatchObject({
      status: 200,
      cache: 'revalidated',
      requestHeaders: [['if-none-match', '"1"']],
    });
  });

  it('refuses a request that claims to need an answer which is not there', async () => {
    const order = recorder.fetch('order', [], ORDER);
    await expect(recorder.fetch('courier', [1], `${BASE_URL}/level2/couriers/1`)).rejects.toThrow(
      'Exchange 2 (courier) depends on 1, which has not been answered.',
    );
    expect(sent).toHaveLength(1);
    sent[0]?.answer(Response.json({}));
    await order;
  });

  it('says where nothing answered, and why', async () => {
    const order = recorder.fetch('order', [], ORDER);
    sent[0]?.fail(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }));
    await expect(order).rejects.toThrow(NoAnswerError);
    await expect(order).rejects.toThrow(`Nothing answered at ${BASE_URL}: fetch failed (ECONNREFUSED)`);
    expect(recorder.exchanges).toEqual([]);
  });

  it('takes an answer that breaks off for none', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
    await expect(asked(new Response(broken))).rejects.toThrow(NoAnswerError);
  });

  it('calls fetch as a function and not as a member, as browsers want it', async () => {
    const calledOn: unknown[] = [];
    function fetch(this: unknown): Promise<Response> {
      calledOn.push(this);
      return Promise.resolve(new Response('{}'));
    }
    const cache = new PrivateCache(() => 0);
    const options = { fetch, baseUrl: BASE_URL, traceId: TRACE_ID, server: 'batched', cache, nowMs: () => 0 } as const;
    await new Recorder(options).fetch('order', [], ORDER);
    expect(calledOn).toEqual([undefined]);
  });

  it('waits for requests that a failed program left behind', async () => {
    const left = recorder.fetch('bill', [], `${ORDER}/bill`);
    let isIdle = false;
    const idle = recorder.idle().then(() => (isIdle = true));
    await Promise.resolve();
    expect(isIdle).toBe(false);
    sent[0]?.answer(Response.json({}));
    await Promise.all([left, idle]);
    expect(isIdle).toBe(true);
  });
});
