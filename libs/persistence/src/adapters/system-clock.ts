import type { Clock } from '@rungs/application';
import { instantOf, type Instant } from '@rungs/domain';

export class SystemClock implements Clock {
  now(): Instant {
    return instantOf(Date.now());
  }
}
