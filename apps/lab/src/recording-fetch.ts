/** One request of a style's client and what came back, as this browser saw it. */
export interface RecordedExchange {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly status: number;
  readonly contentType: string;
  readonly bodyText: string;
  /** From sending to the last byte of the body. */
  readonly durationMs: number;
}

export interface RecordingFetch {
  readonly fetch: typeof globalThis.fetch;
  /** In the order of their answers. */
  readonly exchanges: readonly RecordedExchange[];
}

/** A fetch that keeps what travelled, for a client that only hands back what it read. */
export function recordingFetch(
  fetch: typeof globalThis.fetch,
  nowMs: () => number = () => performance.now(),
): RecordingFetch {
  const exchanges: RecordedExchange[] = [];
  return {
    exchanges,
    fetch: async (input, init) => {
      const startMs = nowMs();
      const response = await fetch(input, init);
      const bodyText = await response.clone().text();
      const { pathname, search } = new URL(input instanceof Request ? input.url : input);
      exchanges.push({
        method: init?.method ?? (input instanceof Request ? input.method : 'GET'),
        target: `${pathname}${search}`,
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        bodyText,
        durationMs: nowMs() - startMs,
      });
      return response;
    },
  };
}
