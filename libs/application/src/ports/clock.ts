import type { Instant } from '@rungs/domain';

export interface Clock {
  now(): Instant;
}
