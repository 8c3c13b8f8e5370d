import type { StyleId } from '@rungs/scenarios';
import type { Comparison, MeasuredCell } from '../src/comparison.ts';
import type { Run, RunExchange, RunTotals } from '../src/run.ts';

// Measured cells as a comparison has them, of which a spec says only what it is about.

const TITLES: Readonly<Record<StyleId, string>> = {
  'rest-level-0': 'REST level 0: one endpoint',
  'rest-level-1': 'REST level 1: resources',
  'rest-level-2': 'REST level 2: verbs and status codes',
  'rest-level-3': 'REST level 3: hypermedia',
  graphql: 'GraphQL',
};
const NO_FIELDS = { used: 0, unused: 0, control: 0, envelope: 0 };
const NO_BYTES = {
  requestHead: 0,
  requestBody: 0,
  responseHead: 0,
  responseBodyWire: 0,
  responseBodyDecoded: 0,
  meterRequestHead: 0,
  meterResponseHead: 0,
  compressed: 0,
  compressedPruned: 0,
};
const ONCE = { median: 0, min: 0, max: 0 };

export const ENV = {
  client: 'cli',
  protocol: 'h1',
  encoding: 'identity',
  measuredAt: '2026-11-22T12:00:00.000Z',
} as const;

type PartOfExchange = Partial<Omit<RunExchange, 'bytes' | 'sql' | 'timeMs'>> & {
  readonly bytes?: Partial<RunExchange['bytes']>;
  readonly sql?: Partial<RunExchange['sql']>;
  readonly timeMs?: Partial<RunExchange['timeMs']>;
};

export function exchangeOf(n: number, { bytes, sql, timeMs, ...said }: PartOfExchange = {}): RunExchange {
  return {
    n,
    label: `thing ${n}`,
    dependsOn: [],
    method: 'GET',
    url: `/things/${n}`,
    status: 200,
    cache: 'miss',
    requestHeaders: [],
    requestBody: null,
    responseHeaders: [['content-type', 'application/json']],
    responseBody: '{}',
    bytes: { ...NO_BYTES, ...bytes },
    timeMs: { start: 0, firstByte: 1, end: 2, server: 1, ...timeMs },
    sql: { count: 1, rows: 1, timeMs: 0.5, statements: [{ text: 'SELECT 1', rows: 1, timeMs: 0.5 }], ...sql },
    fields: NO_FIELDS,
    usedPaths: [],
    actions: [],
    ...said,
  };
}

type PartOfRun = Partial<Omit<Run, 'totals'>> & { readonly totals?: Partial<RunTotals> };

export function cellOf(style: StyleId, { totals, ...said }: PartOfRun = {}): MeasuredCell {
  const run: Run = {
    schema: 'rungs.run/1',
    id: '0'.repeat(31) + '1',
    scenario: 'order-details',
    style,
    client: 'granular',
    server: 'batched',
    visit: 'first',
    env: ENV,
    repeats: 1,
    timing: { serverMs: ONCE, elapsedMs: ONCE },
    valid: true,
    viewModelSha256: '0'.repeat(64),
    knowledge: { addresses: [], names: [], rules: [] },
    exchanges: [exchangeOf(1)],
    totals: {
      roundTripsCritical: 1,
      exchanges: 1,
      bytesUp: 100,
      bytesDown: 900,
      bytesWire: 1000,
      bytesCompressed: 0,
      bytesPruned: 0,
      fields: NO_FIELDS,
      sql: 1,
      sqlRows: 1,
      actionsTold: 0,
      ...totals,
    },
    ...said,
  };
  const { client, server, visit } = run;
  return { style, title: TITLES[style], client, server, visit, outcome: 'measured', view: 0, run };
}

export function comparisonOf(cells: Comparison['cells'], said: Partial<Comparison> = {}): Comparison {
  return {
    schema: 'rungs.comparison/1',
    scenario: 'order-details',
    persona: 'ann',
    env: ENV,
    repeats: 1,
    valid: true,
    views: [{ sha256: '0'.repeat(64), viewModel: {} }],
    mismatches: [],
    cells,
    ...said,
  };
}

/** A way of asking that a style does not have. */
export function lackOf(cell: MeasuredCell, reason: string): Comparison['cells'][number] {
  const { style, title, client, server, visit } = cell;
  return { style, title, client, server, visit, outcome: 'not-applicable', reason };
}
