import fc from 'fast-check';
import { plan } from './planner.ts';
import type { PlannedStep } from './world.ts';

/**
 * Sequences of so many steps. One that fails is made smaller by leaving steps out, large parts first; the steps that
 * stay mean what they meant.
 */
export function sequences(length: number): fc.Arbitrary<readonly PlannedStep[]> {
  return new Sequences(length);
}

class Sequences extends fc.Arbitrary<readonly PlannedStep[]> {
  private readonly seeds: fc.Arbitrary<number[]>;

  constructor(length: number) {
    super();
    // Without a bias: small numbers are no simpler than others here.
    this.seeds = fc.array(fc.noBias(fc.nat()), { minLength: length, maxLength: length });
  }

  override generate(random: fc.Random): fc.Value<readonly PlannedStep[]> {
    return new fc.Value(plan(this.seeds.generate(random, undefined).value), undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is readonly PlannedStep[] {
    return false;
  }

  /** The context is how many steps were left out at once when that last kept the failure. */
  override shrink(steps: readonly PlannedStep[], context: unknown): fc.Stream<fc.Value<readonly PlannedStep[]>> {
    return fc.stream(smaller(steps, typeof context === 'number' ? context : steps.length));
  }
}

function* smaller(steps: readonly PlannedStep[], atMost: number): IterableIterator<fc.Value<readonly PlannedStep[]>> {
  let size = Math.min(atMost, Math.ceil(steps.length / 2));
  for (; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    // From the end: what comes after the failure is the first to go.
    for (let end = steps.length; end > 0; end -= size) {
      const left = [...steps.slice(0, Math.max(0, end - size)), ...steps.slice(end)];
      if (left.length > 0) yield new fc.Value(left, size);
    }
  }
}
