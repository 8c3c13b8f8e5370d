import { METRICS } from '@rungs/measure';
import type { OrderDetailsScreen, RunProgram } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { aStyle, ESCAPE, NOT_OFFERED, rungs, SCREEN, twoCalls } from '../product.fake.ts';

const oneCall: RunProgram<unknown, OrderDetailsScreen> = async ({ asking, baseUrl, accessToken }) => {
  const init = { headers: { authorization: `Bearer ${accessToken}` } };
  await asking.fetch('screen', [], `${baseUrl}/screen`, init);
  return SCREEN;
};

const STYLES = [
  aStyle('rest-level-2', { 'order-details': { granular: twoCalls(SCREEN) } }),
  aStyle('graphql', { 'order-details': { granular: twoCalls(SCREEN), composed: oneCall } }),
];
const COMPARE = ['compare', 'order-details', '--repeats', '1', '--quiet'];

const widest = (text: string) => Math.max(...text.split('\n').map(({ length }) => length));

describe('the table of a comparison', () => {
  it('marks the best of each ranked column, and no times', async () => {
    const { out, words } = await rungs(COMPARE, STYLES);
    expect(out).toMatch(/^Level 2 +granular +2 +2 +200 +1,000 +• \d+ +2 +4\.0 /m);
    expect(out).toMatch(/^GraphQL +granular +2 +2 +200 +1,000 +• \d+ +2 +4\.0 /m);
    expect(out).toMatch(/^GraphQL +composed +• 1 +• 1 +• 100 +• 500 +\d+ +• 1 +2\.0 /m);
    expect(words).toContain('• the best of its column among those that are served alike.');
  });

  it('shows every metric that there are figures for, wherever its output may be as wide as it likes', async () => {
    const { out } = await rungs([...COMPARE, '--visit', 'all'], STYLES);
    const head = out.split('\n').slice(2, 4).join(' ');
    const absent = METRICS.filter(({ short }) => !short.split(' ').every((word) => head.includes(word)));
    // Nothing happens meanwhile in this scenario.
    expect(absent.map(({ id }) => id)).toEqual(['noticedMs']);
  });

  it('leaves columns out where a terminal is narrow, and says which', async () => {
    const { out, words } = await rungs(COMPARE, STYLES, { columns: 70 });
    expect(widest(out)).toBeLessThanOrEqual(70);
    expect(out).not.toMatch(/^Style.*Elapsed/m);
    expect(out).toMatch(/^Style.*Round/m);
    expect(words).toContain('No room for: Exchanges, Time on localhost, Actions told, Known beforehand. ');
    expect((await rungs(COMPARE, STYLES, { columns: 200 })).words).not.toContain('No room for');
  });

  it('says why a cell does not exist once, however many ways of serving were asked for', async () => {
    const { out } = await rungs([...COMPARE, '--server', 'all', '--client', 'composed'], STYLES);
    expect(out.match(new RegExp(`^Level 2 +composed +– ${NOT_OFFERED}$`, 'gm'))).toHaveLength(1);
    expect(out.match(/^GraphQL +composed /gm)).toHaveLength(3);
  });

  it('shows no colour where none is wanted, and a bar in the style’s colour where it is', async () => {
    const at = async (colourDepth: number) => (await rungs(COMPARE, STYLES, { colourDepth })).out;
    expect(await at(1)).not.toContain(ESCAPE);
    expect(await at(4)).not.toContain(ESCAPE);
    expect(await at(8)).toContain(`${ESCAPE}38;5;132m▌${ESCAPE}39mGraphQL`);
    expect(await at(24)).toContain(`${ESCAPE}38;2;0;133;95m▌${ESCAPE}39mLevel 2`);
  });

  it('stands as straight in colour as without', async () => {
    const coloured = (await rungs(COMPARE, STYLES, { colourDepth: 24 })).out;
    const rows = coloured.split('\n').filter((line) => line.includes('▌'));
    // eslint-disable-next-line no-control-regex -- what a terminal does not show
    const shown = rows.map((row) => row.replaceAll(/\u001b\[[\d;]*m/g, ''));
    const places = shown.map((row) => row.search(/granular|composed|purpose-built/));
    expect(new Set(places).size).toBe(1);
  });
});
