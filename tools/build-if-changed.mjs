import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Outside of the packages, and yet what builds read. The lab shows the last one as a page. */
const SOURCE_FILES = ['package-lock.json', 'nx.json', 'tsconfig.base.json', 'docs/method.md'];
/** Not part of any build: what others install, write at run time or test with. */
const IGNORED_FOLDERS = new Set(['node_modules', 'test-results', 'coverage']);
const IGNORED_FILES = /\.(spec\.tsx?|md)$/;

/**
 * Builds these projects and what they depend on, unless neither a source nor a built file has changed since the last
 * time: asking Nx costs two seconds even when it finds everything in its cache.
 *
 * @param {string} checkout root of the repository
 * @param {string} node executable to run Nx with
 * @param {string[]} projects names of Nx projects
 * @param {(line: string) => void} log told when there is something to build
 * @returns {Promise<number>} exit code of the build
 */
export async function buildIfChanged(checkout, node, projects, log = console.log) {
  // One per set of projects: what was built for one command says nothing about another's.
  const memory = join(checkout, `node_modules/.cache/rungs/built-${projects.join('-')}.txt`);
  const before = fingerprints(checkout);
  const isFirst = !existsSync(memory);
  if (!isFirst && readFileSync(memory, 'utf8') === textOf(before)) return 0;

  log(isFirst ? 'Building (up to two minutes the first time) …' : 'Building what changed …');
  const exitCode = await runNx(checkout, node, projects);
  if (exitCode !== 0) return exitCode;
  const after = fingerprints(checkout);
  // Somebody saved a file meanwhile, and nobody knows whether the build saw it.
  if (after.sources !== before.sources) return 0;
  try {
    mkdirSync(dirname(memory), { recursive: true });
    writeFileSync(memory, textOf(after));
  } catch {
    // Not ours to write: the next start asks Nx again, and is only slower.
  }
  return 0;
}

function runNx(checkout, node, projects) {
  const nx = join(checkout, 'node_modules/nx/dist/bin/nx.js');
  // Neither a daemon nor a process for each plugin: those would outlive a Ctrl-C by half a minute.
  const child = spawn(node, [nx, 'run-many', '-t', 'build', '-p', projects.join(','), '--output-style=static'], {
    cwd: checkout,
    env: { ...process.env, NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`Nx could not be run: ${error.message}`);
      resolve(1);
    });
    child.once('close', (code) => {
      if (code !== 0) console.error(`${output}\nThe build failed.`);
      resolve(code ?? 1);
    });
  });
}

const textOf = ({ sources, built }) => `${sources} ${built}`;

/** Names, sizes and times of everything a build reads, and of everything it wrote. */
function fingerprints(checkout) {
  const sources = createHash('sha256').update(process.version);
  const built = createHash('sha256');
  for (const file of SOURCE_FILES) add(sources, join(checkout, file));
  for (const folder of ['apps', 'libs', 'tools']) addFolder(sources, join(checkout, folder));
  return { sources: sources.digest('hex'), built: built.digest('hex') };

  function addFolder(hash, folder) {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!IGNORED_FOLDERS.has(entry.name)) addFolder(entry.name === 'dist' ? built : hash, path);
      } else if (!IGNORED_FILES.test(entry.name)) {
        add(hash, path);
      }
    }
  }

  function add(hash, path) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
}
