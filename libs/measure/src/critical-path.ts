import type { CacheOutcome } from './run.ts';

/** What the critical path follows from. */
export interface Dependent {
  readonly n: number;
  readonly dependsOn: readonly number[];
  /** An answer that was fresh in the cache costs no round trip. */
  readonly cache?: CacheOutcome;
}

/**
 * The longest chain of exchanges each of which needed the answer before it: how often the client has to wait for the
 * network, however many requests it sends at once.
 *
 * @param exchanges in ascending `n`, each depending on earlier ones alone
 */
export function criticalRoundTrips(exchanges: readonly Dependent[]): number {
  return Math.max(0, ...depthsOf(exchanges).values());
}

/** Each exchange's place, by its `n`: 1 for what needs no answer, 2 for what needs one of those, and so on. */
export function depthsOf(exchanges: readonly Dependent[]): ReadonlyMap<number, number> {
  const depths = new Map<number, number>();
  for (const { n, dependsOn, cache } of exchanges) {
    const before = Math.max(0, ...dependsOn.map((earlier) => depthOf(earlier, n, depths)));
    depths.set(n, before + (cache === 'fresh' ? 0 : 1));
  }
  return depths;
}

/** Every exchange that could not have been asked without the answer to `n`, itself not among them. */
export function dependantsOf(n: number, exchanges: readonly Dependent[]): ReadonlySet<number> {
  const dependants = new Set<number>();
  for (const exchange of exchanges) {
    if (exchange.dependsOn.some((earlier) => earlier === n || dependants.has(earlier))) dependants.add(exchange.n);
  }
  return dependants;
}

/**
 * The exchanges that kept the screen waiting to its end, by when their answers came: the last to end, the last to end
 * of those that it needed, and so on back to the beginning.
 *
 * @returns their `n`, ascending
 */
export function criticalPath(
  exchanges: readonly (Dependent & { readonly timeMs: { readonly end: number } })[],
): readonly number[] {
  const byNumber = new Map(exchanges.map((exchange) => [exchange.n, exchange]));
  const lastOf = (among: typeof exchanges) =>
    among.reduce<(typeof exchanges)[number] | undefined>(
      (last, one) => (last === undefined || one.timeMs.end > last.timeMs.end ? one : last),
      undefined,
    );
  const path: number[] = [];
  let next = lastOf(exchanges);
  while (next) {
    path.unshift(next.n);
    next = lastOf(next.dependsOn.flatMap((n) => byNumber.get(n) ?? []));
  }
  return path;
}

function depthOf(earlier: number, n: number, depths: ReadonlyMap<number, number>): number {
  const depth = depths.get(earlier);
  if (depth === undefined) throw new Error(`Exchange ${n} depends on ${earlier}, which is not before it.`);
  return depth;
}
