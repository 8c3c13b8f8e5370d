// `npm run bench -- graphql`: measures the product beside a handler on bare node:http and pg (apps/bench), on demo data as
// they are made. It has a database and servers of its own, and disturbs no other.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build-if-changed.mjs';
import { carriedNode } from './carried-node.mjs';
import { persistenceModule } from './persistence-module.mjs';
import { supervise } from './supervise.mjs';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const application = join(checkout, 'apps/bench/dist');
const args = process.argv.slice(2);
const node = carriedNode(checkout);

if ((await buildIfChanged(checkout, node, ['bench'], console.error)) !== 0) process.exit(2);
refuseWrongArguments(await import(join(application, 'command-line.js')));

const { startEmbeddedPostgres } = await persistenceModule('embedded/embedded-postgres');
const database = await startEmbeddedPostgres({ ephemeral: true, log: console.error });
try {
  process.env.DATABASE_URL = database.url;
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: checkout, encoding: 'utf8' });
  if (status === 0) process.env.RUNGS_COMMIT = stdout.trim();
  process.exitCode = await supervise({
    node,
    script: join(application, 'main.js'),
    args,
    cwd: checkout,
    graceMs: 20_000,
  });
} finally {
  await database.stop();
}

/** Before a database is started for nothing. */
function refuseWrongArguments({ parseCommandLine, USAGE }) {
  try {
    if (parseCommandLine(args) !== 'help') return;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
