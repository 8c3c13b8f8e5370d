/** What the critical path follows from. */
export interface Dependent {
  readonly n: number;
  readonly dependsOn: readonly number[];
}

/**
 * The longest chain of exchanges each of which needed the answer before it: how often the client has to wait for the
 * network, however many requests it sends at once.
 *
 * @param exchanges in ascending `n`, each depending on earlier ones alone
 */
export function criticalRoundTrips(exchanges: readonly Dependent[]): number {
  const depths = new Map<number, number>();
  for (const { n, dependsOn } of exchanges) {
    depths.set(n, 1 + Math.max(0, ...dependsOn.map((earlier) => depthOf(earlier, n, depths))));
  }
  return Math.max(0, ...depths.values());
}

/** Every exchange that could not have been asked without the answer to `n`, itself not among them. */
export function dependantsOf(n: number, exchanges: readonly Dependent[]): ReadonlySet<number> {
  const dependants = new Set<number>();
  for (const exchange of exchanges) {
    if (exchange.dependsOn.some((earlier) => earlier === n || dependants.has(earlier))) dependants.add(exchange.n);
  }
  return dependants;
}

function depthOf(earlier: number, n: number, depths: ReadonlyMap<number, number>): number {
  const depth = depths.get(earlier);
  if (depth === undefined) throw new Error(`Exchange ${n} depends on ${earlier}, which is not before it.`);
  return depth;
}
