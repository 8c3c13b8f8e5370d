import type { Cell, Comparison } from './compare.ts';
import type { RunTotals } from './run.ts';

export type MeasuredCell = Extract<Cell, { outcome: 'measured' }>;

/** What is ranked, and only on a valid comparison: less is better. */
const RANKED_METRICS = ['roundTripsCritical', 'bytesWire', 'sql'] as const satisfies readonly (keyof RunTotals)[];
export type RankedMetric = (typeof RANKED_METRICS)[number];

/** Who needs least and who needs most of one thing; ties share the place. */
export interface Extremes {
  readonly metric: RankedMetric;
  readonly least: number;
  readonly leastCells: readonly MeasuredCell[];
  readonly most: number;
  readonly mostCells: readonly MeasuredCell[];
}

export function measuredCells(comparison: Comparison): readonly MeasuredCell[] {
  return comparison.cells.filter((cell) => cell.outcome === 'measured');
}

/** The extremes per metric; none for a comparison that is void or has nothing to compare. */
export function verdict(comparison: Comparison): readonly Extremes[] {
  const cells = measuredCells(comparison);
  if (!comparison.valid || cells.length < 2) return [];
  return RANKED_METRICS.map((metric) => {
    const figures = cells.map(({ run }) => run.totals[metric]);
    const [least, most] = [Math.min(...figures), Math.max(...figures)];
    const cellsAt = (figure: number) => cells.filter(({ run }) => run.totals[metric] === figure);
    return { metric, least, leastCells: cellsAt(least), most, mostCells: cellsAt(most) };
  });
}
