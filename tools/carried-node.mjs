import { existsSync } from 'node:fs';
import { join } from 'node:path';

const OLDEST_MAJOR = 24;

/**
 * The Node that runs the application: this one, or where it is too old the one that came with the packages.
 *
 * @param {string} checkout root of the repository
 * @returns {string} path of the executable
 */
export function carriedNode(checkout) {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) return process.execPath;
  const isWindows = process.platform === 'win32';
  const folder = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
  const path = join(checkout, 'node_modules', folder, 'bin', isWindows ? 'node.exe' : 'node');
  if (existsSync(path)) return path;
  console.error(
    `Rungs needs Node ${OLDEST_MAJOR} or later, this is ${process.versions.node}, and none came with the packages: install a newer Node, or run "npm ci" without omitting optional packages.`,
  );
  process.exit(1);
}
