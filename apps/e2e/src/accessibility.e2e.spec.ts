import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { runLive } from './comparison-page.ts';
import { startProduct, type Product } from './product.ts';
import { visitLab, type Visit } from './visit.ts';

describe.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 375],
  ['dark', 375],
] as const)('in %s at %d px', (colorScheme, width) => {
  let product: Product;
  let browser: Browser;
  let visit: Visit;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  afterEach(async () => {
    await visit?.close();
  });

  async function open(path: string): Promise<Page> {
    visit = await visitLab(browser, product.origin, path, { colorScheme, viewport: { width, height: 800 } });
    return visit.page;
  }

  async function expectNothingWrong(page: Page): Promise<void> {
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }

  it.each(['/', '/compare', '/method'])(
    '%s has nothing that axe objects to and scrolls no way but down',
    async (path) => {
      const page = await open(path);
      if (path !== '/method') await page.locator('.matrix').waitFor();
      await expectNothingWrong(page);
    },
  );

  it('nor has the compare page before, while and after something is run', { timeout: 180_000 }, async () => {
    const page = await open('/compare?scenario=order-dishes&client=clever&baseline=rest-level-2');
    await expectNothingWrong(page);
    await page.getByText('Export', { exact: true }).click();
    await expectNothingWrong(page);
    await page.route('**/level1/**', (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }));
    await runLive(page);
    await expectNothingWrong(page);
  });
});
