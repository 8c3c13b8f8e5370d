import { readFile } from 'node:fs/promises';
import { EXPORT_FORMATS, exportComparison, exportFileName, type Comparison } from '@rungs/measure';
import { SCENARIOS } from '@rungs/scenarios';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { choose, columnStates, figuresOf, rowFigures } from './comparison-page.ts';
import { startLab } from './lab.ts';
import type { Visit } from './visit.ts';

const SELECTS = ['Scenario', 'Visit', 'Client', 'Server', 'Baseline', 'As'];

describe('the compare page', () => {
  const lab = startLab();
  let visit: Visit;
  let sample: Comparison;

  beforeAll(async () => {
    sample = (await (await fetch(`${lab.origin}/sample-run.json`)).json()) as Comparison;
  });

  async function open(query = ''): Promise<Page> {
    visit = await lab.visit(`/compare${query}`);
    await visit.page.locator('.matrix').waitFor();
    return visit.page;
  }

  it('shows each way of asking that was measured, and says which client stands in for which', async () => {
    const page = await open();
    for (const [client, server] of [
      ['purpose-built', 'one-statement'],
      ['granular', 'per-row'],
    ] as const) {
      await choose(page, 'Client', client);
      await choose(page, 'Server', server);
      const expected = figuresOf(sample, 'SQL statements', { client, server, visit: 'first' });
      expect(await rowFigures(page, 'SQL statements')).toEqual(expected.map(String));
    }
    await choose(page, 'Client', 'composed');
    expect(await page.locator('th[data-style="rest-level-1"]').innerText()).toContain('asks granular');
    const reason = sample.cells.find(({ style, client }) => style === 'rest-level-1' && client === 'composed');
    expect(reason?.outcome).toBe('not-applicable');
    const notes = await page.locator('.stand-ins').innerText();
    expect(notes).toContain(reason?.outcome === 'not-applicable' ? reason.reason : 'its reason');
  });

  it('shows the others in multiples of the baseline', async () => {
    const page = await open('?baseline=rest-level-2');
    const figures = figuresOf(sample, 'Exchanges');
    const times = figures.map((figure) => `×${(figure / (figures[2] ?? NaN)).toFixed(1)}`);
    const row = page.locator('.matrix tbody tr').nth(1);
    expect(await row.locator('.matrix-beside').allInnerTexts()).toEqual(times.filter((_text, index) => index !== 2));
  });

  it('restores everything from the link that it shares', async () => {
    const page = await open();
    await choose(page, 'Client', 'granular');
    await choose(page, 'Server', 'per-row');
    await choose(page, 'Visit', 'second');
    await choose(page, 'Baseline', 'graphql');
    await choose(page, 'As', 'sam');
    await choose(page, 'As', 'ann');
    await page.locator('.waterfall-lane[data-style="rest-level-2"] .bar-row').last().click();
    await page.waitForURL(/exchange=rest-level-2\.\d/);
    await page.getByRole('button', { name: /^Share/ }).click();
    await page.getByText('Copied', { exact: true }).first().waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const before = await shownOn(page);
    await visit.close();
    visit = await lab.visit(link.slice(lab.origin.length));
    await visit.page.locator('.matrix').waitFor();
    expect(await shownOn(visit.page)).toEqual(before);
  });

  it('goes back to what was looked at before', async () => {
    const page = await open();
    await choose(page, 'Client', 'granular');
    await choose(page, 'Scenario', 'poll-order');
    await page.goBack();
    expect(await page.getByLabel('Scenario', { exact: true }).inputValue()).toBe('order-details');
    expect(await page.getByLabel('Client', { exact: true }).inputValue()).toBe('granular');
  });

  it.each([
    ['scenario=order-detial', 'There is no scenario “order-detial”: Order details is shown instead.'],
    ['client=clever', 'There is no client “clever”: composed is shown instead.'],
    ['server=cached', 'There is no server “cached”: batched is shown instead.'],
    ['visit=third', 'There is no visit “third”: first is shown instead.'],
    ['network=5g', 'There is no network “5g”: localhost is shown instead.'],
    ['as=mallory', 'Order details cannot be asked for as “mallory”: it is asked for as ann instead.'],
    ['baseline=soap', 'There is no baseline “soap”: none is set.'],
    ['exchange=graphql', 'There is no exchange “graphql”: another is shown instead.'],
    ['exchange=graphql.99', 'There is no exchange 99 of GraphQL, only 1: another is shown instead.'],
    ['scenario=%3Cscript%3E', 'There is no scenario “<script>”: Order details is shown instead.'],
  ])('that a broken link leads to (%s) says what is wrong with it, and goes on', async (query, notice) => {
    const page = await open(`?${query}`);
    await page.locator('.notices').getByText(notice).waitFor();
    expect(await rowFigures(page, 'Exchanges')).toEqual(figuresOf(sample, 'Exchanges').map(String));
    await choose(page, 'Client', 'granular');
    await page.locator('.notices .notice').waitFor({ state: 'detached' });
    expect(visit.errors).toEqual([]);
  });

  it('says what has not been run, and what does not exist', async () => {
    const { secondVisit } = SCENARIOS['cancel-refused'];
    if (secondVisit === true) throw new Error('It can be visited again by now.');
    const page = await open('?scenario=cancel-refused&client=granular&visit=second');
    expect(await columnStates(page)).toEqual(Array(5).fill('not-applicable'));
    expect(await page.locator('.matrix-state').first().innerText()).toContain(secondVisit.notApplicable);
    expect(await page.locator('.verdict-answer').innerText()).toContain(
      `no second visit: ${secondVisit.notApplicable}`,
    );
    // The same reason for those who could not ask like this anyway.
    await choose(page, 'Client', 'composed');
    expect(await page.locator('.matrix-state').last().innerText()).toContain(secondVisit.notApplicable);
    await choose(page, 'Visit', 'first');
    expect(await columnStates(page)).toEqual(Array(5).fill('empty'));
    await page.getByText(`${SCENARIOS['cancel-refused'].title} has not been run yet`).waitFor();
  });

  it.each(EXPORT_FORMATS)('exports what it shows as %s', async (format) => {
    const page = await open();
    await page.getByText('Export', { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.export-formats button').nth(EXPORT_FORMATS.indexOf(format)).click(),
    ]);
    expect(download.suggestedFilename()).toBe(exportFileName(sample, format));
    expect(await readFile(await download.path(), 'utf8')).toBe(exportComparison(sample, format));
  });
});

/** Everything that a link has to restore. */
async function shownOn(page: Page): Promise<unknown> {
  const chosen = await Promise.all(SELECTS.map((label) => page.getByLabel(label, { exact: true }).inputValue()));
  const matrix = await page.locator('.matrix').innerText();
  const picked = await page.locator('#payload').innerText();
  return { chosen, matrix, picked };
}
