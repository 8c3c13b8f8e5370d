import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFakes, type ServedFakes } from '../../spec/served-fakes.ts';

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());

/** How many there were when all of them passed: more are welcome, fewer prove less. */
const AUDITS = 61;

describe('graphql-http audits:', () => {
  const audits = serverAudits({
    url: () => served.url,
    // Prevention of forged requests stays on, as it is served: a client of ours says that a browser would have asked.
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'true' } }),
  });

  it('are as many as ever', () => {
    expect(audits.length).toBeGreaterThanOrEqual(AUDITS);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
  });
});
