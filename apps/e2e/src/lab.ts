import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startProduct, type Product } from './product.ts';
import { visitLab, type Visit, type VisitOptions } from './visit.ts';

/** The product and a browser, for the tests of one `describe`. */
export interface Lab {
  /** `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** Opens a page as somebody who was never here, of another product where its origin is given; ends with the test. */
  visit(path: string, options?: VisitOptions & { readonly origin?: string }): Promise<Visit>;
}

/** Starts both before the tests of the `describe` around it, and ends them afterwards. */
export function startLab(): Lab {
  let product: Product;
  let browser: Browser;
  let visits: Visit[] = [];
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  });
  afterEach(async () => {
    const ended = visits;
    visits = [];
    await Promise.all(ended.map((visit) => visit.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  return {
    get origin() {
      return product.origin;
    },
    async visit(path, { origin = product.origin, ...options } = {}) {
      const visit = await visitLab(browser, origin, path, options);
      visits.push(visit);
      return visit;
    },
  };
}
