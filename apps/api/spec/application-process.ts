import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** A process loads all sources anew; a busy machine takes its time. */
export const START_LIMIT_MS = 60_000;

/** The application as a process of its own, run from its sources. */
export interface ApplicationProcess {
  readonly child: ChildProcess;
  /** All it has printed so far. */
  output(): string;
  /** Resolves with the base URL as soon as it says that it is ready. */
  readonly ready: Promise<string>;
  readonly exitCode: Promise<number | null>;
}

const running: ApplicationProcess[] = [];

/** Runs the application from its sources, as a process of its own. */
export function runApplication(environment: Record<string, string>): ApplicationProcess {
  const child = spawn(process.execPath, ['--conditions=@rungs/source', '--import', '@oxc-node/core/register', MAIN], {
    cwd: CHECKOUT,
    env: {
      PATH: process.env['PATH'],
      OXC_TSCONFIG_PATH: join(CHECKOUT, 'tsconfig.base.json'),
      PORT: '0',
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

/** The `Authorization` field of a persona that has signed in there. */
export async function authorizationAt(baseUrl: string, persona: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  return `Bearer ${((await answer.json()) as { access_token: string }).access_token}`;
}

/** Ends what a spec has left running. */
export async function killApplications(): Promise<void> {
  for (const { child, exitCode } of running.splice(0)) {
    child.kill('SIGKILL');
    await exitCode;
  }
}
