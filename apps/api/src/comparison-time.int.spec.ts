import type { Payments } from '@rungs/application';
import { STYLE_CLIENTS } from '@rungs/clients';
import type { StyleEntry } from '@rungs/scenarios';
import {
  ForgetfulPayments,
  MeasuredServer,
  programsOf,
  serveStyle,
  VirtualTime,
  type ProgramName,
  type ServedStyle,
} from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const PROGRAMS = programsOf(STYLE_CLIENTS);
const LONG_MS = 120_000;

const payments = new ForgetfulPayments();
/** The server's clock stands still but for what the payment provider takes. */
let serverClockMs = 0;
let authorizationMs = 0;
/** It takes its time over a payment, and over nothing else. */
const slowPayments: Payments = {
  authorize: (...asked) => {
    serverClockMs += authorizationMs;
    return payments.authorize(...asked);
  },
  reauthorize: (...asked) => payments.reauthorize(...asked),
  void: (...asked) => payments.void(...asked),
  capture: (...asked) => payments.capture(...asked),
  refund: (...asked) => payments.refund(...asked),
};

let served: ServedStyle;
let server: MeasuredServer;

beforeAll(async () => {
  const modules = STYLE_SERVERS.map(({ module }) => module);
  served = await serveStyle(modules, { payments: slowPayments, nowMs: () => serverClockMs });
  server = new MeasuredServer(served, STYLE_CLIENTS);
});
afterAll(() => served.close());

const EXCHANGE_MS = 100;
const DELAY_MS = 200;

interface Times {
  readonly n: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** When each exchange was, and when it should have been by what it is said to depend on. */
async function delaying(
  name: ProgramName,
  delayed: number,
  on = server,
): Promise<{ readonly were: readonly Times[]; readonly shouldHaveBeen: readonly Times[] }> {
  const durationMs = (n: number): number => EXCHANGE_MS + (n === delayed ? DELAY_MS : 0);
  const time = new VirtualTime(durationMs);
  const { fetch, instruments } = time;
  // A short page of whatever there are many of: each exchange is delayed in turn.
  const { exchanges } = await time.during(on.run(name, { fetch, instruments, limit: 3 }));
  const endOf = new Map(exchanges.map(({ n, timeMs }) => [n, timeMs.end]));
  return {
    were: exchanges.map(({ n, timeMs }) => ({ n, startMs: timeMs.start, endMs: timeMs.end })),
    shouldHaveBeen: exchanges.map(({ n, dependsOn }) => {
      const startMs = Math.max(0, ...dependsOn.map((earlier) => endOf.get(earlier) ?? NaN));
      return { n, startMs, endMs: startMs + durationMs(n) };
    }),
  };
}

describe('what depends on what', () => {
  it.each(PROGRAMS)(
    'is as declared, whichever answer is late: $scenario $style $client',
    async (name) => {
      const { length } = (await delaying(name, 0)).were;
      expect(length).toBeGreaterThan(0);
      for (let delayed = 0; delayed <= length; delayed += 1) {
        const { were, shouldHaveBeen } = await delaying(name, delayed);
        expect(were).toHaveLength(length);
        expect(were, `with answer ${delayed} late`).toEqual(shouldHaveBeen);
      }
    },
    LONG_MS,
  );

  it('is found out where a program says that it needs nothing, or more than it does', async () => {
    const name = { scenario: 'order-details', style: 'rest-level-2', client: 'granular' } as const;
    const silent = await delaying(
      name,
      1,
      declaring(() => []),
    );
    expect(silent.were).not.toEqual(silent.shouldHaveBeen);
    // Consumer and restaurant come with the order; that they need the ticket too, is not so.
    const overstating = declaring((needed) => (needed.includes(1) ? [1, 2] : needed));
    await expect(delaying(name, 2, overstating)).rejects.toThrow('depends on 2, which has not been answered');
  });
});

/** The same programs, which say something else about what they depend on. */
function declaring(declared: (dependsOn: readonly number[]) => readonly number[]): MeasuredServer {
  const lying = (entry: StyleEntry): StyleEntry => {
    const programs = entry.scenarios['order-details'];
    const { granular } = programs;
    if ('notApplicable' in granular) return entry;
    const run: typeof granular.run = (context, held) =>
      granular.run(
        {
          ...context,
          asking: { fetch: (label, on, url, init) => context.asking.fetch(label, declared(on), url, init) },
        },
        held,
      );
    return {
      ...entry,
      scenarios: { ...entry.scenarios, 'order-details': { ...programs, granular: { ...granular, run } } },
    };
  };
  return new MeasuredServer(served, STYLE_CLIENTS.map(lying));
}

describe('time that the server takes', () => {
  const PLANTED_MS = 80;

  it.each(PROGRAMS.filter(({ scenario }) => scenario === 'order-dishes'))(
    'is booked on the exchange that took it, and on no other: $style $client',
    async (name) => {
      authorizationMs = PLANTED_MS;
      const { exchanges } = await server.run(name);
      authorizationMs = 0;
      const before = exchanges.slice(0, -1).map(() => 0);
      expect(exchanges.map(({ timeMs }) => timeMs.server)).toEqual([...before, PLANTED_MS]);
    },
    LONG_MS,
  );
});
