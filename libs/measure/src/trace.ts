// The part of `rungs.trace/1` (GET /lab/traces/{traceId}) that a run is made from.

export interface TracedExchange {
  readonly spanId: string;
  readonly serverDurationMs: number;
  readonly sql: {
    readonly count: number;
    readonly rowCount: number;
    readonly durationMs: number;
    /** The first thousand. */
    readonly statements: readonly { readonly text: string; readonly rowCount: number; readonly durationMs: number }[];
  };
  readonly bytes: {
    readonly requestHead: number;
    readonly requestBody: number;
    readonly responseHead: number;
    readonly responseBodyWire: number;
  } | null;
  readonly meterBytes: { readonly request: number; readonly response: number };
}

interface Trace {
  readonly schema: 'rungs.trace/1';
  readonly pending: number;
  readonly exchanges: readonly TracedExchange[];
}

export interface TraceReader {
  readonly fetch: typeof globalThis.fetch;
  readonly baseUrl: string;
  readonly accessToken?: string | undefined;
}

/** What the server recorded of this trace, by span. */
export async function readTrace(reader: TraceReader, traceId: string): Promise<ReadonlyMap<string, TracedExchange>> {
  const { fetch, baseUrl, accessToken } = reader;
  const url = `${baseUrl}/lab/traces/${traceId}`;
  const response = await fetch(url, {
    headers: { accept: 'application/json', ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}) },
  });
  if (!response.ok) {
    throw new Error(
      `The server does not say what the run cost it (${url} answered ${response.status}): traces are off in production.`,
    );
  }
  const trace = (await response.json()) as Trace;
  if (trace.schema !== 'rungs.trace/1') throw new Error(`${url} answered something else than a trace.`);
  if (trace.pending > 0) throw new Error(`${trace.pending} exchanges of the run have not ended on the server.`);
  const costs = new Map(trace.exchanges.map((exchange) => [exchange.spanId, exchange]));
  // As after a redirect, which fetch follows by itself: what the first of them cost would be in no figure.
  if (costs.size < trace.exchanges.length) throw new Error('The server was asked twice for one exchange of the run.');
  return costs;
}
