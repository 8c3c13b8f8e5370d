import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_DISHES, PERSONAS } from '@rungs/application';
import { STYLE_CLIENTS } from '@rungs/clients';
import { openDataSource, type DataSource } from '@rungs/persistence';
import type { StyleClient, StyleEntry } from '@rungs/scenarios';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { killApplications, runApplication, START_LIMIT_MS } from '../spec/application-process.ts';

const { consumerId } = PERSONAS.ann;
const { restaurantId } = PERSONAS.luigi;
const paymentToken = 'tok_visa';

let database: TestDatabase;
let rival: DataSource;
let directory: string;

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'rungs-kill-'));
  rival = await openDataSource({ url: database.url, poolSize: 3 });
});
afterEach(killApplications);
afterAll(async () => {
  await rival.destroy();
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

/** The checkout as level 3 sent it. Its form is gone once it succeeded; who retries submits the one in hand again. */
let submitted: { readonly path: string; readonly init: RequestInit } | undefined;

const remembering: typeof fetch = async (target, init) => {
  const { pathname } = new URL(target as string);
  if (init?.method === 'POST' && pathname.endsWith('/checkout')) submitted = { path: pathname, init };
  return fetch(target, init);
};

/** A fresh process, and a way to place one order through each style with that style's own key. */
async function start(): Promise<{
  kill(): Promise<unknown>;
  placeThroughEach(basketVersion: number): Promise<PromiseSettledResult<{ id: string }>[]>;
  fillBasket(): Promise<number>;
  /** Through each style what was asked before, with the same key. */
  askAgain(): Promise<string[]>;
}> {
  const { child, ready, exitCode } = runApplication({ DATABASE_URL: database.url, RUNGS_DATA_DIRECTORY: directory });
  const baseUrl = await ready;
  const signIn = await fetch(`${baseUrl}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"persona":"ann"}',
  });
  const { access_token: accessToken } = (await signIn.json()) as { access_token: string };
  const connect = (entry: StyleEntry): StyleClient => entry.connect({ baseUrl, fetch: remembering, accessToken });
  const isByBasket = ({ exceptions }: StyleEntry): boolean =>
    exceptions.some(({ operation }) => operation === 'placeOrder');
  const placeThrough = (entry: StyleEntry, expectedVersion: number): Promise<{ id: string }> => {
    const idempotencyKey = `killed-${entry.style}`;
    // Where nothing but a basket can be ordered, the checkout is what carries the key.
    return isByBasket(entry)
      ? connect(entry).checkoutBasket({ consumerId, restaurantId, paymentToken, expectedVersion, idempotencyKey })
      : connect(entry).placeOrder({
          restaurantId,
          lines: [{ menuItemId: DEMO_DISHES.tiramisu, quantity: 1 }],
          paymentToken,
          idempotencyKey,
        });
  };
  const submitAgain = async (): Promise<{ id: string }> => {
    if (!submitted) throw new Error('No form was submitted.');
    const headers = { ...(submitted.init.headers as object), authorization: `Bearer ${accessToken}` };
    const answer = await fetch(`${baseUrl}${submitted.path}`, { ...submitted.init, headers });
    return (await answer.json()) as { id: string };
  };
  return {
    kill: () => {
      child.kill('SIGKILL');
      return exitCode;
    },
    fillBasket: async () => {
      const line = { menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 };
      return (await connect(STYLE_CLIENTS[0] as StyleEntry).addToBasket({ consumerId, restaurantId, ...line })).version;
    },
    placeThroughEach: (expectedVersion) =>
      Promise.allSettled(STYLE_CLIENTS.map((entry) => placeThrough(entry, expectedVersion))),
    askAgain: async () => {
      const asked = STYLE_CLIENTS.map((entry) => (isByBasket(entry) ? submitAgain() : placeThrough(entry, 0)));
      return (await Promise.all(asked)).map(({ id }) => id);
    },
  };
}

const orderCount = async (): Promise<number> =>
  ((await rival.query('SELECT count(*)::integer AS count FROM orders')) as { count: number }[])[0]?.count ?? 0;

it('a retry after kill -9 makes one order, in every style', { timeout: 4 * START_LIMIT_MS }, async () => {
  const before = await orderCount();
  const first = await start();
  const basketVersion = await first.fillBasket();

  // Everything of each order but its event is written when the process is killed.
  const lock = rival.createQueryRunner();
  await lock.startTransaction();
  await lock.query('LOCK TABLE domain_event IN EXCLUSIVE MODE');
  const cut = first.placeThroughEach(basketVersion);
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  await expect.poll(() => rival.query(waiting), { timeout: 15_000 }).toHaveLength(STYLE_CLIENTS.length);
  await first.kill();
  expect((await cut).map(({ status }) => status)).toEqual(STYLE_CLIENTS.map(() => 'rejected'));
  await lock.rollbackTransaction();
  await lock.release();

  const second = await start();
  const placed = await second.placeThroughEach(basketVersion);
  const ids = placed.map((result) => (result.status === 'fulfilled' ? result.value.id : String(result.reason)));
  expect(new Set(ids).size).toBe(STYLE_CLIENTS.length);
  expect(await orderCount()).toBe(before + STYLE_CLIENTS.length);
  await second.kill();

  const third = await start();
  expect(await third.askAgain()).toEqual(ids);
  expect(await orderCount()).toBe(before + STYLE_CLIENTS.length);
});
