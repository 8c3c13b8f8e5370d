import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readdirSync } from 'node:fs';
import { access, chmod, constants, lstat, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A Chromium ready to be started, and what its environment must say for it. */
export interface Chromium {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Only Linux on x64 is packed in the npm package. */
export function isPackaged(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The Chromium inside the npm package `@sparticuz/chromium`, unpacked once into a folder of our own: the package's
 * own place is a fixed, shared name below /tmp.
 *
 * @param libraries whether it must run on the libraries packed beside it, whatever the machine has
 */
export async function packagedChromium({
  libraries = 'where-missing',
}: { libraries?: 'where-missing' | 'packed' } = {}): Promise<Chromium> {
  const packageFile = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build\/index\.js$/, '');
  const { version } = JSON.parse(await readFile(join(packageFile, 'package.json'), 'utf8')) as { version: string };
  const folder = await unpackOnce(join(packageFile, 'bin'), version);
  const executablePath = join(folder, 'chromium');
  const environment: Record<string, string> = {};
  // Without a font the page renders as blanks; a machine without fontconfig has none that Chromium would find.
  if (!existsSync('/etc/fonts/fonts.conf')) environment['FONTCONFIG_PATH'] = join(folder, 'fonts');
  if (libraries === 'packed' || (await missingLibraries(executablePath)).length > 0) {
    const inherited = process.env['LD_LIBRARY_PATH'];
    environment['LD_LIBRARY_PATH'] = [join(folder, 'al2023', 'lib'), ...(inherited ? [inherited] : [])].join(':');
    const missing = await missingLibraries(executablePath, environment);
    if (missing.length > 0) {
      throw new Error(`Chromium lacks ${missing.join(', ')} on this machine: install the packages that hold them.`);
    }
  }
  return { executablePath, environment };
}

/** Shared libraries that the loader would not find, by name. */
export async function missingLibraries(
  executablePath: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  // ldd answers 1 for some files that it can still list; no ldd at all says nothing about what is missing.
  const { stdout } = await run('ldd', [executablePath], { env: { ...process.env, ...environment } }).catch(
    (error: { stdout?: string }) => ({ stdout: error.stdout ?? '' }),
  );
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library ?? '');
}

async function unpackOnce(packed: string, version: string): Promise<string> {
  const parent = await placeOfOurOwn();
  const folder = join(parent, version);
  if (existsSync(folder)) return folder;
  const staging = await mkdtemp(join(parent, 'unpacking-'));
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((name) => join(packed, name));
    // The package unpacks into the temporary directory of its process and nowhere else, so it gets a process of its own.
    await run(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { inflate } from '@sparticuz/chromium'; await Promise.all(process.argv.slice(1).map(inflate));`,
        ...archives,
      ],
      { env: { ...process.env, TMPDIR: staging }, cwd: dirname(fileURLToPath(import.meta.url)) },
    );
    await chmod(join(staging, 'chromium'), 0o755);
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another run may have finished the same work first; then its folder is as good.
    if (!existsSync(folder)) throw new Error(`Chromium could not be unpacked into ${parent}`, { cause: error });
  }
  await removeOtherVersions(parent, version);
  return folder;
}

/** Inside the installation, else in a directory of this user alone. */
async function placeOfOurOwn(): Promise<string> {
  const installation = fileURLToPath(new URL('../../../node_modules', import.meta.url));
  const inside = join(installation, '.cache', 'rungs-chromium');
  try {
    await mkdir(inside, { recursive: true });
    await access(inside, constants.W_OK);
    return inside;
  } catch {
    const own = join(tmpdir(), `rungs-chromium-${process.geteuid?.() ?? 0}`);
    await mkdir(own, { recursive: true, mode: 0o700 });
    const { uid, mode } = await lstat(own);
    // What is executed from a shared temporary directory must be nobody else's to write.
    if (uid !== process.geteuid?.() || (mode & 0o022) !== 0) {
      throw new Error(`${own} can be written by another user: remove it, or set PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH.`);
    }
    return own;
  }
}

async function removeOtherVersions(parent: string, version: string): Promise<void> {
  for (const name of readdirSync(parent)) {
    if (name !== version && !name.startsWith('unpacking-')) await rm(join(parent, name), { recursive: true });
  }
}
