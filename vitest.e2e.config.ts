import { NEVER_TESTED, suite } from './tools/vitest/suite.ts';

/** Journeys through a real browser against the built product. */
export default suite({
  name: 'e2e',
  include: ['**/*.e2e.spec.{ts,tsx}'],
  exclude: NEVER_TESTED,
  testTimeout: 60_000,
  hookTimeout: 180_000,
  maxWorkers: 1,
});
