// `npm start`: builds what changed, runs the application, and sees to it that nothing is left behind when it ends.
// package.json starts it with `exec`, because a shell in between would die of a signal at once and npm with it, while
// the application still ends; where there is no `exec` (Windows), `||` starts it without.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build-if-changed.mjs';
import { carriedNode } from './carried-node.mjs';
import { persistenceModule } from './persistence-module.mjs';
import { supervise } from './supervise.mjs';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const application = join(checkout, 'apps/api/dist/main.js');
const node = carriedNode(checkout);

const buildExitCode = await buildIfChanged(checkout, node, ['api', 'lab']);
if (buildExitCode !== 0) process.exit(buildExitCode);
if (!existsSync(application)) {
  console.error(`The build left no ${application}: run "npm run build" to see why.`);
  process.exit(1);
}

const exitCode = await supervise({
  node,
  script: application,
  args: process.argv.slice(2),
  cwd: checkout,
  graceMs: 10_000,
});

// The application stops its database itself; this is for when it was killed.
if (!process.env.DATABASE_URL) {
  try {
    const { stopUnusedEmbeddedPostgres } = await persistenceModule('embedded/embedded-postgres');
    await stopUnusedEmbeddedPostgres({ log: console.log });
  } catch (error) {
    console.error(error.message);
  }
}
process.exit(exitCode);
