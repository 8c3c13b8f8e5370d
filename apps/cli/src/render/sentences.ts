import { verdict, type Comparison, type Extremes, type MeasuredCell, type RankedMetric } from '@rungs/measure';

const NAMES: Readonly<Record<RankedMetric, string>> = {
  roundTripsCritical: 'dependent round trips',
  bytesWire: 'bytes on the wire',
  sql: 'SQL statements',
};
const NAMED_CELLS = 3;

/** Who needs least and most of each thing, in words that follow from the figures alone. */
export function verdictSentences(comparison: Comparison): readonly string[] {
  const extremes = verdict(comparison);
  if (extremes.length === 0) return [];
  return [extremes.map((extreme) => sentence(extreme)).join(' ')];
}

function sentence({ metric, least, leastCells, most, mostCells }: Extremes): string {
  const name = NAMES[metric];
  if (least === most) return `No difference in ${name}: ${least}.`;
  return `Fewest ${name}: ${least} (${programs(leastCells)}); most: ${most} (${programs(mostCells)}).`;
}

function programs(cells: readonly MeasuredCell[]): string {
  const names = cells.map((cell) => `${shortTitle(cell)} ${cell.client}`);
  return names.length <= NAMED_CELLS ? names.join(', ') : `${cells.length} programs`;
}

/** `Level 2` of `Level 2: verbs and status codes`. */
export function shortTitle({ title }: { readonly title: string }): string {
  return title.split(':', 1)[0] ?? title;
}

/** Why a comparison that is not valid says nothing. */
export function voidSentence({ views }: Comparison): string {
  const [agreed, other] = views;
  if (!agreed) return 'Nothing to compare: no program came to its end.';
  const paths = other ? differingPaths(agreed.viewModel, other.viewModel) : [];
  return (
    `Void: the programs built ${views.length} different views, so that nothing here is ranked. ` +
    `A and B differ at ${paths.join(', ')}.`
  );
}

/** JSON Pointers (RFC 6901) of the leaves in which two view models differ. */
function differingPaths(one: unknown, other: unknown, path = ''): readonly string[] {
  if (isObject(one) && isObject(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].flatMap((name) => differingPaths(one[name], other[name], `${path}/${name}`));
  }
  return one === other ? [] : [path];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
