/** A small pseudo-random generator (sfc32): the same seed gives the same numbers on every machine. */
export class Random {
  private a: number;
  private b = 0x9e3779b9;
  private c = 0x243f6a88;
  private counter = 1;

  constructor(seed: number) {
    this.a = seed >>> 0;
    for (let round = 0; round < 15; round++) this.uint32();
  }

  uint32(): number {
    const sum = (this.a + this.b + this.counter++) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** From 0 inclusive to 1 exclusive. */
  unit(): number {
    return this.uint32() / 0x1_0000_0000;
  }

  /** A whole number, both ends included. */
  whole(least: number, greatest: number): number {
    return least + Math.floor(this.unit() * (greatest - least + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.whole(0, from.length - 1)] as T;
  }

  /** Prefers the first ones, as people do: of many restaurants a few are known to all. */
  pickPopular<T>(from: readonly T[]): T {
    return from[Math.floor(this.unit() ** 2 * from.length)] as T;
  }

  /** So many different ones, in random order; all of them when there are fewer. */
  sample<T>(from: readonly T[], count: number): T[] {
    const chosen = new Set<T>();
    const enough = Math.min(count, from.length);
    while (chosen.size < enough) chosen.add(this.pick(from));
    return [...chosen];
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.uint32() & 0xff);
  }
}
