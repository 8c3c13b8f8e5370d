import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'rungs-supervise-'));
const running = new Set<ChildProcess>();
let scripts = 0;

/** Runs a supervisor over an application made of this text, and waits until the application says it is up. */
async function supervised(application: string, { graceMs = 5_000, belowNpm = false } = {}) {
  const script = join(folder, `application-${++scripts}.mjs`);
  writeFileSync(script, `${application}\nconsole.log('up', process.pid);`);
  const options = JSON.stringify({ node: process.execPath, script, args: [], cwd: folder, graceMs });
  const code = `import { supervise } from ${JSON.stringify(join(import.meta.dirname, 'supervise.mjs'))};
    process.exit(await supervise(${options}));`;
  const command = [process.execPath, '--input-type=module', '-e', code];
  const [program, ...args] = belowNpm ? ['/bin/sh', '-c', '"$@"; exit $?', 'npm', ...command] : command;
  const env = { ...process.env, npm_lifecycle_event: belowNpm ? 'start' : undefined };
  const child = spawn(program!, args, { detached: true, env });
  running.add(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (exitCode, signal) => {
      running.delete(child);
      resolve(signal ?? exitCode);
    });
  });
  await vi.waitFor(() => expect(output).toContain('up'), { timeout: 10_000, interval: 10 });
  return {
    ended,
    output: () => output,
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    /** As the terminal does for Ctrl-C. */
    signalGroup: (signal: NodeJS.Signals) => process.kill(-child.pid!, signal),
  };
}

afterEach(() => running.forEach((child) => child.kill('SIGKILL')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('answers with the application’s own exit code', async () => {
  const { ended } = await supervised(`setTimeout(() => process.exit(3), 50);`);
  expect(await ended).toBe(3);
});

it('passes Ctrl-C on once, although the terminal and npm both send it', async () => {
  const { ended, output, signal, signalGroup } = await supervised(`
    let count = 0;
    process.on('SIGINT', () => {
      count += 1;
      setTimeout(() => { console.log('interrupted ' + count); process.exit(0); }, 300);
    });
    setInterval(() => {}, 1_000);`);
  signalGroup('SIGINT');
  signal('SIGINT');

  expect(await ended).toBe(0);
  expect(output()).toContain('interrupted 1\n');
});

it.each(['SIGTERM', 'SIGHUP'] as const)('ends the application with SIGTERM on %s', async (received) => {
  const { ended, output, signal } = await supervised(`
    process.once('SIGTERM', () => { console.log('terminated'); process.exit(0); });
    setInterval(() => {}, 1_000);`);
  signal(received);

  expect(await ended).toBe(0);
  expect(output()).toContain('terminated');
});

it('kills an application that does not end in time, and says so', async () => {
  const { ended, output, signal } = await supervised(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1_000);`, {
    graceMs: 200,
  });
  signal('SIGTERM');

  expect(await ended).toBe(1);
  expect(output()).toContain('did not end within 0.2 s and was killed');
});

it.each([
  ['it is killed itself', false],
  ['npm is killed, which started it', true],
])('leaves no application behind when %s', async (_what, belowNpm) => {
  const marker = join(folder, `ended-well-${belowNpm}`);
  const { ended, signal } = await supervised(
    `
    import { writeFileSync } from 'node:fs';
    process.once('SIGTERM', () => { writeFileSync(${JSON.stringify(marker)}, 'yes'); process.exit(0); });
    setInterval(() => {}, 1_000);`,
    { belowNpm },
  );
  signal('SIGKILL');

  expect(await ended).toBe('SIGKILL');
  await vi.waitFor(() => expect(existsSync(marker)).toBe(true), { timeout: 5_000, interval: 10 });
});
