import { STYLE_CLIENTS } from '@rungs/clients';
import { measuredCells, type Comparison } from '@rungs/measure';
import {
  CLIENT_MODES,
  isApplicable,
  SCENARIOS,
  SERVER_MODES,
  VISITS,
  type RunProgram,
  type ScenarioId,
  type StyleEntry,
} from '@rungs/scenarios';
import { MeasuredServer, SCENARIO_IDS, serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const EVERYTHING = { servers: SERVER_MODES, visits: VISITS };
const LONG_MS = 120_000;

let served: ServedStyle;
let server: MeasuredServer;

beforeAll(async () => {
  served = await serveStyle(STYLE_SERVERS.map(({ module }) => module));
  server = new MeasuredServer(served, STYLE_CLIENTS);
});
afterAll(() => served.close());

describe.each(SCENARIO_IDS)('%s in every style', (id) => {
  let comparison: Comparison;
  beforeAll(async () => {
    comparison = await server.compare(id, EVERYTHING);
  }, LONG_MS);

  it('ends alike, whoever asks in whatever way, and however the server loads it', () => {
    expect(comparison.cells.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(comparison.views.map(({ viewModel }) => viewModel)).toHaveLength(1);
    expect(comparison.mismatches).toEqual([]);
    expect(comparison.valid).toBe(true);
    expect(served.defects).toEqual([]);
  });

  it('is measured in every style, and what cannot be says why', () => {
    const { length: styles } = STYLE_CLIENTS;
    expect(comparison.cells).toHaveLength(styles * CLIENT_MODES.length * SERVER_MODES.length * VISITS.length);
    expect(new Set(measuredCells(comparison).map(({ style }) => style)).size).toBe(styles);
    for (const missing of comparison.cells.filter(({ outcome }) => outcome === 'not-applicable')) {
      expect(missing).toMatchObject({ reason: expect.stringMatching(/\w+ \w+/) as string });
    }
  });
});

describe('a comparison', () => {
  it.each(SCENARIO_IDS)('is void when one client gets something wrong: %s', async (id) => {
    const [first, ...others] = STYLE_CLIENTS;
    if (!first) throw new Error('There is no style.');
    const voided = await server.compare(id, { styles: [wrong(first, id), ...others], clients: ['granular'] });
    expect(voided.valid).toBe(false);
    expect(voided.views.length).toBeGreaterThan(1);
    const runs = measuredCells(voided).map(({ run }) => run);
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.map(({ valid }) => valid)).toEqual(runs.map(() => false));
  });

  it('is void when a client that was told in advance tries, or one that was not told says it was', async () => {
    const liar = changed(STYLE_CLIENTS[0], 'cancel-refused', (view) => ({ ...view, learned: 'told in advance' }));
    const voided = await server.compare('cancel-refused', { styles: [liar], clients: ['granular'] });
    expect(voided.mismatches).toMatchObject([{ declared: 'refused when tried', got: 'told in advance' }]);
    expect(voided.valid).toBe(false);
  });

  it.each(SCENARIO_IDS)(
    'comes out the same for everybody who may do it: %s',
    async (id) => {
      for (const persona of SCENARIOS[id].personas) {
        const { valid, cells } = await server.compare(id, { persona, clients: ['granular', 'purpose-built'] });
        expect(
          cells.filter(({ outcome }) => outcome === 'failed'),
          persona,
        ).toEqual([]);
        expect(valid, persona).toBe(true);
      }
    },
    LONG_MS,
  );
});

function wrong(entry: StyleEntry, id: ScenarioId): StyleEntry {
  return changed(entry, id, (view) => ({ ...view, wrong: true }));
}

/** The same style, whose granular client builds something else. */
function changed(entry: StyleEntry | undefined, id: ScenarioId, change: (view: object) => object): StyleEntry {
  const program = entry?.scenarios[id].granular;
  if (!entry || !program || !isApplicable(program)) throw new Error(`There is no granular client for ${id}.`);
  const right: RunProgram<unknown, object> = program.run;
  const run: typeof right = async (context, held) => change(await right(context, held));
  const scenarios = { ...entry.scenarios, [id]: { ...entry.scenarios[id], granular: { ...program, run } } };
  return { ...entry, scenarios };
}
