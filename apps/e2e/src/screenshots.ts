// `npm run screenshots`: pictures of the built product's pages for documents, taken anew.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.ts';
import { startProduct } from './product.ts';
import { becomePersona, runFirstCall, visitLab } from './visit.ts';

const TARGET = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));

const PICTURES = [
  { name: 'home-wide', colorScheme: 'light', width: 1280, height: 900, deviceScaleFactor: 1, fullPage: true },
  { name: 'home-dark', colorScheme: 'dark', width: 1280, height: 900, deviceScaleFactor: 1, fullPage: true },
  { name: 'home-375', colorScheme: 'light', width: 375, height: 1480, deviceScaleFactor: 2, fullPage: false },
] as const;

await mkdir(TARGET, { recursive: true });
// The port that readers will see in their own commands.
const product = await startProduct({ port: 3000 });
const browser = await launchBrowser();
try {
  for (const { name, width, height, fullPage, ...options } of PICTURES) {
    const visit = await visitLab(browser, product.origin, { viewport: { width, height }, ...options });
    await becomePersona(visit.page, 'ann');
    await runFirstCall(visit.page, 'rest-level-3', 'answered');
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
