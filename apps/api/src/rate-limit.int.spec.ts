import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, serveStyle, type ServedStyle, type TestDatabase } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApplication } from './application.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { STYLE_SERVERS } from './styles.ts';

/** What each style is asked with, and how it says that this was too much. */
const STYLES = [
  {
    style: 'level 0',
    path: '/level0',
    body: '{"jsonrpc":"2.0","id":1,"method":"listRestaurants"}',
    says: { jsonrpc: '2.0', error: { code: -32000, data: { httpStatus: 429 } }, id: null },
  },
  {
    style: 'level 1',
    path: '/level1/restaurants',
    body: '{"action":"listRestaurants"}',
    says: { ok: false, error: { code: 'too-many-requests', details: { httpStatus: 429 } } },
  },
  { style: 'level 2', path: '/level2/restaurants', says: { title: 'Too Many Requests', status: 429 } },
  {
    style: 'level 3',
    path: '/level3',
    says: { title: 'Too Many Requests', status: 429, _links: { 'rungs:home': { href: '/level3' } } },
  },
  {
    style: 'GraphQL',
    path: '/graphql',
    body: '{"query":"{ __typename }"}',
    says: { errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] },
  },
];

describe('too much asked', () => {
  let served: ServedStyle;

  beforeAll(async () => {
    served = await serveStyle(
      STYLE_SERVERS.map(({ module }) => module),
      { rateLimit: { perMinute: STYLES.length } },
    );
  });
  afterAll(() => served.close());

  const ask = async ({ path, body }: { path: string; body?: string }, token: string): Promise<Response> =>
    fetch(`${served.baseUrl}${path}`, {
      ...(body !== undefined && { method: 'POST', body }),
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    });

  it('is told in each style’s own idiom, with Retry-After, and without a statement', async () => {
    const token = await served.tokenFor('ann');
    for (const asked of STYLES) expect((await ask(asked, token)).status, asked.style).toBe(200);
    for (const asked of STYLES) {
      const refused = await ask(asked, token);
      expect(refused.status, asked.style).toBe(429);
      expect(Number(refused.headers.get('retry-after')), asked.style).toBeGreaterThan(0);
      expect(refused.headers.get('ratelimit'), asked.style).toMatch(/^"default";r=0;t=\d+$/);
      expect(refused.headers.get('server-timing'), asked.style).toContain('0 statements');
      expect(await refused.json(), asked.style).toMatchObject(asked.says);
    }
  });

  it('is one actor’s own matter', async () => {
    for (const asked of STYLES) expect((await ask(asked, await served.tokenFor('bob'))).status).toBe(200);
  });
});

describe('RATE_LIMIT_PER_MINUTE', () => {
  let database: TestDatabase;
  let directory: string;

  beforeAll(async () => {
    [database, directory] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'rungs-limit-'))]);
  });
  afterAll(async () => {
    await database.drop();
    await rm(directory, { recursive: true });
  });

  /** Status and policy of answers, one after the other. */
  async function answers(environment: Record<string, string>, paths: readonly string[], headers = {}) {
    const config = readConfig({
      NODE_ENV: 'test',
      PORT: '0',
      DATABASE_URL: database.url,
      RUNGS_DATA_DIRECTORY: directory,
      ...environment,
    });
    const application = await startApplication(config, createLog(config, { write: () => undefined }));
    try {
      const seen: unknown[] = [];
      for (const path of paths) {
        const response = await fetch(`${application.baseUrl}${path}`, { headers });
        await response.arrayBuffer();
        seen.push([response.status, response.headers.get('ratelimit-policy')]);
      }
      return seen;
    } finally {
      await application.close();
    }
  }

  const READ = '/level2/restaurants';
  const PRODUCTION = {
    NODE_ENV: 'production',
    RUNGS_JWKS: JSON.stringify({ keys: [] }),
    RUNGS_CURSOR_SECRET: 'a secret for the cursors of production',
  };

  it('is how many requests one actor may make to the styles, and to nothing else', async () => {
    const everyday = '"default";q=1;w=60';
    expect(await answers({ RATE_LIMIT_PER_MINUTE: '1' }, ['/health/live', READ, READ, '/health/live'])).toEqual([
      [200, null],
      [200, everyday],
      [429, everyday],
      [200, null],
    ]);
  });

  it('is many times as many for the lab, where there is one', async () => {
    const headers = { 'rungs-loading': 'batched' };
    const lab = [200, '"lab";q=100;w=60'];
    expect(await answers({ RATE_LIMIT_PER_MINUTE: '1' }, [READ, READ], headers)).toEqual([lab, lab]);
    const everyday = '"default";q=1;w=60';
    expect(await answers({ ...PRODUCTION, RATE_LIMIT_PER_MINUTE: '1' }, [READ, READ], headers)).toEqual([
      [200, everyday],
      [429, everyday],
    ]);
  });

  it('is none where it is 0, and nothing is said of one', async () => {
    expect(await answers({ RATE_LIMIT_PER_MINUTE: '0' }, [READ])).toEqual([[200, null]]);
  });
});
