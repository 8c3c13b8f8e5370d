import { differingPaths, isMeasured, styleHead, type Cell, type Comparison } from '@rungs/measure';
import { counted, printable } from './lines.ts';

/** Where views differ, those that most programs agree on are `A`. */
export function viewLetter(view: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + view);
}

/** Of a comparison that is void: who built which view, where they differ, and who ended otherwise than declared. */
export function voidNotes({ views, mismatches, cells }: Comparison): readonly string[] {
  const [agreed, ...others] = views;
  if (!agreed) return [];
  const differing = others.map(({ viewModel }, index) => {
    const paths = differingPaths(agreed.viewModel, viewModel);
    return `${viewLetter(index + 1)} (${whoBuilt(index + 1, cells)}) differs from A at ${paths.map((path) => path || 'its root').join(', ')}.`;
  });
  const ended = mismatches.map(({ declared, got, ...name }) => {
    const cell = cells.find((one) => isSameCell(one, name));
    const who = cell ? shortName(cell) : `${name.style} ${name.client}`;
    return `${who} ended with “${printable(got)}”, and “${declared}” is declared for its style.`;
  });
  return [...(differing.length > 0 ? [`A was built by ${whoBuilt(0, cells)}.`] : []), ...differing, ...ended];
}

const NAMED_PROGRAMS = 4;

function whoBuilt(view: number, cells: readonly Cell[]): string {
  const names = cells.filter((cell) => isMeasured(cell) && cell.view === view).map(shortName);
  const more = names.length - NAMED_PROGRAMS;
  return more > 0 ? `${names.slice(0, NAMED_PROGRAMS).join(', ')} and ${counted(more, 'other')}` : names.join(', ');
}

function shortName(cell: Cell): string {
  const visit = cell.visit === 'first' ? '' : `, ${cell.visit} visit`;
  return `${styleHead(cell)} ${cell.client} on ${cell.server}${visit}`;
}

function isSameCell(one: Omit<Cell, 'title'>, other: Pick<Cell, 'style' | 'client' | 'server' | 'visit'>): boolean {
  return (['style', 'client', 'server', 'visit'] as const).every((axis) => one[axis] === other[axis]);
}
