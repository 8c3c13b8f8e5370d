import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GRAPHQL_EXAMPLES, tokenCall } from '@rungs/clients';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApplication, type Application } from './application.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  RUNGS_JWKS: JSON.stringify({ keys: [] }),
  RUNGS_CURSOR_SECRET: 'a secret for the cursors of production',
};
/** What an address bar sends. */
const A_PAGE = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const QUERY = '/graphql?query=%7B__typename%7D';

let database: TestDatabase;
let directory: string;
let application: Application;

async function start(environment: Record<string, string> = {}): Promise<Application> {
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: '4',
    RUNGS_DATA_DIRECTORY: directory,
    ...environment,
  });
  return startApplication(config, createLog(config));
}

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'rungs-graphiql-'));
  application = await start();
});
afterAll(async () => {
  await application?.close();
  await database?.drop();
  await rm(directory, { recursive: true, force: true });
});

async function tokenOf(persona: string): Promise<string> {
  const { path, method, headers, body } = tokenCall(persona);
  const answer = await fetch(`${application.baseUrl}${path}`, { method, headers, body: JSON.stringify(body) });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function visit({ baseUrl }: Application, headers: Record<string, string>): Promise<Response> {
  return fetch(`${baseUrl}${QUERY}`, { headers: { 'apollo-require-preflight': '1', ...headers }, redirect: 'manual' });
}

describe('an example to try in GraphiQL', () => {
  // Those that go on over a socket are run in a browser (apps/e2e).
  const asked = GRAPHQL_EXAMPLES.filter(({ query }) => !query.startsWith('subscription'));

  it.each(asked)('is answered without an error: $title', async ({ as, query, variables }) => {
    const answer = await fetch(`${application.baseUrl}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...(as !== undefined && { authorization: `Bearer ${await tokenOf(as)}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await answer.json()) as { data?: Record<string, unknown>; errors?: unknown };
    expect([answer.status, body.errors]).toEqual([200, undefined]);
    // A thing that is not there, or not theirs to see, is null and no error.
    expect(Object.values(body.data ?? {})).not.toContain(null);
    const [payload] = Object.values(body.data ?? {}) as { userErrors?: readonly { code: string }[] }[];
    if (query.startsWith('mutation')) {
      const refused = query.includes('NotCancellable') ? ['ORDER_NOT_CANCELLABLE'] : [];
      expect(payload?.userErrors?.map(({ code }) => code)).toEqual(refused);
    }
  });

  it.each(asked.filter(({ as }) => as !== undefined))(
    'is asked as somebody since nobody may: $title',
    async ({ query, variables }) => {
      const answer = await fetch(`${application.baseUrl}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query, variables }),
      });
      const text = await answer.text();
      expect(text).toMatch(/UNAUTHENTICATED|unauthenticated/);
    },
  );
});

describe('/graphql in a browser', () => {
  it('leads to GraphiQL, with the operation, where the schema is shown', async () => {
    const answer = await visit(application, A_PAGE);
    expect([answer.status, answer.headers.get('location'), answer.headers.get('vary')]).toEqual([
      303,
      '/explore/graphql?query=%7B__typename%7D',
      'Accept',
    ]);
  });

  it.each(['*/*', 'application/json', 'application/graphql-response+json'])(
    'is no page to who takes %s',
    async (accept) => {
      const answer = await visit(application, { accept });
      expect([answer.status, await answer.json()]).toMatchObject([200, { data: { __typename: 'Query' } }]);
    },
  );

  it.each([
    ['in production', PRODUCTION],
    ['where only trusted documents are run', { GRAPHQL_DOCUMENTS: 'trusted' }],
  ])('leads nowhere %s', async (_where, environment) => {
    const closed = await start(environment);
    const answer = await visit(closed, A_PAGE);
    await closed.close();
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.headers.get('content-type')).toContain('json');
  });
});
