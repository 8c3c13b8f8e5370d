import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_ORDERS } from '@rungs/application';
import { openDataSource } from '@rungs/persistence';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));
const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** A process loads all sources anew; a busy machine takes its time. */
const START_LIMIT_MS = 60_000;

interface Process {
  readonly child: ChildProcess;
  /** All it has printed so far. */
  output(): string;
  /** Resolves with the base URL as soon as it says that it is ready. */
  readonly ready: Promise<string>;
  readonly exitCode: Promise<number | null>;
}

const running: Process[] = [];
let database: TestDatabase;
let directory: string;

/** Runs the application from its sources, as a process of its own. */
function run(environment: Record<string, string>): Process {
  const child = spawn(process.execPath, ['--conditions=@rungs/source', '--import', '@oxc-node/core/register', MAIN], {
    cwd: CHECKOUT,
    env: {
      PATH: process.env['PATH'],
      OXC_TSCONFIG_PATH: join(CHECKOUT, 'tsconfig.base.json'),
      PORT: '0',
      RUNGS_DATA_DIRECTORY: directory,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const exitCode = once(child, 'close').then(([code]) => code as number | null);
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: unknown): void => {
      text += String(chunk);
      const baseUrl = /Rungs is ready: (\S+)\/\n/.exec(text)?.[1];
      if (baseUrl !== undefined) resolve(baseUrl);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void exitCode.then(() => reject(new Error(`It ended before it was ready:\n${text}`)));
  });
  ready.catch(() => undefined);
  const started = { child, output: () => text, ready, exitCode };
  running.push(started);
  return started;
}

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'rungs-main-'));
  // Where this runs as root, the embedded PostgreSQL runs as another user, who must be able to pass.
  await chmod(directory, 0o711);
});
afterEach(async () => {
  for (const { child, exitCode } of running.splice(0)) {
    child.kill('SIGKILL');
    await exitCode;
  }
});
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
      .poll(() =>
        fetch(`${baseUrl}/health/live`).then(
          ({ status }) => status,
          () => 'refused',
        ),
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
