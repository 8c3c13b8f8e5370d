// `npm run screenshots`: pictures of the built product's pages for documents, taken anew. The answer and the comparison
// are shown from the recorded sample, so that they say the same wherever the pictures are taken.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { startProduct } from './product.ts';
import { becomePersona, runFirstCall, visitLab } from './visit.ts';

const TARGET = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));

const WIDE = { colorScheme: 'light', width: 1280, height: 800, deviceScaleFactor: 1, fullPage: true } as const;
const DARK = { ...WIDE, colorScheme: 'dark' } as const;
const NARROW = { ...WIDE, width: 375, height: 1480, deviceScaleFactor: 2, fullPage: false } as const;

const COMPARE = '/compare?scenario=order-details&exchange=rest-level-2.1';

async function figuresShown(page: Page): Promise<void> {
  await page.locator('.matrix .quantity').first().waitFor();
}

async function operationsShown(page: Page): Promise<void> {
  await page.locator('.opblock').first().waitFor();
}

async function orderAsked(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'An order and all that belongs to it' }).click();
  await page.getByText('You are ann until').waitFor();
  await page.locator('.graphiql-query-editor').getByText('OrderDetails').waitFor();
  await page.getByRole('button', { name: 'Execute query' }).click();
  await page.locator('.graphiql-response').getByText('PICKED_UP').first().waitFor();
}

async function firstCallRun(page: Page): Promise<void> {
  await becomePersona(page, 'ann');
  await runFirstCall(page, 'rest-level-3', 'answered');
}

const PICTURES = [
  { name: 'home-wide', path: '/', prepare: figuresShown, ...WIDE },
  { name: 'home-dark', path: '/', prepare: figuresShown, ...DARK },
  { name: 'home-375', path: '/', prepare: figuresShown, ...NARROW },
  { name: 'compare-wide', path: COMPARE, prepare: figuresShown, ...WIDE },
  { name: 'compare-dark', path: COMPARE, prepare: figuresShown, ...DARK },
  { name: 'compare-375', path: COMPARE, prepare: figuresShown, ...NARROW },
  { name: 'reference-wide', path: '/reference', prepare: operationsShown, ...WIDE, fullPage: false },
  { name: 'graphql-wide', path: '/explore/graphql', prepare: orderAsked, ...WIDE },
  { name: 'graphql-dark', path: '/explore/graphql', prepare: orderAsked, ...DARK },
  { name: 'graphql-375', path: '/explore/graphql', prepare: orderAsked, ...NARROW, fullPage: true },
  { name: 'start-wide', path: '/start', prepare: firstCallRun, ...WIDE },
] as const;

await mkdir(TARGET, { recursive: true });
// The port that readers will see in their own commands.
const product = await startProduct({ port: 3000 });
const browser = await launchBrowser();
try {
  for (const { name, path, prepare, width, height, fullPage, ...options } of PICTURES) {
    const visit = await visitLab(browser, product.origin, path, { viewport: { width, height }, ...options });
    await visit.page.getByText('Server ready').waitFor();
    await prepare(visit.page);
    // Whatever was clicked last is not to look as if it were being pressed.
    await visit.page.mouse.move(0, 0);
    await visit.page.evaluate('window.scrollTo(0, 0)');
    await visit.page.screenshot({ path: `${TARGET}${name}.png`, fullPage });
    await visit.close();
    console.log(`docs/screenshots/${name}.png`);
  }
} finally {
  await browser.close();
  await product.stop();
}
