// `npm run mutate`: breaks one rule in one style at a time, and expects the conformance suite of that style to turn
// red. Exit code 0 when every mistake was found, 1 when one lived.
//
//   npm run mutate              all of them
//   npm run mutate -- graphql   those of one style
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MUTATIONS } from './mutate/mutations.ts';

const root = resolve(import.meta.dirname, '..');
const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '..', 'vitest.mjs');
const reports = mkdtempSync(join(tmpdir(), 'rungs-mutate-'));
const wanted = process.argv.slice(2);
const chosen = MUTATIONS.filter(({ style }) => wanted.length === 0 || wanted.includes(style));
if (chosen.length === 0) {
  console.error(
    `No mistakes are planned for ${wanted.join(', ')}; styles: ${[...new Set(MUTATIONS.map(({ style }) => style))].join(', ')}.`,
  );
  process.exit(2);
}

let lived = 0;
for (const mutation of chosen) {
  const { verdict, detail } = tryOut(mutation);
  if (verdict !== 'found') lived += 1;
  console.log(
    `${verdict.padEnd(7)} ${mutation.style.padEnd(13)} ${mutation.mistake}${detail ? `\n        ${detail}` : ''}`,
  );
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${chosen.length - lived} of ${chosen.length} planted mistakes were found.`);
process.exitCode = lived === 0 ? 0 : 1;

function tryOut({ id, style }) {
  const report = join(reports, `${id}.json`);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--config=vitest.int.config.ts',
      `--dir=libs/styles/${style}/server`,
      '--reporter=json',
      `--outputFile=${report}`,
      'conformance',
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, RUNGS_MUTATION: id } },
  );
  if (status === 0) return { verdict: 'LIVED', detail: 'the suite stayed green' };
  const results = readReport(report);
  // Red because the suite broke down is not red because the mistake was found: some tests must still have passed.
  if (!results || results.numFailedTests === 0 || results.numPassedTests === 0) {
    return {
      verdict: 'BROKEN',
      detail: stderr.split('\n').find((line) => line.includes('Error')) ?? 'the suite did not run',
    };
  }
  const failed = results.testResults.flatMap(({ assertionResults }) => assertionResults);
  return { verdict: 'found', detail: `by "${failed.find(({ status: one }) => one === 'failed').fullName}"` };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
