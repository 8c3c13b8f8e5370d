import type { Answered, Asking, ServerMode } from '@rungs/scenarios';
import { NoAnswerError } from './failure.ts';
import { GivenBody } from './given-body.ts';
import type { Fields, PrivateCache, WholeAnswer } from './private-cache.ts';
import { recordedResponse } from './recorded-response.ts';
import type { CacheOutcome, HeaderField } from './run.ts';

/** One exchange as the client saw it. Times are milliseconds since the first was asked, without pauses. */
export interface RecordedExchange {
  /** From 1, in the order in which they were asked. */
  readonly n: number;
  /** Names the exchange for people. */
  readonly label: string;
  /** The exchanges without whose answers this request could not have been made. */
  readonly dependsOn: readonly number[];
  /** Ties it to what the server recorded about it: 16 hex digits. */
  readonly spanId: string;
  readonly method: string;
  /** Path and query; whole where it leads to another origin. */
  readonly url: string;
  /** Of what the program was given. */
  readonly status: number;
  readonly cache: CacheOutcome;
  readonly requestHeaders: readonly HeaderField[];
  readonly requestBody: string | null;
  readonly responseHeaders: readonly HeaderField[];
  /** What the program was given, also where the cache had it. */
  readonly body: GivenBody;
  readonly startMs: number;
  readonly firstByteMs: number;
  readonly endMs: number;
}

export interface RecorderOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Where the server is, without a trailing slash. */
  readonly baseUrl: string;
  /** 32 hex digits, not all zeros: the trace that all exchanges belong to. */
  readonly traceId: string;
  /** How the server is to load what it answers. */
  readonly server: ServerMode;
  readonly cache: PrivateCache;
  /** A monotonic clock. */
  readonly nowMs: () => number;
}

/** The meter's own fields: what no other client would send, or get. */
const METER_FIELDS = new Set(['traceparent', 'rungs-loading', 'server-timing']);
const CREDENTIAL_FIELDS = new Set(['authorization', 'cookie', 'set-cookie', 'proxy-authorization']);

/** Numbers and times what a client program asks, and marks it with `traceparent` (W3C Trace Context level 1, §3.2). */
export class Recorder implements Asking {
  readonly #answered: RecordedExchange[] = [];
  readonly #running = new Set<Promise<unknown>>();
  #asked = 0;
  #startedAtMs: number | undefined;
  #endedAtMs = 0;
  #pausedMs = 0;

  constructor(private readonly options: RecorderOptions) {}

  /** What has been answered so far, in the order in which it was asked. */
  get exchanges(): readonly RecordedExchange[] {
    return this.#answered.toSorted((one, other) => one.n - other.n);
  }

  /** Since the first request, without pauses. */
  get elapsedMs(): number {
    const nowMs = this.options.nowMs();
    return nowMs - (this.#startedAtMs ?? nowMs) - this.#pausedMs;
  }

  /** When the last answer had come, by the clock that was given. */
  get endedAtMs(): number {
    return this.#endedAtMs;
  }

  /** Keeps the time that something takes out of all that is measured. */
  async pause(meanwhile: () => Promise<void>): Promise<void> {
    const { nowMs } = this.options;
    const fromMs = nowMs();
    try {
      await meanwhile();
    } finally {
      this.#pausedMs += nowMs() - fromMs;
    }
  }

  fetch(label: string, dependsOn: readonly number[], url: string, init: RequestInit = {}): Promise<Answered> {
    const asked = this.#ask(label, dependsOn, url, init);
    this.#running.add(asked);
    return asked.finally(() => this.#running.delete(asked));
  }

  /** Waits for what is still running, whatever comes of it: a program that gave up leaves its parallel requests. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#running);
  }

  async #ask(label: string, dependsOn: readonly number[], url: string, init: RequestInit): Promise<Answered> {
    const n = ++this.#asked;
    for (const earlier of dependsOn) {
      if (this.#answered.some((exchange) => exchange.n === earlier)) continue;
      throw new Error(`Exchange ${n} (${label}) depends on ${earlier}, which has not been answered.`);
    }
    const spanId = n.toString(16).padStart(16, '0');
    const method = (init.method ?? 'GET').toUpperCase();
    const target = new URL(url, this.options.baseUrl);
    let headers: Fields = Object.fromEntries(new Headers(init.headers));
    const startMs = this.#startedAtMs === undefined ? 0 : this.elapsedMs;
    this.#startedAtMs ??= this.options.nowMs();
    let firstByteMs: number | undefined;
    const { outcome, answer } = await this.options.cache.answer(
      { method, url: target.href, headers },
      async (asked) => {
        headers = asked;
        return this.#send(target.href, { ...init, method }, asked, spanId, () => (firstByteMs = this.elapsedMs));
      },
    );
    // What the cache had ready took no time that would be the network's.
    const endMs = firstByteMs === undefined ? startMs : this.elapsedMs;
    this.#endedAtMs = this.options.nowMs();
    const body = new GivenBody(answer.body, answer.headers['content-type'] ?? '');
    this.#answered.push({
      n,
      label,
      dependsOn: [...new Set(dependsOn)].toSorted((one, other) => one - other),
      spanId,
      method,
      url: target.origin === new URL(this.options.baseUrl).origin ? `${target.pathname}${target.search}` : target.href,
      status: answer.status,
      cache: outcome,
      requestHeaders: shown(headers),
      requestBody: textOf(init.body),
      responseHeaders: shown(answer.headers),
      body,
      startMs,
      firstByteMs: firstByteMs ?? startMs,
      endMs,
    });
    return { n, response: recordedResponse(target.href, answer, body) };
  }

  async #send(
    url: string,
    init: RequestInit,
    fields: Fields,
    spanId: string,
    onFirstByte: () => void,
  ): Promise<WholeAnswer> {
    // Taken out of the object first: a browser's fetch refuses to be called as the method of anything else.
    const { fetch, traceId, server } = this.options;
    const headers = { ...fields, traceparent: `00-${traceId}-${spanId}-01`, 'rungs-loading': server };
    try {
      const response = await fetch(url, { ...init, headers });
      onFirstByte();
      // Read to its end at once, so that the program's own reading costs no time that would be measured.
      const body = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: Object.fromEntries(response.headers), body };
    } catch (error) {
      throw error instanceof NoAnswerError ? error : new NoAnswerError(url, error);
    }
  }
}

/** As the run shows them: without the meter's own, and without what would let somebody in. */
function shown(fields: Fields): readonly HeaderField[] {
  return Object.entries(fields)
    .filter(([name]) => !METER_FIELDS.has(name))
    .map(([name, value]) => [name, CREDENTIAL_FIELDS.has(name) ? '[redacted]' : value]);
}

/** Programs send text; anything else is not shown. */
function textOf(body: RequestInit['body']): string | null {
  if (body instanceof URLSearchParams) return body.toString();
  return typeof body === 'string' && body !== '' ? body : null;
}
