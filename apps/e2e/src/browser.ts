import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { isPackaged, packagedChromium, type Chromium } from './packaged-chromium.ts';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

// Nothing that phones home: a journey asserts that no request leaves the origin. Web security stays on.
const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A headless Chromium with a new, temporary profile. Close it when done. */
export async function launchBrowser(found?: Chromium): Promise<Browser> {
  const { executablePath, environment } = found ?? (await findChromium());
  const launch = (chromiumSandbox: boolean): Promise<Browser> =>
    chromium.launch({
      executablePath,
      headless: true,
      chromiumSandbox,
      args: QUIET,
      env: { ...definedOnly(process.env), ...environment },
    });
  // Chromium refuses to sandbox as root.
  if (process.geteuid?.() === 0) return await launch(false);
  try {
    return await launch(true);
  } catch (error) {
    // Containers and some distributions give no user namespaces to build a sandbox from; the pages are our own.
    if (!/sandbox|namespace/i.test(String(error))) throw error;
    return await launch(false);
  }
}

/** @throws Error that says what to install, where there is no Chromium */
export async function findChromium(): Promise<Chromium> {
  const given = process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
  if (given) {
    if (!existsSync(given)) throw new Error(`PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH names ${given}, which is not there.`);
    return { executablePath: given, environment: {} };
  }
  if (isPackaged()) return await packagedChromium();
  if (existsSync(SYSTEM_CHROMIUM)) return { executablePath: SYSTEM_CHROMIUM, environment: {} };
  throw new Error(
    `The browser journeys need Chromium, and npm carries none for ${process.platform} ${process.arch}: install ` +
      `Chromium or Chrome and set PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH to its executable.`,
  );
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
