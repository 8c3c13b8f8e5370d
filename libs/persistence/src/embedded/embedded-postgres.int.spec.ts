import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { resetEmbeddedPostgres, startEmbeddedPostgres, stopUnusedEmbeddedPostgres } from './embedded-postgres.ts';
import { endLaunchedProcesses, launch } from '../../spec/launched-process.ts';
import { locateBinaries } from './native-binaries.ts';
import { isRunning } from './process-state.ts';

// Root's server user must be able to pass through, which a TMPDIR of root's own may not allow.
const root = mkdtempSync(join(process.geteuid?.() === 0 ? '/var/tmp' : tmpdir(), 'rungs-spec-'));
const made = join(root, 'made');
const started: EmbeddedPostgres[] = [];

const start = async (
  dataDirectory: string,
  log: (line: string) => void = () => undefined,
): Promise<EmbeddedPostgres> => {
  const database = await startEmbeddedPostgres({ dataDirectory, log });
  started.push(database);
  return database;
};

/** A stopped cluster that a test may ruin; the others use `made`, and leave it stopped and whole. */
const aCopy = (): string => {
  const copy = join(root, `copy-${++copies}`);
  execFileSync('cp', ['-a', made, copy]);
  return copy;
};

const query = async <Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
};
const keep = (url: string, word: string): Promise<unknown> => query(url, `insert into kept values ('${word}')`);
const isKept = async (url: string, word: string): Promise<boolean> =>
  (await query(url, `select from kept where word = '${word}'`)).length === 1;
const gone = (pid: number): Promise<void> =>
  vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 10_000, interval: 20 });
const postmasterFile = join(made, 'cluster', 'data', 'postmaster.pid');

/** Without the copy of the binaries, which is there only where the checkout's own cannot be read. */
const entriesOf = (directory: string): string[] =>
  readdirSync(directory)
    .filter((entry) => !entry.startsWith('postgresql-'))
    .sort();

const firstStartLog: string[] = [];
let copies = 0;

beforeAll(async () => {
  chmodSync(root, 0o755);
  // What a first start leaves that was killed half-way.
  const deadPid = execFileSync('/bin/sh', ['-c', 'echo $$'], { encoding: 'utf8' }).trim();
  mkdirSync(join(made, `init-${deadPid}-abc`, 'data'), { recursive: true });
  chmodSync(made, 0o711);
  // An environment that a PostgreSQL would heed.
  vi.stubEnv('LC_ALL', 'tr_TR.UTF-8');
  vi.stubEnv('TZ', 'Asia/Seoul');
  vi.stubEnv('PGPORT', '1');
  vi.stubEnv('PGDATA', '/nowhere');
  const database = await start(made, (line) => firstStartLog.push(line));
  await query(database.url, `create table kept (word text)`);
  await keep(database.url, 'bread');
  await database.stop();
  vi.unstubAllEnvs();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((database) => database.stop()));
  await endLaunchedProcesses();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a start', () => {
  it('for the first time makes a cluster in UTF-8, C.UTF-8 order and UTC, whatever the environment says', async () => {
    const { url } = await start(made);
    const [facts] = await query(
      url,
      `select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone,
         datlocprovider::text || ':' || datlocale as locale, lower('I') as lower
       from pg_database where datname = current_database()`,
    );

    expect(facts).toEqual({ encoding: 'UTF8', zone: 'UTC', locale: 'b:C.UTF-8', lower: 'i' });
  });

  it('for the first time says so and removes what a killed one left behind', () => {
    expect(firstStartLog).toEqual([`Making a database in ${made}`]);
    expect(entriesOf(made)).toEqual(['cluster', 'port', 'server.log']);
  });

  it('lets in nobody without the password, which only this user can read', async () => {
    const database = await start(made);
    const url = new URL(database.url);

    expect(url.hostname).toBe('127.0.0.1');
    expect(url.password).toMatch(/^[\w-]{32}$/);
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(made, 'cluster', 'credentials.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(made, 'cluster', 'data')).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(made, 'cluster', 'data', 'pg_hba.conf'), 'utf8')).not.toMatch(/^[^#].*\btrust\b/m);
    await expect(query(database.url, `copy (select 1) to program 'true'`)).rejects.toThrow('permission denied');
  });

  it('finds the data of the last one again, on the same port', async () => {
    const first = await start(made);
    await keep(first.url, 'salt');
    await first.stop();
    await gone(first.pid);
    const second = await start(made);

    expect(second.url).toBe(first.url);
    expect(second.adopted).toBe(false);
    expect(await isKept(second.url, 'salt')).toBe(true);
  });

  it('takes another port when somebody took the last one meanwhile, and remembers that', async () => {
    const lastPort = (): string => readFileSync(join(made, 'port'), 'utf8');
    const before = lastPort();
    const squatter = createServer().listen(Number(before), '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const database = await start(made);
    squatter.close();

    expect(await isKept(database.url, 'bread')).toBe(true);
    expect(new URL(database.url).port).not.toBe(before);
    expect(lastPort()).toBe(new URL(database.url).port);
  });
});

describe('after a kill -9', () => {
  it('of the application, the next one adopts the database and can stop it', async () => {
    const killed = await launch({ dataDirectory: made });
    await keep(killed.report.url!, 'rice');
    killed.signal('SIGKILL');
    expect(await killed.ended).toBe('SIGKILL');
    const database = await start(made);

    expect(database).toMatchObject({ adopted: true, pid: killed.report.pid, url: killed.report.url });
    expect(await isKept(database.url, 'rice')).toBe(true);
    await database.stop();
    await gone(database.pid);
  });

  it('of everything, a stale postmaster.pid is no obstacle and nothing committed is lost', async () => {
    const killed = await launch({ dataDirectory: made });
    await keep(killed.report.url!, 'oil');
    killed.signal('SIGKILL');
    process.kill(killed.report.pid!, 'SIGKILL');
    await Promise.all([killed.ended, gone(killed.report.pid!)]);
    expect(existsSync(postmasterFile)).toBe(true);
    const database = await start(made);

    expect(database.adopted).toBe(false);
    expect(await isKept(database.url, 'oil')).toBe(true);
  });

  it('and a reboot, a process that got the old number is not taken for the database', async () => {
    const stale = [process.pid, join(made, 'cluster', 'data'), 0, 1, '', '127.0.0.1', '', 'ready'];
    writeFileSync(postmasterFile, stale.join('\n'));
    const database = await start(made);

    expect(database.adopted).toBe(false);
    expect(await isKept(database.url, 'bread')).toBe(true);
  });

  it('stopUnused ends the database that is left, and leaves one that is used', async () => {
    const application = await launch({ dataDirectory: made });
    await stopUnusedEmbeddedPostgres({ dataDirectory: made, log: () => undefined });
    expect(isRunning(application.report.pid!)).toBe(true);

    application.signal('SIGKILL');
    await application.ended;
    await stopUnusedEmbeddedPostgres({ dataDirectory: made, log: () => undefined });
    await gone(application.report.pid!);
  });
});

describe('several processes', () => {
  it('that start at once for the first time share one server, and the last one stops it', async () => {
    const home = join(root, 'shared');
    const [one, other] = await Promise.all([launch({ dataDirectory: home }), launch({ dataDirectory: home })]);
    const pid = one.report.pid!;
    expect(other.report).toMatchObject({ pid, url: one.report.url });

    one.signal('SIGTERM');
    expect(await one.ended).toBe(0);
    expect(await query(other.report.url!, 'select 1 as one')).toEqual([{ one: 1 }]);
    other.signal('SIGTERM');
    expect(await other.ended).toBe(0);
    await gone(pid);
    expect(entriesOf(home)).toEqual(['cluster', 'port', 'server.log']);
  });

  it('are all stopped by the Ctrl-C of one terminal without hurting the database', async () => {
    const application = await launch({ dataDirectory: made });
    application.signal('SIGINT', 'group');

    expect(await application.ended).toBe(0);
    await gone(application.report.pid!);
    expect(readFileSync(join(made, 'server.log'), 'utf8')).toMatch(/database system is shut down\s*$/);
  });
});

describe('a reset', () => {
  it('refuses while an application runs, and deletes all data afterwards', async () => {
    const home = aCopy();
    const database = await start(home);
    const reset = (): Promise<string | undefined> =>
      resetEmbeddedPostgres({ dataDirectory: home, log: () => undefined });
    await expect(reset()).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining('stop Rungs first'),
    });
    await database.stop();

    expect(await reset()).toBe(home);
    expect(await reset()).toBeUndefined();
    const anew = await start(home);
    await expect(isKept(anew.url, 'bread')).rejects.toThrow('relation "kept" does not exist');
  });

  it('stops the database that a killed application left', async () => {
    const home = aCopy();
    const killed = await launch({ dataDirectory: home });
    killed.signal('SIGKILL');
    await killed.ended;

    expect(await resetEmbeddedPostgres({ dataDirectory: home, log: () => undefined })).toBe(home);
    await gone(killed.report.pid!);
  });
});

describe('what cannot work ends with one clear sentence:', () => {
  it('data of another major version of PostgreSQL', async () => {
    const file = join(made, 'cluster', 'data', 'PG_VERSION');
    const version = readFileSync(file, 'utf8');
    writeFileSync(file, '17\n');
    try {
      await expect(start(made)).rejects.toMatchObject({
        code: 'other-major-version',
        message: expect.stringContaining('npm run db:reset'),
      });
    } finally {
      writeFileSync(file, version);
    }
  });

  it('a lost password file', async () => {
    const file = join(made, 'cluster', 'credentials.json');
    renameSync(file, `${file}.lost`);
    try {
      await expect(start(made)).rejects.toMatchObject({ code: 'password-lost' });
      expect(existsSync(postmasterFile)).toBe(false);
    } finally {
      renameSync(`${file}.lost`, file);
    }
  });

  it('a full disk, which leaves nothing half-made in the way of the next start', async () => {
    const binaries = join(root, 'full-disk');
    mkdirSync(join(binaries, 'bin'), { recursive: true });
    mkdirSync(join(binaries, 'lib', 'postgresql'), { recursive: true });
    const initdb = 'echo "initdb: error: could not write to file: No space left on device" >&2; exit 1';
    writeFileSync(join(binaries, 'bin', 'initdb'), `#!/bin/sh\n${initdb}\n`, { mode: 0o755 });
    const home = join(root, 'full');

    await expect(startEmbeddedPostgres({ dataDirectory: home, binaries, log: () => undefined })).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining(home),
    });
    expect(readdirSync(home)).toEqual([]);
  });

  it('a platform without binaries', () => {
    expect(() => locateBinaries('sunos', 'sparc')).toThrow(/sunos-sparc.*DATABASE_URL/);
    expect(() => locateBinaries(process.platform === 'darwin' ? 'win32' : 'darwin', 'x64')).toThrow(
      /npm ci.*DATABASE_URL/,
    );
  });
});

describe('an ephemeral cluster', () => {
  it('is quick rather than durable, has a password of its own, and is gone once stopped', async () => {
    const database = await startEmbeddedPostgres({ ephemeral: true, log: () => undefined });
    started.push(database);

    expect(await query(database.url, 'show fsync')).toEqual([{ fsync: 'off' }]);
    expect(new URL(database.url).password).toMatch(/^[\w-]{32}$/);
    expect(readFileSync(join(made, 'cluster', 'credentials.json'), 'utf8')).not.toContain(
      new URL(database.url).password,
    );
    await database.stop();
    await gone(database.pid);
    expect(existsSync(database.directory)).toBe(false);
  });

  it('dies with a process that is killed', async () => {
    const killed = await launch({ ephemeral: true });
    killed.signal('SIGKILL');
    await killed.ended;

    await gone(killed.report.pid!);
    await vi.waitFor(() => expect(existsSync(killed.report.directory!)).toBe(false), { timeout: 5_000, interval: 20 });
  });
});
