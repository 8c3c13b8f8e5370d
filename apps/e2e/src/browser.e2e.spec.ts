import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { isPackaged, missingLibraries, packagedChromium } from './packaged-chromium.ts';

describe('the browser of the journeys', () => {
  afterEach(() => {
    delete process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
  });

  it('renders a page, and keeps it from reading another origin', async () => {
    const other = createServer((_request, response) => response.end('<title>read</title>')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`http://localhost:${port}/`);
      expect(await page.title()).toBe('read');
      // localhost and 127.0.0.1 are two origins, and this server lets no other read it.
      const url = `http://127.0.0.1:${port}/`;
      const answer = await page.evaluate(
        (to) =>
          fetch(to).then(
            () => 'read',
            () => 'refused',
          ),
        url,
      );
      expect(answer).toBe('refused');
    } finally {
      await browser.close();
      other.close();
    }
  });

  it('says so when the executable that was named is not there', async () => {
    process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'] = '/nowhere/chromium';
    await expect(launchBrowser()).rejects.toThrow('PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH names /nowhere/chromium');
  });

  // Where npm carries no Chromium there are no packed libraries either.
  describe.each(isPackaged() ? ['packed'] : [])('on the libraries %s with it', () => {
    it('starts where the machine lacks them', async () => {
      const packed = await packagedChromium({ libraries: 'packed' });
      expect(packed.environment['LD_LIBRARY_PATH']).toMatch(/al2023\/lib/);
      expect(await missingLibraries(packed.executablePath, packed.environment)).toEqual([]);
      const browser = await launchBrowser(packed);
      expect(browser.version()).toMatch(/^\d+\./);
      await browser.close();
    });
  });
});
