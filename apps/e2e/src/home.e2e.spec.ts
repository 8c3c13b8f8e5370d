import { plainText, sentencesOf, type Comparison, type Run } from '@rungs/measure';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnStates, DEFAULT_CHOICE, figuresOf, rowFigures, runLive } from './comparison-page.ts';
import { startLab } from './lab.ts';
import type { Visit } from './visit.ts';

const HEADLINES = ['Dependent round trips', 'Exchanges', 'SQL statements'];
const SAMPLE = '**/sample-run.json';

describe('the first page', () => {
  const lab = startLab();
  let visit: Visit;
  let sample: Comparison;

  beforeAll(async () => {
    sample = (await (await fetch(`${lab.origin}/sample-run.json`)).json()) as Comparison;
  });

  it('answers from a recorded sample, within one screen, without a click', async () => {
    visit = await lab.visit('/', { viewport: { width: 1280, height: 800 } });
    const { page } = visit;
    const said = await verdict(page);
    for (const sentence of sentencesOf(sample, DEFAULT_CHOICE)) expect(said).toContain(plainText(sentence));
    for (const title of HEADLINES) {
      expect(await rowFigures(page, title)).toEqual(figuresOf(sample, title).map(String));
    }
    const source = page.getByRole('list', { name: 'Where the figures come from' });
    expect(await source.innerText()).toMatch(/^Recorded sample, \d+ \w+ \d{4}/);
    for (const part of [page.locator('.verdict'), page.locator('.matrix'), source, page.locator('.read-on')]) {
      const box = await part.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
    expect(visit.errors).toEqual([]);
    expect(visit.foreignRequests).toEqual([]);
  });

  it('says what follows from the run, and nothing that was typed in', async () => {
    const altered = withRuns(sample, (run) =>
      run.style === 'rest-level-1' ? { ...run, totals: { ...run.totals, roundTripsCritical: 77 } } : run,
    );
    visit = await lab.visit('/', {
      beforehand: (page) => page.route(SAMPLE, (route) => route.fulfill({ json: altered })),
    });
    expect(await verdict(visit.page)).toContain('level 1 needs 77');
    expect((await rowFigures(visit.page, 'Dependent round trips'))[1]).toBe('77');
  });

  it.each([
    ['is not there', { status: 404 }, 'the server answered 404'],
    ['is cut short', { body: '{"schema":"rungs.comparison/1","cells":[{}]}' }, 'it is of another schema'],
    ['is no comparison', { body: '<!doctype html>' }, 'it is no JSON'],
  ])('runs live when the sample %s', async (_when, answer, why) => {
    visit = await lab.visit('/', {
      beforehand: (page) => page.route(SAMPLE, (route) => route.fulfill(answer)),
    });
    const { page } = visit;
    await page.getByText(why).waitFor();
    expect(new Set(await columnStates(page))).toEqual(new Set(['empty']));
  });

  it('says what broke it, and leads on', async () => {
    const altered = withRuns(sample, (run) => ({ ...run, totals: {} as Run['totals'] }));
    visit = await lab.visit('/', {
      beforehand: (page) => page.route(SAMPLE, (route) => route.fulfill({ json: altered })),
    });
    const { page } = visit;
    await page.getByRole('heading', { level: 1, name: 'This page broke' }).waitFor();
    await page.getByRole('link', { name: 'Load it again' }).waitFor();
    await page.getByRole('link', { name: 'First calls' }).click();
    await page.getByRole('heading', { level: 1, name: 'One service, five API styles' }).waitFor();
  });

  it('measures live here, and then shows that', { timeout: 200_000 }, async () => {
    visit = await lab.visit('/');
    const { page } = visit;
    await runLive(page);
    expect(await columnStates(page)).toEqual(Array(5).fill('measured'));
    const source = page.getByRole('list', { name: 'Where the figures come from' });
    expect(await source.innerText()).toContain('Measured live');
    // What does not depend on the client is what the terminal found.
    for (const title of HEADLINES) {
      expect(await rowFigures(page, title)).toEqual(figuresOf(sample, title).map(String));
    }
    await page.getByRole('link', { name: 'Every request, payload and statement' }).click();
    await page.getByRole('heading', { name: 'Waterfall' }).waitFor();
    expect(await source.innerText()).toContain('Measured live');
    await page.getByRole('button', { name: 'show the recorded sample again' }).click();
    expect(await source.innerText()).toContain('Recorded sample');
    expect(visit.errors).toEqual([]);
    expect(visit.foreignRequests).toEqual([]);
  });

  it('loads less than 300 kB of script, compressed, before it can be used', async () => {
    for (const path of ['/', '/compare']) {
      const sizes: Promise<number>[] = [];
      visit = await lab.visit(path, {
        beforehand: async (page) => {
          page.on('requestfinished', (request) => {
            if (request.resourceType() === 'script') sizes.push(request.sizes().then((size) => size.responseBodySize));
          });
        },
      });
      await visit.page.locator('.matrix').waitFor();
      await visit.page.waitForLoadState('networkidle');
      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThan(300_000);
      await visit.close();
    }
  });

  it('leads to every page, and says where there is none', async () => {
    visit = await lab.visit('/');
    const { page } = visit;
    const pages = page.getByRole('navigation', { name: 'Pages' });
    for (const [name, heading] of [
      ['Compare', 'What does a screen cost'],
      ['First calls', 'One service, five API styles'],
      ['Method', 'How the figures come about'],
    ] as const) {
      await pages.getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(await pages.getByRole('link', { name }).getAttribute('aria-current')).toBe('page');
      // The same by its address.
      await page.reload();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }
    expect((await fetch(`${lab.origin}/nowhere`)).status).toBe(404);
    expect(visit.errors).toEqual([]);
  });

  async function verdict(page: Page): Promise<string> {
    await page.locator('.verdict-answer').waitFor();
    return page.locator('.verdict').innerText();
  }
});

function withRuns(comparison: Comparison, change: (run: Run) => Run): Comparison {
  return {
    ...comparison,
    cells: comparison.cells.map((cell) => ('run' in cell ? { ...cell, run: change(cell.run) } : cell)),
  };
}
