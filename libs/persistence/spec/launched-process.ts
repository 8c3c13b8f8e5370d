// The launcher in a process of its own, which can be killed, signalled, and run as somebody else.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EmbeddedPostgresOptions } from '../src/embedded/embedded-postgres.ts';
import type { ServerUser } from '../src/embedded/native-program.ts';

/** What the process reported once its start had succeeded, or had been refused. */
export interface Report {
  readonly url?: string;
  readonly adopted?: boolean;
  readonly pid?: number;
  readonly directory?: string;
  readonly code?: string;
  readonly message?: string;
}

/** A process that runs the launcher and stops it on SIGINT and SIGTERM, as the application does. */
export interface LaunchedProcess {
  readonly report: Report;
  /** To the process alone, or to its whole group as a terminal does for Ctrl-C. */
  signal(signal: NodeJS.Signals, to?: 'group'): void;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

const LAUNCHER = fileURLToPath(new URL('../src/embedded/embedded-postgres.ts', import.meta.url));

const SCRIPT = `
const { startEmbeddedPostgres } = await import(process.argv[1]);
const say = (report) => process.stdout.write(JSON.stringify(report) + '\\n');
try {
  const database = await startEmbeddedPostgres({ log: () => {}, ...JSON.parse(process.argv[2]) });
  const stop = async () => { await database.stop(); process.exit(0); };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  setInterval(() => {}, 60_000);
  say(database);
} catch (error) {
  say({ code: error.code, message: error.message });
  process.exitCode = 1;
}`;

const running = new Set<ChildProcess>();

/** Whose process it is; this one's user, environment, launcher and Node where nothing is said. */
export interface LaunchedAs {
  readonly user?: ServerUser;
  readonly env?: NodeJS.ProcessEnv;
  readonly launcher?: string;
  readonly node?: string;
}

/** Launches and waits for the report. */
export async function launch(
  options: Omit<EmbeddedPostgresOptions, 'log'>,
  as: LaunchedAs = {},
): Promise<LaunchedProcess> {
  const child = spawn(
    as.node ?? process.execPath,
    ['--input-type=module', '-e', SCRIPT, as.launcher ?? LAUNCHER, JSON.stringify(options)],
    {
      cwd: '/',
      detached: true,
      env: as.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...as.user,
    },
  );
  running.add(child);
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve(signal ?? code);
    });
  });
  const report = await new Promise<Report>((resolve, reject) => {
    let output = '';
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\n')) resolve(JSON.parse(output) as Report);
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`ended without a report: ${errors}`)));
  });
  return {
    report,
    ended,
    signal: (signal, to) => {
      process.kill(to === 'group' ? -child.pid! : child.pid!, signal);
    },
  };
}

/** Asks every process that still runs to end in good order, after a test that failed half-way. */
export async function endLaunchedProcesses(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('close', resolve));
    }),
  );
}
