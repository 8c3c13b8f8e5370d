// Runs before `npm start`, `npm test` and the like: installs exactly what package-lock.json says when node_modules does
// not hold it. Plain JavaScript for the system's own Node, because nothing else may be there yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE_MAJOR = 24;

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

const reason = whyInstall();
if (reason) install(reason);
refuseOldNode();

/** @returns {string | undefined} why an installation is needed, for people */
function whyInstall() {
  // npm writes this file last, so an installation that was cut short has none.
  const installedFile = join(modules, '.package-lock.json');
  if (!existsSync(installedFile)) return 'node_modules holds no finished installation';
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(installedFile);
  for (const [path, entry] of Object.entries(wanted)) {
    const found = installed[path];
    // Optional packages are for other platforms; asking npm for them again would not bring them.
    if (!found && !entry.optional) return `${path} is not installed`;
    if (found && found.version !== entry.version) return `${path} is at ${found.version}, not ${entry.version}`;
    if (found && found.integrity !== entry.integrity) return `${path} is not the file that the lock file names`;
  }
  for (const path of Object.keys(installed)) {
    if (!wanted[path]) return `${path} is installed but no longer wanted`;
  }
  return undefined;
}

/** The packages below node_modules of a lock file, without the workspace's own folders. */
function packagesOf(lockFile) {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  return Object.fromEntries(Object.entries(packages).filter(([path]) => path.includes('node_modules/')));
}

function install(why) {
  console.log(`Installing packages, because ${why} (npm ci, a minute or two) …`);
  const startedMs = Date.now();
  const [command, ...args] = npm();
  const { status, error } = spawnSync(
    command,
    [...args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
    { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm' },
  );
  if (status !== 0) {
    const detail = error ? ` (${error.message})` : '';
    console.error(`\nnpm ci failed${detail}; its own message is above. Nothing else was started.`);
    process.exit(1);
  }
  console.log(`Installed in ${Math.round((Date.now() - startedMs) / 1000)} s.`);
}

/** The npm that started this script, on the Node it runs on: the one in node_modules is about to be replaced. */
function npm() {
  const { npm_execpath: npmScript, npm_node_execpath: npmNode } = process.env;
  if (npmScript?.endsWith('.js') && npmNode && existsSync(npmNode)) return [npmNode, npmScript];
  return ['npm'];
}

/** Scripts run on the Node that is carried in node_modules, where there is one for this platform. */
function refuseOldNode() {
  const carried = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(carried)) {
    const { status, stdout } = spawnSync(carried, ['--version'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status === 0 && majorOf(stdout) >= OLDEST_NODE_MAJOR) return;
    console.error(`The Node that Rungs carries (${carried}) does not run here: ${process.platform} ${process.arch}.`);
    process.exit(1);
  }
  if (majorOf(process.version) >= OLDEST_NODE_MAJOR) return;
  console.error(
    `Rungs needs Node ${OLDEST_NODE_MAJOR} and carries none for ${process.platform} ${process.arch}; ` +
      `this is Node ${process.version}. Install Node ${OLDEST_NODE_MAJOR} and run the command again.`,
  );
  process.exit(1);
}

function majorOf(version) {
  return Number(/^v?(\d+)/.exec(version.trim())?.[1] ?? 0);
}
