import { SCENARIOS, STYLE_IDS } from '@rungs/scenarios';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { choose, columnStates, rowFigures, runLive, untilDone, untilRun } from './comparison-page.ts';
import { startLab } from './lab.ts';
import { startProduct } from './product.ts';
import type { Visit } from './visit.ts';

const LIMIT_MS = 180_000;

describe('running live', () => {
  const lab = startLab();
  let visit: Visit;

  async function open(query: string, beforehand?: (page: Page) => Promise<unknown>): Promise<Page> {
    visit = await lab.visit(`/compare?${query}`, { ...(beforehand && { beforehand }) });
    await visit.page.locator('.matrix').waitFor();
    return visit.page;
  }

  it.each(Object.values(SCENARIOS))(
    'measures “$title” in every style, with equal views',
    { timeout: LIMIT_MS },
    async ({ id, outcomes }) => {
      const page = await open(`scenario=${id}`);
      await runLive(page);
      expect(await columnStates(page)).toEqual(Array(5).fill('measured'));
      expect(await page.locator('.matrix-frame').getAttribute('data-void')).toBe('false');
      expect(await rowFigures(page, 'Exchanges')).toHaveLength(5);
      expect(await page.locator('.verdict-answer').innerText()).toMatch(/round trip/);
      if (outcomes) {
        const ends = await page.locator('.matrix .matrix-words').allInnerTexts();
        expect(ends).toEqual(STYLE_IDS.map((style) => outcomes.declared[style]));
      }
      // What a refused change is answered with is an error to the console alone.
      expect(visit.errors.filter((error) => !/status of 409 /.test(error))).toEqual([]);
      expect(visit.foreignRequests).toEqual([]);
    },
  );

  it('keeps what was measured before beside what is measured now', { timeout: 2 * LIMIT_MS }, async () => {
    const page = await open('scenario=restaurant-list&client=granular');
    await runLive(page);
    await choose(page, 'Server', 'per-row');
    expect(await columnStates(page)).toEqual(Array(5).fill('empty'));
    await runLive(page);
    expect(await columnStates(page)).toEqual(Array(5).fill('measured'));
    await choose(page, 'Server', 'batched');
    expect(await columnStates(page)).toEqual(Array(5).fill('measured'));
  });

  it('is void, and not ranked, when one client gets it wrong', { timeout: LIMIT_MS }, async () => {
    const page = await open('scenario=restaurant-list&client=granular', (tab) => tab.addInitScript(misreadLevel1));
    await runLive(page);
    expect(await page.locator('.matrix-frame').getAttribute('data-void')).toBe('true');
    expect(await page.locator('.verdict').innerText()).toContain('Void:');
    expect(await page.locator('.best-dot').count()).toBe(0);
    const why = await page.getByRole('region', { name: 'Why it is void' }).innerText();
    expect(why).toContain('Level 1');
    expect(why).toContain('Misread');
    // What was measured is shown all the same.
    expect(await rowFigures(page, 'Exchanges')).toHaveLength(5);
  });

  it('shows each style by itself when one of them answers errors', { timeout: LIMIT_MS }, async () => {
    const page = await open('scenario=restaurant-list&client=granular');
    await page.route('**/graphql', (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }));
    await runLive(page);
    expect(await columnStates(page)).toEqual(['measured', 'measured', 'measured', 'measured', 'failed']);
    const column = await page.locator('td[data-state="failed"]').innerText();
    expect(column).toContain('Unexpected answer');
    expect(column).toContain('502');
    expect(column).toContain('log');
    expect(await page.locator('.verdict-answer').innerText()).toContain('round trip');
    await page.unroute('**/graphql');
    await runLive(page);
    expect(await columnStates(page)).toEqual(Array(5).fill('measured'));
  });

  it('can be stopped, keeps what it has, and can be run again', { timeout: 2 * LIMIT_MS }, async () => {
    const page = await open('scenario=order-history');
    await page.getByRole('button', { name: 'Run live' }).click();
    await untilRun(page, 3);
    expect(await columnStates(page)).toContain('running');
    await page.getByRole('button', { name: 'Stop' }).click();
    await untilDone(page);
    expect(await columnStates(page)).not.toContain('running');
    expect(await page.locator('td[data-state="failed"]').last().innerText()).toContain('Stopped');
    await choose(page, 'Scenario', 'restaurant-list');
    await choose(page, 'Client', 'granular');
    await runLive(page);
    expect(await columnStates(page)).toEqual(Array(5).fill('measured'));
  });

  it('says why nothing was run when nobody can be signed in', async () => {
    const page = await open('scenario=restaurant-list');
    await page.route('**/dev/token', (route) => route.fulfill({ status: 404, body: '' }));
    await page.getByRole('button', { name: 'Run live' }).click();
    await page.getByText('No token as').waitFor();
    await page.getByText('Demo personas are switched off here').waitFor();
    expect(await columnStates(page)).toEqual(Array(5).fill('empty'));
  });

  it('can be stopped while it waits for a token that never comes', async () => {
    const page = await open('scenario=restaurant-list');
    await page.route('**/dev/token', () => undefined);
    const asked = page.waitForRequest('**/dev/token');
    await page.getByRole('button', { name: 'Run live' }).click();
    await asked;
    await page.getByRole('button', { name: 'Stop' }).click();
    await untilDone(page);
    expect(await page.locator('.run-status .notice').count()).toBe(0);
    expect(await columnStates(page)).toEqual(Array(5).fill('empty'));
  });

  it('is done by keyboard alone', { timeout: LIMIT_MS }, async () => {
    const page = await open('scenario=restaurant-list');
    await tabTo(page, page.getByLabel('Client', { exact: true }));
    await page.keyboard.press('ArrowUp');
    await page.waitForURL(/client=granular/);
    const button = page.locator('.button-run');
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await untilDone(page);
    expect(await hasFocus(button)).toBe(true);
    expect(await columnStates(page)).toEqual(Array(5).fill('measured'));
    // One stop for the whole chart: from bar to bar one goes by arrows.
    await tabTo(page, page.locator('.waterfall .bar-row[tabindex="0"]'));
    const bar = page.locator('.waterfall-lane[data-style="rest-level-2"] .bar-row').first();
    await page.keyboard.press('Home');
    await pressUntilFocused(page, 'ArrowDown', bar);
    await page.keyboard.press('Enter');
    await page.waitForURL(/exchange=rest-level-2\.1/);
    expect(await page.locator('#payload').innerText()).toContain('GET /level2/');
  });

  describe('while the server is stopped', () => {
    it('says in each column what happened, and goes on', { timeout: LIMIT_MS }, async () => {
      const other = await startProduct();
      visit = await lab.visit('/compare?scenario=order-details&client=granular', { origin: other.origin });
      const { page } = visit;
      await page.getByRole('button', { name: 'Run live' }).click();
      await untilRun(page, 14);
      await other.stop();
      await untilDone(page);
      const states = await columnStates(page);
      for (const state of states) expect(['partial', 'failed']).toContain(state);
      expect(await page.locator('.matrix').innerText()).toMatch(/no answer/i);
      await page.getByText('Server unreachable').waitFor({ timeout: 30_000 });
      await choose(page, 'Client', 'composed');
      await choose(page, 'Scenario', 'order-history');
      expect(await columnStates(page)).toEqual(Array(5).fill('empty'));
      await page.getByRole('button', { name: 'Run live' }).click();
      await page.getByText('Look whether it still runs').first().waitFor();
    });
  });
});

/** In the page: a client of level 1 that shows another name than it was told. */
function misreadLevel1(): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (!String(input).includes('/level1/') || init?.method !== 'POST') return response;
    const text = await response.text();
    const misread = text.replace(/"name":"[^"]*"/, '"name":"Misread"');
    return new Response(misread, { status: response.status, headers: response.headers });
  };
}

async function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((found) => found === document.activeElement);
}

function tabTo(page: Page, element: Locator): Promise<void> {
  return pressUntilFocused(page, 'Tab', element);
}

async function pressUntilFocused(page: Page, key: string, element: Locator): Promise<void> {
  for (let presses = 0; !(await hasFocus(element)); presses += 1) {
    if (presses > 80) throw new Error(`${key} never reached ${String(element)}`);
    await page.keyboard.press(key);
  }
}
