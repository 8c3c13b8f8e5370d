import { useMemo } from 'react';
import { STYLE_CLIENTS } from '@rungs/clients';
import { sentencesOf, type Choice, type Chosen, type Comparison, type Sentence } from '@rungs/measure';
import { columnsOf, type Column } from './columns.ts';
import { useRuns, type Shown, type Subject } from './runs-context.tsx';

/** What a page shows of one subject, asked in one way. */
export interface ShownChoice {
  /** Undefined where nothing has been measured. */
  readonly shown: Shown | undefined;
  readonly comparison: Comparison | undefined;
  readonly columns: readonly Column[];
  readonly chosen: readonly Chosen[];
  readonly sentences: readonly Sentence[];
}

export function useShown({ scenario, persona }: Subject, { client, server, visit }: Choice): ShownChoice {
  const { running, shownOf } = useRuns();
  const shown = shownOf({ scenario, persona });
  const comparison = shown?.comparison;
  const here = running?.scenario === scenario && running.persona === persona ? running : undefined;
  // Apart from the columns, which change with every program that is run: what is below them need not.
  const { chosen, sentences } = useMemo(() => {
    const choice = { client, server, visit };
    return {
      chosen: columnsOf({ scenario, choice, styles: STYLE_CLIENTS, comparison }).chosen,
      sentences: comparison ? sentencesOf(comparison, choice) : [],
    };
  }, [scenario, client, server, visit, comparison]);
  const { columns } = columnsOf({
    scenario,
    choice: { client, server, visit },
    styles: STYLE_CLIENTS,
    comparison,
    running: here,
  });
  return { shown, comparison, columns, chosen, sentences };
}
