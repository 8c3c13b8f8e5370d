// `npm run rungs -- <command>`: builds what changed and runs the command line (`apps/cli`). Everything but the result
// goes to standard error, so that `npm run --silent rungs -- compare … --json` prints the data alone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from './build-if-changed.mjs';
import { carriedNode } from './carried-node.mjs';
import { supervise } from './supervise.mjs';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const commandLine = join(checkout, 'apps/cli/dist/main.js');

process.exit(await runRungs(process.argv.slice(2)));

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code: 2 where it could not be built
 */
async function runRungs(args) {
  const node = carriedNode(checkout);
  const buildExitCode = await buildIfChanged(checkout, node, ['api', 'cli'], console.error);
  if (buildExitCode !== 0) return 2;
  if (!existsSync(commandLine)) {
    console.error(`The build left no ${commandLine}: run "npm run build" to see why.`);
    return 2;
  }
  return supervise({
    node,
    script: commandLine,
    args,
    // Where the command was typed, so that files are written there: npm changes to the checkout.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    graceMs: 20_000,
  });
}
