import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CommandFailure, type Terminal } from '../terminal.ts';
import { startOwnServer } from './own-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'rungs-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stands for apps/api: ready at the third question, and ending with SIGTERM in good order. */
const GOOD = application(
  'good',
  `import { createServer } from 'node:http';
   let asked = 0;
   const server = createServer((request, response) => {
     response.statusCode = request.url === '/health/ready' && ++asked < 3 ? 503 : 200;
     response.end(request.url === '/env' ? JSON.stringify(process.env) : String(process.pid));
   }).listen(Number(process.env.PORT), '127.0.0.1');
   process.on('SIGTERM', () => { server.closeAllConnections(); server.close(() => process.exit(0)); });`,
);
const BAD = application('bad', `console.error('PORT must be a number'); process.exit(3);`);

function application(name: string, source: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, source);
  return path;
}

const terminal: Terminal = {
  out: () => undefined,
  err: () => undefined,
  colourDepth: 1,
  env: { ...process.env, PORT: '3000', RUNGS_TEST: 'passed on' },
  fetch,
};

describe('a server of one’s own', () => {
  it('is ready on a port of its own, in the same environment otherwise, and gone after it was closed', async () => {
    const server = await startOwnServer(terminal, GOOD);
    const env = (await (await fetch(`${server.url}/env`)).json()) as Record<string, string>;
    expect(env['RUNGS_TEST']).toBe('passed on');
    expect(server.url).toBe(`http://127.0.0.1:${env['PORT']}`);
    expect(env['PORT']).not.toBe('3000');
    const pid = Number(await (await fetch(server.url)).text());
    await server.close();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    expect(process.listenerCount('SIGHUP')).toBe(0);
  });

  it('that cannot start is reported with what it said', async () => {
    const failure = await startOwnServer(terminal, BAD).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(String(failure)).toContain('The server ended before it was ready (exit code 3). It said:');
    expect(String(failure)).toContain('PORT must be a number');
  });

  it('that has not been built is reported with what to do', async () => {
    await expect(startOwnServer(terminal, join(folder, 'nowhere.js'))).rejects.toThrow('npm run build');
  });
});
