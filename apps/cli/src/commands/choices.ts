import {
  CLIENT_MODES,
  isScenarioId,
  SCENARIOS,
  SERVER_MODES,
  VISITS,
  type PersonaName,
  type ScenarioId,
  type StyleEntry,
  type Visit,
} from '@rungs/scenarios';
import { CommandFailure } from '../terminal.ts';

// What may be chosen on a command line, and what is said where it is something else.

export const ALL = 'all';
export const SCENARIO_IDS = Object.keys(SCENARIOS) as readonly ScenarioId[];
export const CLIENT_CHOICES = [...CLIENT_MODES, ALL] as const;
export const SERVER_CHOICES = [...SERVER_MODES, ALL] as const;
export const VISIT_CHOICES = [...VISITS, ALL] as const;

/** @throws CommandFailure where there is no such scenario */
export function scenarioId(name: string): ScenarioId {
  if (isScenarioId(name)) return name;
  throw new CommandFailure(`There is no scenario "${name}"; there are: ${SCENARIO_IDS.join(', ')}.`);
}

/**
 * A visit that nobody can make is refused before anything is started, where only it was asked for.
 *
 * @throws CommandFailure where the scenario has no second visit
 */
export function visitOf<V extends Visit | typeof ALL>(id: ScenarioId, visit: V): V {
  const { secondVisit } = SCENARIOS[id];
  if (visit === 'second' && secondVisit !== true) {
    throw new CommandFailure(`"${id}" has no second visit: ${secondVisit.notApplicable}.`);
  }
  return visit;
}

/** One of them, or all. */
export function chosen<T extends string>(choice: T | typeof ALL, values: readonly T[]): readonly T[] {
  return choice === ALL ? values : [choice];
}

/** @throws CommandFailure where there is no such style, or none was named */
export function chosenStyle(id: string | undefined, styles: readonly StyleEntry[]): StyleEntry {
  const [style] = id === undefined ? [] : chosenStyles([id], styles);
  if (style) return style;
  const ids = styles.map((entry) => entry.style).join(', ');
  throw new CommandFailure(`Which style? Say --style and one of: ${ids}.`);
}

/** @throws CommandFailure where there is no such style */
export function chosenStyles(ids: readonly string[], styles: readonly StyleEntry[]): readonly StyleEntry[] {
  const unknown = ids.find((id) => !styles.some(({ style }) => style === id));
  if (unknown !== undefined) {
    throw new CommandFailure(
      `There is no style "${unknown}"; there are: ${styles.map(({ style }) => style).join(', ')}.`,
    );
  }
  return ids.length === 0 ? styles : styles.filter(({ style }) => ids.includes(style));
}

/** @throws CommandFailure for whom the scenario is not */
export function personaOf(id: ScenarioId, name: string | undefined): PersonaName {
  const { personas } = SCENARIOS[id];
  if (name === undefined) return personas[0];
  const persona = personas.find((one) => one === name);
  if (persona === undefined) {
    throw new CommandFailure(`"${name}" cannot do "${id}"; these can: ${personas.join(', ')}.`);
  }
  return persona;
}
