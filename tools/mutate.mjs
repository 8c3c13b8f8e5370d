// `npm run mutate`: breaks one rule at a time, in one style or in what all styles share, and expects a conformance suite
// to turn red. Exit code 0 when every mistake was found, 1 when one lived.
//
//   npm run mutate                        all of them
//   npm run mutate -- graphql shared      those of one style, those of the shared layers
//   npm run mutate -- level-2-wrong-total one of them
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MUTATIONS } from './mutate/mutations.ts';

/** More would wait for each other: each brings a database and a server. */
const AT_ONCE = 2;

const root = resolve(import.meta.dirname, '..');
const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '..', 'vitest.mjs');
const reports = mkdtempSync(join(tmpdir(), 'rungs-mutate-'));
const wanted = process.argv.slice(2);
const groupOf = ({ id, style }) => (id.startsWith('shared-') ? 'shared' : style);
const chosen = MUTATIONS.filter(
  (mutation) => wanted.length === 0 || wanted.includes(groupOf(mutation)) || wanted.includes(mutation.id),
);
if (chosen.length === 0) {
  console.error(
    `No mistakes are planned for ${wanted.join(', ')}; there are some for ${[...new Set(MUTATIONS.map(groupOf))].join(', ')}.`,
  );
  process.exit(2);
}

// A suite that is red anyway finds nothing.
const red = [];
await inTurns([...new Set(chosen.map(({ style }) => style))], async (style) => {
  if ((await runSuite(style)).exitCode !== 0) red.push(style);
});
let lived = 0;
if (red.length === 0) await inTurns(chosen, tell);
rmSync(reports, { recursive: true, force: true });
if (red.length > 0) {
  console.error(`The suite is red without any mistake: ${red.join(', ')}. First make npm test -- integration green.`);
  process.exit(2);
}
console.log(`\n${chosen.length - lived} of ${chosen.length} planted mistakes were found.`);
process.exitCode = lived === 0 ? 0 : 1;

async function inTurns(all, work) {
  const waiting = [...all];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function tell(mutation) {
  const { verdict, detail } = await tryOut(mutation);
  if (verdict !== 'found') lived += 1;
  const { kind, mistake } = mutation;
  console.log(`${verdict.padEnd(7)} ${groupOf(mutation).padEnd(13)} ${kind}: ${mistake}\n        ${detail}`);
}

async function tryOut({ id, style }) {
  const { exitCode, tests, errors } = await runSuite(style, id);
  if (exitCode === 0) return { verdict: 'LIVED', detail: `the suite of ${style} stayed green` };
  const failed = tests.find(({ status }) => status === 'failed');
  const [failure = ''] = failed?.failureMessages ?? [];
  // Red because something broke down is not red because the mistake was found: an expectation must have failed.
  if (!failure.startsWith('AssertionError')) {
    const line = errors.split('\n').find((text) => text.includes('Error'));
    return { verdict: 'BROKEN', detail: failure.split('\n')[0] || line || 'the suite did not run' };
  }
  return { verdict: 'found', detail: `by "${failed.fullName}"` };
}

/** A style's suite, up to its first red test, with a mistake or as it is. */
function runSuite(style, mistake) {
  const report = join(reports, `${style}-${mistake}.json`);
  const args = [
    'run',
    '--config=vitest.int.config.ts',
    `--dir=libs/styles/${style}/server`,
    '--bail=1',
    '--reporter=json',
    `--outputFile=${report}`,
    'conformance',
  ];
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [vitest, ...args], {
      cwd: root,
      env: { ...process.env, RUNGS_MUTATION: mistake },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
    child.on('error', fail);
    child.on('close', (exitCode) => {
      const tests = readReport(report)?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? [];
      done({ exitCode, tests, errors });
    });
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
