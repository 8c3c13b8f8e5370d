import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_ORDERS } from '@rungs/application';
import { openDataSource } from '@rungs/persistence';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  killApplications,
  runApplication,
  START_LIMIT_MS,
  type ApplicationProcess,
} from '../spec/application-process.ts';

let database: TestDatabase;
let directory: string;

const run = (environment: Record<string, string>): ApplicationProcess =>
  runApplication({ RUNGS_DATA_DIRECTORY: directory, ...environment });

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'rungs-main-'));
  // Where this runs as root, the embedded PostgreSQL runs as another user, who must be able to pass.
  await chmod(directory, 0o711);
});
afterEach(killApplications);
afterAll(async () => {
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

describe('a start that cannot be', () => {
  it('names every variable that is wrong, and exits 1', async () => {
    const { exitCode, output } = run({ PORT: 'http', LOG_LEVEL: 'loud' });
    expect(await exitCode).toBe(1);
    expect(output()).toContain('PORT is "http"; allowed:');
    expect(output()).toContain('LOG_LEVEL is "loud"; allowed:');
    expect(output()).not.toContain('    at ');
  });
});

describe('SIGTERM', { timeout: 2 * START_LIMIT_MS }, () => {
  it('lets the request in flight finish, refuses new ones, and ends with 0', async () => {
    const { child, ready, exitCode } = run({ DATABASE_URL: database.url });
    const baseUrl = await ready;
    const post = (path: string, body: object, authorization = ''): Promise<Response> =>
      fetch(`${baseUrl}${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      });
    const { access_token } = (await (await post('/dev/token', { persona: 'ann' })).json()) as { access_token: string };

    const rival = await openDataSource({ url: database.url, poolSize: 2 });
    const lock = rival.createQueryRunner();
    await lock.startTransaction();
    await lock.query('SELECT 1 FROM orders WHERE id = $1 FOR UPDATE', [DEMO_ORDERS.APPROVED]);
    const cancelling = post(
      `/level1/orders/${DEMO_ORDERS.APPROVED}`,
      { action: 'cancelOrder', expectedVersion: 1 },
      `Bearer ${access_token}`,
    );
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    await expect.poll(() => rival.query(waiting), { timeout: 4_000 }).not.toHaveLength(0);

    child.kill('SIGTERM');
    await expect
      .poll(
        () =>
          fetch(`${baseUrl}/health/live`).then(
            ({ status }) => status,
            () => 'refused',
          ),
        { timeout: 4_000 },
      )
      .toBe('refused');
    await lock.commitTransaction();
    await lock.release();
    const cancelled = await cancelling;
    expect([cancelled.status, await cancelled.json()]).toMatchObject([
      200,
      { ok: true, result: { state: 'CANCELLED' } },
    ]);
    expect(await exitCode).toBe(0);
    await rival.destroy();
  });

  it('stops the embedded database too', async () => {
    const { child, ready, exitCode } = run({});
    await ready;
    // PostgreSQL's own sign that it runs; a clean stop takes it away.
    const sign = join(directory, 'postgres', 'cluster', 'data', 'postmaster.pid');
    expect(existsSync(sign)).toBe(true);
    child.kill('SIGINT');
    expect(await exitCode).toBe(0);
    expect(existsSync(sign)).toBe(false);
  });

  it('ends a start that is under way', async () => {
    const { child, output, exitCode } = run({ RUNGS_DATA_DIRECTORY: join(directory, 'another') });
    await expect.poll(output, { timeout: START_LIMIT_MS }).toContain('Making a database');
    child.kill('SIGTERM');
    expect(await exitCode).toBe(0);
    expect(output()).not.toContain('Rungs is ready');
  });
});
