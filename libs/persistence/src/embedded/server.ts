import { closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { open, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { ClusterHome } from './cluster-home.ts';
import { dataDirectory } from './cluster-home.ts';
import { EmbeddedPostgresError, explain } from './embedded-postgres-error.ts';
import { programPath } from './native-binaries.ts';
import { runProgram } from './native-program.ts';
import { isNumberInUse, isRunning } from './process-state.ts';

/** What PostgreSQL's `postmaster.pid` says of a server; the port comes later than the process id. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number | undefined;
}

/**
 * The server that holds the data directory now, if one does. What a killed server left behind is
 * PostgreSQL's to clear, except where the number it left is in use: by another program (a reboot
 * does that) or by its own remains that nobody collected. PostgreSQL would take either for a rival
 * and refuse to start.
 */
export async function findPostmaster(home: ClusterHome): Promise<Postmaster | undefined> {
  const lines = (await readFile(postmasterFile(home), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || pid === NO_PROCESS) return undefined;
  if (!isNumberInUse(pid)) return undefined;
  if (!isRunning(pid) || (await isStranger(pid, home))) {
    await disown(home, lines);
    return undefined;
  }
  const port = Number(lines[3]);
  return { pid, port: Number.isInteger(port) && port > 0 ? port : undefined };
}

const postmasterFile = (home: ClusterHome): string => join(dataDirectory(home), 'postmaster.pid');

/** A number above every system's largest process id. */
const NO_PROCESS = 999_999_999;

/**
 * Puts a number no process can have into `postmaster.pid`. The rest stays, because it names the shared
 * memory by which PostgreSQL makes sure that no session of the dead server still writes.
 */
async function disown(home: ClusterHome, lines: readonly string[]): Promise<void> {
  // A server that started since has written a file of its own.
  if ((await readFile(postmasterFile(home), 'utf8').catch(() => '')) !== lines.join('\n')) return;
  // The directory is the server's user's: as root, never follow a link out of it.
  const file = await open(postmasterFile(home), constants.O_WRONLY | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0));
  try {
    await file.writeFile([NO_PROCESS, ...lines.slice(1)].join('\n'));
  } finally {
    await file.close();
  }
}

/** True only when it is certain: a postmaster's working directory is its data directory, always. */
async function isStranger(pid: number, home: ClusterHome): Promise<boolean> {
  if (process.platform === 'linux') {
    const cwd = await readlink(`/proc/${pid}/cwd`).catch((error: NodeJS.ErrnoException) => error.code);
    // EACCES: another user's, while a server of ours runs as us, or we are root.
    return cwd === 'EACCES' || (cwd?.startsWith('/') === true && cwd !== dataDirectory(home));
  }
  if (process.platform === 'darwin') {
    const end = await runProgram('/bin/ps', ['-p', String(pid), '-o', 'comm='], { cwd: '/', user: undefined });
    return end.exitCode === 0 && !end.output.includes('postgres');
  }
  return false;
}

/** How an attempt to start ended: running, or a rival that a further attempt can get round. */
export type StartOutcome = 'started' | 'locked' | 'port-taken';

/** Starts the server in a session of its own and waits until it takes connections. */
export async function startServer(
  home: ClusterHome,
  binaries: string,
  options: { port: number; durable: boolean },
): Promise<StartOutcome> {
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    port: options.port,
    // No socket file: no length limit on the path, and one way in, with a password.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const log = join(home.directory, 'server.log');
  const logFd = openLog(log);
  const from = statSync(log).size;
  try {
    const end = await runProgram(
      programPath(binaries, 'pg_ctl'),
      [
        'start',
        `--pgdata=${dataDirectory(home)}`,
        '--wait',
        '--timeout=60',
        `--options=${Object.entries(settings)
          .map(([name, value]) => `-c ${name}=${value}`)
          .join(' ')}`,
      ],
      { cwd: home.directory, user: home.user, outputFd: logFd, detached: true },
    );
    if (end.exitCode === 0) return 'started';
  } finally {
    closeSync(logFd);
  }
  const said = readFrom(log, from);
  if (/lock file "postmaster\.pid" already exists|pre-existing shared memory block/.test(said)) return 'locked';
  if (/could not bind|Address already in use|could not create any TCP\/IP sockets/.test(said)) return 'port-taken';
  throw explain(said, home.directory);
}

/** Stops the server: sessions are ended, nothing committed is lost. */
export async function stopServer(home: ClusterHome, binaries: string): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const end = await runProgram(
      programPath(binaries, 'pg_ctl'),
      ['stop', `--pgdata=${dataDirectory(home)}`, `--mode=${mode}`, '--wait', '--timeout=15'],
      { cwd: home.directory, user: home.user, detached: true },
    );
    if (end.exitCode === 0 || (await findPostmaster(home)) === undefined) return;
  }
  const pid = (await findPostmaster(home))?.pid;
  throw new EmbeddedPostgresError(
    'cannot-stop',
    `The embedded PostgreSQL in ${home.directory} (process ${pid}) did not stop: end that process by hand.`,
  );
}

/** A TCP port on the loopback address nobody listens on; the wanted one if that is free. */
export async function freePort(wanted: number | undefined): Promise<number> {
  return (wanted === undefined ? undefined : await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

const LOG_LIMIT_BYTES = 4 * 1024 * 1024;

/** The launcher opens the log and hands it over, so that the server's user needs no right to the directory. */
function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) closeSync(openSync(path, 'w', 0o600));
  return openSync(path, 'a', 0o600);
}

function readFrom(path: string, offset: number): string {
  const fd = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(64 * 1024);
    return buffer.toString('utf8', 0, readSync(fd, buffer, 0, buffer.length, offset));
  } finally {
    closeSync(fd);
  }
}
