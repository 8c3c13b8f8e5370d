import type {
  Answered,
  OrderDetailsScreen,
  Program,
  ProgramContext,
  ScenarioPrograms,
  StyleEntry,
  StyleId,
} from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { compare, type Cell, type Comparison } from './compare.ts';
import { SCENARIOS } from './scenario-list.ts';
import { verdict } from './verdict.ts';

const BASE_URL = 'http://127.0.0.1:3000';
const NOT_APPLICABLE = { notApplicable: 'this style has no way to ask for several things' };
const SCREEN: OrderDetailsScreen = {
  state: 'PICKED_UP',
  placedAt: '2026-03-01T18:00:00.000Z',
  dishes: [{ name: 'Tonnarelli', quantity: 2 }],
  deliverTo: '1 High Street, Springfield',
  consumer: 'Ann Example',
  restaurant: 'Luigi',
  restaurantCity: 'Springfield',
  kitchen: 'PICKED_UP',
  readyBy: null,
  delivery: 'PICKED_UP',
  estimatedAt: null,
  courierAt: { lat: 1, lon: 2 },
  courier: null,
  total: { amount: 4200, currency: 'USD' },
  payment: 'AUTHORIZED',
};

/** Answers everything alike and, asked for a trace, what it has seen: 2 statements and known bytes per exchange. */
function fakeServer({ traces = true, serverMs = [1.5] } = {}) {
  const spansOfTrace = new Map<string, string[]>();
  const untraced: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    const [, traceId] = /\/lab\/traces\/(.*)$/.exec(url) ?? [];
    if (traceId !== undefined) {
      if (!traces) return new Response(null, { status: 404 });
      // The time of each trace in turn; the last one goes on.
      const durationMs = serverMs.length > 1 ? serverMs.shift() : serverMs[0];
      const spans = spansOfTrace.get(traceId) ?? [];
      const exchanges = spans.map((span) => ({ ...tracedExchange(span), serverDurationMs: durationMs }));
      return Response.json({ schema: 'rungs.trace/1', traceId, pending: 0, exchanges });
    }
    const traceparent = new Headers(init?.headers).get('traceparent');
    const [, trace = '', span = ''] = traceparent?.split('-') ?? [];
    if (traceparent) spansOfTrace.set(trace, [...(spansOfTrace.get(trace) ?? []), span]);
    else untraced.push(url);
    return Response.json({ fine: true });
  };
  return { fetch, untraced };
}

const tracedExchange = (spanId: string) => ({
  spanId,
  sql: {
    count: 2,
    rowCount: 5,
    durationMs: 0.5,
    statements: [
      { text: 'select a', rowCount: 2, durationMs: 0.2 },
      { text: 'select b', rowCount: 3, durationMs: 0.3 },
    ],
  },
  bytes: { requestHead: 100, requestBody: 10, responseHead: 200, responseBodyWire: 50 },
  meterBytes: { request: 70, response: 90 },
});

type Ask = (label: string, dependsOn?: readonly number[]) => Promise<Answered>;

/** A program that asks as told and builds the screen, or another one. */
function program(ask: (ask: Ask) => Promise<unknown>, screen = SCREEN): Program<never, OrderDetailsScreen> {
  return async ({ asking, baseUrl }: ProgramContext) => {
    await ask((label, dependsOn = []) => asking.fetch(label, dependsOn, `${baseUrl}/things/${label}`));
    return screen;
  };
}

const ONE_CALL = program((ask) => ask('screen'));
const TWO_IN_TURN = program(async (ask) => ask('courier', [(await ask('order')).n]));

function entry(
  style: StyleId,
  programs: Partial<ScenarioPrograms<never, never, OrderDetailsScreen>>,
  arrive = 0,
): StyleEntry {
  return {
    style,
    title: `Title of ${style}`,
    exceptions: [],
    connect: () => {
      throw new Error('A comparison uses the programs alone.');
    },
    scenarios: {
      'order-details': {
        arrive: async ({ fetch, baseUrl }) => {
          for (let call = 0; call < arrive; call += 1) await fetch(`${baseUrl}/previous-screen`);
          return 'held' as never;
        },
        granular: NOT_APPLICABLE,
        composed: NOT_APPLICABLE,
        'purpose-built': NOT_APPLICABLE,
        ...programs,
      },
    },
  };
}

function compared(styles: readonly StyleEntry[], server = fakeServer(), repeats = 1): Promise<Comparison> {
  let traces = 0;
  let nowMs = 0;
  return compare({
    scenario: SCENARIOS['order-details'],
    styles,
    repeats,
    client: { baseUrl: BASE_URL, fetch: server.fetch },
    instruments: {
      nowMs: () => nowMs++,
      newTraceId: () => (++traces).toString(16).padStart(32, '0'),
      sha256: (text) => `hash of ${text.length}`,
    },
    env: { client: 'cli', protocol: 'h1' },
  });
}

const outcomes = ({ cells }: Comparison) => cells.map(({ style, client, outcome }) => `${style} ${client} ${outcome}`);
const runOf = (cell: Cell | undefined) => {
  if (cell?.outcome !== 'measured') throw new Error(`Not measured: ${JSON.stringify(cell)}`);
  return cell.run;
};

describe('comparison', () => {
  it('has every cell: measured, or with the reason why it does not exist', async () => {
    const comparison = await compared([
      entry('rest-level-1', { granular: TWO_IN_TURN }),
      entry('graphql', { composed: ONE_CALL }),
    ]);
    expect(outcomes(comparison)).toEqual([
      'rest-level-1 granular measured',
      'rest-level-1 composed not-applicable',
      'rest-level-1 purpose-built not-applicable',
      'graphql granular not-applicable',
      'graphql composed measured',
      'graphql purpose-built not-applicable',
    ]);
    expect(comparison.cells[1]).toMatchObject({ reason: NOT_APPLICABLE.notApplicable });
    expect(comparison).toMatchObject({ valid: true, views: [{ viewModel: SCREEN }] });
  });

  it('adds up both sides of each exchange, the meter’s own bytes apart', async () => {
    const comparison = await compared([entry('rest-level-2', { granular: TWO_IN_TURN })]);
    const run = runOf(comparison.cells[0]);
    expect(run).toMatchObject({
      schema: 'rungs.run/1',
      scenario: 'order-details',
      style: 'rest-level-2',
      client: 'granular',
      valid: true,
      totals: {
        roundTripsCritical: 2,
        exchanges: 2,
        bytesUp: 220,
        bytesDown: 500,
        bytesWire: 720,
        sql: 4,
        serverMs: 3,
      },
    });
    expect(run.exchanges[1]).toMatchObject({
      n: 2,
      label: 'courier',
      dependsOn: [1],
      method: 'GET',
      url: '/things/courier',
      status: 200,
      bytes: {
        requestHead: 100,
        requestBody: 10,
        responseHead: 200,
        responseBodyWire: 50,
        responseBodyDecoded: 13,
        meterRequestHead: 70,
        meterResponseHead: 90,
      },
      timeMs: { server: 1.5 },
      sql: { count: 2, rows: 5, timeMs: 0.5, statements: ['select a', 'select b'] },
    });
  });

  it('shows the repeat of median server time, and the spread of all but the first, which warms up', async () => {
    const server = fakeServer({ serverMs: [99, 8, 5, 6, 7, 4] });
    const comparison = await compared([entry('graphql', { composed: ONE_CALL })], server, 5);
    expect(runOf(comparison.cells[1])).toMatchObject({
      repeats: 5,
      totals: { serverMs: 6 },
      serverTimeSpread: { minMs: 4, maxMs: 8 },
    });
  });

  it('goes through all programs round by round', async () => {
    const asked: string[] = [];
    const noting = (name: string): Program<never, OrderDetailsScreen> => {
      return (context, held) => (asked.push(name), ONE_CALL(context, held));
    };
    await compared(
      [entry('rest-level-2', { granular: noting('level 2') }), entry('graphql', { composed: noting('GraphQL') })],
      fakeServer(),
      2,
    );
    expect(asked).toEqual(['level 2', 'GraphQL', 'level 2', 'GraphQL', 'level 2', 'GraphQL']);
  });

  it('fails a program that does not build the same view each time', async () => {
    let visits = 0;
    const fickle: Program<never, OrderDetailsScreen> = async (context, held) => {
      await ONE_CALL(context, held);
      return { ...SCREEN, state: 'x'.repeat(++visits) };
    };
    const comparison = await compared([entry('graphql', { composed: fickle })], fakeServer(), 2);
    expect(comparison.cells[1]).toMatchObject({
      outcome: 'failed',
      message: 'The program built different views when it was repeated.',
    });
  });

  it('does not record how the client arrived', async () => {
    const server = fakeServer();
    const comparison = await compared([entry('rest-level-3', { granular: ONE_CALL }, 2)], server);
    expect(runOf(comparison.cells[0]).exchanges.map(({ label }) => label)).toEqual(['screen']);
    expect(new Set(server.untraced)).toEqual(new Set([`${BASE_URL}/previous-screen`]));
  });

  it('is void, and ranks nothing, when one style builds another view', async () => {
    const wrong = program((ask) => ask('screen'), { ...SCREEN, total: { amount: 4201, currency: 'USD' } });
    const comparison = await compared([
      entry('rest-level-0', { composed: wrong }),
      entry('rest-level-2', { granular: TWO_IN_TURN }),
      entry('graphql', { composed: ONE_CALL }),
    ]);
    expect(comparison.valid).toBe(false);
    expect(comparison.views.map(({ viewModel }) => (viewModel as OrderDetailsScreen).total.amount)).toEqual([
      4200, 4201,
    ]);
    const measured = comparison.cells.filter((cell) => cell.outcome === 'measured');
    expect(measured.map(({ style, view, run }) => [style, view, run.valid])).toEqual([
      ['rest-level-0', 1, false],
      ['rest-level-2', 0, false],
      ['graphql', 0, false],
    ]);
    expect(verdict(comparison)).toEqual([]);
  });

  it('leaves the others standing when one program fails', async () => {
    const failing = program(async (ask) => {
      await ask('order');
      throw new Error('order-not-found: there is no such order');
    });
    const comparison = await compared([
      entry('rest-level-0', { granular: failing }),
      entry('rest-level-2', { granular: TWO_IN_TURN }),
    ]);
    expect(comparison.cells[0]).toMatchObject({
      outcome: 'failed',
      message: 'order-not-found: there is no such order',
    });
    expect(comparison.cells[3]).toMatchObject({ outcome: 'measured', run: { valid: true } });
    expect(comparison.valid).toBe(true);
  });

  it('fails a cell whose cost the server does not say', async () => {
    const comparison = await compared([entry('graphql', { composed: ONE_CALL })], fakeServer({ traces: false }));
    expect(comparison.cells[1]).toMatchObject({
      outcome: 'failed',
      message: expect.stringContaining('answered 404') as string,
    });
    expect(comparison.valid).toBe(false);
  });

  it('fails a program that asks the server nothing', async () => {
    const comparison = await compared([entry('graphql', { composed: program(async () => undefined) })]);
    expect(comparison.cells[1]).toMatchObject({ message: 'The program asked the server nothing.' });
  });

  it('names who needs least and most of each thing, ties together', async () => {
    const comparison = await compared([
      entry('rest-level-2', { granular: TWO_IN_TURN, 'purpose-built': ONE_CALL }),
      entry('graphql', { composed: ONE_CALL }),
    ]);
    const [roundTrips] = verdict(comparison);
    expect(roundTrips).toMatchObject({ metric: 'roundTripsCritical', least: 1, most: 2 });
    expect(roundTrips?.leastCells.map(({ style, client }) => `${style} ${client}`)).toEqual([
      'rest-level-2 purpose-built',
      'graphql composed',
    ]);
    expect(roundTrips?.mostCells.map(({ style }) => style)).toEqual(['rest-level-2']);
  });
});
