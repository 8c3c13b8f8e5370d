import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { measuredCells, type Comparison, type MeasuredCell } from '@rungs/measure';
import { STYLE_IDS, type ScenarioId } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { runLive } from './comparison-page.ts';
import { startLab } from './lab.ts';

const TERMINAL = fileURLToPath(new URL('../../cli/dist/main.js', import.meta.url));
const LIMIT_MS = 180_000;

describe('terminal and browser', () => {
  const lab = startLab();

  // Those that only read: the same demo data answers both.
  it.each(['order-details', 'menu-twice'] as const)(
    'agree on exchanges, bodies and their codings, fields and statements: %s',
    { timeout: LIMIT_MS },
    async (id) => {
      const inBrowser = await measuredInBrowser(id);
      const inTerminal = await measuredInTerminal(id);
      const names = inBrowser.map(nameOf);
      expect(new Set(inBrowser.map(({ style }) => style))).toEqual(new Set(STYLE_IDS));
      expect(inTerminal.map(nameOf)).toEqual(expect.arrayContaining(names));
      for (const cell of inBrowser) {
        const same = inTerminal.find((other) => nameOf(other) === nameOf(cell));
        expect(same && countable(same), nameOf(cell)).toEqual(countable(cell));
      }
    },
  );

  async function measuredInBrowser(id: ScenarioId): Promise<readonly MeasuredCell[]> {
    const visit = await lab.visit(`/compare?scenario=${id}`);
    try {
      const { page } = visit;
      await page.locator('.matrix').waitFor();
      await runLive(page);
      await page.getByText('Export', { exact: true }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.export-formats button').first().click(),
      ]);
      const exported = JSON.parse(await readFile(await download.path(), 'utf8')) as Comparison;
      // Of what was measured before, here: the sample.
      return measuredCells(exported).filter(({ run }) => run.env.client !== 'cli');
    } finally {
      await visit.close();
    }
  }

  async function measuredInTerminal(id: ScenarioId): Promise<readonly MeasuredCell[]> {
    const asked = ['compare', id, '--url', lab.origin, '--visit', 'all', '--repeats', '1', '--format', 'json'];
    const { stdout } = await promisify(execFile)(process.execPath, [TERMINAL, ...asked], { maxBuffer: 64 * 1024 ** 2 });
    return measuredCells(JSON.parse(stdout) as Comparison);
  }
});

function nameOf({ style, client, server, visit }: MeasuredCell): string {
  return `${style} ${client} ${server} ${visit}`;
}

/** An id that is not of the demo data: level 3's forms carry a new key each time. */
const FRESH_ID = /\b(?!01900000-)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** All that is not time, and does not depend on which client adds what to a head. */
function countable({ run }: MeasuredCell) {
  return {
    view: run.viewModelSha256,
    knowledge: run.knowledge,
    roundTrips: run.totals.roundTripsCritical,
    // By label: of answers that come at the same time, either may be the first.
    exchanges: run.exchanges
      .toSorted((one, other) => (one.label < other.label ? -1 : 1))
      .map((exchange) => ({
        label: exchange.label,
        method: exchange.method,
        url: exchange.url,
        status: exchange.status,
        cache: exchange.cache,
        requestBody: exchange.requestBody,
        responseBody: exchange.responseBody?.replaceAll(FRESH_ID, 'fresh'),
        coding: exchange.responseHeaders.find(([name]) => name === 'content-encoding')?.[1],
        decodedBytes: exchange.bytes.responseBodyDecoded,
        fields: exchange.fields,
        usedPaths: exchange.usedPaths,
        statements: exchange.sql.statements.map(({ text, rows }) => ({ text, rows })),
        actions: exchange.actions,
      })),
  };
}
