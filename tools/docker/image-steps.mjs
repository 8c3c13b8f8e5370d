// Follows the Dockerfile without a container engine, so that its steps are tried and not hoped for: every stage is a
// folder, every COPY and RUN of the Dockerfile happens in it, and what the last stage holds is started the way the
// image would be, as its user, against a PostgreSQL elsewhere. Needs root, as becoming another user does.
//
//   node tools/docker/image-steps.mjs            about three minutes
//   node tools/docker/image-steps.mjs --keep     leaves the folders, and says where
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { carriedNode } from '../carried-node.mjs';
import { persistenceModule } from '../persistence-module.mjs';
import { copyContext } from './build-context.mjs';
import { execForm, neededStages, readDockerfile } from './dockerfile.mjs';
import { tryImage } from './try-image.mjs';

const checkout = resolve(import.meta.dirname, '../..');
const keep = process.argv.includes('--keep');

if (process.geteuid?.() !== 0) {
  console.error('Starting the image as its own user needs root: run this as root, or in a container of your own.');
  process.exit(2);
}

// Passed through by the image's user, listed by nobody.
const work = mkdtempSync(join(realpathSync(tmpdir()), 'rungs-image-'));
chmodSync(work, 0o711);
try {
  const node = nodeForEverybody();
  const image = buildImage(node);
  const { startEmbeddedPostgres } = await persistenceModule('embedded/embedded-postgres');
  const postgres = await startEmbeddedPostgres({ ephemeral: true, log: (line) => console.log(line) });
  try {
    await tryImage({ ...image, databaseUrl: postgres.url, start: (options) => startIn(image, node, options) });
  } finally {
    await postgres.stop();
  }
  console.log('\nThe steps of the Dockerfile hold.');
} finally {
  if (keep) console.log(`Kept in ${work}`);
  else rmSync(work, { recursive: true, force: true });
}

/** The image's user can read neither root's home nor what lies in it. */
function nodeForEverybody() {
  const bin = join(work, 'bin');
  mkdirSync(bin);
  copyFileSync(carriedNode(checkout), join(bin, 'node'));
  chmodSync(join(bin, 'node'), 0o755);
  return join(bin, 'node');
}

/** Builds the stages that the last one needs. */
function buildImage(node) {
  const stages = neededStages(readDockerfile(readFileSync(join(checkout, 'Dockerfile'), 'utf8')));
  /** @type {Map<string, { root: string, workdir: string }>} */
  const built = new Map();
  let image;
  for (const stage of stages) {
    const parent = built.get(stage.from);
    const root = join(work, stage.name);
    image = { root, workdir: parent?.workdir ?? '/', environment: {}, uid: 0, gid: 0, command: [], healthcheck: [] };
    // Links instead of copies: npm and the build replace files, they do not write into them.
    if (parent) run('cp', ['-al', parent.root, root], { cwd: work });
    else mkdirSync(root);
    console.log(`\n── stage ${stage.name}, from ${stage.from}`);
    for (const instruction of stage.instructions) follow(instruction, image, { built, node });
    built.set(stage.name, image);
  }
  return image;
}

function follow({ keyword, text, flags }, image, { built, node }) {
  const here = join(image.root, image.workdir);
  console.log([keyword, ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`), text].join(' '));
  switch (keyword) {
    case 'WORKDIR':
      image.workdir = text;
      return mkdirSync(join(image.root, text), { recursive: true });
    case 'COPY':
      return copy(text.split(/\s+/), flags.from ? built.get(flags.from) : undefined, here);
    case 'RUN':
      // Paths from the file system's root would leave the stage's folder.
      if (/(^|\s)\/\w/.test(text)) throw new Error(`RUN with an absolute path cannot be tried here: ${text}`);
      return run('sh', ['-c', text], { cwd: here, env: buildEnvironment(node) });
    case 'ENV': {
      const [, name, value] = /^(\w+)=(.*)$/.exec(text) ?? [];
      image.environment[name] = value.startsWith('/') ? join(image.root, value) : value;
      return;
    }
    case 'USER':
      [image.uid, image.gid] = text.split(':').map(Number);
      return;
    case 'HEALTHCHECK':
      image.healthcheck = execForm(text);
      return;
    case 'CMD':
      image.command = execForm(text);
      return;
    case 'EXPOSE':
      return;
  }
}

function copy(words, from, here) {
  const target = resolve(here, words.pop());
  for (const source of words) {
    if (!from && source === '.') copyContext(checkout, target);
    else if (!from) throw new Error(`Only the whole context is copied here, not ${source}`);
    else copyTree(join(from.root, source), target);
  }
}

/** A file goes into the folder named; a folder's contents do. */
function copyTree(source, target) {
  const to = statSync(source).isFile() ? join(target, basename(source)) : target;
  cpSync(source, to, { recursive: true, verbatimSymlinks: true });
}

function run(command, args, options) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed (${error?.message ?? `exit ${status}`})`);
}

/** What npm and Nx told this process about the checkout is not what the stage's are to hear. */
function buildEnvironment(node) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_(?!config_)|NX_|INIT_CWD|NODE_)/.test(name));
  return { ...Object.fromEntries(inherited), PATH: [dirname(node), process.env.PATH].join(delimiter), CI: 'true' };
}

/** Starts a command of the image as its user, with the image's environment and nothing of ours. */
function startIn({ root, workdir, environment, uid, gid }, node, { command, variables = {} }) {
  const [program, ...args] = command;
  const child = spawn(program === 'node' ? node : program, args, {
    cwd: join(root, workdir),
    env: { PATH: dirname(node), ...environment, ...variables },
    uid,
    gid,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return {
    output: () => output,
    exited: once(child, 'exit').then(([code, signal]) => code ?? signal),
    signal: (name) => child.kill(name),
  };
}
