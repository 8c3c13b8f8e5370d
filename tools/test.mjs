// `npm test`: every check of this repository, stage by stage. All stages run even when one fails, the exit code says
// whether any did, and the last line counts the tests.
//
//   npm test                        everything
//   npm test -- lint typecheck      only these stages
//   npm test -- --fresh             without Nx's cache
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { readCachedProjectGraph } from '@nx/devkit';

const root = resolve(import.meta.dirname, '..');
const reports = join(root, 'test-results');
const require = createRequire(import.meta.url);
const NX = require.resolve('nx/bin/nx.js');
const PRETTIER = require.resolve('prettier/bin/prettier.cjs');

const fresh = process.argv.includes('--fresh');
const inNx = (...args) => [NX, ...args, '--outputStyle=static', ...(fresh ? ['--skip-nx-cache'] : [])];
const UNREPORTED = { passed: 0, failed: 1, skipped: 0 };
const vitestKinds = ['test', 'integration', 'e2e'];
const stages = [
  { name: 'lint', commands: [inNx('run-many', '-t', 'lint'), [PRETTIER, '--check', '--log-level', 'warn', '.']] },
  { name: 'typecheck', commands: [inNx('run', 'rungs:typecheck')] },
  { name: 'build', commands: [inNx('run-many', '-t', 'build')] },
  ...vitestKinds.map((name) => ({ name, commands: [inNx('run-many', '-t', name)] })),
];

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = named.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}; the stages are ${stages.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

// What a cached task reported comes back out of the cache, so only this run's reports are counted.
rmSync(reports, { recursive: true, force: true });
const selected = stages.filter(({ name }) => named.length === 0 || named.includes(name));
const outcomes = selected.map(runStage);
const tests = countTests(outcomes.filter(({ name }) => vitestKinds.includes(name)));
report();
process.exitCode = outcomes.every(({ passed }) => passed) && tests.failed === 0 ? 0 : 1;

function runStage({ name, commands }) {
  console.log(`\n━━━ ${name} ${'━'.repeat(Math.max(0, 74 - name.length))}`);
  const startedMs = performance.now();
  let passed = true;
  for (const command of commands) {
    const { status, signal } = spawnSync(process.execPath, command, {
      cwd: root,
      stdio: 'inherit',
      env: environment(),
    });
    if (signal === 'SIGINT' || status === 130) process.exit(130);
    if (status !== 0) passed = false;
  }
  return { name, passed, durationMs: performance.now() - startedMs };
}

function environment() {
  return {
    ...process.env,
    // What the tasks call `node` is the Node that this script runs on, however it was started.
    PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
    NX_DAEMON: 'false',
    NX_TUI: 'false',
  };
}

/** Adds up the reports of every project that has tests of the stages that ran. */
function countTests(ran) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { name: kind, passed } of ran) {
    const files = projectsWith(kind).map((project) => join(reports, kind, `${project}.json`));
    const counted = files.map((file) =>
      existsSync(file) ? countReport(JSON.parse(readFileSync(file, 'utf8'))) : UNREPORTED,
    );
    const failed = sum(counted, 'failed');
    total.passed += sum(counted, 'passed');
    total.skipped += sum(counted, 'skipped');
    // What broke outside of any test, such as a set-up that every test needed, is still one failure.
    total.failed += failed === 0 && !passed ? 1 : failed;
  }
  return total;
}

function projectsWith(kind) {
  return Object.values(readCachedProjectGraph().nodes)
    .filter(({ data }) => data.targets?.[kind])
    .map(({ name }) => name);
}

function sum(counted, key) {
  return counted.reduce((subtotal, counts) => subtotal + counts[key], 0);
}

function countReport({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  // A file that cannot even be loaded has no tests to fail.
  const unloadable = testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed');
  }).length;
  return { passed: numPassedTests, failed: numFailedTests + unloadable, skipped: numPendingTests + numTodoTests };
}

function report() {
  console.log(`\n━━━ summary ${'━'.repeat(67)}`);
  for (const { name, passed, durationMs } of outcomes) {
    console.log(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(12)} ${(durationMs / 1000).toFixed(1).padStart(7)} s`);
  }
  if (tests.skipped > 0) console.log(`\n${tests.skipped} tests were skipped.`);
  console.log(`\nTests: ${tests.passed} passed, ${tests.failed} failed`);
}
