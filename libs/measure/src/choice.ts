import type { ClientMode, ServerMode, StyleId, Visit } from '@rungs/scenarios';
import { isMeasured, type Cell, type Comparison } from './comparison.ts';

/** What somebody wants to see side by side. */
export interface Choice {
  readonly client: ClientMode;
  readonly server: ServerMode;
  readonly visit: Visit;
}

/** What is shown of a style, and what stands in for the way of asking that it does not have. */
export interface Chosen {
  readonly style: StyleId;
  /** Undefined where nothing of the kind was run. */
  readonly cell: Cell | undefined;
  /** Why the client does not ask as chosen, where it does not. */
  readonly insteadOf?: { readonly client: ClientMode; readonly reason: string };
}

/** A client that cannot ask like this asks like that: nobody waits for what a style does not have. */
const STAND_INS: Readonly<Record<ClientMode, readonly ClientMode[]>> = {
  granular: ['composed', 'purpose-built'],
  composed: ['granular', 'purpose-built'],
  'purpose-built': ['composed', 'granular'],
};

/** One cell for each style: as chosen, or by the nearest way of asking that the style has. */
export function choose({ cells }: Pick<Comparison, 'cells'>, { client, server, visit }: Choice): readonly Chosen[] {
  const styles = [...new Set(cells.map(({ style }) => style))];
  return styles.map((style) => {
    const cellOf = (mode: ClientMode): Cell | undefined =>
      cells.find(
        (cell) => cell.style === style && cell.client === mode && cell.server === server && cell.visit === visit,
      );
    const asked = cellOf(client);
    if (asked?.outcome !== 'not-applicable') return { style, cell: asked };
    const standIn = STAND_INS[client].map(cellOf).find((cell) => cell && cell.outcome !== 'not-applicable');
    return { style, cell: standIn ?? asked, ...(standIn && { insteadOf: { client, reason: asked.reason } }) };
  });
}

/** The chosen cells that have figures. */
export function chosenRuns(chosen: readonly Chosen[]) {
  return chosen.flatMap(({ cell }) => (cell && isMeasured(cell) ? [cell] : []));
}
