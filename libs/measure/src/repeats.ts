import type { RunTiming, Spread } from './run.ts';
import type { Repeat } from './run-scenario.ts';

export interface Summary {
  /** The repeat whose server time is the median. */
  readonly shown: Repeat;
  readonly timing: RunTiming;
}

/**
 * One for several repeats of the same program.
 *
 * @throws when they built different view models or asked for different things
 */
export function summaryOf(repeats: readonly Repeat[]): Summary {
  const byServerTime = repeats.toSorted((one, other) => serverMsOf(one) - serverMsOf(other));
  const shown = byServerTime[middle(repeats.length)];
  if (!shown) throw new Error('The program was never measured.');
  if (new Set(repeats.map(({ viewSha256, outcome }) => `${viewSha256} ${outcome}`)).size > 1) {
    throw new Error('The program built different views when it was repeated.');
  }
  if (new Set(repeats.map(askedFor)).size > 1) {
    throw new Error('The program asked the server for different things when it was repeated.');
  }
  const noticedMs = repeats.flatMap((repeat) => repeat.noticedMs ?? []);
  return {
    shown,
    timing: {
      serverMs: spreadOf(repeats.map(serverMsOf)),
      elapsedMs: spreadOf(repeats.map(({ elapsedMs }) => elapsedMs)),
      ...(noticedMs.length > 0 && { noticedMs: spreadOf(noticedMs) }),
    },
  };
}

/** @param figures at least one */
function spreadOf(figures: readonly number[]): Spread {
  const sorted = figures.toSorted((one, other) => one - other);
  const [min = NaN, median = NaN, max = NaN] = [sorted[0], sorted[middle(sorted.length)], sorted.at(-1)];
  return { median, min, max };
}

/** The lower of the two in the middle, where there are two. */
function middle(count: number): number {
  return (count - 1) >> 1;
}

/** In any order: which of several answers comes first, and so what is asked next, may differ. */
function askedFor({ exchanges }: Repeat): string {
  return exchanges
    .map(({ method, label }) => `${method} ${label}`)
    .toSorted()
    .join('\n');
}

/** Of all exchanges, also of those that ran at once. */
function serverMsOf({ exchanges }: Repeat): number {
  return exchanges.reduce((sum, { timeMs }) => sum + timeMs.server, 0);
}
