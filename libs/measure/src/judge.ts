import type { Scenario, ScenarioId } from '@rungs/scenarios';
import type { Tried } from './attempt.ts';
import type { Cell, Comparison, OutcomeMismatch } from './comparison.ts';
import type { Run } from './run.ts';

type Measured = Extract<Tried, { outcome: 'measured' }>;

/**
 * Groups the cells by the view model they built, and holds each outcome against the declared one. More than one group,
 * or one outcome that was not declared, makes every run void.
 */
export function judge<S extends ScenarioId>(
  { outcomes }: Pick<Scenario<S>, 'outcomes'>,
  tried: readonly Tried[],
): Pick<Comparison, 'valid' | 'views' | 'mismatches' | 'cells'> {
  const measured = tried.filter((cell) => cell.outcome === 'measured');
  const groups = [...Map.groupBy(measured, ({ run }) => run.viewModelSha256).values()];
  groups.sort((one, other) => other.length - one.length);
  const mismatches = outcomes ? measured.flatMap((cell) => mismatchOf(cell, outcomes.declared[cell.style])) : [];
  const valid = groups.length === 1 && mismatches.length === 0;
  return {
    valid,
    views: groups.flatMap(([first]) => (first ? [{ sha256: first.run.viewModelSha256, viewModel: first.view }] : [])),
    mismatches,
    cells: tried.map((cell) =>
      cell.outcome === 'measured'
        ? judged(
            cell,
            groups.findIndex((group) => group.includes(cell)),
            valid,
          )
        : cell,
    ),
  };
}

function judged({ failure, ...cell }: Measured, view: number, valid: boolean): Cell {
  const run: Run = { ...cell.run, valid };
  return failure ? { ...cell, outcome: 'partial', view, run, failure } : { ...cell, view, run };
}

function mismatchOf({ style, client, server, visit, run }: Measured, declared: string): readonly OutcomeMismatch[] {
  const got = run.outcome ?? 'nothing';
  return got === declared ? [] : [{ style, client, server, visit, declared, got }];
}
