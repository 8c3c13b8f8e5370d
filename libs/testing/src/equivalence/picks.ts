/** Choices that one number decides: the same number makes the same choices. */
export class Picks {
  private readonly unit: () => number;

  constructor(seed: number) {
    this.unit = unitsFrom(seed);
  }

  whole(least: number, most: number): number {
    return least + Math.floor(this.unit() * (most - least + 1));
  }

  /** @throws when there is nothing to choose from. */
  of<T>(choices: readonly T[]): T {
    if (choices.length === 0) throw new Error('There is nothing to choose from.');
    return choices[this.whole(0, choices.length - 1)] as T;
  }

  chance(percent: number): boolean {
    return this.unit() * 100 < percent;
  }

  /** All of them, in another order. */
  shuffled<T>(choices: readonly T[]): T[] {
    return this.byWeight(choices, () => 1);
  }

  /** All of them; one of twice the weight comes first twice as often (Efraimidis and Spirakis, 2006). */
  byWeight<T>(choices: readonly T[], weightOf: (choice: T) => number): T[] {
    return choices
      .map((choice) => ({ choice, drawn: -Math.log(1 - this.unit()) / weightOf(choice) }))
      .sort((a, b) => a.drawn - b.drawn)
      .map(({ choice }) => choice);
  }
}

/** 32 bits become numbers from 0 up to 1 (mulberry32). */
function unitsFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
