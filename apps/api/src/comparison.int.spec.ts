import { createHash, randomBytes } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { STYLE_CLIENTS } from '@rungs/clients';
import {
  compare,
  dependantsOf,
  runScenario,
  SCENARIOS,
  type Cell,
  type Comparison,
  type Instruments,
  type Run,
} from '@rungs/measure';
import {
  CLIENT_MODES,
  isApplicable,
  type Answered,
  type Asking,
  type ClientOptions,
  type StyleEntry,
} from '@rungs/scenarios';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const SCENARIO = SCENARIOS['order-details'];
const ENV = { client: 'cli', protocol: 'h1' } as const;
const INSTRUMENTS: Instruments = {
  nowMs: () => performance.now(),
  newTraceId: () => randomBytes(16).toString('hex'),
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
};

let served: ServedStyle;
let client: ClientOptions;
let comparison: Comparison;

beforeAll(async () => {
  served = await serveStyle(STYLE_SERVERS.map(({ module }) => module));
  client = { baseUrl: served.baseUrl, fetch, accessToken: await served.tokenFor('ann') };
  comparison = await compareAll(STYLE_CLIENTS);
});

afterAll(() => served.close());

function compareAll(styles: readonly StyleEntry[]): Promise<Comparison> {
  return compare({ scenario: SCENARIO, styles, client, instruments: INSTRUMENTS, env: ENV });
}

/** The existing programs, one by one. */
const PROGRAMS = STYLE_CLIENTS.flatMap((entry) => {
  const programs = entry.scenarios[SCENARIO.id];
  return CLIENT_MODES.flatMap((mode) => {
    const program = programs[mode];
    return isApplicable(program) ? [{ style: entry.style, mode, programs, program }] : [];
  });
});

function run(plan: (typeof PROGRAMS)[number], through: typeof fetch = fetch) {
  const options = { ...client, fetch: through };
  return runScenario({ ...plan, scenario: SCENARIO, client: options, instruments: INSTRUMENTS, env: ENV });
}

function cell(style: string, mode: string): Cell {
  const found = comparison.cells.find((candidate) => candidate.style === style && candidate.client === mode);
  if (!found) throw new Error(`No cell ${style} ${mode}`);
  return found;
}

function measuredRun(style: string, mode: string): Run {
  const found = cell(style, mode);
  if (found.outcome !== 'measured') throw new Error(JSON.stringify(found));
  return found.run;
}

describe('the order details screen in every style', () => {
  it('is the same screen, and no program fails', () => {
    expect(comparison.cells.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(comparison.views).toHaveLength(1);
    expect(comparison.valid).toBe(true);
    expect(comparison.views[0]?.viewModel).toMatchObject({
      state: 'PICKED_UP',
      courier: { vehicle: expect.anything() },
    });
    expect(served.defects).toEqual([]);
  });

  it('has a cell per style and mode, and every missing one says why', () => {
    expect(comparison.cells).toHaveLength(STYLE_SERVERS.length * CLIENT_MODES.length);
    for (const missing of comparison.cells.filter(({ outcome }) => outcome === 'not-applicable')) {
      expect(missing).toMatchObject({ reason: expect.stringMatching(/\w+ \w+/) as string });
    }
  });

  // Derived by hand. With an order's id at hand order, ticket, delivery and bill can be asked for together; consumer and
  // restaurant are named by the order, the courier by the delivery. Level 3 holds a link to the order alone.
  it.each([
    ['rest-level-0', 'granular', 7, 2],
    ['rest-level-0', 'composed', 2, 2],
    ['rest-level-0', 'purpose-built', 1, 1],
    ['rest-level-1', 'granular', 7, 2],
    ['rest-level-1', 'purpose-built', 1, 1],
    ['rest-level-2', 'granular', 7, 2],
    ['rest-level-2', 'purpose-built', 1, 1],
    ['rest-level-3', 'granular', 7, 3],
    ['rest-level-3', 'purpose-built', 1, 1],
    ['graphql', 'granular', 7, 2],
    ['graphql', 'composed', 1, 1],
  ])('costs %s %s %i exchanges in %i dependent round trips', (style, mode, exchanges, roundTripsCritical) => {
    expect(measuredRun(style, mode).totals).toMatchObject({ exchanges, roundTripsCritical });
  });

  it('takes one statement where it is asked for as a whole', () => {
    for (const style of ['rest-level-0', 'rest-level-1', 'rest-level-2', 'rest-level-3']) {
      expect(measuredRun(style, 'purpose-built').totals.sql, style).toBe(1);
    }
    expect(measuredRun('graphql', 'composed').totals.sql).toBe(1);
  });

  it('is void when one style builds another view', async () => {
    const [first, ...others] = STYLE_CLIENTS;
    if (!first) throw new Error('There is no style.');
    const wrong: StyleEntry = {
      ...first,
      scenarios: {
        'order-details': {
          ...first.scenarios['order-details'],
          'purpose-built': async (context, held) => {
            const { 'purpose-built': right } = first.scenarios['order-details'];
            if (!isApplicable(right)) throw new Error('There is no such program.');
            return { ...(await right(context, held)), payment: 'CAPTURED' };
          },
        },
      },
    };
    const voided = await compareAll([wrong, ...others]);
    expect(voided.valid).toBe(false);
    const runs = voided.cells.flatMap((judged) => (judged.outcome === 'measured' ? [judged.run] : []));
    expect(runs.map(({ valid }) => valid)).toEqual(runs.map(() => false));
  });
});

describe('the dependencies that a program declares', () => {
  it.each(PROGRAMS)('are the ones it has: $style $mode', async ({ programs, program, ...plan }) => {
    const { exchanges } = (await run({ programs, program, ...plan })).run;
    const held = await programs.arrive(client, SCENARIO.task);
    for (const { n, label } of exchanges) {
      const dependants = dependantsOf(n, exchanges);
      const others = exchanges.filter((exchange) => exchange.n !== n && !dependants.has(exchange.n));
      const gate = new Gate(
        label,
        others.map((exchange) => exchange.label),
      );
      const running = program({ ...client, asking: gate }, held);
      // All that does not depend on this answer gets done without it …
      await gate.othersAnswered;
      // … and nothing that does has been asked.
      expect(gate.asked.toSorted(), `while the answer to ${label} is held back`).toEqual(
        [label, ...others.map((exchange) => exchange.label)].toSorted(),
      );
      gate.release();
      await running;
    }
  });
});

/** Keeps the answer to one exchange to itself until it is released. */
class Gate implements Asking {
  readonly asked: string[] = [];
  readonly othersAnswered: Promise<void>;
  readonly release: () => void;
  readonly #released: Promise<void>;
  readonly #awaited: Set<string>;
  readonly #resolveOthers: () => void;

  constructor(
    readonly heldLabel: string,
    otherLabels: readonly string[],
  ) {
    const [others, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    this.othersAnswered = others.promise;
    this.#resolveOthers = others.resolve;
    this.#released = released.promise;
    this.release = released.resolve;
    this.#awaited = new Set([...otherLabels, heldLabel]);
  }

  async fetch(label: string, _dependsOn: readonly number[], url: string, init?: RequestInit): Promise<Answered> {
    this.asked.push(label);
    const n = this.asked.length;
    const response = await fetch(url, init);
    const body = await response.arrayBuffer();
    this.#awaited.delete(label);
    // Later than whatever the program does with this answer at once.
    if (this.#awaited.size === 0) setImmediate(this.#resolveOthers);
    if (label === this.heldLabel) await this.#released;
    return { n, response: new Response(body, response) };
  }
}

describe('the bytes of a run', () => {
  const passed = { up: 0, down: 0 };
  let proxy: Server;

  beforeAll(async () => {
    proxy = createServer((socket) => {
      const upstream = connect(Number(new URL(served.baseUrl).port), '127.0.0.1');
      socket.on('data', ({ length }) => (passed.up += length));
      upstream.on('data', ({ length }) => (passed.down += length));
      socket.pipe(upstream).pipe(socket);
      socket.on('error', () => upstream.destroy());
      upstream.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => proxy.close());

  it.each(PROGRAMS)('are those that a pass-through proxy counts: $style $mode', async (plan) => {
    Object.assign(passed, { up: 0, down: 0 });
    const { port } = proxy.address() as AddressInfo;
    const { totals, exchanges } = (
      await run(plan, (url, init) => {
        const target = new URL(String(url));
        if (new Headers(init?.headers).has('traceparent')) target.port = String(port);
        return fetch(target, init);
      })
    ).run;
    const meter = (figure: 'meterRequestHead' | 'meterResponseHead') =>
      exchanges.reduce((sum, { bytes }) => sum + bytes[figure], 0);
    expect({
      up: totals.bytesUp + meter('meterRequestHead'),
      down: totals.bytesDown + meter('meterResponseHead'),
    }).toEqual(passed);
  });
});
