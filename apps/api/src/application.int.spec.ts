import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BOBS_ORDER, DEMO_ORDERS, PERSONA_NAMES } from '@rungs/application';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkoutCommit } from './checkout-commit.ts';
import { startApplication, type Application } from './application.ts';
import { readConfig } from './config.ts';
import { startFailureSentence } from './failure.ts';
import { createLog } from './log.ts';

const PRODUCTION = {
  NODE_ENV: 'production',
  RUNGS_JWKS: JSON.stringify({ keys: [] }),
  RUNGS_CURSOR_SECRET: 'a secret for the cursors of production',
};

let database: TestDatabase;
let directory: string;
let application: Application;
const lines: string[] = [];

async function start(environment: Record<string, string> = {}): Promise<Application> {
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: '4',
    RUNGS_DATA_DIRECTORY: directory,
    ...environment,
  });
  return startApplication(config, createLog(config, { write: (line) => void lines.push(line) }));
}

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'rungs-api-'));
  application = await start();
});
afterAll(async () => {
  await application.close();
  await database.drop();
  await rm(directory, { recursive: true });
});

const at = (path: string): string => `${application.baseUrl}${path}`;

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(at(path), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

async function tokenOf(persona: string): Promise<string> {
  const answer = await post('/dev/token', { persona });
  return ((await answer.json()) as { access_token: string }).access_token;
}

describe('health', () => {
  it('says that the process lives and can serve', async () => {
    expect(await (await fetch(at('/health/live'))).json()).toEqual({ status: 'ok' });
    const ready = await fetch(at('/health/ready'));
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok', database: 'ok' }]);
  });

  it('goes on living without its database, is not ready meanwhile, and heals by itself', async () => {
    const route = await routeTo(database.url);
    const lonely = await start({ DATABASE_URL: route.url });
    route.cut();
    const live = await fetch(`${lonely.baseUrl}/health/live`);
    const ready = await fetch(`${lonely.baseUrl}/health/ready`);
    const read = await fetch(`${lonely.baseUrl}/level2/restaurants`);
    const refused = (await read.json()) as unknown;
    route.mend();
    const healed = await fetch(`${lonely.baseUrl}/health/ready`);
    await lonely.close();
    await route.close();
    expect([live.status, ready.status, ready.headers.get('retry-after')]).toEqual([200, 503, '1']);
    expect([read.status, refused]).toMatchObject([503, { code: 'unavailable' }]);
    expect(healed.status).toBe(200);
  });
});

describe('a start that cannot be', () => {
  async function sentenceFor(environment: Record<string, string>): Promise<string | undefined> {
    const failure: unknown = await start(environment).catch((error: unknown) => error);
    return startFailureSentence(failure, readConfig(environment));
  }

  it('says in one sentence that the port is taken', async () => {
    const { port } = new URL(application.baseUrl);
    expect(await sentenceFor({ PORT: port })).toContain(`Port ${port} is taken`);
  });

  it('says that the database cannot be reached, without telling its password', async () => {
    const sentence = await sentenceFor({ DATABASE_URL: 'postgres://rungs:hunter2@127.0.0.1:1/rungs' });
    expect(sentence).toContain('127.0.0.1:1');
    expect(sentence).toContain('DATABASE_URL');
    expect(sentence).not.toContain('hunter2');
  });
});

describe('the conveniences of development', () => {
  it.each(PERSONA_NAMES)('give a token for %s', async (persona) => {
    const answer = await post('/dev/token', { persona });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
      token_type: 'Bearer',
      expires_in: 3600,
    });
  });

  it.each([[{ persona: 'eve' }], [{}], [null], [7]])(
    'refuse %j as a persona, and name those there are',
    async (body) => {
      const answer = await post('/dev/token', body);
      expect(answer.status).toBe(400);
      if (body !== null) expect(await answer.text()).toContain('ann, bob, luigi, mei, dana, sam');
    },
  );

  it('are not for pages of other sites', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await post('/dev/token', { persona: 'ann' }, foreign)).status).toBe(403);
    expect((await post('/dev/reset', {}, foreign)).status).toBe(403);
  });

  it('are not for a site whose name leads here', async () => {
    // fetch sets Host by itself; node:http lets one say it.
    const { port } = new URL(application.baseUrl);
    const [answer] = (await once(
      request({ port, host: '127.0.0.1', path: '/dev/reset', method: 'POST', headers: { host: 'evil.example' } }).end(),
      'response',
    )) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(403);
  });

  it('put the demo data back', async () => {
    const authorization = `Bearer ${await tokenOf('ann')}`;
    const stateOf = async (): Promise<unknown> => {
      const answer = await fetch(at(`/level2/orders/${DEMO_ORDERS.APPROVED}`), { headers: { authorization } });
      return ((await answer.json()) as { state: unknown }).state;
    };
    const cancelled = await post(
      `/level1/orders/${DEMO_ORDERS.APPROVED}`,
      { action: 'cancelOrder', expectedVersion: 1 },
      { authorization },
    );
    expect(await cancelled.json()).toMatchObject({ ok: true });
    expect(await stateOf()).toBe('CANCELLED');
    const [once, twice] = await Promise.all([post('/dev/reset', {}), post('/dev/reset', {})]);
    expect([once.status, twice.status]).toEqual([204, 204]);
    expect(await stateOf()).toBe('APPROVED');
  });

  it('are not there in production, and neither are traces or the schema of GraphQL', async () => {
    const production = await start(PRODUCTION);
    const answers = await Promise.all([
      fetch(`${production.baseUrl}/dev/token`, { method: 'POST', body: '{"persona":"ann"}' }),
      fetch(`${production.baseUrl}/dev/reset`, { method: 'POST' }),
      fetch(`${production.baseUrl}/lab/traces/4bf92f3577b34da6a3ce929d0e0e4736`),
      fetch(`${production.baseUrl}/lab/environment`),
    ]);
    // Whatever it says, nobody reads how reads are to be loaded.
    const headers = { 'rungs-loading': 'lazily' };
    const restaurants = await fetch(`${production.baseUrl}/level2/restaurants`, { headers });
    const schemaOf = async (baseUrl: string): Promise<unknown> => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
      const answer = await fetch(`${baseUrl}/graphql`, {
        ...init,
        body: '{"query":"{ __schema { types { name } } }"}',
      });
      return ((await answer.json()) as { data?: { __schema?: unknown } }).data?.__schema;
    };
    const [hidden, shown] = [await schemaOf(production.baseUrl), await schemaOf(application.baseUrl)];
    await production.close();
    expect([hidden, shown]).toEqual([undefined, { types: expect.any(Array) as unknown }]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect([restaurants.status, restaurants.headers.get('server-timing')]).toEqual([200, null]);
  });
});

describe('how reads are loaded', () => {
  it('is for the request to say, and refused where it says nonsense', async () => {
    const authorization = `Bearer ${await tokenOf('ann')}`;
    const loaded = async (mode: string): Promise<Response> =>
      fetch(at(`/level2/orders/${DEMO_ORDERS.ACCEPTED}`), { headers: { authorization, 'rungs-loading': mode } });
    const [perRow, oneStatement, nonsense] = [
      await loaded('per-row'),
      await loaded('one-statement'),
      await loaded('x'),
    ];
    expect(perRow.headers.get('server-timing')).toContain('desc="4 statements"');
    expect(oneStatement.headers.get('server-timing')).toContain('desc="1 statement"');
    expect(await perRow.text()).toBe(await oneStatement.text());
    expect(nonsense.status).toBe(400);
  });
});

describe('where figures come from', () => {
  it('is told to everybody, and kept by nobody', async () => {
    const answer = await fetch(at('/lab/environment'));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await answer.json()).toEqual({
      schema: 'rungs.environment/1',
      commit: await checkoutCommit(fileURLToPath(new URL('../../..', import.meta.url))),
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      cpu: expect.stringMatching(/^\S.* x [1-9]\d*$/) as string,
      postgres: expect.stringMatching(/^\d+(\.\d+)+$/) as string,
      rungs: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
    });
  });

  it('is the commit that whoever built it names', async () => {
    const built = await start({ RUNGS_COMMIT: 'abcdef0' });
    const answer = await fetch(`${built.baseUrl}/lab/environment`);
    await built.close();
    expect(await answer.json()).toMatchObject({ commit: 'abcdef0' });
  });
});

describe('a database of one’s own, on another server', () => {
  it('gets its tables and the demo data on the first start, and keeps its data on the second', async () => {
    const own = await createTestDatabase({ empty: true });
    const orderIn = async ({ baseUrl }: Application): Promise<Response> => {
      const authorization = `Bearer ${await tokenOf('ann')}`;
      return fetch(`${baseUrl}/level2/orders/${DEMO_ORDERS.ACCEPTED}`, { headers: { authorization } });
    };
    const first = await start({ DATABASE_URL: own.url });
    const authorization = `Bearer ${await tokenOf('ann')}`;
    const shown = await orderIn(first);
    const etag = shown.headers.get('etag') as string;
    await fetch(`${first.baseUrl}/level2/orders/${DEMO_ORDERS.ACCEPTED}/cancellation`, {
      method: 'PUT',
      headers: { authorization, 'if-match': etag },
    });
    await first.close();
    const second = await start({ DATABASE_URL: own.url });
    const kept = await orderIn(second);
    await second.close();
    await own.drop();
    expect(await shown.json()).toMatchObject({ state: 'ACCEPTED' });
    expect(await kept.json()).toMatchObject({ state: 'CANCELLED' });
  });

  it('is migrated and left empty in production', async () => {
    const own = await createTestDatabase({ empty: true });
    const production = await start({ ...PRODUCTION, DATABASE_URL: own.url });
    const restaurants = await fetch(`${production.baseUrl}/level2/restaurants`);
    await production.close();
    await own.drop();
    expect(await restaurants.json()).toEqual({ items: [], page: {} });
  });
});

describe('a restart', () => {
  it('leaves tokens and cursors good', async () => {
    const authorization = `Bearer ${await tokenOf('ann')}`;
    const path = '/level2/orders?limit=1';
    const page = (await (await fetch(at(path), { headers: { authorization } })).json()) as { page: { next: string } };
    const again = await start();
    const next = await fetch(`${again.baseUrl}${path}&after=${page.page.next}`, { headers: { authorization } });
    await again.close();
    expect(next.status).toBe(200);
  });
});

describe('the page', () => {
  it('comes with a policy that lets nothing in from elsewhere; the answers of the APIs do not carry it', async () => {
    const page = await fetch(at('/'), { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const api = await fetch(at('/level2/restaurants?limit=1'));
    expect(api.headers.get('content-security-policy')).toBeNull();
    expect(api.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('the log', () => {
  it('names every request with its trace, and holds neither tokens nor queries', async () => {
    const authorization = `Bearer ${await tokenOf('bob')}`;
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    await fetch(at(`/level2/orders/${BOBS_ORDER}?secret=1`), {
      headers: { authorization, traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    });
    const text = lines.join('');
    expect(text).toMatch(new RegExp(`GET /level2/orders/${BOBS_ORDER} 200 [\\d.]+ ms \\(trace ${traceId}\\)`));
    expect(text).not.toContain('secret=1');
    expect(text).not.toContain(authorization.slice(-20));
  });
});

/** A way to the database that can be cut and mended. */
async function routeTo(databaseUrl: string) {
  const there = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(there.port), there.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => other.destroy());
      socket.pipe(other);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cut,
    mend: () => void (isCut = false),
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
