import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page of a visitor of its own, and what went on in it. */
export interface Visit {
  readonly page: Page;
  /** What the console called an error, and what was thrown and not caught. */
  readonly errors: readonly string[];
  /** Requests to anywhere but the product. */
  readonly foreignRequests: readonly string[];
  close(): Promise<void>;
}

/** What is to be done before anything of the page is loaded. */
export type Beforehand = (page: Page) => Promise<unknown>;

/** Every page is looked at in these: theme, and width in CSS pixels. */
export const LOOKS = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 375],
  ['dark', 375],
] as const;

export type VisitOptions = BrowserContextOptions & { readonly beforehand?: Beforehand };

/** Opens one of the lab's pages as somebody who was never here, and keeps watch. */
export async function visitLab(
  browser: Browser,
  origin: string,
  path: string,
  { beforehand, ...options }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    colorScheme: 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const foreignRequests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== 'data:') foreignRequests.push(request.url());
  });
  await beforehand?.(page);
  await page.goto(`${origin}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, errors, foreignRequests, close: () => context.close() };
}

/** Chooses who asks, by the page's own buttons. */
export async function becomePersona(page: Page, persona: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${persona} `) }).click();
  await page.getByText(`You are ${persona} until`).waitFor();
}

/** One style's part of the page. */
export function styleOf(page: Page, style: string) {
  return page.locator(`section[data-style="${style}"]`);
}

/** Runs a style's first call in the page and waits for how it ends. */
export async function runFirstCall(page: Page, style: string, ends: 'answered' | 'refused' | 'failed') {
  const section = styleOf(page, style);
  await section.getByRole('button', { name: /^Run the first call/ }).click();
  const answer = section.locator(`.answer[data-state="${ends}"]`);
  await answer.waitFor();
  return answer;
}
