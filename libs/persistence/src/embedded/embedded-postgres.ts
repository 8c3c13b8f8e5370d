import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClusterHome } from './cluster-home.ts';
import { candidateDirectories, clusterDirectory, findHome, makeTemporaryHome, openHome } from './cluster-home.ts';
import type { Credentials } from './cluster.ts';
import { APPLICATION, ensureCluster, readCredentials, removeCluster } from './cluster.ts';
import { EmbeddedPostgresError, explain } from './embedded-postgres-error.ts';
import { Lease } from './lease.ts';
import { locateBinaries, prepareBinaries } from './native-binaries.ts';
import { findPostmaster, freePort, startServer, stopServer } from './server.ts';
import { startWatchdog } from './watchdog.ts';

/** How to run the embedded PostgreSQL; the defaults are the application's own database. */
export interface EmbeddedPostgresOptions {
  /** Told in one line each what takes time or may surprise. */
  readonly log: (line: string) => void;
  /** Which of a checkout's clusters; each name has data of its own. */
  readonly name?: string;
  /** Where the cluster lives, instead of a place found by itself. */
  readonly dataDirectory?: string;
  /**
   * A throw-away cluster in the temporary directory, quick because it may lose data when the machine
   * goes down, and removed when stopped or when this process ends, however it ends.
   */
  readonly ephemeral?: boolean;
  /** Another build of PostgreSQL (a directory with bin, lib and share) than the one npm installed. */
  readonly binaries?: string;
}

/** A running PostgreSQL that this process uses. */
export interface EmbeddedPostgres {
  /** `postgres://…` for the application's own role and database. */
  readonly url: string;
  /** Whether it was running already, left by a process that was killed or shared with one that runs. */
  readonly adopted: boolean;
  /** The server's process id. */
  readonly pid: number;
  /** Where the cluster and `server.log` are. */
  readonly directory: string;
  /** Stops the server, unless another process uses it as well. Close the application's pool first. Safe to call twice. */
  stop(): Promise<void>;
}

const START_LIMIT_MS = 30_000;
const RETRY_MS = 200;

/**
 * Starts PostgreSQL, or adopts the one that runs on the same data.
 * @throws EmbeddedPostgresError with one clear sentence when that cannot be done.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const installed = options.binaries ?? locateBinaries();
  if (options.ephemeral) return await startEphemeral(installed, options);

  const home = await openHome(await placesOf(options));
  try {
    const binaries = await prepareBinaries(installed, home);
    if (!existsSync(clusterDirectory(home))) options.log(`Making a database in ${home.directory}`);
    await ensureCluster(home, binaries, { durable: true });
    const running = await run(home, binaries, { durable: true, log: options.log });
    return handle(home, running, () => stopUnlessShared(home, binaries, running, options.log));
  } catch (error) {
    throw error instanceof EmbeddedPostgresError ? error : explain(String(error), home.directory);
  }
}

/**
 * Stops a server that no process uses any more: what is left when an application was killed.
 * Does nothing when there is none, or when somebody uses it.
 */
export async function stopUnusedEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<void> {
  const home = await findHome(await placesOf(options));
  if (home !== undefined) await stopUnused(home, options);
}

/**
 * Deletes the cluster with all its data.
 * @returns the directory it was in, or nothing when there was none.
 * @throws EmbeddedPostgresError `in-use` when a process uses it.
 */
export async function resetEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<string | undefined> {
  const home = await findHome(await placesOf(options));
  if (home === undefined) return undefined;
  if (!(await stopUnused(home, options))) {
    throw new EmbeddedPostgresError(
      'in-use',
      `The database in ${home.directory} is in use: stop Rungs first (Ctrl-C where it runs), then reset again.`,
    );
  }
  await removeCluster(home);
  return home.directory;
}

async function placesOf(options: EmbeddedPostgresOptions): Promise<string[]> {
  if (options.dataDirectory !== undefined) return [options.dataDirectory];
  return await candidateDirectories(options.name ?? 'main');
}

async function startEphemeral(installed: string, { log }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await makeTemporaryHome();
  const watchdog = startWatchdog(home.directory);
  const remove = async (): Promise<void> => {
    await rm(home.directory, { recursive: true, force: true, maxRetries: 3 });
    watchdog.dismiss();
  };
  try {
    const binaries = await prepareBinaries(installed, home);
    await ensureCluster(home, binaries, { durable: false });
    const running = await run(home, binaries, { durable: false, log });
    watchdog.watch(running.pid);
    return handle(home, running, async () => {
      await stopUnlessShared(home, binaries, running, log);
      await remove();
    });
  } catch (error) {
    await remove();
    throw error instanceof EmbeddedPostgresError ? error : explain(String(error), home.directory);
  }
}

interface Running {
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
  readonly credentials: Credentials;
  readonly lease: Lease;
}

function handle(home: ClusterHome, running: Running, stop: () => Promise<void>): EmbeddedPostgres {
  const { applicationPassword } = running.credentials;
  let stopping: Promise<void> | undefined;
  return {
    url: `postgres://${APPLICATION}:${applicationPassword}@127.0.0.1:${running.port}/${APPLICATION}`,
    adopted: running.adopted,
    pid: running.pid,
    directory: home.directory,
    stop: () => (stopping ??= stop()),
  };
}

/** Adopts or starts, over and over while rivals come and go, until a lease is held or the time is up. */
async function run(
  home: ClusterHome,
  binaries: string,
  { durable, log }: { durable: boolean; log: (line: string) => void },
): Promise<Running> {
  const credentials = await readCredentials(home);
  const portFile = join(home.directory, 'port');
  const wanted = Number(await readFile(portFile, 'utf8').catch(() => '')) || undefined;
  let port = await freePort(wanted);
  let started = false;
  let obstacle = 'it never answered';

  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline;) {
    const postmaster = await findPostmaster(home);
    if (postmaster === undefined) {
      const outcome = await startServer(home, binaries, { port, durable });
      started ||= outcome === 'started';
      obstacle = outcome;
      if (outcome === 'port-taken') port = await freePort(undefined);
      if (outcome !== 'started') await delay(RETRY_MS);
      continue;
    }
    try {
      const lease = await hold(home, postmaster.port, credentials);
      if (postmaster.port !== wanted) await writeFile(portFile, String(postmaster.port), { mode: 0o600 });
      if (!started) log(`Adopting the database that runs already (process ${postmaster.pid})`);
      return { pid: postmaster.pid, port: postmaster.port ?? port, adopted: !started, credentials, lease };
    } catch (error) {
      // Still starting, or on its way down: look again.
      obstacle = error instanceof Error ? error.message : String(error);
      if (isRefusedPassword(error)) throw passwordLost(home);
    }
    await delay(RETRY_MS);
  }
  throw new EmbeddedPostgresError(
    'held',
    `The database in ${home.directory} is held by a process that does not let us in: end it (process ${(await findPostmaster(home))?.pid ?? 'unknown'}) and start again.`,
    obstacle,
  );
}

async function hold(home: ClusterHome, port: number | undefined, credentials: Credentials): Promise<Lease> {
  if (port === undefined) throw new Error('the server has not chosen its port yet');
  const lease = await Lease.open(home, port, credentials);
  try {
    await lease.share();
    await lease.ensureApplication(credentials);
    lease.rest();
    return lease;
  } catch (error) {
    await lease.close();
    throw error;
  }
}

async function stopUnlessShared(
  home: ClusterHome,
  binaries: string,
  { lease, credentials }: Running,
  log: (line: string) => void,
): Promise<void> {
  let own = lease;
  try {
    if (lease.lost) {
      const postmaster = await findPostmaster(home);
      if (postmaster?.port === undefined) return;
      own = await Lease.open(home, postmaster.port, credentials);
    }
    if (!(await own.claim())) {
      log('Leaving the database to another process that uses it');
      return;
    }
  } catch {
    // The connection broke on the way: nobody can be asked, and what still runs is ours to end.
    if ((await findPostmaster(home)) === undefined) return;
  }
  await stopServer(home, binaries).finally(() => own.close());
}

/** Answers false when a process uses the server, also after a moment: one that was just killed may seem to. */
async function stopUnused(home: ClusterHome, options: EmbeddedPostgresOptions): Promise<boolean> {
  const patienceEnds = Date.now() + 1_000;
  for (const deadline = Date.now() + START_LIMIT_MS; Date.now() < deadline; await delay(RETRY_MS)) {
    const postmaster = await findPostmaster(home);
    if (postmaster === undefined) return true;
    if (postmaster.port === undefined) continue;
    let lease: Lease | undefined;
    try {
      lease = await Lease.open(home, postmaster.port, await readCredentials(home));
      if (!(await lease.claim())) {
        if (Date.now() > patienceEnds) return false;
        continue;
      }
      await stopServer(home, await prepareBinaries(options.binaries ?? locateBinaries(), home));
      return true;
    } catch (error) {
      if (isRefusedPassword(error)) throw passwordLost(home);
      if (error instanceof EmbeddedPostgresError) throw error;
    } finally {
      await lease?.close();
    }
  }
  return false;
}

function isRefusedPassword(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === '28P01' || code === '28000';
}

function passwordLost(home: ClusterHome): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'password-lost',
    `The running database in ${home.directory} does not accept the password kept beside it: end that PostgreSQL, then run "npm run db:reset" to begin anew with demo data.`,
  );
}
