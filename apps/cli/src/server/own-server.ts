import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { CommandFailure, type Terminal } from '../terminal.ts';

const APPLICATION = fileURLToPath(new URL('../../../api/dist/main.js', import.meta.url));
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 15_000;
const POLL_MS = 100;
const KEPT_OUTPUT_CHARACTERS = 4_000;

/** Run inside the server: when this command is killed, the server ends too, and in good order. */
const END_WITH_US = `data:text/javascript,${encodeURIComponent(
  `process.once('disconnect', () => process.kill(process.pid, 'SIGTERM')); process.channel?.unref();`,
)}`;

export interface OwnServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Starts the application on a free port and waits until it is ready. It shares the embedded database with one that runs
 * already, or the one `DATABASE_URL` names, and stops its own with itself.
 */
export async function startOwnServer(terminal: Terminal, application = APPLICATION): Promise<OwnServer> {
  if (!existsSync(application)) {
    throw new CommandFailure(`There is no built application at ${application}: run "npm run build" first.`);
  }
  const port = await freePort();
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', END_WITH_US, application], {
    // Only a server in development signs personas in and says what its answers cost.
    env: { ...terminal.env, NODE_ENV: 'development', HOST: '127.0.0.1', PORT: String(port) },
    // In a session of its own, because on Ctrl-C the terminal signals everyone, and what is being measured is first
    // brought to its end: then the server is told.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-KEPT_OUTPUT_CHARACTERS)));
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const close = () => stopChild(child, ended);
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready(url, ended, terminal);
  } catch (error) {
    await close();
    if (terminal.stop?.aborted) throw new CommandFailure((error as Error).message);
    throw new CommandFailure(`${(error as Error).message}${output ? ` It said:\n${output.trimEnd()}` : ''}`);
  }
  return { url, close };
}

async function ready(url: string, ended: Promise<string>, { fetch, stop }: Terminal): Promise<void> {
  let end: string | undefined;
  void ended.then((how) => (end = how));
  const deadlineMs = performance.now() + START_LIMIT_MS;
  while (performance.now() < deadlineMs) {
    if (end !== undefined) throw new Error(`The server ended before it was ready (${end}).`);
    if (stop?.aborted) throw new Error('Stopped before the server was ready.');
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`The server was not ready within ${START_LIMIT_MS / 1000} s.`);
}

async function stopChild(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  await ended;
  clearTimeout(kill);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
