import { STYLE_CLIENTS } from '@rungs/clients';
import { checkEquivalence, LEAST_SUCCESS_PERCENT, type EquivalenceSubject } from '@rungs/testing';
import { expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

/** What `npm run equivalence` asks for; see tools/equivalence.mjs. */
interface LongRun {
  readonly runs: number;
  readonly steps: number;
  readonly seed: number;
  readonly path?: string;
  /** Of this style alone. */
  readonly style?: string;
  /** Fails when something was not reached that sequences of operations can reach. */
  readonly reachesAll: boolean;
}

const given = process.env['RUNGS_EQUIVALENCE'];
const longRun = given === undefined ? undefined : (JSON.parse(given) as LongRun);
/** A fixed seed: what is green today is not red tomorrow without a change. */
const run: LongRun = longRun ?? { runs: 10, steps: 30, seed: 20_261_122, reachesAll: false };

const SUBJECTS: readonly EquivalenceSubject[] = STYLE_SERVERS.flatMap(({ id, module }) =>
  STYLE_CLIENTS.filter(({ style }) => style === id && (run.style ?? id) === id).map((entry) => ({ entry, module })),
);

/** A style that takes longer than this for a step is stuck. */
const STEP_LIMIT_MS = 150;

it(
  'the same commands leave the same state and get the same answers in every style',
  { timeout: 60_000 + run.runs * run.steps * SUBJECTS.length * STEP_LIMIT_MS },
  async () => {
    const { deviation, reach, styles } = await checkEquivalence(SUBJECTS, { ...run, onProgress: progress });
    if (longRun) process.stdout.write(`\n${reach.report()}\n\n`);
    if (deviation !== undefined) throw new Error(deviation);
    if (run.path === undefined) expect(reach.successPercent).toBeGreaterThanOrEqual(LEAST_SUCCESS_PERCENT);
    const shortcomings = run.reachesAll ? reach.shortcomings(styles) : [];
    if (shortcomings.length > 0) throw new Error(`Not everything was reached:\n${shortcomings.join('\n')}`);
  },
);

const startedMs = performance.now();
const EVERY = 10;

function progress(sequences: number): void {
  if (!longRun || (sequences % EVERY !== 0 && sequences !== run.runs)) return;
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(0);
  process.stderr.write(`${sequences} of ${run.runs} sequences in ${SUBJECTS.length} styles, ${seconds} s\n`);
}
