import { NEVER_TESTED, suite } from './tools/vitest/suite.ts';

/** Specs against the real PostgreSQL, which the global set-up provides once for the whole run. */
export default suite({
  name: 'integration',
  include: ['**/*.int.spec.{ts,tsx}'],
  exclude: NEVER_TESTED,
  globalSetup: ['libs/testing/src/database.global-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 120_000,
  // Two projects already run side by side (nx.json, parallel); each file opens a server and a pool of its own.
  maxWorkers: 1,
});
