import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { runLive } from './comparison-page.ts';
import { startLab } from './lab.ts';
import { LOOKS } from './visit.ts';

describe.each(LOOKS)('in %s at %d px', (colorScheme, width) => {
  const lab = startLab();

  async function open(path: string): Promise<Page> {
    return (await lab.visit(path, { colorScheme, viewport: { width, height: 800 } })).page;
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
