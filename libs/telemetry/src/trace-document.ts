import type { LoadingMode, Statement } from '@rungs/application';
import type { WireBytes } from './socket-meter.ts';

/** The meter's own header fields, which nobody else's client would send or get. Not part of the heads in `bytes`. */
export interface MeterBytes {
  /** `traceparent`, `Rungs-Loading`, and what a browser's fetch adds for its cache mode `no-store`. */
  readonly request: number;
  /** `Server-Timing`. */
  readonly response: number;
}

export interface ExchangeDocument {
  /** The caller's span, as `traceparent` named it. */
  readonly spanId: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
  /** How the reads were loaded: as the request asked, or by one statement each when it did not. */
  readonly loading: LoadingMode;
  /** From the parsed request head to the answer being ready to be sent. */
  readonly serverDurationMs: number;
  readonly sql: {
    readonly count: number;
    readonly rowCount: number;
    readonly durationMs: number;
    /** The first 1000, in the order in which they ended. */
    readonly statements: readonly Statement[];
  };
  /** Null where they could not be attributed (pipelined, or not over a connection). */
  readonly bytes: WireBytes | null;
  readonly meterBytes: MeterBytes;
  /** The connection was lost before the answer had been handed over. */
  readonly aborted: boolean;
}

/** Answer of `GET /lab/traces/{traceId}`. */
export interface TraceDocument {
  readonly schema: 'rungs.trace/1';
  readonly traceId: string;
  /** Exchanges of this trace that were still running when this was written. */
  readonly pending: number;
  /** In the order in which they ended. */
  readonly exchanges: readonly ExchangeDocument[];
}
