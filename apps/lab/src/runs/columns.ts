import { choose, isMeasured } from '@rungs/measure';
import type { Cell, Choice, Chosen, Comparison, Failure, MeasuredCell, Progress, SeenExchange } from '@rungs/measure';
import { CLIENT_MODES, isApplicable, SCENARIOS } from '@rungs/scenarios';
import type { ClientMode, ScenarioId, StyleEntry, StyleId } from '@rungs/scenarios';
import { sameCell } from './merge.ts';

/** What there is to show of one style: each has its own state, whatever became of the others. */
export type Column = {
  readonly style: StyleId;
  /** Where its client does not ask as chosen: how it asks instead, and why. */
  readonly standIn?: { readonly client: ClientMode; readonly reason: string };
} & ColumnState;

export type ColumnState =
  | { readonly state: 'empty' }
  | { readonly state: 'waiting' }
  | { readonly state: 'running'; readonly done: number; readonly total: number; readonly failure?: Failure }
  | { readonly state: 'measured'; readonly cell: MeasuredCell }
  | {
      readonly state: 'partial';
      readonly cell: MeasuredCell;
      readonly failure: Failure;
      /** Those that were to be. */
      readonly repeats: number;
    }
  | { readonly state: 'failed'; readonly failure: Failure; readonly exchanges: readonly SeenExchange[] }
  | { readonly state: 'not-applicable'; readonly reason: string };

export interface ColumnsOf {
  readonly scenario: ScenarioId;
  readonly choice: Choice;
  readonly styles: readonly StyleEntry[];
  /** What has been measured. */
  readonly comparison: Comparison | undefined;
  /** While it is being measured: how far that has come, as soon as it is known. */
  readonly running?: { readonly progress?: Progress | undefined } | undefined;
}

/** A column for each style, and the same for whoever takes cells: undefined where nobody has run one yet. */
export function columnsOf(shown: ColumnsOf): {
  readonly columns: readonly Column[];
  readonly chosen: readonly Chosen[];
} {
  const measured = shown.comparison?.cells ?? [];
  const unrun = shown.styles
    .flatMap((entry) => cellsBeforehand(shown, entry))
    .filter((cell) => !measured.some((one) => sameCell(one, cell)));
  const all = choose({ cells: [...measured, ...unrun] }, shown.choice);
  const inOrder = shown.styles.flatMap(({ style }) => all.filter((one) => one.style === style));
  return {
    columns: inOrder.map(({ style, cell, insteadOf }) => ({
      style,
      ...(insteadOf && cell && { standIn: { client: cell.client, reason: insteadOf.reason } }),
      ...stateOf(style, cell, shown),
    })),
    chosen: inOrder.map(({ cell, ...rest }) => ({ ...rest, cell: isUnrun(cell) ? undefined : cell })),
  };
}

function stateOf(style: StyleId, cell: Cell | undefined, { comparison, running }: ColumnsOf): ColumnState {
  if (cell?.outcome === 'not-applicable') return { state: 'not-applicable', reason: cell.reason };
  if (running) {
    const progress = running.progress?.styles[style];
    return progress && progress.done > 0 ? { state: 'running', ...progress } : { state: 'waiting' };
  }
  if (!cell || isUnrun(cell)) return { state: 'empty' };
  if (!isMeasured(cell)) return { state: 'failed', failure: cell.failure, exchanges: cell.exchanges };
  if (cell.outcome === 'measured') return { state: 'measured', cell };
  return { state: 'partial', cell, failure: cell.failure, repeats: comparison?.repeats ?? cell.run.repeats };
}

const NOT_RUN: Failure = { kind: 'stopped', message: 'not run yet' };

function isUnrun(cell: Cell | undefined): boolean {
  return cell?.outcome === 'failed' && cell.failure === NOT_RUN;
}

/** What is known of a style's cells before any is run: that one is there, or why it is not. */
function cellsBeforehand({ scenario, choice: { server, visit } }: ColumnsOf, entry: StyleEntry): readonly Cell[] {
  const { secondVisit } = SCENARIOS[scenario];
  return CLIENT_MODES.map((client): Cell => {
    const name = { style: entry.style, title: entry.title, client, server, visit };
    // First what holds for every client: that there is no second visit is no fault of the way of asking.
    if (visit === 'second' && secondVisit !== true) {
      return { ...name, outcome: 'not-applicable', reason: secondVisit.notApplicable };
    }
    const program = entry.scenarios[scenario][client];
    if (!isApplicable(program)) return { ...name, outcome: 'not-applicable', reason: program.notApplicable };
    return { ...name, outcome: 'failed', failure: NOT_RUN, exchanges: [] };
  });
}
