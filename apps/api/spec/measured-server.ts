import { randomBytes, randomUUID } from 'node:crypto';
import { STYLE_CLIENTS } from '@rungs/clients';
import {
  compare,
  isMeasured,
  type Comparison,
  type ComparisonPlan,
  type Instruments,
  type MeasuredCell,
  type RunEnvironment,
} from '@rungs/measure';
import {
  CLIENT_MODES,
  isApplicable,
  SCENARIOS,
  type ClientMode,
  type Program,
  type ScenarioId,
  type StyleEntry,
} from '@rungs/scenarios';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { STYLE_SERVERS } from '../src/styles.ts';

export const ENV: RunEnvironment = {
  client: 'cli',
  protocol: 'h1',
  encoding: 'identity',
  measuredAt: '2026-11-22T12:00:00.000Z',
};

/** Nobody waits: what happens while a client pauses, happens at once. */
export const INSTRUMENTS: Instruments = {
  nowMs: () => performance.now(),
  newTraceId: () => randomBytes(16).toString('hex'),
  newKey: () => randomUUID(),
  wait: () => Promise.resolve(),
};

export const SCENARIO_IDS = Object.keys(SCENARIOS) as ScenarioId[];

export function serveAllStyles(options?: Parameters<typeof serveStyle>[1]): Promise<ServedStyle> {
  return serveStyle(
    STYLE_SERVERS.map(({ module }) => module),
    options,
  );
}

/** Each program measured once, after it was run once to warm up. */
export function compareOn<S extends ScenarioId>(
  served: ServedStyle,
  id: S,
  changes: Partial<ComparisonPlan<S>> = {},
): Promise<Comparison> {
  return compare({
    scenario: SCENARIOS[id],
    styles: STYLE_CLIENTS,
    repeats: 1,
    server: { baseUrl: served.baseUrl, fetch, tokenOf: (persona) => served.tokenFor(persona) },
    instruments: INSTRUMENTS,
    env: ENV,
    ...changes,
  });
}

export interface ProgramName {
  readonly scenario: ScenarioId;
  readonly entry: StyleEntry;
  readonly style: string;
  readonly client: ClientMode;
  readonly program: Program<unknown, unknown>;
}

/** Every client program that exists. */
export const PROGRAMS: readonly ProgramName[] = SCENARIO_IDS.flatMap((scenario) =>
  STYLE_CLIENTS.flatMap((entry) =>
    CLIENT_MODES.flatMap((client) => {
      const program = entry.scenarios[scenario][client];
      return isApplicable(program) ? [{ scenario, entry, style: entry.style, client, program }] : [];
    }),
  ),
);

/** @throws where it was not measured, with what happened instead */
export function measuredCell(
  comparison: Comparison,
  style: string,
  client: ClientMode,
  server = 'batched',
): MeasuredCell {
  const cell = comparison.cells.find(
    (one) => one.style === style && one.client === client && one.server === server && one.visit === 'first',
  );
  if (!cell || !isMeasured(cell)) throw new Error(`${style} ${client} ${server}: ${JSON.stringify(cell)}`);
  return cell;
}
