import fc from 'fast-check';
import { Reach } from './reach.ts';
import { reproduction } from './reproduction.ts';
import { sequences } from './sequences.ts';
import { StyleBench, type EquivalenceSubject } from './style-bench.ts';
import type { PlannedStep } from './world.ts';

export interface EquivalenceOptions {
  /** How many sequences … */
  readonly runs: number;
  /** … of how many steps. */
  readonly steps: number;
  readonly seed: number;
  /** Of a failure that was printed: only that sequence, as small as it was made. */
  readonly path?: string | undefined;
  /** Called after every sequence, with the number of sequences so far. */
  readonly onProgress?: (sequences: number) => void;
}

export interface EquivalenceResult {
  /** What deviated, and how to see it again; undefined when nothing did. */
  readonly deviation?: string;
  readonly reach: Reach;
  readonly styles: readonly string[];
}

/**
 * The same random sequences of commands by several actors through every style: each answer, and what is left in the
 * end, must be what the oracle says. The oracle is a model written from the domain's page, never another style.
 */
export async function checkEquivalence(
  subjects: readonly EquivalenceSubject[],
  { runs, steps, seed, path, onProgress }: EquivalenceOptions,
): Promise<EquivalenceResult> {
  const reach = new Reach();
  const benches = await Promise.all(subjects.map((subject) => StyleBench.open(subject)));
  try {
    let sequencesSoFar = 0;
    /** The styles that deviated first: a failure is made smaller where it was found. */
    let failing: readonly StyleBench[] | undefined;
    const property = fc.asyncProperty(sequences(steps), async (planned) => {
      const note = failing ? () => undefined : reach.note.bind(reach);
      const failures = await replayed(failing ?? benches, planned, note);
      if (failures.length === 0) {
        if (!failing) onProgress?.((sequencesSoFar += 1));
        return;
      }
      failing ??= failures.map(({ bench }) => bench);
      throw failures[0]?.error;
    });
    const details = await fc.check(property, { numRuns: runs, seed, ...(path !== undefined && { path }) });
    const styles = benches.map(({ style }) => style);
    return details.failed ? { deviation: reproduction(details, steps), reach, styles } : { reach, styles };
  } finally {
    await Promise.all(benches.map((bench) => bench.close()));
  }
}

/** Side by side: a style waits for its database while another computes. */
async function replayed(
  benches: readonly StyleBench[],
  steps: readonly PlannedStep[],
  note: Parameters<StyleBench['replay']>[1],
): Promise<readonly { readonly bench: StyleBench; readonly error: unknown }[]> {
  const ends = await Promise.allSettled(benches.map((bench) => bench.replay(steps, note)));
  return ends.flatMap((end, at) =>
    end.status === 'fulfilled' ? [] : [{ bench: benches[at] as StyleBench, error: end.reason as unknown }],
  );
}
