import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { startLab } from './lab.ts';
import { becomePersona, LOOKS, type Visit, type VisitOptions } from './visit.ts';

describe('the reference of level 2', () => {
  const lab = startLab();
  let visit: Visit;
  afterEach(() => {
    expect(visit.foreignRequests).toEqual([]);
  });

  async function open(options: VisitOptions = {}): Promise<Page> {
    visit = await lab.visit('/reference', options);
    await visit.page.locator('.opblock').first().waitFor();
    return visit.page;
  }

  it('lists every operation of the document, QUERY included, but for HEAD and OPTIONS, which are everywhere', async () => {
    const page = await open();
    const document = (await (await fetch(`${lab.origin}/level2/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    const methods = ['get', 'put', 'post', 'delete', 'patch', 'query'];
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((key) => methods.includes(key))
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    const shown = await page.locator('.opblock-summary').evaluateAll((summaries) =>
      summaries.map((summary) => {
        const textOf = (of: string): string => summary.querySelector(of)?.textContent ?? '';
        return `${textOf('.opblock-summary-method')} ${textOf('.opblock-summary-path').replaceAll('\u200b', '')}`;
      }),
    );
    expect(shown.toSorted()).toEqual(described.toSorted());
    expect(shown.some((line) => line.startsWith('QUERY '))).toBe(true);
    expect(visit.errors).toEqual([]);
  });

  it('sends a request as who was chosen, and shows the answer', async () => {
    const page = await open();
    const operation = page.locator('.opblock', { hasText: 'Read a bill' });
    await operation.locator('.opblock-summary-control').click();
    const execute = operation.getByRole('button', { name: 'Execute' });
    const status = operation.locator('.live-responses-table .response-col_status');
    await becomePersona(page, 'ann');
    await execute.click();
    await status.last().waitFor();
    expect(await status.last().innerText()).toContain('200');
  });

  it('leaves no colours of its own to the pages that follow', async () => {
    const page = await open({ colorScheme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const here = await background();
    await page.getByRole('link', { name: 'Method' }).click();
    await page.locator('.prose').waitFor();
    expect([await background(), await page.locator('html.dark-mode').count()]).toEqual([here, 0]);
  });

  it('says what happened when there is no document to show', async () => {
    visit = await lab.visit('/reference', {
      beforehand: (page) => page.route('**/level2/openapi.json', (route) => route.abort()),
    });
    await visit.page.getByText('The server did not answer. Look whether').waitFor();
    // The browser itself says so, too.
    expect(visit.errors.every((error) => error.includes('net::ERR_FAILED'))).toBe(true);
  });

  it.each(LOOKS)(
    'has nothing that axe objects to in %s at %d px, and scrolls no way but down',
    async (colorScheme, width) => {
      const page = await open({ colorScheme, viewport: { width, height: 800 } });
      const opened = page.locator('.opblock', { hasText: 'Read a bill' });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await opened.locator('.opblock-summary-control').click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    },
  );
});
