import type { Instant } from '@rungs/domain';

export interface SeedSize {
  readonly consumers: number;
  readonly restaurants: number;
  readonly couriers: number;
  readonly orders: number;
}

/** `small` for a first start and for tests, `large` for benches. */
export const SEED_SIZES = {
  small: { consumers: 200, restaurants: 40, couriers: 60, orders: 3_000 },
  large: { consumers: 10_000, restaurants: 500, couriers: 600, orders: 100_000 },
} as const satisfies Record<string, SeedSize>;

export type SeedSizeName = keyof typeof SEED_SIZES;

export interface SeedOptions {
  readonly size: SeedSizeName;
  /** Another number of orders than the size's own: a million, for a long bench. */
  readonly orders?: number;
  /** The "now" of the data: nothing in it is later. The same data for the same anchor and seed. */
  readonly anchor?: Instant;
  readonly seed?: number;
}

export const DEFAULT_ANCHOR: Instant = '2026-11-01T12:00:00.000Z';
export const DEFAULT_SEED = 1;
