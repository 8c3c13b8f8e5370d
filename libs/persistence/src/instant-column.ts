import type { Instant } from '@rungs/domain';
import type { ColumnOptions } from 'typeorm';

/** A `timestamptz(3)`: an Instant in a row's field, exact to the millisecond both ways. */
export const INSTANT: ColumnOptions = {
  type: 'timestamptz',
  precision: 3,
  transformer: {
    to: (instant: Instant | null) => instant,
    from: (date: Date | null): Instant | null => date && date.toISOString(),
  },
};

export const OPTIONAL_INSTANT: ColumnOptions = { ...INSTANT, nullable: true };
