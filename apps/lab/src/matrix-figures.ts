import type { Metric } from '@rungs/measure';
import type { Quantity } from './charts/quantity.ts';

/** One row's figures in one unit, so that they can be read against each other; a few bytes stay bytes among kB. */
export function rowQuantities(
  { unit, digits }: Pick<Metric, 'unit' | 'digits'>,
  figures: readonly (number | undefined)[],
): readonly (Quantity | undefined)[] {
  const isLarge = unit === 'B' && figures.some((figure) => figure !== undefined && figure >= 1000);
  return figures.map((figure) => {
    if (figure === undefined) return undefined;
    if (isLarge && (figure === 0 || figure >= 50)) return { figure: (figure / 1000).toFixed(1), unit: 'kB' };
    return { figure: figure.toFixed(digits), unit };
  });
}

/** How many times the baseline's figure another is: `×2.5`, `×0.04`; undefined where there is nothing to divide by. */
export function timesText(figure: number | undefined, baseline: number | undefined): string | undefined {
  if (figure === undefined || !baseline) return undefined;
  const times = figure / baseline;
  return `×${times === 0 || times >= 10 ? times.toFixed(0) : times.toFixed(times < 0.1 ? 2 : 1)}`;
}
