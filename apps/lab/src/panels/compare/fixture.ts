// A small comparison for specs: every state that a style can be in, and every way in which an exchange can go.
import type { Cell, Chosen, MeasuredCell, RunExchange, RunTotals } from '@rungs/measure';
import type { StyleId } from '@rungs/scenarios';

const ORDER = {
  state: 'PICKED_UP',
  version: 4,
  lineItems: [{ menuItemId: 'a1', name: 'Tonnarelli cacio e pepe', quantity: 2 }],
  _links: { self: { href: '/level3/orders/7' }, delivery: { href: '/level3/deliveries/7' } },
};

const STATEMENTS = [
  { text: 'SELECT "o"."id" FROM "orders" "o" WHERE "o"."id" = $1', rows: 1, timeMs: 0.4 },
  { text: 'SELECT * FROM "line_items" WHERE "order_id" = $1', rows: 2, timeMs: 0.3 },
  { text: 'SELECT * FROM "line_items" WHERE "order_id" = $1', rows: 1, timeMs: 0.2 },
];

/** An exchange with a bit of everything, but for what is said otherwise. */
export function exchange(otherwise: Partial<RunExchange> = {}): RunExchange {
  const n = otherwise.n ?? 1;
  return {
    n,
    label: 'order',
    dependsOn: [],
    method: 'GET',
    url: `/level2/orders/${n}`,
    status: 200,
    cache: 'miss',
    requestHeaders: [
      ['accept', 'application/json'],
      ['authorization', '[redacted]'],
    ],
    requestBody: null,
    responseHeaders: [['content-type', 'application/json']],
    responseBody: JSON.stringify(ORDER),
    bytes: {
      requestHead: 310,
      requestBody: 0,
      responseHead: 240,
      responseBodyWire: 1840,
      responseBodyDecoded: 1840,
      meterRequestHead: 90,
      meterResponseHead: 30,
      compressed: 400,
      compressedPruned: 180,
    },
    timeMs: { start: 0, firstByte: 8, end: 9, server: 6 },
    sql: { count: 3, rows: 4, timeMs: 0.9, statements: STATEMENTS },
    fields: { used: 3, unused: 2, control: 2, envelope: 0 },
    usedPaths: ['/state', '/lineItems/0/name', '/lineItems/0/quantity'],
    actions: [],
    ...otherwise,
  };
}

/** Three in two steps: the second and third need the first, and the third is the last to end. */
export function stepwise(): readonly RunExchange[] {
  return [
    exchange(),
    exchange({
      n: 2,
      label: 'ticket',
      dependsOn: [1],
      timeMs: { start: 9, firstByte: 12, end: 12.5, server: 2 },
    }),
    exchange({
      n: 3,
      label: 'delivery',
      dependsOn: [1],
      timeMs: { start: 9, firstByte: 15, end: 16, server: 4 },
    }),
  ];
}

export function measured(
  style: StyleId,
  exchanges: readonly RunExchange[],
  otherwise: Partial<Pick<MeasuredCell['run'], 'visit' | 'client' | 'knowledge'>> = {},
): MeasuredCell {
  const spread = { median: 12, min: 10, max: 15 };
  const { visit = 'first', client = 'composed' } = otherwise;
  const knowledge = otherwise.knowledge ?? { addresses: [], names: [], rules: [] };
  const env = {
    client: 'browser',
    protocol: 'h1',
    encoding: 'identity',
    measuredAt: '2026-11-22T12:00:00.000Z',
  } as const;
  const cell = { style, client, server: 'batched', visit } as const;
  return {
    ...cell,
    title: style,
    outcome: 'measured',
    view: 0,
    run: {
      ...cell,
      schema: 'rungs.run/1',
      id: `${style} ${visit}`,
      scenario: 'order-details',
      env,
      repeats: 5,
      timing: { serverMs: spread, elapsedMs: spread },
      valid: true,
      viewModelSha256: '0'.repeat(64),
      knowledge,
      exchanges,
      totals: totalsOf(exchanges),
    },
  };
}

function totalsOf(exchanges: readonly RunExchange[]): RunTotals {
  const sum = (of: (one: RunExchange) => number): number => exchanges.reduce((total, one) => total + of(one), 0);
  const bytesUp = sum(({ bytes }) => bytes.requestHead + bytes.requestBody);
  const bytesDown = sum(({ bytes }) => bytes.responseHead + bytes.responseBodyWire);
  return {
    roundTripsCritical: 2,
    exchanges: exchanges.length,
    bytesUp,
    bytesDown,
    bytesWire: bytesUp + bytesDown,
    bytesCompressed: sum(({ bytes }) => bytes.compressed),
    bytesPruned: sum(({ bytes }) => bytes.compressedPruned),
    fields: {
      used: sum(({ fields }) => fields.used),
      unused: sum(({ fields }) => fields.unused),
      control: sum(({ fields }) => fields.control),
      envelope: sum(({ fields }) => fields.envelope),
    },
    sql: sum(({ sql }) => sql.count),
    sqlRows: sum(({ sql }) => sql.rows),
    actionsTold: 0,
  };
}

const NAME = { client: 'composed', server: 'batched', visit: 'first' } as const;

const FAILED: Cell = {
  ...NAME,
  style: 'rest-level-1',
  title: 'REST level 1',
  outcome: 'failed',
  failure: { kind: 'no-answer', message: 'fetch failed' },
  exchanges: [{ n: 1, label: 'order', dependsOn: [], method: 'POST', url: '/level1/orders/7', status: 200 }],
};

const NOT_APPLICABLE: Cell = {
  ...NAME,
  style: 'graphql',
  title: 'GraphQL',
  outcome: 'not-applicable',
  reason: 'one list is one thing',
};

/** Each style in another state. */
export const CHOSEN: readonly Chosen[] = [
  { style: 'rest-level-0', cell: undefined },
  { style: 'rest-level-1', cell: FAILED },
  {
    style: 'rest-level-2',
    cell: {
      ...measured('rest-level-2', stepwise(), { client: 'granular' }),
      outcome: 'partial',
      failure: { kind: 'stopped', message: 'Stopped.' },
    },
    insteadOf: { client: 'composed', reason: 'it has no such parameter' },
  },
  {
    style: 'rest-level-3',
    cell: measured('rest-level-3', [
      exchange({
        actions: [{ name: 'cancel', source: '_templates' }],
        usedPaths: ['/state', '/_links/delivery/href'],
      }),
      exchange({ n: 2, label: 'restaurant', cache: 'fresh', timeMs: { start: 9, firstByte: 9, end: 9, server: 0 } }),
    ]),
  },
  { style: 'graphql', cell: NOT_APPLICABLE },
];
