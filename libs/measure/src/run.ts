import type { ClientMode, ScenarioId, ServerMode, StyleId, ToldAction, Visit } from '@rungs/scenarios';

/** Where a run was made, as far as the one who made it knows. */
export interface RunEnvironment {
  readonly client: 'cli' | 'chromium' | 'browser';
  readonly protocol: 'h1';
  /** As measured: the content codings in which bodies travelled, `br, identity`; `identity` where nothing was coded. */
  readonly encoding: string;
  /** RFC 3339, when the comparison began. */
  readonly measuredAt: string;
  /** Of the server, where it says so (`GET /lab/environment`). */
  readonly commit?: string;
  readonly node?: string;
  readonly platform?: string;
  readonly cpu?: string;
  readonly postgres?: string;
}

/** What became of a request on its way through the client's private cache (RFC 9111). */
export type CacheOutcome =
  /** Answered by the cache, without asking. */
  | 'fresh'
  /** The server said 304: the cache's copy is still good. */
  | 'revalidated'
  /** The cache had none, or the server sent a new one; it may be kept. */
  | 'miss'
  /** Neither this answer nor its like may be kept: a POST, `no-store`, nothing to tell by how long it is good. */
  | 'uncacheable';

/** Bytes on the wire, four ways, without the meter's own header fields, and the body after decoding. */
export interface ExchangeBytes {
  readonly requestHead: number;
  readonly requestBody: number;
  readonly responseHead: number;
  readonly responseBodyWire: number;
  /** 0 where the cache had the body. So are its compressed sizes: what was not delivered cannot be waste. */
  readonly responseBodyDecoded: number;
  /** `traceparent`, `Rungs-Loading` and `Server-Timing`: part of the heads as they travelled, booked apart. */
  readonly meterRequestHead: number;
  readonly meterResponseHead: number;
  /** The decoded body, compressed by our own encoder (gzip, level 6): not what travelled. */
  readonly compressed: number;
  /** The same body without the leaves that nobody read, by the same encoder. */
  readonly compressedPruned: number;
}

/** Leaves of a JSON body. A control that was followed, and envelope that was read, are not `used`: they are their own. */
export interface FieldCounts {
  readonly used: number;
  readonly unused: number;
  readonly control: number;
  readonly envelope: number;
}

export interface RunStatement {
  readonly text: string;
  readonly rows: number;
  readonly timeMs: number;
}

/** A header field, name in lower case. Credentials are `[redacted]`. */
export type HeaderField = readonly [name: string, value: string];

export interface RunExchange {
  /** From 1, in the order in which they were asked. */
  readonly n: number;
  readonly label: string;
  /** The exchanges without whose answers this request could not have been made. */
  readonly dependsOn: readonly number[];
  readonly method: string;
  /** Path and query; whole where it leads to another origin. */
  readonly url: string;
  /** Of what the program was given: 200 from the cache, also where the server said 304. */
  readonly status: number;
  readonly cache: CacheOutcome;
  /** As the program and its cache set them, without the meter's own; what fetch adds by itself is in the bytes alone. */
  readonly requestHeaders: readonly HeaderField[];
  /** Null where there was none, or it is no text. */
  readonly requestBody: string | null;
  /** Of what the program was given, as its body: from the cache, where the server was not asked or said 304. */
  readonly responseHeaders: readonly HeaderField[];
  readonly responseBody: string | null;
  readonly bytes: ExchangeBytes;
  /** Since the first request, without the pauses that the program made; `server` is a duration. */
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
    /** The first thousand. */
    readonly statements: readonly RunStatement[];
  };
  /** Of the body that the program was given, whether it travelled or was in the cache. */
  readonly fields: FieldCounts;
  /** JSON Pointers (RFC 6901) into the body of the leaves that the program read. */
  readonly usedPaths: readonly string[];
  /** What the answer said that its reader may do next. */
  readonly actions: readonly ToldAction[];
}

export interface RunTotals {
  /** Dependent round trips: the longest chain of `dependsOn` among the exchanges that went to the server. */
  readonly roundTripsCritical: number;
  /** That went to the server. */
  readonly exchanges: number;
  /** Request heads and bodies. */
  readonly bytesUp: number;
  /** Response heads and bodies. */
  readonly bytesDown: number;
  readonly bytesWire: number;
  /** Of all response bodies, by our own encoder: as delivered, and without what nobody read. */
  readonly bytesCompressed: number;
  readonly bytesPruned: number;
  /** Of the bodies that travelled. */
  readonly fields: FieldCounts;
  readonly sql: number;
  readonly sqlRows: number;
  /** Different actions told. */
  readonly actionsTold: number;
}

/** Over all repeats. With an even number of them, the median is the lower of the two in the middle. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface RunTiming {
  /** Of all exchanges, also of those that ran at once. */
  readonly serverMs: Spread;
  /** From the first request to the view model, on localhost; pauses that the program made are not in it. */
  readonly elapsedMs: Spread;
  /** From the change to the end of the exchange that showed it; where a scenario has something happen meanwhile. */
  readonly noticedMs?: Spread;
}

/** What a client has in its code for this: what its program declares, and the names of the members that it read. */
export interface RunKnowledge {
  readonly addresses: readonly string[];
  readonly names: readonly string[];
  readonly rules: readonly string[];
}

/** One client program's run of one scenario, as data: what the lab, the terminal and the exports render. */
export interface Run {
  readonly schema: 'rungs.run/1';
  /** The trace id of the repeat that is shown. */
  readonly id: string;
  readonly scenario: ScenarioId;
  readonly style: StyleId;
  readonly client: ClientMode;
  readonly server: ServerMode;
  readonly visit: Visit;
  readonly env: RunEnvironment;
  /** How often the program was measured. What follows is the repeat whose server time is the median. */
  readonly repeats: number;
  readonly timing: RunTiming;
  /** False when view models differed or an outcome was not the declared one: then its figures compare nothing. */
  readonly valid: boolean;
  readonly viewModelSha256: string;
  /** Where the scenario declares one per style. */
  readonly outcome?: string;
  readonly knowledge: RunKnowledge;
  readonly exchanges: readonly RunExchange[];
  readonly totals: RunTotals;
}
