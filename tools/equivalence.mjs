// `npm run equivalence`: the same random commands through every style, each answer and the final state held against
// the model. What it does is apps/api/src/equivalence.int.spec.ts; a short run of it is part of `npm test`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** With fewer sequences, what is rare may be missing without anything being wrong. */
const FEWEST_FOR_ALL = 400;

const HELP = `Usage: npm run equivalence -- [options]

The same random sequences of commands, by several actors, through every style: each answer, and what is left in the
end, must be what the model says. A failure is made smaller and printed with the command that shows it again.

  --runs <n>     how many sequences (500)
  --steps <n>    of how many steps each (30)
  --seed <n>     the same sequences again; another number each time when absent
  --path <path>  only the one failure that was printed with this path; needs its --seed and --steps
  --style <id>   only this style
  --help         this text

Exit code 0 when every answer was the model's and, from ${FEWEST_FOR_ALL} sequences on, everything was reached: at least 60 % of the
steps succeed, and every operation, refusal and transition of the life cycle is seen. 1 when not, 2 for a command line
that cannot be read.`;

const root = resolve(import.meta.dirname, '..');
const run = readArguments(process.argv.slice(2));
const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '..', 'vitest.mjs');
const reports = mkdtempSync(join(tmpdir(), 'rungs-equivalence-'));
const report = join(reports, 'report.json');
console.error(`${run.runs} sequences of ${run.steps} steps, seed ${run.seed}`);
const child = spawn(
  process.execPath,
  [
    vitest,
    'run',
    '--config=vitest.int.config.ts',
    '--dir=apps/api',
    '--reporter=json',
    `--outputFile=${report}`,
    '--disable-console-intercept',
    '--silent=false',
    'equivalence.int.spec',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, RUNGS_EQUIVALENCE: JSON.stringify(run) } },
);
// Ctrl-C reaches the whole process group: the child ends, and with it this.
process.on('SIGINT', () => undefined);
child.on('exit', (code, signal) => {
  if (code !== 0) console.log(failuresIn(report) ?? `The check could not be run (${signal ?? code}).`);
  else if (run.path !== undefined) console.log('It deviates no more.');
  else
    console.log(
      `${run.style ?? 'Every style'} did what the model says, in ${run.runs} sequences of ${run.steps} steps.`,
    );
  rmSync(reports, { recursive: true, force: true });
  process.exitCode = signal === 'SIGINT' || code === 130 ? 130 : code === 0 ? 0 : 1;
});

function readArguments(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        runs: { type: 'string', default: '500' },
        steps: { type: 'string', default: '30' },
        seed: { type: 'string' },
        path: { type: 'string' },
        style: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(HELP);
      process.exit(0);
    }
    const { path, style } = values;
    const styles = styleIds();
    if (style !== undefined && !styles.includes(style)) {
      throw new Error(`There is no style ${style}; the styles are ${styles.join(', ')}.`);
    }
    if (path !== undefined && values.seed === undefined) throw new Error('--path needs the --seed that it belongs to.');
    const runs = wholeNumber('--runs', values.runs);
    return {
      runs,
      steps: wholeNumber('--steps', values.steps),
      seed: values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : wholeNumber('--seed', values.seed),
      path,
      style,
      reachesAll: path === undefined && runs >= FEWEST_FOR_ALL,
    };
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

function wholeNumber(name, text) {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number >= 2 ** 31)
    throw new Error(`${name} must be a whole number from 1 on.`);
  return number;
}

function styleIds() {
  const servers = readFileSync(join(root, 'apps/api/src/styles.ts'), 'utf8');
  return [...servers.matchAll(/\bid: '([^']+)'/g)].map(([, id]) => id);
}

function failuresIn(file) {
  try {
    const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const messages = testResults.flatMap(({ message, assertionResults }) => [
      ...assertionResults.flatMap(({ failureMessages }) => failureMessages),
      ...(message ? [message] : []),
    ]);
    // Where in the spec it was noticed helps nobody.
    return messages.map((message) => message.replaceAll(/\n\s+at .*/g, '')).join('\n') || undefined;
  } catch {
    return undefined;
  }
}
