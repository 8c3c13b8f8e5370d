import type { StyleId } from '@rungs/scenarios';
import type { Cell, CellName, Comparison } from '../src/comparison.ts';
import type { Run, RunEnvironment, RunExchange } from '../src/run.ts';

// For specs: a comparison small enough to be checked by eye, with a cell of every outcome.

export const ENVIRONMENT: RunEnvironment = {
  client: 'cli',
  protocol: 'h1',
  encoding: 'identity',
  measuredAt: '2026-11-22T15:00:00.000Z',
  commit: '0123456789abcdef0123456789abcdef01234567',
  node: 'v24.0.0',
  platform: 'linux x64',
  cpu: 'Imaginary 9000 x 2',
  postgres: '18.4',
};

const TITLES: Readonly<Record<StyleId, string>> = {
  'rest-level-0': 'REST level 0: one endpoint',
  'rest-level-1': 'REST level 1: resources',
  'rest-level-2': 'REST level 2: verbs and status codes',
  'rest-level-3': 'REST level 3: hypermedia',
  graphql: 'GraphQL: one query',
};

export function anExchange(changes: Partial<RunExchange> = {}): RunExchange {
  return {
    n: 1,
    label: 'order',
    dependsOn: [],
    method: 'GET',
    url: '/level2/orders/1?fields=state',
    status: 200,
    cache: 'miss',
    requestHeaders: [
      ['accept', 'application/json'],
      ['authorization', '[redacted]'],
    ],
    requestBody: null,
    responseHeaders: [['content-type', 'application/json; charset=utf-8']],
    responseBody: '{"state":"PICKED_UP","note":"leave at the door"}',
    bytes: {
      requestHead: 200,
      requestBody: 0,
      responseHead: 150,
      responseBodyWire: 48,
      responseBodyDecoded: 48,
      meterRequestHead: 90,
      meterResponseHead: 60,
      compressed: 66,
      compressedPruned: 41,
    },
    timeMs: { start: 0, firstByte: 4.5, end: 5, server: 3.25 },
    sql: { count: 1, rows: 1, timeMs: 1.5, statements: [{ text: 'select 1', rows: 1, timeMs: 1.5 }] },
    fields: { used: 1, unused: 1, control: 0, envelope: 0 },
    usedPaths: ['/state'],
    actions: [{ name: 'cancel', source: '_templates' }],
    ...changes,
  };
}

export function aRun(name: Partial<CellName> = {}, changes: Partial<Run> = {}): Run {
  return {
    schema: 'rungs.run/1',
    id: '0af7651916cd43dd8448eb211c80319c',
    scenario: 'order-details',
    style: 'rest-level-2',
    client: 'granular',
    server: 'batched',
    visit: 'first',
    ...name,
    env: ENVIRONMENT,
    repeats: 5,
    timing: {
      serverMs: { median: 3.25, min: 3, max: 4 },
      elapsedMs: { median: 5, min: 4.5, max: 7 },
    },
    valid: true,
    viewModelSha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    knowledge: { addresses: ['/level2/orders/{orderId}'], names: ['state'], rules: ['only APPROVED may be cancelled'] },
    exchanges: [anExchange()],
    totals: {
      roundTripsCritical: 1,
      exchanges: 1,
      bytesUp: 200,
      bytesDown: 198,
      bytesWire: 398,
      bytesCompressed: 66,
      bytesPruned: 41,
      fields: { used: 1, unused: 1, control: 0, envelope: 0 },
      sql: 1,
      sqlRows: 1,
      actionsTold: 1,
    },
    ...changes,
  };
}

export function aMeasuredCell(name: Partial<CellName> = {}, changes: Partial<Run> = {}, view = 0): Cell {
  const run = aRun(name, changes);
  const { style, client, server, visit } = run;
  return { style, client, server, visit, title: TITLES[style], outcome: 'measured', view, run };
}

/** Measured, in part, failed and not there: one cell of each. */
export function aComparison(changes: Partial<Comparison> = {}): Comparison {
  const graphql = aRun(
    { style: 'graphql', client: 'composed' },
    {
      repeats: 2,
      timing: {
        serverMs: { median: 2, min: 2, max: 2.5 },
        elapsedMs: { median: 3, min: 3, max: 3.5 },
        noticedMs: { median: 700, min: 600, max: 800 },
      },
      outcome: 'told in advance',
      exchanges: [
        anExchange({
          method: 'POST',
          url: '/graphql',
          cache: 'uncacheable',
          requestHeaders: [['content-type', 'application/json']],
          requestBody: '{"query":"{ order { state } }"}',
        }),
        anExchange({
          n: 2,
          label: 'courier',
          dependsOn: [1],
          timeMs: { start: 5, firstByte: 6, end: 6.5, server: 0.5 },
        }),
      ],
    },
  );
  const at = { server: 'batched', visit: 'first' } as const;
  return {
    schema: 'rungs.comparison/1',
    scenario: 'order-details',
    persona: 'ann',
    env: ENVIRONMENT,
    repeats: 5,
    valid: true,
    views: [
      {
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        viewModel: { state: 'PICKED_UP', total: { amount: 4200, currency: 'USD' } },
      },
    ],
    mismatches: [],
    cells: [
      aMeasuredCell(),
      {
        ...at,
        style: 'rest-level-2',
        client: 'composed',
        title: TITLES['rest-level-2'],
        outcome: 'not-applicable',
        reason: 'a resource cannot bring its neighbours, "yet"',
      },
      {
        ...at,
        style: 'graphql',
        client: 'composed',
        title: TITLES.graphql,
        outcome: 'partial',
        view: 0,
        run: graphql,
        failure: { kind: 'no-answer', message: 'fetch failed' },
      },
      {
        ...at,
        style: 'rest-level-0',
        client: 'composed',
        title: TITLES['rest-level-0'],
        outcome: 'failed',
        failure: { kind: 'refused', message: '=unavailable: "try",\nagain | <b>later</b>' },
        exchanges: [{ n: 1, label: 'order', dependsOn: [], method: 'POST', url: '/level0', status: 503 }],
      },
    ],
    ...changes,
  };
}
