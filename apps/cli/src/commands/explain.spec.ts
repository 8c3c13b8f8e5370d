import { describe, expect, it } from 'vitest';
import { aRefusal, aScreen, aStyle, failing, NOT_OFFERED, rungs, SCREEN, twoCalls } from '../product.fake.ts';

const EXPLAIN = ['explain', 'order-details', '--style', 'rest-level-2'];

describe('rungs explain', () => {
  it('shows each exchange in time, with what it needed and cost', async () => {
    const { exitCode, out } = await rungs(EXPLAIN);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^Level 2, composed on batched, first visit, as ann$/m);
    expect(out).toMatch(/^\* {2}1 screen +[█░]+ +2\.0 +1 +100 +500$/m);
    expect(out).toMatch(/^\* {2}2 courier +1 +[█░]+ +2\.0 +1 +100 +500$/m);
    expect(out).toMatch(/^ +GET \/courier → 200, no cache may keep it$/m);
  });

  it('names the chain that the round trips are counted by', async () => {
    const { words } = await rungs(EXPLAIN);
    expect(words).toContain('Longest chain: 1 screen → 2 courier. Each needed the answer of the one before.');
  });

  it('sums up what the table says, with how much it varied', async () => {
    const { words } = await rungs(EXPLAIN);
    expect(words).toContain('2 exchanges with the server, 2 dependent round trips; 200 B up, 1,000 B down');
    expect(words).toContain('server 4.0 ms (4.0 to 4.0)');
    expect(words).toContain('n = 5');
    expect(words).toContain('bytes are heads and bodies on the wire, bodies uncompressed.');
  });

  it('counts the fields, and names those that nobody read, whatever their index', async () => {
    const { out } = await rungs(EXPLAIN);
    expect(out).toMatch(/^ +1 screen +1 +2 +1 +0 +\d+ % of \d+ B$/m);
    expect(out).toMatch(/^ +all +2 +4 +2 +0 +/m);
    expect(out).toMatch(/^ +1 screen: \/lines\/\[\]\/note ×2$/m);
  });

  it('shows statements, actions and what had to be known', async () => {
    const { out } = await rungs(EXPLAIN);
    expect(out).toMatch(/^ +2× SELECT \* FROM screen \(exchanges 1, 2; 2 rows; 2\.0 ms\)$/m);
    expect(out).toMatch(/^ +1 screen: cancel \(_links\)$/m);
    expect(out).toMatch(/^ +2 addresses: \/screen \/courier$/m);
  });

  it('fits into 80 columns', async () => {
    const { out } = await rungs([...EXPLAIN, '--full']);
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it('asks otherwise where a style cannot ask as wanted, and says why', async () => {
    const styles = [aStyle('rest-level-2', { 'order-details': { granular: twoCalls(SCREEN) } })];
    const { exitCode, out, words } = await rungs(EXPLAIN, styles);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^Level 2, granular on batched/m);
    expect(words).toContain(`There is no composed way: ${NOT_OFFERED}. It asks granular instead.`);
  });

  it('shows how far a program came that failed, and exits with 2', async () => {
    const styles = [aStyle('rest-level-2', { 'order-details': { composed: failing('no such order') } })];
    const { exitCode, out } = await rungs(EXPLAIN, styles);
    expect(exitCode).toBe(2);
    expect(out).toMatch(/^failed: no such order\./m);
    expect(out).toMatch(/^ +2 courier: GET \/courier → 200$/m);
  });

  it('says how it ended, and exits with 1 where that was not declared', async () => {
    const explain = ['explain', 'cancel-refused', '--style', 'graphql'];
    const declared = await rungs(explain, [aRefusal('graphql', 'told in advance')]);
    expect(declared.exitCode).toBe(0);
    expect(declared.words).toContain('It ended with “told in advance”.');
    const wrong = await rungs(explain, [aRefusal('graphql', 'refused when tried')]);
    expect(wrong.exitCode).toBe(1);
    expect(wrong.words).toContain('Void: GraphQL composed on batched ended with “refused when tried”');
  });

  it('says why where a style has no way at all', async () => {
    const { exitCode, out } = await rungs(EXPLAIN, [aScreen('graphql'), aStyle('rest-level-2', {})]);
    expect(exitCode).toBe(2);
    expect(out).toContain(`– ${NOT_OFFERED}`);
  });
});
