import {
  criticalPath,
  isMeasured,
  type Chosen,
  type Failure,
  type MeasuredCell,
  type RunExchange,
  type SeenExchange,
} from '@rungs/measure';
import type { ClientMode, StyleId } from '@rungs/scenarios';

/** Where the time of an exchange went, as far as a client on localhost can tell. */
export type PhaseKind =
  /** Sent, and not yet or no longer at the server; or waiting for a free connection. */
  | 'waiting'
  /** What the server says that it took. */
  | 'server'
  /** From the first byte of the answer to the last. */
  | 'download'
  /** The client's own cache answered: nothing was sent. */
  | 'cache';

export interface Phase {
  readonly kind: PhaseKind;
  readonly startMs: number;
  readonly endMs: number;
}

export interface Bar {
  readonly exchange: RunExchange;
  readonly startMs: number;
  readonly endMs: number;
  readonly phases: readonly Phase[];
  readonly isCritical: boolean;
  /** The exchanges that needed this one's answer. */
  readonly neededBy: readonly number[];
}

/** A style's place in the chart: every style has one, whatever became of it. */
export type Lane = { readonly style: StyleId; readonly insteadOf?: ClientMode } & (
  | {
      readonly kind: 'timed';
      readonly cell: MeasuredCell;
      readonly bars: readonly Bar[];
      /** Of a run with fewer repeats than were asked for. */
      readonly failure?: Failure;
    }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly seen: readonly SeenExchange[] }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'not-run' }
);

export function lanesOf(chosen: readonly Chosen[]): readonly Lane[] {
  return chosen.map(({ style, cell, insteadOf }): Lane => {
    const lane = { style, ...(insteadOf && { insteadOf: insteadOf.client }) };
    if (!cell) return { ...lane, kind: 'not-run' };
    if (isMeasured(cell)) {
      const failure = cell.outcome === 'partial' ? { failure: cell.failure } : {};
      return { ...lane, kind: 'timed', cell, bars: barsOf(cell.run.exchanges), ...failure };
    }
    if (cell.outcome === 'failed') {
      return { ...lane, kind: 'failed', failure: cell.failure, seen: cell.exchanges };
    }
    return { ...lane, kind: 'not-applicable', reason: cell.reason };
  });
}

export function barsOf(exchanges: readonly RunExchange[]): readonly Bar[] {
  const critical = new Set(criticalPath(exchanges));
  return exchanges.map((exchange) => ({
    exchange,
    startMs: exchange.timeMs.start,
    endMs: exchange.timeMs.end,
    phases: phasesOf(exchange),
    isCritical: critical.has(exchange.n),
    neededBy: exchanges.filter(({ dependsOn }) => dependsOn.includes(exchange.n)).map(({ n }) => n),
  }));
}

/** Without gaps from start to end. Connections and uploads are not told apart: localhost has no time to show for them. */
export function phasesOf({ cache, timeMs }: Pick<RunExchange, 'cache' | 'timeMs'>): readonly Phase[] {
  const { start, firstByte, end, server } = timeMs;
  if (cache === 'fresh') return [{ kind: 'cache', startMs: start, endMs: end }];
  // The server's clock runs until its last byte has left, so it can say more than the client waited for the first.
  const serverStart = Math.max(start, firstByte - server);
  return [
    { kind: 'waiting', startMs: start, endMs: serverStart } as const,
    { kind: 'server', startMs: serverStart, endMs: firstByte } as const,
    { kind: 'download', startMs: firstByte, endMs: end } as const,
  ].filter(({ startMs, endMs }) => endMs > startMs);
}

/** The end of the one axis that all lanes share. */
export function axisEndMs(lanes: readonly Lane[]): number {
  return Math.max(0, ...lanes.flatMap((lane) => (lane.kind === 'timed' ? lane.bars.map(({ endMs }) => endMs) : [])));
}
