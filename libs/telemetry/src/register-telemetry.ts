import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ExchangeTrace, withinExchange } from './exchange-trace.ts';
import { isLoadingMode, LOADING, NOT_A_LOADING_MODE } from './loading-field.ts';
import { meterBytesOf } from './meter-fields.ts';
import { SERVER_TIMING, serverTiming } from './server-timing.ts';
import { SocketMeter, type WireBytes } from './socket-meter.ts';
import type { ExchangeDocument, TraceDocument } from './trace-document.ts';
import { TraceStore, type TraceStoreCapacity } from './trace-store.ts';
import { isTraceId, newTraceParent, parseTraceparent } from './traceparent.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The trace that the caller's `traceparent` named, or a new one: 32 hex digits, for logs and answers. */
    traceId: string;
  }
}

export interface TelemetryOptions {
  /** Off in production: then requests have a trace id and nothing is recorded, sent or readable. */
  readonly enabled: boolean;
  /** Whose request this is, as one text; undefined when its credential was refused. Asked once it is answered. */
  readonly subjectOf: (request: FastifyRequest) => string | undefined;
  readonly capacity?: TraceStoreCapacity;
  /** Paths beginning with one of these are not recorded. `/lab/` and `/health/` unless given. */
  readonly unrecordedPrefixes?: readonly string[];
  /** How long a reader of a trace waits for that trace's running exchanges. */
  readonly settleLimitMs?: number;
  /** A monotonic clock. */
  readonly nowMs?: () => number;
}

const DEFAULT_CAPACITY: TraceStoreCapacity = { exchanges: 5_000, bytes: 16 * 1024 * 1024 };
const DEFAULT_SETTLE_LIMIT_MS = 2_000;
const UNRECORDED_PREFIXES = ['/lab/', '/health/'];

/**
 * Gives every request a trace id and, where enabled, records what each exchange costs, says it in `Server-Timing`, lets
 * its owner read it at `GET /lab/traces/{traceId}`, and notes how `Rungs-Loading` wants reads to be loaded. Call before any other hook or route is registered.
 */
export function registerTelemetry(fastify: FastifyInstance, options: TelemetryOptions): void {
  fastify.decorateRequest('traceId', '');
  if (!options.enabled) {
    fastify.addHook('onRequest', (request, _reply, done) => {
      request.traceId = (namedParentOf(request.raw) ?? newTraceParent()).traceId;
      done();
    });
    return;
  }
  const recorder = new ExchangeRecorder(options);
  // The server's own event comes first, also for what Fastify refuses before any hook of its own.
  fastify.server.prependListener('request', (request, response) => recorder.begin(request, response));
  fastify.addHook('onRequest', (request, reply, done) => {
    const trace = recorder.begin(request.raw, reply.raw);
    request.traceId = trace.traceId;
    const loading = request.headers[LOADING];
    if (loading !== undefined) {
      if (!isLoadingMode(loading)) {
        refuse(reply.header('cache-control', 'no-store'), 400, 'Bad Request', NOT_A_LOADING_MODE);
        return;
      }
      trace.loading = loading;
    }
    withinExchange(trace, done);
  });
  // Node emits a body's events in the parser's own async context, so the exchange is entered again after parsing.
  fastify.addHook('preValidation', (request, reply, done) => {
    withinExchange(recorder.begin(request.raw, reply.raw), done);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const trace = recorder.begin(request.raw, reply.raw);
    trace.subject = options.subjectOf(request);
    trace.serverTiming = serverTiming(trace);
    reply.header(SERVER_TIMING, trace.serverTiming);
    done(null, payload);
  });
  fastify.get<{ Params: { traceId: string } }>('/lab/traces/:traceId', async (request, reply) => {
    const subject = options.subjectOf(request);
    void reply.header('cache-control', 'no-store');
    if (subject === undefined) return refuse(reply.header('www-authenticate', 'Bearer'), 401, 'Unauthorized');
    const document = await recorder.document(request.params.traceId, subject);
    return document ?? refuse(reply, 404, 'Not Found', 'You have no exchange in a trace of this id.');
  });
}

class ExchangeRecorder {
  readonly #traces = new WeakMap<IncomingMessage, ExchangeTrace>();
  readonly #meter = new SocketMeter();
  readonly #store: TraceStore;
  readonly #unrecordedPrefixes: readonly string[];
  readonly #nowMs: () => number;

  constructor(private readonly options: TelemetryOptions) {
    this.#store = new TraceStore(options.capacity ?? DEFAULT_CAPACITY);
    this.#unrecordedPrefixes = options.unrecordedPrefixes ?? UNRECORDED_PREFIXES;
    this.#nowMs = options.nowMs ?? (() => performance.now());
  }

  /** The trace of this request, begun when it is first asked for. */
  begin(request: IncomingMessage, response: ServerResponse): ExchangeTrace {
    const begun = this.#traces.get(request);
    if (begun) return begun;
    const named = namedParentOf(request);
    const trace = new ExchangeTrace(named ?? newTraceParent(), this.#nowMs, named !== undefined);
    this.#traces.set(request, trace);
    const measured = this.#meter.measure(request, response);
    if (this.#records(request)) {
      this.#store.expect(
        trace.traceId,
        measured.then((bytes) => {
          if (trace.subject === undefined) return;
          this.#store.add(trace.traceId, trace.subject, describeExchange(trace, request, response, bytes));
        }),
      );
    }
    return trace;
  }

  async document(traceId: string, subject: string): Promise<TraceDocument | undefined> {
    if (!isTraceId(traceId)) return undefined;
    const pending = await this.#store.settled(traceId, this.options.settleLimitMs ?? DEFAULT_SETTLE_LIMIT_MS);
    const exchanges = this.#store.find(traceId, subject);
    return exchanges.length === 0 ? undefined : { schema: 'rungs.trace/1', traceId, pending, exchanges };
  }

  #records(request: IncomingMessage): boolean {
    return !this.#unrecordedPrefixes.some((prefix) => request.url?.startsWith(prefix));
  }
}

function describeExchange(
  trace: ExchangeTrace,
  request: IncomingMessage,
  response: ServerResponse,
  bytes: WireBytes | undefined,
): ExchangeDocument {
  const meterBytes = meterBytesOf(trace, request);
  return {
    spanId: trace.spanId,
    method: request.method ?? '',
    path: request.url?.split('?', 1)[0] ?? '',
    status: response.statusCode,
    loading: trace.loading ?? 'one-statement',
    serverDurationMs: trace.answered(),
    sql: {
      count: trace.statementCount,
      rowCount: trace.sqlRowCount,
      durationMs: trace.sqlDurationMs,
      statements: trace.statements,
    },
    bytes: bytes
      ? {
          ...bytes,
          requestHead: bytes.requestHead - meterBytes.request,
          responseHead: bytes.responseHead - meterBytes.response,
        }
      : null,
    meterBytes,
    aborted: !response.writableFinished,
  };
}

function namedParentOf(request: IncomingMessage) {
  const headers = request.headers['traceparent'];
  return parseTraceparent(Array.isArray(headers) ? headers.join() : headers);
}

function refuse(reply: FastifyReply, status: number, title: string, detail?: string): FastifyReply {
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ type: 'about:blank', title, status, ...(detail ? { detail } : {}) });
}
