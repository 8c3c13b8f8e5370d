import type { CacheOutcome, RunExchange } from '@rungs/measure';

export interface VisitedOnce {
  readonly cache: CacheOutcome;
  /** Both ways, heads and bodies. */
  readonly bytes: number;
}

/** One request on both visits. */
export interface VisitRow {
  readonly key: string;
  readonly label: string;
  readonly first: VisitedOnce | undefined;
  readonly second: VisitedOnce | undefined;
}

/** The requests of two visits side by side: the same address asked for the same time belongs together. */
export function visitRows(first: readonly RunExchange[], second: readonly RunExchange[]): readonly VisitRow[] {
  const [firsts, seconds] = [keyed(first), keyed(second)];
  const rowOf = (key: string): VisitRow => {
    const [one, other] = [firsts.get(key), seconds.get(key)];
    return { key, label: (other ?? one)?.label ?? '', first: one && visited(one), second: other && visited(other) };
  };
  return [...new Set([...firsts.keys(), ...seconds.keys()])].map(rowOf);
}

function keyed(exchanges: readonly RunExchange[]): ReadonlyMap<string, RunExchange> {
  const times = new Map<string, number>();
  return new Map(
    exchanges.map((exchange) => {
      const asked = `${exchange.method} ${exchange.url} ${exchange.label}`;
      const time = (times.get(asked) ?? 0) + 1;
      times.set(asked, time);
      return [`${asked} ${time}`, exchange];
    }),
  );
}

function visited({ cache, bytes }: RunExchange): VisitedOnce {
  const { requestHead, requestBody, responseHead, responseBodyWire } = bytes;
  return { cache, bytes: requestHead + requestBody + responseHead + responseBodyWire };
}
