import { describe, expect, it } from 'vitest';
import { criticalRoundTrips, dependantsOf } from './critical-path.ts';

const chain = (...dependencies: readonly (readonly number[])[]) =>
  dependencies.map((dependsOn, index) => ({ n: index + 1, dependsOn }));

describe('critical path', () => {
  it.each([
    ['nothing was asked', chain(), 0],
    ['one exchange', chain([]), 1],
    ['three at once', chain([], [], []), 1],
    ['four at once, then three that need two of them', chain([], [], [], [], [1], [1], [3]), 2],
    ['one after the other', chain([], [1], [2]), 3],
    ['a short and a long way to the same exchange', chain([], [1], [2], [1, 3]), 4],
  ])('counts dependent round trips: %s', (_what, exchanges, roundTrips) => {
    expect(criticalRoundTrips(exchanges)).toBe(roundTrips);
  });

  it('refuses an exchange that depends on a later one', () => {
    expect(() => criticalRoundTrips(chain([2], []))).toThrow('Exchange 1 depends on 2, which is not before it.');
  });

  it('follows dependants through others', () => {
    expect([...dependantsOf(1, chain([], [1], [], [2], [3]))]).toEqual([2, 4]);
  });
});
