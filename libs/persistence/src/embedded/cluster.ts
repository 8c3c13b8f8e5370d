import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClusterHome } from './cluster-home.ts';
import { clusterDirectory, homeMode } from './cluster-home.ts';
import { EmbeddedPostgresError, explain } from './embedded-postgres-error.ts';
import { programPath } from './native-binaries.ts';
import { runProgram } from './native-program.ts';
import { isRunning } from './process-state.ts';

/** PostgreSQL's superuser, for the launcher alone. */
export const SUPERUSER = 'postgres';
/** The role the application signs in as, and the database it owns. */
export const APPLICATION = 'rungs';

/** Passwords, kept beside the data in a file only the launcher's user may read. */
export interface Credentials {
  readonly superuserPassword: string;
  readonly applicationPassword: string;
}

/** Makes the cluster unless it is there. A failure half-way leaves nothing that a later start could mistake for one. */
export async function ensureCluster(
  home: ClusterHome,
  binaries: string,
  options: { durable: boolean },
): Promise<boolean> {
  if (existsSync(clusterDirectory(home))) return false;
  await removeAbandoned(home);
  let making: string | undefined;
  try {
    making = await mkdtemp(join(home.directory, `init-${process.pid}-`));
    await initialise(making, home, binaries, options);
    await rename(making, clusterDirectory(home));
    return true;
  } catch (error) {
    if (making !== undefined) await rm(making, { recursive: true, force: true });
    // Two first starts at once: the other one was quicker, and its cluster serves both.
    if (existsSync(clusterDirectory(home))) return false;
    if (error instanceof EmbeddedPostgresError) throw error;
    throw explain(String(error), home.directory);
  }
}

async function initialise(
  directory: string,
  home: ClusterHome,
  binaries: string,
  { durable }: { durable: boolean },
): Promise<void> {
  const credentials: Credentials = { superuserPassword: newPassword(), applicationPassword: newPassword() };
  const data = join(directory, 'data');
  const passwordFile = join(directory, 'superuser-password');
  await chmod(directory, homeMode());
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, credentials.superuserPassword, { mode: 0o600 });
  if (home.user !== undefined) {
    await chown(passwordFile, home.user.uid, home.user.gid);
    await chown(data, home.user.uid, home.user.gid);
  }
  const end = await runProgram(
    programPath(binaries, 'initdb'),
    [
      `--pgdata=${data}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Sorting and case by Unicode code point, the same on every machine whatever its locales.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    { cwd: home.directory, user: home.user },
  );
  if (end.exitCode !== 0) throw explain(end.output, home.directory);
  await rm(passwordFile);
  await writeFile(join(directory, 'credentials.json'), JSON.stringify(credentials), { mode: 0o600 });
}

/** Reads the passwords made with the cluster. */
export async function readCredentials(home: ClusterHome): Promise<Credentials> {
  try {
    return JSON.parse(await readFile(join(clusterDirectory(home), 'credentials.json'), 'utf8')) as Credentials;
  } catch {
    throw new EmbeddedPostgresError(
      'password-lost',
      `The password of the database in ${home.directory} cannot be read: run "npm run db:reset" to begin anew with demo data.`,
    );
  }
}

/** Removes the cluster and what failed or killed starts left; a kill half-way leaves no half cluster in place. */
export async function removeCluster(home: ClusterHome): Promise<void> {
  const condemned = join(home.directory, `removed-${process.pid}-${randomBytes(4).toString('hex')}`);
  await rename(clusterDirectory(home), condemned);
  await rm(condemned, { recursive: true, force: true });
  await rm(join(home.directory, 'server.log'), { force: true });
  await removeAbandoned(home);
}

/** Directories that carry the id of a process which is no more. */
async function removeAbandoned(home: ClusterHome): Promise<void> {
  for (const entry of await readdir(home.directory)) {
    const pid = /^(?:init|removed)-(\d+)-/.exec(entry)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(join(home.directory, entry), { recursive: true, force: true });
  }
}

/** 192 bits; the alphabet needs no escaping in SQL or in a URL. */
function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
