import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, realpath, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgresError, explain } from './embedded-postgres-error.ts';
import type { ServerUser } from './native-program.ts';

/**
 * The directory one embedded cluster lives in, with everything that belongs to it:
 *
 * - `cluster/data`, PostgreSQL's own, and `cluster/credentials.json`, readable by the launcher alone;
 *   both come into being together, by one rename
 * - `port`, the port used last; `server.log`
 * - `postgresql-<version>`, a copy of the binaries, only where the installed ones cannot be used
 */
export interface ClusterHome {
  readonly directory: string;
  /** Set when the launcher is root, which PostgreSQL refuses to be. */
  readonly user: ServerUser | undefined;
}

/** The root of the checkout this file belongs to, from `src/embedded` and `dist/embedded` alike. */
const CHECKOUT_DIRECTORY = fileURLToPath(new URL('../../../../', import.meta.url));

export const clusterDirectory = (home: ClusterHome): string => join(home.directory, 'cluster');
export const dataDirectory = (home: ClusterHome): string => join(home.directory, 'cluster', 'data');

/** Whether the launcher is root (never on Windows). */
export function isRoot(): boolean {
  return process.geteuid?.() === 0;
}

/** `nobody`: there on every Unix, owns nothing, and needs no user to be made. */
function serverUser(): ServerUser | undefined {
  if (!isRoot()) return undefined;
  const ask = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim());
  // spawn takes unsigned ids, and macOS says -2.
  return { uid: ask('-u') >>> 0, gid: ask('-g') >>> 0 };
}

/**
 * Where a checkout's cluster may live, best first: inside the checkout, else in a place of the user's
 * own, named after the checkout so that two of them never share one.
 */
export async function candidateDirectories(name: string, checkout: string = CHECKOUT_DIRECTORY): Promise<string[]> {
  const suffix = name === 'main' ? '' : `-${name}`;
  const hash = createHash('sha256')
    .update(await realpath(checkout))
    .digest('hex')
    .slice(0, 12);
  const inside = join(checkout, '.rungs', `postgres${suffix}`);
  if (process.platform === 'win32') {
    return [inside, join(process.env.LOCALAPPDATA ?? tmpdir(), 'rungs', `${hash}${suffix}`)];
  }
  const shared = `/var/tmp/rungs-${process.geteuid?.() ?? 0}-${hash}${suffix}`;
  if (isRoot()) {
    // A checkout below a 0700 home cannot be entered by the server's user.
    const first = (await isReachableByOthers(checkout)) ? [inside] : [];
    const system = existsSync('/var/lib') ? [`/var/lib/rungs/${hash}${suffix}`] : [];
    return [...first, ...system, shared];
  }
  const state = process.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state');
  return [inside, join(state, 'rungs', `${hash}${suffix}`), shared];
}

/** The home in the first candidate that holds a cluster of ours, if any does. */
export async function findHome(candidates: readonly string[]): Promise<ClusterHome | undefined> {
  for (const directory of candidates) {
    if (!existsSync(join(directory, 'cluster'))) continue;
    if ((await whyUnsafe(directory)) !== undefined) continue;
    return { directory: await realpath(directory), user: serverUser() };
  }
  return undefined;
}

/** The home that holds a cluster, else a new one in the first candidate that can be written. */
export async function openHome(candidates: readonly string[]): Promise<ClusterHome> {
  const found = await findHome(candidates);
  if (found !== undefined) return found;
  const refusals: string[] = [];
  for (const directory of candidates) {
    const refusal = await makeDirectory(directory);
    if (refusal === undefined) return { directory: await realpath(directory), user: serverUser() };
    refusals.push(`${directory}: ${refusal}`);
  }
  throw new EmbeddedPostgresError(
    'no-place',
    `No directory can hold the database (${refusals.join('; ')}): make one of them writable, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/** A home of its own in the system's temporary directory, with a name nobody can foresee. */
export async function makeTemporaryHome(): Promise<ClusterHome> {
  const user = serverUser();
  const parent = user === undefined || (await isReachableByOthers(tmpdir())) ? tmpdir() : '/var/tmp';
  try {
    const directory = await mkdtemp(join(await realpath(parent), 'rungs-ephemeral-'));
    await chmod(directory, homeMode());
    return { directory, user };
  } catch (error) {
    throw explain(String(error), parent);
  }
}

/** Root's directories may be passed through by the server's user, and listed or written by nobody. */
export function homeMode(): number {
  return isRoot() ? 0o711 : 0o700;
}

/** Whether any user may pass through every directory down to this one. */
export async function isReachableByOthers(directory: string): Promise<boolean> {
  for (let at = await realpath(directory); ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Makes the directory if it is not there; answers why it cannot be used, or nothing. */
async function makeDirectory(directory: string): Promise<string | undefined> {
  try {
    await makeParents(dirname(directory));
    await mkdir(directory, { mode: homeMode() });
    // The umask may have taken the passage away again.
    await chmod(directory, homeMode());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw explain(code, directory);
    if (code !== 'EEXIST') return code ?? String(error);
  }
  if (isRoot() && !(await isReachableByOthers(directory))) return 'closed to the user PostgreSQL runs as';
  return await whyUnsafe(directory);
}

/** Not Node's recursive mkdir, which tries for ever where a parent cannot be made and says ENOENT (below /proc). */
async function makeParents(directory: string): Promise<void> {
  if (existsSync(directory)) return;
  await makeParents(dirname(directory));
  try {
    await mkdir(directory);
    // Whatever the umask: root's server user has to pass through.
    if (isRoot()) await chmod(directory, 0o755);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Why a directory must not be trusted with a database, or nothing. In a directory that everybody
 * may write, somebody else can have made the name first, as a directory or as a link.
 */
async function whyUnsafe(directory: string): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  const own = await lstat(directory);
  if (!own.isDirectory()) return 'not a directory';
  if (own.uid !== process.geteuid?.()) return 'belongs to another user';
  if ((own.mode & 0o022) !== 0) return 'others may write to it';
  const parent = await stat(dirname(directory));
  const stickyBit = 0o1000;
  if ((parent.mode & 0o002) !== 0 && (parent.mode & stickyBit) === 0) return 'others may replace it';
  return undefined;
}
