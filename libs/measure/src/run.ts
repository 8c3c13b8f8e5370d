import type { ClientMode, StyleId } from '@rungs/scenarios';
import { criticalRoundTrips } from './critical-path.ts';
import type { RecordedExchange } from './recorder.ts';
import type { TracedExchange } from './trace.ts';

/** Where a run was made, as far as the one who made it knows. */
export interface RunEnvironment {
  readonly client: 'cli' | 'chromium';
  readonly protocol: 'h1';
  readonly node?: string;
}

/** Bytes on the wire, four ways, without the meter's own header fields, and the body after decoding. */
export interface ExchangeBytes {
  readonly requestHead: number;
  readonly requestBody: number;
  readonly responseHead: number;
  readonly responseBodyWire: number;
  readonly responseBodyDecoded: number;
  /** `traceparent` and `Server-Timing`: part of the heads as they travelled, booked apart. */
  readonly meterRequestHead: number;
  readonly meterResponseHead: number;
}

export interface RunExchange {
  readonly n: number;
  readonly label: string;
  readonly dependsOn: readonly number[];
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly bytes: ExchangeBytes;
  /** Since the run began; `server` is a duration. */
  readonly timeMs: {
    readonly start: number;
    readonly firstByte: number;
    readonly end: number;
    readonly server: number;
  };
  readonly sql: {
    readonly count: number;
    readonly rows: number;
    readonly timeMs: number;
    readonly statements: readonly string[];
  };
}

export interface RunTotals {
  /** Dependent round trips: the longest chain of `dependsOn`. */
  readonly roundTripsCritical: number;
  readonly exchanges: number;
  /** Request heads and bodies. */
  readonly bytesUp: number;
  /** Response heads and bodies. */
  readonly bytesDown: number;
  readonly bytesWire: number;
  readonly sql: number;
  /** Of all exchanges, also of those that ran at once. */
  readonly serverMs: number;
}

/** What differed between repeats of one run, which is time alone. */
export interface ServerTimeSpread {
  readonly minMs: number;
  readonly maxMs: number;
}

/** One client program's run of one scenario, as data: what the lab, the terminal and the exports render. */
export interface Run {
  readonly schema: 'rungs.run/1';
  readonly id: string;
  readonly scenario: string;
  readonly style: StyleId;
  readonly client: ClientMode;
  readonly env: RunEnvironment;
  /** How often the program was measured; what follows is the repeat whose server time is the median. */
  readonly repeats: number;
  readonly serverTimeSpread: ServerTimeSpread;
  /** False when view models differed: then its figures compare nothing. */
  readonly valid: boolean;
  readonly viewModelSha256: string;
  readonly exchanges: readonly RunExchange[];
  readonly totals: RunTotals;
}

/** One exchange from both sides. */
export function joinExchange(recorded: RecordedExchange, traced: TracedExchange | undefined): RunExchange {
  const { n, label } = recorded;
  if (!traced) throw new Error(`The server has no record of exchange ${n} (${label}).`);
  if (!traced.bytes) throw new Error(`The bytes of exchange ${n} (${label}) could not be told from another's.`);
  return {
    n,
    label,
    dependsOn: recorded.dependsOn,
    method: recorded.method,
    url: recorded.url,
    status: recorded.status,
    bytes: {
      ...traced.bytes,
      responseBodyDecoded: recorded.responseBodyDecodedBytes,
      meterRequestHead: traced.meterBytes.request,
      meterResponseHead: traced.meterBytes.response,
    },
    timeMs: {
      start: recorded.startMs,
      firstByte: recorded.firstByteMs,
      end: recorded.endMs,
      server: traced.serverDurationMs,
    },
    sql: {
      count: traced.sql.count,
      rows: traced.sql.rowCount,
      timeMs: traced.sql.durationMs,
      statements: traced.sql.statements.map(({ text }) => text),
    },
  };
}

export function totalsOf(exchanges: readonly RunExchange[]): RunTotals {
  const sum = (figure: (exchange: RunExchange) => number) =>
    exchanges.reduce((subtotal, exchange) => subtotal + figure(exchange), 0);
  const bytesUp = sum(({ bytes }) => bytes.requestHead + bytes.requestBody);
  const bytesDown = sum(({ bytes }) => bytes.responseHead + bytes.responseBodyWire);
  return {
    roundTripsCritical: criticalRoundTrips(exchanges),
    exchanges: exchanges.length,
    bytesUp,
    bytesDown,
    bytesWire: bytesUp + bytesDown,
    sql: sum(({ sql }) => sql.count),
    serverMs: sum(({ timeMs }) => timeMs.server),
  };
}
