import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Usage } from './meter.ts';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;

/** Modules beside this one, as it was itself loaded: built, or by specs from the source. */
const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const FOLDER = EXTENSION === 'ts' ? 'src' : 'dist';

const METER = new URL(`./meter.${EXTENSION}`, import.meta.url);
export const RAW = new URL(`./raw-server.${EXTENSION}`, import.meta.url);
export const PRODUCT = new URL(`../../api/${FOLDER}/main.${EXTENSION}`, import.meta.url);

export interface ServerProgram {
  readonly script: URL;
  readonly environment: Readonly<Record<string, string>>;
  /** For Node, before the script: how specs run from the source. */
  readonly nodeArguments: readonly string[];
}

/** A server in a process of its own that tells what it uses. */
export interface MeasuredServer {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts a server with the meter in it; resolves when it says that it is ready. */
export async function startMeasured({ script, environment, nodeArguments }: ServerProgram): Promise<MeasuredServer> {
  const child = spawn(process.execPath, [...nodeArguments, '--import', METER.href, fileURLToPath(script)], {
    env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  try {
    const baseUrl = await ready(child);
    return { baseUrl, usage: () => usageOf(child), stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const limit = setTimeout(
      () => reject(new Error(`A server was not ready within ${START_LIMIT_MS / 1000} s. It said:\n${output}`)),
      START_LIMIT_MS,
    );
    const read = (chunk: unknown): void => {
      output += String(chunk);
      const baseUrl = / is ready: (\S+)\/\n/.exec(output)?.[1];
      if (baseUrl === undefined) return;
      clearTimeout(limit);
      resolve(baseUrl);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => {
      clearTimeout(limit);
      reject(new Error(`A server ended before it was ready. It said:\n${output}`));
    });
  });
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  const answered = once(child, 'message') as Promise<[Usage]>;
  child.send('usage');
  return (await answered)[0];
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(limit);
}
