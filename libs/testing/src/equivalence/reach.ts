import { OPERATION_NAMES, type OperationName } from '@rungs/application';
import { REFUSAL_CODES, type RefusalCode } from '@rungs/domain';
import type { Answer } from '../conformance/model-state.ts';
import { LIFE_CYCLE } from './life-cycle.ts';

/** The share of steps, in percent, below which a run has mostly seen how one is turned away. */
export const LEAST_SUCCESS_PERCENT = 60;

/** What no sequence of operations can bring about, and why. */
export const OUT_OF_REACH: readonly {
  readonly code: RefusalCode;
  /** In these styles alone; in all when absent. */
  readonly styles?: readonly string[];
  readonly reason: string;
}[] = [
  { code: 'unreadable', reason: 'Clients write requests that can be read; the probes of conformance send others.' },
  { code: 'operation-unknown', reason: 'Clients ask for what the catalogue has; the probes of conformance for more.' },
  {
    code: 'version-required',
    styles: ['rest-level-3'],
    reason: 'Every form of a change carries the version that it was offered with.',
  },
];

/** What one step came to. */
export interface Passed {
  readonly style: string;
  readonly operation: OperationName;
  readonly answer: Answer;
  /** The style had told in advance that it would be refused. */
  readonly notOffered: boolean;
  /** See `Passage`. */
  readonly transitions: readonly string[];
}

/** Counts what sequences got to see. A property that holds because nothing ever happened holds nothing. */
export class Reach {
  private steps = 0;
  private successes = 0;
  private notOffered = 0;
  private readonly outcomes = new Map<OperationName, Map<string, number>>();
  private readonly refusals = new Map<string, Map<string, number>>();
  private readonly transitions = new Map<string, number>();

  note({ style, operation, answer, notOffered, transitions }: Passed): void {
    const refused = 'refused' in answer;
    this.steps += 1;
    if (!refused) this.successes += 1;
    if (notOffered) this.notOffered += 1;
    const outcome = refused ? answer.refused : answer.again ? 'holds already' : 'done';
    raise(inner(this.outcomes, operation), outcome);
    if (refused) raise(inner(this.refusals, style), answer.refused);
    for (const transition of transitions) raise(this.transitions, transition);
  }

  get successPercent(): number {
    return this.steps === 0 ? 0 : (100 * this.successes) / this.steps;
  }

  /** What a run of this length should have seen and has not, and what it should not have seen; empty when all is well. */
  shortcomings(styles: readonly string[]): readonly string[] {
    const lacking: string[] = [];
    if (this.successPercent < LEAST_SUCCESS_PERCENT) {
      lacking.push(
        `Only ${this.successPercent.toFixed(1)} % of the steps succeeded, less than ${LEAST_SUCCESS_PERCENT} %.`,
      );
    }
    for (const style of styles) {
      const seen = this.refusals.get(style);
      const missed = REFUSAL_CODES.filter((code) => !seen?.has(code) && !isOutOfReach(code, style));
      if (missed.length > 0) lacking.push(`${style} never refused as ${missed.join(', ')}.`);
    }
    for (const operation of OPERATION_NAMES) {
      if (!this.outcomes.get(operation)?.has('done')) lacking.push(`${operation} never succeeded.`);
    }
    for (const transition of LIFE_CYCLE) {
      if (!this.transitions.has(transition)) lacking.push(`Never seen: ${transition}.`);
    }
    for (const transition of this.transitions.keys()) {
      if (!LIFE_CYCLE.includes(transition)) lacking.push(`Not in the table of life cycles: ${transition}.`);
    }
    return lacking;
  }

  /** For people: what was reached, with counts over all styles. */
  report(): string {
    const codes = new Map<string, number>();
    for (const counts of this.refusals.values()) for (const [code, count] of counts) raise(codes, code, count);
    return [
      `${this.steps} answers, ${this.successPercent.toFixed(1)} % of them successes; ` +
        `${this.notOffered} refusals told in advance, by offering nothing`,
      '',
      'Operations and what they came to',
      ...OPERATION_NAMES.map((operation) => `  ${operation.padEnd(18)}${listed(this.outcomes.get(operation))}`),
      '',
      'Refusals',
      ...REFUSAL_CODES.map(
        (code) => `  ${code.padEnd(28)}${String(codes.get(code) ?? 0).padStart(7)}${exception(code)}`,
      ),
      '',
      'Transitions of the life cycle',
      ...LIFE_CYCLE.map((transition) => `${String(this.transitions.get(transition) ?? 0).padStart(8)}  ${transition}`),
    ].join('\n');
  }
}

function isOutOfReach(code: RefusalCode, style: string): boolean {
  return OUT_OF_REACH.some((exception) => exception.code === code && (exception.styles?.includes(style) ?? true));
}

function exception(code: RefusalCode): string {
  return OUT_OF_REACH.filter((one) => one.code === code)
    .map(({ styles, reason }) => `  not in ${styles?.join(', ') ?? 'any style'}: ${reason}`)
    .join('');
}

function listed(counts: ReadonlyMap<string, number> | undefined): string {
  const sorted = [...(counts ?? [])].sort(([, a], [, b]) => b - a);
  return sorted.length === 0 ? 'never asked' : sorted.map(([outcome, count]) => `${outcome} ${count}`).join(', ');
}

function inner<K>(outer: Map<K, Map<string, number>>, key: K): Map<string, number> {
  const found = outer.get(key) ?? new Map<string, number>();
  outer.set(key, found);
  return found;
}

function raise(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
