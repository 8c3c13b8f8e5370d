import type { RunDetails } from 'fast-check';
import { CAST, CAST_NAMES } from './cast.ts';
import { differences } from './differences.ts';
import { CURRENT_VERSION, STALE_VERSION } from './request.ts';
import { Deviation } from './style-bench.ts';
import type { PlannedStep } from './world.ts';

/** A failure for people: what was asked, step by step, what came of the last, and how to see it again. */
export function reproduction(
  {
    seed,
    counterexample,
    counterexamplePath,
    numShrinks,
    errorInstance,
  }: Pick<
    RunDetails<[readonly PlannedStep[]]>,
    'seed' | 'counterexample' | 'counterexamplePath' | 'numShrinks' | 'errorInstance'
  >,
  /** How long the sequence was when it was drawn. */
  length: number,
): string {
  const steps = counterexample?.[0] ?? [];
  const deviation = errorInstance instanceof Deviation ? errorInstance : undefined;
  const failed = deviation?.step ? steps.indexOf(deviation.step) : steps.length;
  const where = deviation ? `--style ${deviation.style} ` : '';
  return [
    `${deviation?.style ?? 'The check itself'} deviates from the model ` +
      `${deviation?.step ? `at step ${failed + 1}` : 'in what is left in the end'}, of ${steps.length} ` +
      `(made smaller ${numShrinks} times):`,
    '',
    ...steps.map((step, at) => `${at === failed ? '→' : ' '} ${at + 1}. ${toldOf(step, steps)}`),
    '',
    ...reasonsOf(deviation?.cause ?? errorInstance),
    '',
    `Again: npm run equivalence -- ${where}--steps ${length} --seed ${seed} --path ${counterexamplePath ?? ''}`,
  ].join('\n');
}

/** A failed expectation's differences; of any other error the message, with what caused it. */
function reasonsOf(error: unknown): readonly string[] {
  const { message, cause, actual, expected } = error as Error & {
    readonly actual?: unknown;
    readonly expected?: unknown;
  };
  if (actual === undefined && expected === undefined) return [message, ...(cause ? [String(cause)] : [])];
  return [
    message.split(': expected')[0] ?? '',
    ...differences(actual, expected).map((difference) => `  ${difference}`),
  ];
}

function toldOf({ as, operation, input, twist, again }: PlannedStep, steps: readonly PlannedStep[]): string {
  const once = steps.findIndex(({ n }) => n === again);
  const how = [twist === 'none' ? [] : [twist], once < 0 ? [] : [`the request of step ${once + 1}`]].flat();
  return `${as}: ${operation} ${readable(input, steps)}${how.length > 0 ? `  (${how.join(', ')})` : ''}`;
}

const MADE_OF_DIGITS = /"(01900000-[-0-9a-f]+|0190ffff-[-0-9]+)"/g;

/** Ids become names: of the cast, or of the step that made the thing. */
function readable(input: object, steps: readonly PlannedStep[]): string {
  const nameOf = (id: string): string => {
    const known = CAST_NAMES.find((name) => (Object.values(CAST[name]) as readonly string[]).includes(id));
    const made = steps.findIndex(({ makes }) => makes.includes(id));
    if (made >= 0) return `«${steps[made]?.makes.indexOf(id) === 0 ? '' : 'also '}made by step ${made + 1}»`;
    return known === undefined ? `…${id.slice(-4)}` : `«${known}»`;
  };
  return JSON.stringify(input)
    .replaceAll(MADE_OF_DIGITS, (_, id: string) => nameOf(id))
    .replaceAll(`"expectedVersion":${CURRENT_VERSION}`, '"expectedVersion":«current»')
    .replaceAll(`"expectedVersion":${STALE_VERSION}`, '"expectedVersion":«stale»')
    .replaceAll(
      /"now\+(-?\d+)"/g,
      (_, ms: string) => `«now ${Number(ms) < 0 ? '−' : '+'} ${Math.abs(Number(ms)) / 1000} s»`,
    );
}
