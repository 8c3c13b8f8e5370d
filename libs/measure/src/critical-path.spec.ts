import { describe, expect, it } from 'vitest';
import { criticalPath, criticalRoundTrips, dependantsOf, depthsOf } from './critical-path.ts';

const on = (n: number, ...dependsOn: number[]) => ({ n, dependsOn });
const ending = (n: number, end: number, ...dependsOn: number[]) => ({ n, dependsOn, timeMs: { end } });

describe('dependent round trips', () => {
  it('are the longest chain of answers that requests had to wait for', () => {
    expect(criticalRoundTrips([on(1), on(2), on(3, 1), on(4, 3), on(5, 2)])).toBe(3);
    expect(criticalRoundTrips([on(1), on(2), on(3)])).toBe(1);
    expect(criticalRoundTrips([])).toBe(0);
  });

  it('do not count what was fresh in the cache, but what had to wait behind it', () => {
    const exchanges = [
      { ...on(1), cache: 'fresh' as const },
      { ...on(2, 1), cache: 'miss' as const },
    ];
    expect(criticalRoundTrips(exchanges)).toBe(1);
    expect([...depthsOf(exchanges)]).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  it('cannot depend on what comes later', () => {
    expect(() => criticalRoundTrips([on(1, 2), on(2)])).toThrow('Exchange 1 depends on 2, which is not before it.');
  });
});

describe('dependants', () => {
  it('are all that could not have been asked without the answer', () => {
    expect([...dependantsOf(1, [on(1), on(2), on(3, 1), on(4, 3), on(5, 2)])]).toEqual([3, 4]);
  });
});

describe('the critical path', () => {
  it('leads back from the last answer over those that it waited for', () => {
    expect(criticalPath([ending(1, 10), ending(2, 30), ending(3, 50, 1, 2), ending(4, 40, 1)])).toEqual([2, 3]);
  });

  it('is one exchange where none waits for another, and nothing where there is none', () => {
    expect(criticalPath([ending(1, 30), ending(2, 10)])).toEqual([1]);
    expect(criticalPath([])).toEqual([]);
  });
});
