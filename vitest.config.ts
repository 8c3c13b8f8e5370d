import { NEVER_TESTED, suite } from './tools/vitest/suite.ts';

/** Pure specs: no database, no browser, no network beyond this process. */
export default suite({
  name: 'test',
  include: ['**/*.spec.{ts,tsx}'],
  exclude: [...NEVER_TESTED, '**/*.int.spec.{ts,tsx}', '**/*.e2e.spec.{ts,tsx}'],
});
