import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildIfChanged } from './build-if-changed.mjs';

let checkout: string;
const build = (): Promise<number> => buildIfChanged(checkout, process.execPath, ['api', 'lab']);
const runs = (): string[] => readFileSync(join(checkout, 'runs'), 'utf8').trim().split('\n');

/** Writes a file with a time that differs from any before, however coarse the file system's clock. */
let writes = 0;
function write(path: string, text: string): void {
  mkdirSync(join(checkout, path, '..'), { recursive: true });
  writeFileSync(join(checkout, path), text);
  const time = new Date(Date.now() + ++writes * 1_000);
  utimesSync(join(checkout, path), time, time);
}

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'rungs-build-'));
  for (const file of ['package-lock.json', 'nx.json', 'tsconfig.base.json', 'docs/method.md']) write(file, '{}');
  write('apps/api/src/main.ts', 'first');
  write('libs/domain/src/index.ts', '');
  write('tools/tool.mjs', '');
  // Stands for Nx: notes what it was asked, and leaves something built.
  write(
    'node_modules/nx/dist/bin/nx.js',
    `const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
     appendFileSync('runs', process.argv.slice(2).join(' ') + '\\n');
     mkdirSync('apps/api/dist', { recursive: true });
     writeFileSync('apps/api/dist/main.js', '');`,
  );
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

it('asks Nx for the named projects the first time, in one line, and not again while nothing changes', async () => {
  expect(await build()).toBe(0);
  expect(await build()).toBe(0);

  expect(runs()).toEqual(['run-many -t build -p api,lab --output-style=static']);
  expect(console.log).toHaveBeenCalledTimes(1);
});

it.each([
  ['a source changed', () => write('apps/api/src/main.ts', 'other')],
  ['a source came', () => write('libs/domain/src/order.ts', '')],
  ['the locked packages changed', () => write('package-lock.json', '{"a":1}')],
  ['the page about the method changed', () => write('docs/method.md', 'other')],
  ['a built file is gone', () => rmSync(join(checkout, 'apps/api/dist/main.js'))],
])('asks Nx again when %s', async (_what, change) => {
  await build();
  change();
  await build();

  expect(runs()).toHaveLength(2);
});

it('does not ask Nx again for a spec or a document', async () => {
  await build();
  write('apps/api/src/main.spec.ts', '');
  write('libs/domain/README.md', '');
  await build();

  expect(runs()).toHaveLength(1);
});

it('shows what a failed build said, answers its exit code, and builds again the next time', async () => {
  write(
    'node_modules/nx/dist/bin/nx.js',
    `require('node:fs').appendFileSync('runs', 'x\\n'); console.log('TS2322'); process.exit(7);`,
  );

  expect(await build()).toBe(7);
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('TS2322'));
  expect(await build()).toBe(7);
  expect(runs()).toHaveLength(2);
});
