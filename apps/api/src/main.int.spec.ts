import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEMO_ORDERS } from '@rungs/application';
import { openDataSource } from '@rungs/persistence';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));
const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

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

  it('says in one sentence that the port is taken, and exits 1', async () => {
    const rival = createServer().listen(0, '127.0.0.1');
    await once(rival, 'listening');
    const port = String((rival.address() as AddressInfo).port);
    const { exitCode, output } = run({ PORT: port, DATABASE_URL: database.url });
    expect(await exitCode).toBe(1);
    rival.close();
    expect(output()).toContain(`Port ${port} is taken`);
    expect(output()).not.toContain('    at ');
  });

  it('says that the database cannot be reached without telling its password, and exits 1', async () => {
    const { exitCode, output } = run({ DATABASE_URL: 'postgres://rungs:hunter2@127.0.0.1:1/rungs' });
    expect(await exitCode).toBe(1);
    expect(output()).toContain('127.0.0.1:1');
    expect(output()).toContain('DATABASE_URL');
    expect(output()).not.toContain('hunter2');
    expect(output()).not.toContain('    at ');
  });
});

describe('SIGTERM', () => {
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
    await expect
      .poll(() =>
        rival.query(
          'SELECT 1 FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())',
        ),
      )
      .not.toHaveLength(0);

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

  it('stops the embedded database too, during the start as well', async () => {
    const started = run({ LOG_LEVEL: 'info' });
    await started.ready;
    const pid = Number(/process (\d+)/.exec(started.output())?.[1] ?? Number.NaN);
    started.child.kill('SIGINT');
    expect(await started.exitCode).toBe(0);
    expect(Number.isNaN(pid) || !isRunning(pid)).toBe(true);

    const early = run({});
    await expect.poll(() => early.output() !== '' || early.child.exitCode !== null, { timeout: 20_000 }).toBe(true);
    early.child.kill('SIGTERM');
    expect(await early.exitCode).toBe(0);
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
