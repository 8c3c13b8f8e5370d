import type { Answered, Asking } from '@rungs/scenarios';

/** One exchange as the client saw it. Times are milliseconds since the recording began. */
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
  readonly status: number;
  readonly responseBodyDecodedBytes: number;
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
  /** A monotonic clock. */
  readonly nowMs: () => number;
}

/** Numbers and times what a client program asks, and marks it with `traceparent` (W3C Trace Context level 1, §3.2). */
export class Recorder implements Asking {
  readonly #answered: RecordedExchange[] = [];
  readonly #startedMs: number;
  readonly #running = new Set<Promise<unknown>>();
  #asked = 0;

  constructor(private readonly options: RecorderOptions) {
    this.#startedMs = options.nowMs();
  }

  /** What has been answered so far, in the order in which it was asked. */
  get exchanges(): readonly RecordedExchange[] {
    return this.#answered.toSorted((one, other) => one.n - other.n);
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
    const headers = new Headers(init.headers);
    headers.set('traceparent', `00-${this.options.traceId}-${spanId}-01`);
    // Taken out of the object first: a browser's fetch refuses to be called as the method of anything else.
    const { fetch } = this.options;
    const startMs = this.#elapsedMs();
    const response = await fetch(url, { ...init, headers });
    const firstByteMs = this.#elapsedMs();
    // The copy is read to its end, so that the program's own reading costs no time that would be measured.
    const { byteLength } = await response.clone().arrayBuffer();
    this.#answered.push({
      n,
      label,
      dependsOn: [...new Set(dependsOn)].toSorted((one, other) => one - other),
      spanId,
      method: (init.method ?? 'GET').toUpperCase(),
      url: this.#withoutOrigin(url),
      status: response.status,
      responseBodyDecodedBytes: byteLength,
      startMs,
      firstByteMs,
      endMs: this.#elapsedMs(),
    });
    return { n, response };
  }

  #elapsedMs(): number {
    return this.options.nowMs() - this.#startedMs;
  }

  #withoutOrigin(url: string): string {
    const { origin, pathname, search } = new URL(url, this.options.baseUrl);
    return origin === new URL(this.options.baseUrl).origin ? `${pathname}${search}` : url;
  }
}
