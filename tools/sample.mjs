// `npm run sample`: measures the comparison that the lab shows before anybody runs one, on demo data as they are made,
// and writes it to apps/lab/public/sample-run.json. It has a database and a server of its own, and disturbs no other.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildIfChanged } from './build-if-changed.mjs';
import { carriedNode } from './carried-node.mjs';
import { persistenceModule } from './persistence-module.mjs';
import { supervise } from './supervise.mjs';

const REPEATS = 9;
/** Of the document; more than this and the page waits for it. */
const LARGEST_COMPRESSED_BYTES = 150_000;

const checkout = fileURLToPath(new URL('..', import.meta.url));
const target = join(checkout, 'apps/lab/public/sample-run.json');
const node = carriedNode(checkout);

if ((await buildIfChanged(checkout, node, ['api', 'cli'])) !== 0) process.exit(2);
const folder = mkdtempSync(join(tmpdir(), 'rungs-sample-'));
const { startEmbeddedPostgres } = await persistenceModule('embedded/embedded-postgres');
const database = await startEmbeddedPostgres({ ephemeral: true, log: console.log });
try {
  process.exitCode = await measureInto(join(folder, 'sample.json'));
  if (process.exitCode === 0) keep(join(folder, 'sample.json'));
} finally {
  await database.stop();
  rmSync(folder, { recursive: true });
}

/** @returns {Promise<number>} the command's exit code */
async function measureInto(file) {
  process.env.DATABASE_URL = database.url;
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: checkout, encoding: 'utf8' });
  if (status === 0) process.env.RUNGS_COMMIT = stdout.trim();
  // Where nobody listens, so that the command starts a server of its own on the new database.
  process.env.PORT = String(await freePort());
  return supervise({
    node,
    script: join(checkout, 'apps/cli/dist/main.js'),
    args: [
      ...['compare', 'order-details', '--client', 'all', '--server', 'all', '--visit', 'all'],
      ...['--repeats', String(REPEATS), '--out', file],
    ],
    cwd: checkout,
    graceMs: 20_000,
  });
}

/** Compact, times to the microsecond: the rest of their digits is noise, which differs from sample to sample. */
function keep(file) {
  const { views, ...comparison } = JSON.parse(readFileSync(file, 'utf8'));
  const rounded = (_name, value) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);
  const document = { ...JSON.parse(JSON.stringify(comparison, rounded)), views };
  const text = `${JSON.stringify(document)}\n`;
  const compressedBytes = gzipSync(text).length;
  if (compressedBytes > LARGEST_COMPRESSED_BYTES) {
    throw new Error(`The sample has ${compressedBytes} bytes compressed, more than ${LARGEST_COMPRESSED_BYTES}.`);
  }
  writeFileSync(target, text);
  const measured = document.cells.filter(({ outcome }) => outcome === 'measured').length;
  console.log(`${target}: ${measured} programs, ${text.length} characters, ${compressedBytes} bytes compressed.`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
