import { isMeasured, type Cell, type CellName, type Comparison } from '@rungs/measure';

/**
 * The newest of each cell. Older cells stay beside newer ones only where the two comparisons may be held against each
 * other: asked by the same person and client, and built the same view. What anybody has changed since, or a run that
 * is void, would otherwise make the whole table void, or be hidden in it.
 */
export function merged(before: Comparison | undefined, newer: Comparison): Comparison {
  if (!before || !mayStandBeside(before, newer)) return newer;
  const kept = before.cells.filter(
    (cell) => !newer.cells.some((one) => sameCell(one, cell) && !(wasStopped(one) && isMeasured(cell))),
  );
  const added = newer.cells.filter((cell) => !kept.some((one) => sameCell(one, cell)));
  return { ...newer, valid: before.valid, views: before.views, cells: [...kept, ...added] };
}

function mayStandBeside(before: Comparison, newer: Comparison): boolean {
  if (before.scenario !== newer.scenario || before.persona !== newer.persona) return false;
  if (before.env.client !== newer.env.client || before.env.commit !== newer.env.commit) return false;
  const [agreed] = before.views;
  if (!before.valid || !agreed || newer.mismatches.length > 0) return false;
  // A run in which nothing came to its end has built no view that could differ.
  return newer.views.every(({ sha256 }) => sha256 === agreed.sha256);
}

export function sameCell(one: CellName, other: CellName): boolean {
  return (
    one.style === other.style && one.client === other.client && one.server === other.server && one.visit === other.visit
  );
}

/** Who stops a run has learnt nothing about what had not been run. */
function wasStopped(cell: Cell): boolean {
  return cell.outcome === 'failed' && cell.failure.kind === 'stopped';
}
