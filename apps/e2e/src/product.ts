import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const APPLICATION = fileURLToPath(new URL('../../api/dist/main.js', import.meta.url));
const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 15_000;

/** The built product, running with a database of its own. */
export interface Product {
  /** `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** Asks it to end, waits, and removes its data. Throws when it did not end well. */
  stop(): Promise<void>;
}

/**
 * Starts what `npm run build` left, with an embedded PostgreSQL in a temporary directory.
 *
 * @param port any free one by default
 */
export async function startProduct({ port = 0 }: { readonly port?: number } = {}): Promise<Product> {
  if (!existsSync(APPLICATION)) throw new Error(`There is no ${APPLICATION}: run "npm run build" first.`);
  const dataDirectory = await mkdtemp(join(await realpath(tmpdir()), 'rungs-e2e-'));
  // As root, the database runs as another user, who has to pass through.
  await chmod(dataDirectory, 0o711);
  const child = spawn(process.execPath, ['--enable-source-maps', APPLICATION], {
    env: { ...environmentOfOurs(), PORT: String(port), RUNGS_DATA_DIRECTORY: dataDirectory, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const said = new Promise<string>((resolve) => {
    const listen = (chunk: Buffer): void => {
      output += String(chunk);
      const origin = /Rungs is ready: (http:\/\/\S+?)\/?\s/.exec(output)?.[1];
      if (origin) resolve(origin);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });

  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const code = await within(STOP_LIMIT_MS, exited);
    if (code === undefined) child.kill('SIGKILL');
    await rm(dataDirectory, { recursive: true, force: true });
    if (code !== 0) throw new Error(`The product ended with ${code ?? 'a kill, since it did not end'}:\n${output}`);
  };
  const origin = await within(START_LIMIT_MS, Promise.race([said, exited.then(() => undefined)]));
  if (origin === undefined) {
    await stop().catch(() => undefined);
    throw new Error(`The product did not get ready:\n${output}`);
  }
  return { origin, stop };
}

/** What the developer set for a server of their own must not reach this one. */
function environmentOfOurs(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env);
  const ofOurs = /^(RUNGS_|DATABASE_|RATE_LIMIT_|EVENT_STREAMS_|GRAPHQL_|NODE_ENV$|HOST$)/;
  return Object.fromEntries(entries.filter(([name]) => !ofOurs.test(name)));
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
