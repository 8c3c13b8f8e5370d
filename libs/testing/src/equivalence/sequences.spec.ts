import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sequences } from './sequences.ts';
import type { PlannedStep } from './world.ts';

const isCulprit = ({ operation, as }: PlannedStep): boolean => operation === 'acceptTicket' && as === 'luigi';

it('have the length asked for, and are the same for the same seed', () => {
  const [first] = fc.sample(sequences(25), { seed: 3, numRuns: 1 });
  expect(first).toHaveLength(25);
  expect(fc.sample(sequences(25), { seed: 3, numRuns: 1 }).map(told)).toEqual([told(first as readonly PlannedStep[])]);
});

/** What a step is, whenever it was planned. */
function told(steps: readonly PlannedStep[]): readonly string[] {
  return steps.map(({ n, as, operation, twist }) => `${n} ${as} ${operation} ${twist}`);
}

it('shrink to the steps that matter, which stay as they were', () => {
  let failing: readonly PlannedStep[] = [];
  const details = fc.check(
    fc.property(sequences(30), (steps) => {
      const guilty = steps.filter(isCulprit).length >= 2;
      if (guilty && failing.length === 0) failing = steps;
      expect(guilty).toBe(false);
    }),
    { seed: 5, numRuns: 200 },
  );
  const [shrunk] = details.counterexample ?? [];
  expect(shrunk).toHaveLength(2);
  expect(failing).toEqual(expect.arrayContaining([...(shrunk ?? [])]));
});
