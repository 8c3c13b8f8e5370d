import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { TraceLoadingScope, TraceStatementObserver } from './exchange-trace.ts';
import { registerTelemetry, type TelemetryOptions } from './register-telemetry.ts';
import type { TraceDocument } from './trace-document.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const OTHER_TRACE_ID = '5bf92f3577b34da6a3ce929d0e0e4736';
const span = (n: number) => n.toString(16).padStart(16, '0');
const running: FastifyInstance[] = [];

/** Whoever the `x-subject` field says; `nobody` stands for a refused credential. */
const subjectOf = ({ headers }: FastifyRequest) =>
  headers['x-subject'] === 'nobody' ? undefined : String(headers['x-subject'] ?? 'anonymous');

async function serve(
  options: Partial<TelemetryOptions> = {},
  routes: (server: FastifyInstance, observer: TraceStatementObserver) => void = () => undefined,
): Promise<string> {
  const server = fastify();
  running.push(server);
  const observer = new TraceStatementObserver();
  registerTelemetry(server, { enabled: true, subjectOf, ...options });
  server.get('/two-statements', async (request) => {
    observer.observe({ text: 'select 1', rowCount: 1, durationMs: 0.25 });
    await new Promise((resolve) => setImmediate(resolve));
    observer.observe({ text: 'select 2', rowCount: 3, durationMs: 0.5 });
    return { traceId: request.traceId };
  });
  server.post('/write', async (request) => {
    observer.observe({ text: 'insert', rowCount: 1, durationMs: 1 });
    return request.body;
  });
  routes(server, observer);
  await server.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const traced = (spanNumber: number, traceId = TRACE_ID, subject = 'ann') => ({
  traceparent: `00-${traceId}-${span(spanNumber)}-01`,
  'x-subject': subject,
});

async function readTrace(base: string, traceId = TRACE_ID, subject = 'ann'): Promise<TraceDocument> {
  const response = await fetch(`${base}/lab/traces/${traceId}`, { headers: { 'x-subject': subject } });
  expect(response.status).toBe(200);
  return (await response.json()) as TraceDocument;
}

describe('telemetry', () => {
  it('shows the owner each exchange of the trace with its statements, right after the answer', async () => {
    const base = await serve();
    await fetch(`${base}/two-statements?secret=1`, { headers: traced(1) }).then((response) => response.text());
    await fetch(`${base}/write`, {
      method: 'POST',
      headers: { ...traced(2), 'content-type': 'application/json' },
      body: '{"a":1}',
    }).then((response) => response.text());
    const { exchanges, ...trace } = await readTrace(base);
    expect(trace).toEqual({ schema: 'rungs.trace/1', traceId: TRACE_ID, pending: 0 });
    expect(exchanges).toMatchObject([
      {
        spanId: span(1),
        method: 'GET',
        path: '/two-statements',
        status: 200,
        aborted: false,
        sql: {
          count: 2,
          rowCount: 4,
          durationMs: 0.75,
          statements: [
            { text: 'select 1', rowCount: 1, durationMs: 0.25 },
            { text: 'select 2', rowCount: 3, durationMs: 0.5 },
          ],
        },
        bytes: { requestBody: 0 },
      },
      {
        spanId: span(2),
        method: 'POST',
        path: '/write',
        sql: { count: 1 },
        bytes: { requestBody: 7, responseBodyWire: 7 },
      },
    ]);
  });

  it('keeps the statements of parallel exchanges apart, also after a body was parsed', async () => {
    const base = await serve();
    const numbers = Array.from({ length: 20 }, (_, index) => index + 1);
    await Promise.all(
      numbers.map(async (number) => {
        const isRead = number % 2 === 0;
        const response = await fetch(`${base}/${isRead ? 'two-statements' : 'write'}`, {
          headers: { ...traced(number), ...(isRead ? {} : { 'content-type': 'application/json' }) },
          ...(isRead ? {} : { method: 'POST', body: JSON.stringify('x'.repeat(100_000)) }),
        });
        return response.text();
      }),
    );
    const { exchanges } = await readTrace(base);
    expect(exchanges).toHaveLength(20);
    for (const { method, sql } of exchanges) expect(sql.count).toBe(method === 'GET' ? 2 : 1);
  });

  it('counts every byte of the connection once, its own fields apart', async () => {
    const base = await serve();
    const { port } = new URL(base);
    const socket = connect(Number(port), '127.0.0.1');
    const request = `GET /two-statements HTTP/1.1\r\nhost: a\r\nTraceparent: 00-${TRACE_ID}-${span(1)}-01\r\n\r\n`;
    const plainRequest = 'GET /two-statements HTTP/1.1\r\nhost: a\r\n\r\n';
    let answer = '';
    await new Promise<void>((resolve) => {
      socket.on('data', (chunk) => {
        answer += chunk.toString();
        if (answer.endsWith('}')) resolve();
      });
      socket.write(request);
    });
    socket.destroy();
    const [exchange] = (await readTrace(base, TRACE_ID, 'anonymous')).exchanges;
    const serverTiming = /server-timing: .*\r\n/.exec(answer)?.[0] ?? '';
    const bodyStart = answer.indexOf('\r\n\r\n') + 4;
    expect(exchange?.bytes).toEqual({
      requestHead: plainRequest.length,
      requestBody: 0,
      responseHead: bodyStart - serverTiming.length,
      responseBodyWire: answer.length - bodyStart,
    });
    expect(exchange?.meterBytes).toEqual({
      request: request.length - plainRequest.length,
      response: serverTiming.length,
    });
  });

  it.each([
    ['how reads are to be loaded', 'Rungs-Loading: batched', 'Rungs-Loading: batched'],
    [
      'what fetch adds for its cache mode no-store',
      'Pragma: no-cache\r\nCache-Control: no-cache',
      'Pragma: no-cache\r\nCache-Control: no-cache',
    ],
    ['neither of them alone', 'Cache-Control: no-cache', ''],
    ['nor what a client says for itself', 'Pragma: no-cache\r\nCache-Control: no-cache, no-store', ''],
  ])('books as its own: %s', async (_name, fields, own) => {
    const base = await serve();
    const head = `GET /two-statements HTTP/1.1\r\nhost: a\r\nconnection: close\r\n`;
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    socket.write(`${head}Traceparent: 00-${TRACE_ID}-${span(1)}-01\r\n${fields}\r\n\r\n`);
    await once(socket.resume(), 'close');
    const [exchange] = (await readTrace(base, TRACE_ID, 'anonymous')).exchanges;
    const traceparentBytes = `Traceparent: 00-${TRACE_ID}-${span(1)}-01\r\n`.length;
    expect(exchange?.meterBytes.request).toBe(traceparentBytes + (own === '' ? 0 : own.length + 2));
    expect(exchange?.bytes?.requestHead).toBe(head.length + 2 + (own === '' ? fields.length + 2 : 0));
  });

  it('sums the exchange up in Server-Timing', async () => {
    let nowMs = 1000;
    const base = await serve({ nowMs: () => (nowMs += 1.5) });
    const response = await fetch(`${base}/two-statements`, { headers: traced(1) });
    expect(response.headers.get('server-timing')).toBe(
      `app;dur=1.5, sql;dur=0.8;desc="2 statements", trace;desc="${TRACE_ID}"`,
    );
    await response.text();
    expect((await readTrace(base)).exchanges[0]?.serverDurationMs).toBe(1.5);
  });

  it('starts a trace for a request that brings none, and names it', async () => {
    const base = await serve();
    const response = await fetch(`${base}/two-statements`, { headers: { traceparent: 'nonsense' } });
    const { traceId } = (await response.json()) as { traceId: string };
    expect(response.headers.get('server-timing')).toContain(`trace;desc="${traceId}"`);
    expect((await readTrace(base, traceId, 'anonymous')).exchanges).toHaveLength(1);
  });

  it('answers alike for a trace of somebody else, an unknown one and no trace id at all', async () => {
    const base = await serve();
    await fetch(`${base}/two-statements`, { headers: traced(1) }).then((response) => response.text());
    const answers = await Promise.all(
      [TRACE_ID, OTHER_TRACE_ID, 'nonsense', '0'.repeat(32)].map(async (traceId) => {
        const response = await fetch(`${base}/lab/traces/${traceId}`, { headers: { 'x-subject': 'bob' } });
        return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 404, type: expect.stringMatching(/^application\/problem\+json/) });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('refuses a refused credential, and keeps what was asked with one from everybody', async () => {
    const base = await serve();
    await fetch(`${base}/two-statements`, { headers: traced(1, TRACE_ID, 'nobody') }).then((answer) => answer.text());
    const response = await fetch(`${base}/lab/traces/${TRACE_ID}`, { headers: { 'x-subject': 'nobody' } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    const anonymously = await fetch(`${base}/lab/traces/${TRACE_ID}`);
    expect(anonymously.status).toBe(404);
  });

  it('does not record the reading of traces, nor health checks', async () => {
    const base = await serve({}, (server) => server.get('/health/live', () => 'live'));
    await fetch(`${base}/two-statements`, { headers: traced(1) }).then((response) => response.text());
    await fetch(`${base}/health/live`, { headers: traced(2) }).then((response) => response.text());
    await fetch(`${base}/lab/traces/${TRACE_ID}`, { headers: traced(3) }).then((response) => response.text());
    expect((await readTrace(base)).exchanges.map(({ spanId }) => spanId)).toEqual([span(1)]);
  });

  it('records what was refused: an unknown route, an unreadable body, a defect', async () => {
    const base = await serve({}, (server) => {
      server.get('/defect', () => {
        throw new Error('at fault');
      });
    });
    await fetch(`${base}/unknown`, { headers: traced(1) }).then((response) => response.text());
    await fetch(`${base}/write`, {
      method: 'POST',
      headers: { ...traced(2), 'content-type': 'application/json' },
      body: '{',
    }).then((response) => response.text());
    await fetch(`${base}/defect`, { headers: traced(3) }).then((response) => response.text());
    const { exchanges } = await readTrace(base);
    expect(exchanges.map(({ status }) => status)).toEqual([404, 400, 500]);
  });

  it('says how many exchanges were still running when the reader waited long enough', async () => {
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const base = await serve({ settleLimitMs: 5 }, (server) => {
      server.get('/slow', async () => {
        begin();
        await mayEnd;
        return 'done';
      });
    });
    await fetch(`${base}/two-statements`, { headers: traced(1) }).then((response) => response.text());
    const slow = fetch(`${base}/slow`, { headers: traced(2) }).then((response) => response.text());
    await begun;
    expect(await readTrace(base)).toMatchObject({ pending: 1, exchanges: [{ spanId: span(1) }] });
    end();
    await slow;
    expect(await readTrace(base)).toMatchObject({ pending: 0, exchanges: [{}, { spanId: span(2) }] });
  });

  it('gives trace ids and nothing else when it is not enabled', async () => {
    const base = await serve({ enabled: false });
    const response = await fetch(`${base}/two-statements`, { headers: traced(1) });
    expect(response.headers.has('server-timing')).toBe(false);
    expect(await response.json()).toEqual({ traceId: TRACE_ID });
    expect((await fetch(`${base}/lab/traces/${TRACE_ID}`, { headers: { 'x-subject': 'ann' } })).status).toBe(404);
  });

  describe('how reads are to be loaded', () => {
    const scope = new TraceLoadingScope();
    const withLoading = (options: Partial<TelemetryOptions> = {}) =>
      serve(options, (server) => {
        server.post('/loading', async (request) => {
          const before = scope.current();
          await new Promise((resolve) => setImmediate(resolve));
          const now = scope.current();
          return { body: request.body, mode: now?.mode ?? null, isOneRequest: before?.request === now?.request };
        });
      });
    const ask = async (base: string, loading: Record<string, string>, spanNumber = 1) => {
      const headers = { ...traced(spanNumber), ...loading, 'content-type': 'application/json' };
      return fetch(`${base}/loading`, { method: 'POST', headers, body: '1' });
    };

    it('is told to whoever works for the request, and in its trace', async () => {
      const base = await withLoading();
      const modes = ['per-row', 'batched', 'one-statement'];
      const answers = await Promise.all(
        modes.map(async (mode, index) => (await ask(base, { 'Rungs-Loading': mode }, index + 1)).json()),
      );
      expect(answers).toEqual(modes.map((mode) => ({ body: 1, mode, isOneRequest: true })));
      const { exchanges } = await readTrace(base);
      const told = new Map(exchanges.map(({ spanId, loading }) => [spanId, loading]));
      expect(modes.map((_mode, index) => told.get(span(index + 1)))).toEqual(modes);
    });

    it('is by one statement each when nobody says otherwise', async () => {
      const base = await withLoading();
      expect(await (await ask(base, {})).json()).toMatchObject({ mode: null });
      expect((await readTrace(base)).exchanges).toMatchObject([{ loading: 'one-statement' }]);
    });

    it.each(['lazily', 'Batched', '', 'batched, per-row'])('cannot be %j', async (mode) => {
      const answer = await ask(await withLoading(), { 'rungs-loading': mode });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(await answer.json()).toMatchObject({
        status: 400,
        detail: expect.stringContaining('per-row, batched, one-statement'),
      });
    });

    it('is nobody’s business where telemetry is not enabled', async () => {
      const base = await withLoading({ enabled: false });
      for (const mode of ['per-row', 'lazily']) {
        const answer = await ask(base, { 'rungs-loading': mode });
        expect(await answer.json()).toMatchObject({ body: 1, mode: null });
      }
    });

    it('is not known outside of any request', () => {
      expect(scope.current()).toBeUndefined();
    });
  });

  it('leaves statements outside of any request alone', () => {
    new TraceStatementObserver().observe({ text: 'select 1', rowCount: 1, durationMs: 1 });
  });
});
