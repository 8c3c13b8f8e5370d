import { chosenRuns, type Chosen, type MeasuredCell, type RunExchange } from '@rungs/measure';
import type { StyleId } from '@rungs/scenarios';

/** The exchange that is looked at. */
export interface Picked {
  readonly style: StyleId;
  readonly n: number;
}

/** What the panels about exchanges share: one picks, all show. */
export interface PickingProps {
  readonly chosen: readonly Chosen[];
  readonly picked?: Picked | undefined;
  readonly onPick: (style: StyleId, n: number) => void;
}

export interface PickedExchange {
  readonly cell: MeasuredCell;
  readonly exchange: RunExchange;
}

/**
 * The exchange that was picked; where the runs hold none such, the style's most telling one, else that of all styles:
 * the one whose answer brought most that nobody read.
 */
export function pickedExchange(chosen: readonly Chosen[], picked: Picked | undefined): PickedExchange | undefined {
  const all = chosenRuns(chosen).flatMap((cell) => cell.run.exchanges.map((exchange) => ({ cell, exchange })));
  const ofStyle = all.filter(({ cell }) => cell.style === picked?.style);
  return ofStyle.find(({ exchange }) => exchange.n === picked?.n) ?? mostTelling(ofStyle.length > 0 ? ofStyle : all);
}

function mostTelling(exchanges: readonly PickedExchange[]): PickedExchange | undefined {
  const wasteOf = ({ exchange: { bytes } }: PickedExchange): number => bytes.compressed - bytes.compressedPruned;
  return exchanges.reduce<PickedExchange | undefined>(
    (most, one) => (most === undefined || wasteOf(one) > wasteOf(most) ? one : most),
    undefined,
  );
}
