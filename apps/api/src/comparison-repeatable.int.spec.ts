import { instantOf } from '@rungs/domain';
import { STYLE_CLIENTS } from '@rungs/clients';
import type { Repeat } from '@rungs/measure';
import { SERVER_MODES, type ServerMode } from '@rungs/scenarios';
import {
  ExchangeIds,
  MeasuredServer,
  programsOf,
  serveStyle,
  VirtualTime,
  type ProgramName,
  type ServedStyle,
} from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const NOW = instantOf(Date.parse('2026-11-22T12:00:00Z'));

/** Fields whose values follow from neither data nor clock of the domain: HTTP's own. */
const VOLATILE_FIELDS = new Set(['date']);

/** A server on data of its own, with a clock that stands still, and ids that follow from the traces that it is given. */
interface Repetition {
  readonly served: ServedStyle;
  run(name: ProgramName, mode: ServerMode): Promise<Repeat>;
}

async function repetition(): Promise<Repetition> {
  const modules = STYLE_SERVERS.map(({ module }) => module);
  const served = await serveStyle(modules, { clock: { now: () => NOW }, ids: new ExchangeIds() });
  const server = new MeasuredServer(served, STYLE_CLIENTS);
  let traces = 0;
  let keys = 0;
  return {
    served,
    run: (name, mode) => {
      // Which of two parallel requests the server does first, and which answer comes first, is not to be chance either.
      const time = new VirtualTime(() => 100);
      const instruments = {
        ...time.instruments,
        newTraceId: () => (traces += 1).toString(16).padStart(32, '0'),
        newKey: () => `key-${(keys += 1)}`,
      };
      return time.during(server.run(name, { server: mode, fetch: time.fetch, instruments }));
    },
  };
}

let one: Repetition;
let other: Repetition;

beforeAll(async () => {
  [one, other] = [await repetition(), await repetition()];
});
afterAll(() => Promise.all([one.served.close(), other.served.close()]));

/** All of a run but what time it took the server, and what says so. */
function repeatable({ traceId, view, viewSha256, outcome, exchanges }: Repeat) {
  return {
    traceId,
    view,
    viewSha256,
    outcome,
    exchanges: exchanges.map(({ timeMs, sql, bytes, responseHeaders, ...exchange }) => ({
      ...exchange,
      timeMs: [timeMs.start, timeMs.firstByte, timeMs.end],
      bytes: { ...bytes, meterResponseHead: undefined },
      responseHeaders: responseHeaders.filter(([name]) => !VOLATILE_FIELDS.has(name)),
      sql: {
        count: sql.count,
        rows: sql.rows,
        statements: sql.statements.map(({ text, rows }) => `${rows} ${text}`).sort(),
      },
    })),
  };
}

describe('two runs on the same data, with the same clock, ids and traces', () => {
  it.each(programsOf(STYLE_CLIENTS))('are the same: $scenario $style $client', async (name) => {
    for (const mode of SERVER_MODES) {
      const [first, second] = await Promise.all([one.run(name, mode), other.run(name, mode)]);
      expect(first.exchanges.length).toBeGreaterThan(0);
      expect(repeatable(second), mode).toEqual(repeatable(first));
    }
  });

  it('take the server’s own time, which is not compared', async () => {
    const name = { scenario: 'order-details', style: 'graphql', client: 'composed' } as const;
    const [first, second] = [await one.run(name, 'batched'), await other.run(name, 'batched')];
    expect([first, second].map(({ exchanges }) => exchanges[0]?.timeMs.server)).toEqual([
      expect.any(Number),
      expect.any(Number),
    ]);
  });
});
