import { makeOrders } from './order-stream.ts';
import { Random } from './random.ts';
import { DEFAULT_ANCHOR, DEFAULT_SEED, SEED_SIZES, type SeedOptions } from './seed-size.ts';
import { makeWorld } from './world.ts';

/** What a seed loads, in memory: for an oracle that starts from the same data as the database. */
export function makeSeedData({ size, orders, anchor = DEFAULT_ANCHOR, seed = DEFAULT_SEED }: SeedOptions) {
  const random = new Random(seed);
  const world = makeWorld(SEED_SIZES[size], anchor, random);
  return { world, orders: makeOrders(world, orders ?? SEED_SIZES[size].orders, anchor, random) };
}
