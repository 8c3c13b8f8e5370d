import { STYLE_CLIENTS } from '@rungs/clients';
import { measuredCells } from '@rungs/measure';
import { checkEquivalence, LEAST_SUCCESS_PERCENT, MeasuredServer, SCENARIO_IDS, serveStyle } from '@rungs/testing';
import type { ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

// Before any import: paths are made when the server's sources are.
vi.hoisted(() => vi.stubEnv('RUNGS_LEVEL3_PATHS', 'scrambled'));

const LONG_MS = 120_000;
const SEED = 20_261_122;

/** Level 3, and level 2 to compare it with: whose paths are where they were. */
const IDS = ['rest-level-2', 'rest-level-3'];
const CLIENTS = STYLE_CLIENTS.filter(({ style }) => IDS.includes(style));
const SERVERS = STYLE_SERVERS.filter(({ id }) => IDS.includes(id));

describe('with every path of level 3 renamed', () => {
  let served: ServedStyle;
  const asked = new Set<string>();

  beforeAll(async () => {
    served = await serveStyle(SERVERS.map(({ module }) => module));
  });
  afterAll(() => served.close());

  it.each(SCENARIO_IDS)(
    'its client programs end as they did: %s',
    async (id) => {
      const comparison = await new MeasuredServer(served, CLIENTS).compare(id);
      expect(comparison.cells.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(comparison.views).toHaveLength(1);
      expect(comparison.valid).toBe(true);
      for (const { style, run } of measuredCells(comparison)) {
        if (style !== 'rest-level-3') continue;
        for (const { url } of run.exchanges) asked.add(new URL(url, served.baseUrl).pathname);
      }
    },
    LONG_MS,
  );

  it('and none of them asked at an address of old', () => {
    expect(asked.size).toBeGreaterThan(SCENARIO_IDS.length);
    expect([...asked].filter((path) => !/^\/level3(?:$|\/[a-z]{8}(?:$|\/))/.test(path))).toEqual([]);
  });

  it(
    'random commands by several actors leave what they left, and are answered as they were',
    async () => {
      const subjects = SERVERS.flatMap(({ id, module }) =>
        CLIENTS.filter(({ style }) => style === id && id === 'rest-level-3').map((entry) => ({ entry, module })),
      );
      expect(subjects).toHaveLength(1);
      const { deviation, reach } = await checkEquivalence(subjects, { runs: 5, steps: 30, seed: SEED });
      expect(deviation).toBeUndefined();
      expect(reach.successPercent).toBeGreaterThanOrEqual(LEAST_SUCCESS_PERCENT);
    },
    LONG_MS,
  );
});
