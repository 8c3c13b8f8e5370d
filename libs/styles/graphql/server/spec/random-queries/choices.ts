import fc, { type GeneratorValue } from 'fast-check';

/** Random choices, all of them made of one seed. */
export class Choices {
  constructor(private readonly generate: GeneratorValue) {}

  /** So many sources of choices; the same seed, the same choices. */
  static many(seed: number, count: number): readonly Choices[] {
    return fc.sample(fc.gen(), { seed, numRuns: count }).map((generate) => new Choices(generate));
  }

  /** Both ends included. */
  whole(least: number, greatest: number): number {
    // Without a bias: small numbers are no more telling than others here.
    return this.generate(wholeNumbers, least, greatest);
  }

  chance(percent: number): boolean {
    return this.whole(1, 100) <= percent;
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('There is nothing to pick from.');
    return from[this.whole(0, from.length - 1)] as T;
  }

  some<T>(from: readonly T[], most: number): readonly T[] {
    const left = [...from];
    const count = Math.min(this.whole(1, most), left.length);
    return Array.from({ length: count }, () => left.splice(this.whole(0, left.length - 1), 1)[0] as T);
  }
}

const wholeNumbers = (least: number, greatest: number): fc.Arbitrary<number> =>
  fc.noBias(fc.integer({ min: least, max: greatest }));
