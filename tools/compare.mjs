// `npm run compare -- order-details`: builds what changed and compares the styles in the terminal; `rungs compare` with
// the same arguments. Everything but the result goes to standard error, so that `npm run --silent compare -- … --json`
// prints the data alone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build-if-changed.mjs';
import { carriedNode } from './carried-node.mjs';
import { supervise } from './supervise.mjs';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const commandLine = join(checkout, 'apps/cli/dist/main.js');
const node = carriedNode(checkout);

const buildExitCode = await buildIfChanged(checkout, node, ['api', 'cli'], console.error);
if (buildExitCode !== 0) process.exit(2);
if (!existsSync(commandLine)) {
  console.error(`The build left no ${commandLine}: run "npm run build" to see why.`);
  process.exit(2);
}
process.exit(
  await supervise({
    node,
    script: commandLine,
    args: ['compare', ...process.argv.slice(2)],
    cwd: checkout,
    graceMs: 20_000,
  }),
);
