import { AxeBuilder } from '@axe-core/playwright';
import { FIRST_CALLS } from '@rungs/clients';
import { describe, expect, it } from 'vitest';
import { startLab } from './lab.ts';
import { becomePersona, LOOKS, runFirstCall, styleOf, type Visit } from './visit.ts';

const STYLES = Object.keys(FIRST_CALLS) as readonly (keyof typeof FIRST_CALLS)[];
const NAMES = ['Level 0', 'Level 1', 'Level 2', 'Level 3', 'GraphQL'];
const PERSONAS = ['ann', 'bob', 'luigi', 'mei', 'dana', 'sam'];

describe('the page of first calls', () => {
  const lab = startLab();
  let visit: Visit;

  it('says what this is, where each API is, and that the server is ready', async () => {
    visit = await lab.visit('/start');
    const { page } = visit;
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('One service, five API styles');
    expect(await page.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(NAMES);
    for (const address of ['/level0', '/level1', '/level2', '/level3', '/graphql']) {
      expect(await page.locator('.style-address', { hasText: address }).count()).toBe(1);
    }
    await page.getByText('Server ready').waitFor();
    expect(await page.locator('.answer[data-state="empty"]').count()).toBe(STYLES.length);
    expect(await page.getByText('npm run compare -- order-details').isVisible()).toBe(true);
  });

  it.each(PERSONAS)('gets a token as %s and puts it into the commands', async (persona) => {
    visit = await lab.visit('/start');
    const { page } = visit;
    const command = styleOf(page, 'rest-level-2').locator('pre').first();
    expect(await command.textContent()).toContain('Bearer $TOKEN');
    await becomePersona(page, persona);
    expect(await command.textContent()).toMatch(/Bearer [\w-]+\.[\w-]+\.[\w-]+'/);
    expect(await page.getByRole('button', { pressed: true }).innerText()).toContain(persona);
  });

  it.each(STYLES)('runs the first call of %s and shows the order', async (style) => {
    visit = await lab.visit('/start');
    await becomePersona(visit.page, 'ann');
    const answer = await runFirstCall(visit.page, style, 'answered');
    expect(await answer.locator('.answer-body').innerText()).toContain('"PICKED_UP"');
    const [request, status, time] = await answer.getByRole('row').last().getByRole('cell').allInnerTexts();
    expect(request).toMatch(/^(GET|POST) \/(level\d|graphql)/);
    expect(status).toBe('200');
    expect(time).toMatch(/^\d+(\.\d)? ms$/);
    expect(visit.errors).toEqual([]);
    expect(visit.foreignRequests).toEqual([]);
  });

  it('runs all five, and finds level 3’s order by its entry point', async () => {
    visit = await lab.visit('/start');
    const { page } = visit;
    await becomePersona(page, 'dana');
    await page.getByRole('button', { name: 'Run all five' }).click();
    await page.locator('[data-style="graphql"] .answer[data-state="answered"]').waitFor();
    expect(await page.locator('.answer[data-state="answered"]').count()).toBe(STYLES.length);
    const requests = styleOf(page, 'rest-level-3').getByRole('table').getByRole('row');
    expect(await requests.allInnerTexts()).toEqual([
      expect.stringContaining('Request'),
      expect.stringMatching(/^GET \/level3\s/),
      expect.stringMatching(/^GET \/level3\/orders\/\S+\s/),
    ]);
    expect(visit.errors).toEqual([]);
    expect(visit.foreignRequests).toEqual([]);
  });

  it.each(STYLES)('shows how %s hides the order from bob, and says who may see it', async (style) => {
    visit = await lab.visit('/start');
    await becomePersona(visit.page, 'bob');
    const answer = await runFirstCall(visit.page, style, 'refused');
    expect(await answer.innerText()).toContain('order-not-found');
    expect(await answer.innerText()).toContain('Ask as ann, luigi, dana or sam');
  });

  it('forgets the answers of whoever asked before', async () => {
    visit = await lab.visit('/start');
    await becomePersona(visit.page, 'ann');
    await runFirstCall(visit.page, 'rest-level-0', 'answered');
    await becomePersona(visit.page, 'mei');
    expect(await visit.page.locator('.answer[data-state="empty"]').count()).toBe(STYLES.length);
  });

  it('asks a stranger to say who is asking', async () => {
    visit = await lab.visit('/start');
    const answer = await runFirstCall(visit.page, 'rest-level-1', 'refused');
    expect(await answer.innerText()).toContain('Choose who is asking above');
  });

  it('copies a command by keyboard and says so', async () => {
    visit = await lab.visit('/start');
    const { page } = visit;
    await becomePersona(page, 'ann');
    const section = styleOf(page, 'graphql');
    const button = section.getByRole('button', { name: 'Copy the first call of GraphQL' });
    await button.focus();
    await page.keyboard.press('Enter');
    await section.getByText('Copied', { exact: true }).first().waitFor();
    expect(await button.innerText()).toBe('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await section.locator('pre').first().textContent());
  });

  it('selects the command where the browser forbids the clipboard', async () => {
    visit = await lab.visit('/start', { permissions: [] });
    const { page } = visit;
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
    });
    await page.getByRole('button', { name: 'Copy the comparison' }).click();
    await page.getByRole('button', { name: 'Copy the comparison' }).getByText('Press Ctrl+C').waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toBe('npm run compare -- order-details');
  });

  it('is used by keyboard alone', async () => {
    visit = await lab.visit('/start');
    const { page } = visit;
    const focused = (): Promise<string> =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let presses = 0; !name.test(await focused()); presses += 1) {
        if (presses > 60) throw new Error(`Tab never reached ${name}`);
        await page.keyboard.press('Tab');
      }
    };
    await tabTo(/^ann /);
    await page.keyboard.press('Space');
    await page.getByText('You are ann until').waitFor();
    await tabTo(/^Run the first call of Level 0/);
    await page.keyboard.press('Enter');
    await styleOf(page, 'rest-level-0').locator('.answer[data-state="answered"]').waitFor();
    await tabTo(/^Answer of Level 0/);
  });

  it('says what happened and what to do when the server does not answer', async () => {
    visit = await lab.visit('/start');
    const { page } = visit;
    await page.route('**/level1/**', (route) => route.abort());
    await becomePersona(page, 'ann');
    const answer = await runFirstCall(page, 'rest-level-1', 'failed');
    expect(await answer.innerText()).toContain('The server did not answer.');
    expect(await answer.innerText()).toContain('npm start');
    // One failing style leaves the others standing.
    await runFirstCall(page, 'rest-level-2', 'answered');
    await page.unroute('**/level1/**');
    await runFirstCall(page, 'rest-level-1', 'answered');
  });

  it('says what happened and what to do when an answer is outside the contract', async () => {
    visit = await lab.visit('/start');
    await visit.page.route('**/graphql', (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }));
    const answer = await runFirstCall(visit.page, 'graphql', 'failed');
    expect(await answer.innerText()).toContain('502');
    expect(await answer.innerText()).toContain('Bad Gateway');
  });

  it('says why there is no token', async () => {
    visit = await lab.visit('/start');
    const { page } = visit;
    await page.route('**/dev/token', (route) => route.fulfill({ status: 404, body: '' }));
    await page.getByRole('button', { name: /^sam / }).click();
    await page.getByText('No token as sam.').waitFor();
    await page.getByText('Demo personas are switched off here').waitFor();
    await page.route('**/dev/token', (route) => route.abort());
    await page.getByRole('button', { name: /^sam / }).click();
    await page.getByText('Look whether it still runs').waitFor();
  });

  it.each([
    ['is not ready', { status: 503, body: '{}' }, 'Server not ready (503)'],
    ['is gone', undefined, 'Server unreachable'],
  ])('shows when the server %s', async (_when, answer, words) => {
    visit = await lab.visit('/start');
    const { page } = visit;
    await page.route('**/health/ready', (route) => (answer ? route.fulfill(answer) : route.abort()));
    await page.reload();
    await page.getByText(words).waitFor();
  });

  it('follows the system’s theme until one is chosen, and keeps that', async () => {
    visit = await lab.visit('/start', { colorScheme: 'dark' });
    const { page } = visit;
    const paper = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(await paper()).toBe('rgb(16, 19, 23)');
    await page.getByRole('button', { name: 'Use the light theme' }).click();
    expect(await paper()).toBe('rgb(252, 251, 248)');
    await page.reload();
    expect(await paper()).toBe('rgb(252, 251, 248)');
    await page.getByRole('button', { name: 'Use the dark theme' }).waitFor();
  });

  describe.each(LOOKS)('in %s at %d px', (colorScheme, width) => {
    it('has nothing that axe objects to and scrolls no way but down', async () => {
      visit = await lab.visit('/start', { colorScheme, viewport: { width, height: 800 } });
      const { page } = visit;
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await runFirstCall(page, 'rest-level-1', 'refused');
      await becomePersona(page, 'ann');
      for (const style of STYLES) await runFirstCall(page, style, 'answered');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  });
});
