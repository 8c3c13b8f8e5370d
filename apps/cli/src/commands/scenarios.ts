import type { StyleEntry } from '@rungs/scenarios';
import { renderScenarioIndex, renderScenarios } from '../render/scenario-list.ts';
import type { Terminal } from '../terminal.ts';
import { SCENARIO_IDS, scenarioId } from './choices.ts';

export interface ScenariosOptions {
  readonly full?: boolean;
}

const WIDEST = 100;
const WIDTH_WHERE_UNKNOWN = 80;

/** All scenarios by their questions; one, or all, with everything that there is to say. */
export function scenariosCommand(
  name: string | undefined,
  { full = false }: ScenariosOptions,
  terminal: Terminal,
  styles: readonly StyleEntry[],
): void {
  const width = Math.min(terminal.columns ?? WIDTH_WHERE_UNKNOWN, WIDEST);
  const ids = name === undefined ? SCENARIO_IDS : [scenarioId(name)];
  const isInFull = full || name !== undefined;
  terminal.out(isInFull ? renderScenarios(ids, styles, width) : renderScenarioIndex(ids, width));
}
