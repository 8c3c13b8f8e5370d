import { readFileSync } from 'node:fs';
import { STYLE_CLIENTS } from '@rungs/clients';
import { measuredCells, type Comparison, type Repeat } from '@rungs/measure';
import { SERVER_MODES, type ClientMode, type ServerMode } from '@rungs/scenarios';
import {
  measuredCell,
  MeasuredServer,
  passThroughTo,
  programsOf,
  serveStyle,
  type PassThrough,
  type ProgramName,
  type ServedStyle,
} from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const PROGRAMS = programsOf(STYLE_CLIENTS);
const LONG_MS = 120_000;

let served: ServedStyle;
let server: MeasuredServer;

beforeAll(async () => {
  served = await serveStyle(STYLE_SERVERS.map(({ module }) => module));
  server = new MeasuredServer(served, STYLE_CLIENTS);
});
afterAll(() => served.close());

/** Exchanges, dependent round trips, and statements by how the server loads. */
type Costs = readonly [
  style: string,
  client: ClientMode,
  exchanges: number,
  roundTrips: number,
  sql: readonly number[],
];

// Derived by hand from what a thing is made of. An order, a ticket, a delivery and a bill are each shown by the case of
// all four, because what may be done with one follows from the others: a row each, and for a delivery also where the
// courier was last and who that is.
const CASE = 4;
const DELIVERY = CASE + 2;
const COURIER = 2;
const GRANULAR = 3 * CASE + DELIVERY + COURIER + 2;
/** The case, consumer, restaurant, location and courier; row by row the courier is loaded for itself and for its phone. */
const DETAILS = [CASE + 5, CASE + 4, 1];

describe('the order details', () => {
  let comparison: Comparison;
  beforeAll(async () => {
    comparison = await server.compare('order-details', { servers: SERVER_MODES });
  }, LONG_MS);

  // With an order's id at hand order, ticket, delivery and bill can be asked for together; consumer and restaurant are
  // named by the order, the courier by the delivery. Level 3 holds a link to the order alone.
  it.each<Costs>([
    ['rest-level-0', 'granular', 7, 2, [GRANULAR, GRANULAR, 7]],
    // In one batch the four share the case, and with it where the courier was and who that is; the second has four.
    ['rest-level-0', 'composed', 2, 2, [GRANULAR, DELIVERY + COURIER + 2, 7]],
    ['rest-level-0', 'purpose-built', 1, 1, DETAILS],
    ['rest-level-1', 'granular', 7, 2, [GRANULAR, GRANULAR, 7]],
    ['rest-level-1', 'purpose-built', 1, 1, DETAILS],
    ['rest-level-2', 'granular', 7, 2, [GRANULAR, GRANULAR, 7]],
    ['rest-level-2', 'composed', 1, 1, DETAILS],
    ['rest-level-2', 'purpose-built', 1, 1, DETAILS],
    ['rest-level-3', 'granular', 7, 3, [GRANULAR, GRANULAR, 7]],
    ['rest-level-3', 'composed', 1, 1, DETAILS],
    ['rest-level-3', 'purpose-built', 1, 1, DETAILS],
    ['graphql', 'granular', 7, 2, [GRANULAR, GRANULAR, 7]],
    ['graphql', 'composed', 1, 1, DETAILS],
    ['graphql', 'purpose-built', 1, 1, DETAILS],
  ])('cost %s %s %i exchanges in %i dependent round trips', (style, client, exchanges, roundTripsCritical, sql) => {
    expectCosts(comparison, style, client, { exchanges, roundTripsCritical }, sql);
  });

  it('bring a client of level 2 that chooses nothing that its screen does not read', () => {
    const { unused } = measuredCell(comparison, 'rest-level-2', 'composed').run.totals.fields;
    expect(unused).toBe(0);
  });

  it('are in the sample, which the lab shows before anybody has run anything, what they are now', () => {
    const path = new URL('../../lab/public/sample-run.json', import.meta.url);
    const sample = JSON.parse(readFileSync(path, 'utf8')) as Comparison;
    expect(figuresOf(sample)).toEqual(figuresOf(comparison));
  });
});

/** What is the same on every machine, and on every run. */
function figuresOf(comparison: Comparison) {
  return measuredCells(comparison)
    .filter(({ visit }) => visit === 'first')
    .map(({ style, client, server: mode, run: { totals, knowledge, viewModelSha256 } }) => {
      const { roundTripsCritical, exchanges, fields, sql, actionsTold } = totals;
      const known = Object.values(knowledge).map((part: readonly string[]) => part.toSorted());
      return { style, client, mode, roundTripsCritical, exchanges, fields, sql, actionsTold, known, viewModelSha256 };
    });
}

describe('the order history', () => {
  const ORDERS = 20;
  const RESTAURANTS = 3;
  /** The list, then of each order ticket, delivery and bill: row by row, or each kind at once. */
  const LIST = [1 + 3 * ORDERS, CASE];
  /** The list that was made for it names restaurant and delivery: row by row, or each kind at once. */
  const HISTORY = [1 + 2 * ORDERS, 3, 1];
  const GRANULAR_EXCHANGES = 1 + RESTAURANTS + ORDERS;

  let comparison: Comparison;
  beforeAll(async () => {
    comparison = await server.compare('order-history', { servers: SERVER_MODES });
  }, LONG_MS);

  it('is about as many orders and restaurants as reckoned with here', () => {
    const { orders } = comparison.views[0]?.viewModel as { orders: readonly { restaurant: string }[] };
    expect(orders).toHaveLength(ORDERS);
    expect(new Set(orders.map(({ restaurant }) => restaurant)).size).toBe(RESTAURANTS);
  });

  it.each<Costs>([
    ['rest-level-0', 'granular', GRANULAR_EXCHANGES, 2, []],
    ['rest-level-0', 'composed', 2, 2, []],
    ['rest-level-0', 'purpose-built', 1, 1, HISTORY],
    ['rest-level-1', 'granular', GRANULAR_EXCHANGES, 2, []],
    ['rest-level-1', 'purpose-built', 1, 1, HISTORY],
    ['rest-level-2', 'granular', GRANULAR_EXCHANGES, 2, []],
    ['rest-level-2', 'composed', 1, 1, []],
    ['rest-level-2', 'purpose-built', 1, 1, HISTORY],
    ['rest-level-3', 'granular', GRANULAR_EXCHANGES, 2, []],
    ['rest-level-3', 'composed', 1, 1, []],
    ['rest-level-3', 'purpose-built', 1, 1, HISTORY],
    ['graphql', 'granular', GRANULAR_EXCHANGES, 2, []],
    ['graphql', 'composed', 1, 1, []],
    ['graphql', 'purpose-built', 1, 1, HISTORY],
  ])('costs %s %s %i exchanges in %i dependent round trips', (style, client, exchanges, roundTripsCritical, sql) => {
    expectCosts(comparison, style, client, { exchanges, roundTripsCritical }, sql);
  });

  it.each(['rest-level-0', 'rest-level-1', 'rest-level-2', 'rest-level-3', 'graphql'])(
    'costs %s granular a statement per exchange and more, as it is loaded',
    (style) => {
      const exchangesIn = (mode: ServerMode) => measuredCell(comparison, style, 'granular', mode).run.exchanges;
      const statementsIn = (mode: ServerMode, of: RegExp) =>
        exchangesIn(mode).flatMap(({ label, sql }) => (of.test(label) ? sql.count : []));
      expect(statementsIn('one-statement', /./)).toEqual(Array.from({ length: GRANULAR_EXCHANGES }, () => 1));
      expect([statementsIn('per-row', /^orders$/), statementsIn('batched', /^orders$/)].flat()).toEqual(LIST);
      for (const mode of ['per-row', 'batched'] as const) {
        expect(statementsIn(mode, /^restaurant \d/)).toEqual(Array.from({ length: RESTAURANTS }, () => 1));
        const deliveries = statementsIn(mode, /^delivery \d/);
        expect(deliveries).toHaveLength(ORDERS);
        // Where no courier has been assigned there is none to load.
        for (const count of deliveries) expect([CASE + 1, DELIVERY]).toContain(count);
      }
    },
  );

  it.each(['graphql', 'rest-level-2', 'rest-level-3'])(
    'costs %s composed one statement, and a statement per kind of thing where it is batched',
    (style) => {
      const sqlIn = (mode: ServerMode) => measuredCell(comparison, style, 'composed', mode).run.totals.sql;
      expect(sqlIn('one-statement')).toBe(1);
      // The case, restaurants, last locations and couriers.
      expect(sqlIn('batched')).toBe(CASE + 3);
      expect(sqlIn('per-row')).toBeGreaterThan(3 * ORDERS);
    },
  );
});

function expectCosts(
  comparison: Comparison,
  style: string,
  client: ClientMode,
  costs: { readonly exchanges: number; readonly roundTripsCritical: number },
  sql: readonly number[],
): void {
  const totalsIn = SERVER_MODES.map((mode) => measuredCell(comparison, style, client, mode).run.totals);
  for (const totals of totalsIn) expect(totals).toMatchObject(costs);
  if (sql.length > 0) expect(totalsIn.map((totals) => totals.sql)).toEqual(sql);
}

describe('what a client looks at again by GET', () => {
  const looksAt = async (scenario: 'menu-twice' | 'poll-order', style: ProgramName['style'], client: ClientMode) =>
    (await server.run({ scenario, style, client })).exchanges.map(({ cache }) => cache);

  it.each([
    ['rest-level-2', 'granular'],
    ['rest-level-2', 'composed'],
    ['graphql', 'purpose-built'],
  ] as const)('is not sent again while it is the same: %s %s', async (style, client) => {
    expect(await looksAt('menu-twice', style, client)).toEqual(['miss', 'revalidated']);
    const [first, ...later] = await looksAt('poll-order', style, client);
    expect([first, later.at(-1)]).toEqual(['miss', 'miss']);
    expect(later.length).toBeGreaterThan(1);
    expect(new Set(later.slice(0, -1))).toEqual(new Set(['revalidated']));
  });
});

describe('the bytes of a run', () => {
  let passThrough: PassThrough;
  beforeAll(async () => {
    passThrough = await passThroughTo(served.baseUrl);
  });
  afterAll(() => passThrough.close());

  it.each(PROGRAMS)('are those that pass on the way: $scenario $style $client', async (name) => {
    passThrough.taken();
    const { exchanges } = await server.run(name, { fetch: passThrough.fetch });
    const sum = (figure: (bytes: Repeat['exchanges'][number]['bytes']) => number): number =>
      exchanges.reduce((subtotal, { bytes }) => subtotal + figure(bytes), 0);
    expect({
      up: sum(({ requestHead, requestBody, meterRequestHead }) => requestHead + requestBody + meterRequestHead),
      down: sum(
        ({ responseHead, responseBodyWire, meterResponseHead }) => responseHead + responseBodyWire + meterResponseHead,
      ),
    }).toEqual(passThrough.taken());
  });

  it('are those of coded bodies, as a browser would get them', async () => {
    const program = { scenario: 'menu-twice', style: 'rest-level-2', client: 'granular' } as const;
    const [menu] = (await server.run(program)).exchanges;
    expect(menu?.responseHeaders).toContainEqual(['content-encoding', 'br']);
    expect(menu?.bytes.responseBodyWire).toBeGreaterThan(0);
    expect(menu?.bytes.responseBodyWire).toBeLessThan((menu?.bytes.responseBodyDecoded ?? 0) / 2);
  });
});
