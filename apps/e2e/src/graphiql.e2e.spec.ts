import { AxeBuilder } from '@axe-core/playwright';
import { GRAPHQL_EXAMPLES, type GraphqlExample } from '@rungs/clients';
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { startLab } from './lab.ts';
import { startProduct } from './product.ts';
import { becomePersona, LOOKS, type Visit, type VisitOptions } from './visit.ts';

const PATH = '/explore/graphql';
const ORDER_DETAILS = exampleCalled('An order and all that belongs to it');
const RESTAURANTS = exampleCalled('Restaurants and their menus');

describe('GraphiQL in the lab', () => {
  const lab = startLab();
  let visit: Visit;
  /** As text: of every operation that was sent, but for the schema's own. */
  let sent: { readonly authorization: string | undefined; readonly body: string }[];
  afterEach(() => {
    expect(visit.foreignRequests).toEqual([]);
  });

  async function open(path = PATH, options: VisitOptions = {}): Promise<Page> {
    sent = [];
    visit = await lab.visit(path, {
      ...options,
      beforehand: async (page) => {
        // On a plane: whatever is asked of anybody else fails.
        await page.route(
          (url) => url.origin !== lab.origin,
          (route) => route.abort(),
        );
        page.on('request', (request) => {
          const body = request.postData() ?? '';
          if (request.url() !== `${lab.origin}/graphql` || body.includes('IntrospectionQuery')) return;
          sent.push({ authorization: request.headers()['authorization'], body });
        });
        await options.beforehand?.(page);
      },
    });
    await written(visit.page).locator('.view-line').first().waitFor();
    return visit.page;
  }

  const written = (page: Page): Locator => page.locator('.graphiql-query-editor .graphiql-editor');
  const answer = (page: Page): Locator => page.locator('.graphiql-response .view-lines');
  /** Waits for it, and says what stands there instead. */
  async function answered(page: Page, text: string): Promise<void> {
    try {
      await answer(page).getByText(text).first().waitFor();
    } catch (error) {
      throw new Error(`The answer is: ${await answer(page).innerText()}`, { cause: error });
    }
  }
  const run = (page: Page): Promise<void> => page.getByRole('button', { name: 'Execute query' }).click();

  async function choose(page: Page, example: GraphqlExample): Promise<void> {
    await page.getByRole('link', { name: example.title }).click();
    await written(page)
      .getByText(/^(?:query|mutation|subscription) (\w+)/.exec(example.query)?.[1] ?? '')
      .waitFor();
    if (example.as !== undefined) await page.getByText(`You are ${example.as} until`).waitFor();
  }

  it('asks as who was chosen, and shows the answer', async () => {
    const page = await open();
    await choose(page, ORDER_DETAILS);
    await run(page);
    await answered(page, 'PICKED_UP');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.authorization).toMatch(/^Bearer ey/);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ operationName: 'OrderDetails' });
    await becomePersona(page, 'bob');
    await run(page);
    await answered(page, 'null');
    expect(new Set(sent.map(({ authorization }) => authorization)).size).toBe(2);
    expect(visit.errors).toEqual([]);
  });

  it('sends what was chosen, however soon it is run', async () => {
    const page = await open();
    await page.evaluate(
      (chosen) => {
        const named = (selector: string, name: string): HTMLElement | undefined =>
          [...document.querySelectorAll<HTMLElement>(selector)].find((one) =>
            (one.ariaLabel ?? one.textContent ?? '').includes(name),
          );
        const execute = named('button', 'Execute query');
        const editor = document.querySelector('.graphiql-query-editor .view-lines');
        // As soon as it is in the editor, before the editor has looked at it.
        new MutationObserver((_changes, observer) => {
          if (!editor?.textContent?.includes(chosen.operation)) return;
          observer.disconnect();
          execute?.click();
        }).observe(editor!, { subtree: true, childList: true, characterData: true });
        named('a', chosen.title)?.click();
      },
      { title: ORDER_DETAILS.title, operation: 'OrderDetails' },
    );
    await answered(page, 'PICKED_UP');
    expect(sent.map(({ body }) => JSON.parse(body))).toMatchObject([{ operationName: 'OrderDetails' }]);
  });

  it('shows the error where nobody asks for what nobody may see', async () => {
    const { query, variables } = ORDER_DETAILS;
    const link = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const page = await open(`${PATH}?${link}`);
    await run(page);
    await answered(page, 'UNAUTHENTICATED');
    expect(sent.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it('waits for the token of whoever a link names before it sends anything', async () => {
    const page = await open(`${PATH}?as=ann`, {
      beforehand: (early) =>
        early.route('**/dev/token', async (route) => {
          await early.getByRole('button', { name: 'Execute query' }).click();
          await route.continue();
        }),
    });
    await answered(page, '"data"');
    expect(sent[0]?.authorization).toMatch(/^Bearer ey/);
  });

  it('sends the field of authorization that somebody wrote instead of the token', async () => {
    const page = await open();
    await choose(page, ORDER_DETAILS);
    await page.getByRole('button', { name: 'Headers' }).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden)').click();
    await page.keyboard.insertText('{ "Authorization": "Bearer my-own" }');
    await run(page);
    await answered(page, 'UNAUTHENTICATED');
    expect(sent.at(-1)?.authorization).toBe('Bearer my-own');
  });

  it('keeps what is written in the address: a link restores it, and Back brings what an example took the place of', async () => {
    const page = await open();
    await written(page).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('query Mine { viewer { __typename } }');
    await page.waitForURL(/query\+Mine/);
    const link = page.url();
    await choose(page, RESTAURANTS);
    await page.goBack();
    await written(page).getByText('Mine').waitFor();
    await visit.close();
    const restored = await open(link.slice(lab.origin.length));
    await run(restored);
    await answered(restored, '__typename');
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ query: 'query Mine { viewer { __typename } }' });
    await restored.getByRole('button', { name: 'Share by a link' }).click();
    expect(await restored.evaluate(() => navigator.clipboard.readText())).toContain('query+Mine');
  });

  it('is where a browser comes to that asks /graphql for a page', async () => {
    const { query } = RESTAURANTS;
    const page = await open(`/graphql?${new URLSearchParams({ query, variables: '{"near":{"lat":41,"lon":12}}' })}`);
    expect(new URL(page.url()).pathname).toBe(PATH);
    await written(page).getByText('NearestRestaurants').waitFor();
    await run(page);
    await answered(page, 'restaurants');
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ query, variables: { near: { lat: 41, lon: 12 } } });
  });

  it('documents the schema, completes what is written and says what is wrong, from its own origin alone', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.locator('.graphiql-doc-explorer').getByRole('link', { name: 'Query', exact: true }).click();
    await page.locator('.graphiql-doc-explorer').getByRole('link', { name: 'orderHistory', exact: true }).waitFor();
    await written(page).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('{ nothing }');
    await page.locator('.squiggly-error').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('{ restau');
    await page.locator('.suggest-widget').getByText('restaurants').first().waitFor();
    expect(visit.errors).toEqual([]);
  });

  it('follows an order by subscription, with the token, until it is stopped', async () => {
    const page = await open();
    await choose(page, exampleCalled('Follow an order as it goes on'));
    const opened = page.waitForEvent('websocket');
    await run(page);
    await answered(page, 'PICKED_UP');
    const socket = await opened;
    expect(socket.url()).toBe(`${lab.origin.replace('http', 'ws')}/graphql`);
    const closed = socket.waitForEvent('close');
    await page.getByRole('button', { name: 'Stop query' }).click();
    await closed;
    expect(visit.errors).toEqual([]);
  });

  it('says in words that nobody is there, and why a socket was closed', async () => {
    const page = await open();
    await choose(page, exampleCalled('Follow an order as it goes on'));
    await page.getByRole('button', { name: 'Headers' }).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden)').click();
    await page.keyboard.insertText('{ "Authorization": "Bearer my-own" }');
    await run(page);
    await answered(page, 'The socket was closed (4403).');
    await visit.close();

    const ended = await startProduct();
    visit = await lab.visit(PATH, { origin: ended.origin });
    await choose(visit.page, exampleCalled('Follow an order as it goes on'));
    await ended.stop();
    await run(visit.page);
    await answered(visit.page, 'The server did not answer.');
    await choose(visit.page, RESTAURANTS);
    await answer(visit.page).getByText('The server did not answer.').waitFor({ state: 'detached' });
    await run(visit.page);
    await answered(visit.page, 'The server did not answer.');
    expect(await answer(visit.page).innerText()).not.toContain('stack');
  });

  it('runs by keyboard', async () => {
    const page = await open();
    await written(page).locator('textarea').focus();
    await page.keyboard.press('Control+Enter');
    await answered(page, '"data"');
    expect(sent).toHaveLength(1);
  });

  it('leaves no colours of its own to the pages that follow', async () => {
    const page = await open(PATH, { colorScheme: 'dark' });
    await page.locator('body.graphiql-dark').waitFor();
    await page.getByRole('link', { name: 'Method' }).click();
    await page.locator('.prose').waitFor();
    expect(await page.locator('body[class*="graphiql"]').count()).toBe(0);
  });

  it.each(LOOKS)(
    'has nothing that axe objects to in %s at %d px, and scrolls no way but down',
    async (colorScheme, width) => {
      const page = await open(PATH, { colorScheme, viewport: { width, height: 800 } });
      await choose(page, ORDER_DETAILS);
      await run(page);
      await answered(page, 'PICKED_UP');
      await expectNothingWrong(page, width);
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await page.locator('.graphiql-doc-explorer').getByRole('link', { name: 'Query', exact: true }).click();
      await expectNothingWrong(page, width);
    },
  );

  async function expectNothingWrong(page: Page, width: number): Promise<void> {
    // GraphiQL's own: a tab holds the button that it is chosen by, and it takes no other markup.
    const found = await new AxeBuilder({ page }).exclude('.graphiql-tab').analyze();
    expect(found.violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const editor = await written(page).boundingBox();
    expect(editor?.width).toBeGreaterThan(150);
    expect(editor?.height).toBeGreaterThan(100);
  }
});

function exampleCalled(title: string): GraphqlExample {
  const example = GRAPHQL_EXAMPLES.find((one) => one.title === title);
  if (!example) throw new Error(`There is no example "${title}".`);
  return example;
}
