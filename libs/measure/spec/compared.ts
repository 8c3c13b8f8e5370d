import { SCENARIOS, type Scenario, type StyleEntry } from '@rungs/scenarios';
import { compare, type ComparisonPlan } from '../src/compare.ts';
import type { Cell, Comparison } from '../src/comparison.ts';
import type { Run } from '../src/run.ts';
import { BASE_URL, fakeServer } from './fake-style.ts';
import { ENV } from './measured.ts';

export type Plan = Partial<ComparisonPlan<'order-details'>>;
export type AnyScenario = Scenario<'order-details'>;

/** A scenario that is about nothing in particular. */
export function fakeScenario(changes: object = {}): AnyScenario {
  return { ...SCENARIOS['order-details'], prepare: () => Promise.resolve({ orderId: '1' }), ...changes };
}

/** Compares once over, on a clock that ticks with each look at it, in a world where nobody has to wait. */
export function compared(
  styles: readonly StyleEntry[],
  changes: Plan = {},
  server = fakeServer(),
): Promise<Comparison> {
  let traces = 0;
  let keys = 0;
  let nowMs = 0;
  return compare({
    scenario: fakeScenario(),
    styles,
    repeats: 1,
    server: { baseUrl: BASE_URL, fetch: server.fetch, tokenOf: async (persona) => `token of ${persona}` },
    instruments: {
      nowMs: () => nowMs++,
      newTraceId: () => (++traces).toString(16).padStart(32, '0'),
      newKey: () => `key ${++keys}`,
      wait: async (durationMs) => void (nowMs += durationMs),
      now: () => nowMs,
    },
    env: ENV,
    ...changes,
  });
}

export function outcomes({ cells }: Comparison): readonly string[] {
  return cells.map(({ style, client, outcome }) => `${style} ${client} ${outcome}`);
}

export function runOf(cell: Cell | undefined): Run {
  if (!cell || !('run' in cell)) throw new Error(`Not measured: ${JSON.stringify(cell)}`);
  return cell.run;
}

/** The failure of a cell that has one. */
export function failureIn(cell: Cell | undefined) {
  if (!cell || !('failure' in cell)) throw new Error(`It did not fail: ${JSON.stringify(cell)}`);
  return cell.failure;
}
