import { randomBytes, randomUUID } from 'node:crypto';
import {
  compare,
  isMeasured,
  runProgram,
  type Comparison,
  type ComparisonPlan,
  type Instruments,
  type MeasuredCell,
  type Repeat,
  browserLike,
  type MeasuringEnvironment,
} from '@rungs/measure';
import {
  CLIENT_MODES,
  isApplicable,
  SCENARIOS,
  type ClientMode,
  type Scenario,
  type ScenarioId,
  type ServerMode,
  type StyleEntry,
} from '@rungs/scenarios';
import type { ServedStyle } from '../serve-style.ts';

export const SCENARIO_IDS = Object.keys(SCENARIOS) as ScenarioId[];

export const MEASURED_IN: MeasuringEnvironment = {
  client: 'cli',
  protocol: 'h1',
  measuredAt: '2026-11-22T12:00:00.000Z',
};

const FETCH = browserLike(fetch);

/** Nobody waits: what happens while a client pauses, happens at once. */
export const INSTRUMENTS: Instruments = {
  nowMs: () => performance.now(),
  newTraceId: () => randomBytes(16).toString('hex'),
  newKey: () => randomUUID(),
  wait: () => Promise.resolve(),
};

/** A client program, by what it is called. */
export interface ProgramName {
  readonly scenario: ScenarioId;
  readonly style: StyleEntry['style'];
  readonly client: ClientMode;
}

export function programsOf(styles: readonly StyleEntry[]): readonly ProgramName[] {
  return SCENARIO_IDS.flatMap((scenario) =>
    styles.flatMap(({ style, scenarios }) =>
      CLIENT_MODES.filter((client) => isApplicable(scenarios[scenario][client])).map((client) => ({
        scenario,
        style,
        client,
      })),
    ),
  );
}

/** How one program is run, where it is not as usual. */
export interface ProgramConditions {
  readonly server?: ServerMode;
  readonly fetch?: typeof globalThis.fetch;
  readonly instruments?: Instruments;
  /** Replaces how many things the scenario is about. */
  readonly limit?: number;
}

/** Runs client programs against a server that a suite serves. */
export class MeasuredServer {
  constructor(
    private readonly served: ServedStyle,
    readonly styles: readonly StyleEntry[],
  ) {}

  /** Each program measured once, after it was run once to warm up. */
  compare<S extends ScenarioId>(id: S, changes: Partial<ComparisonPlan<S>> = {}): Promise<Comparison> {
    return compare({
      scenario: SCENARIOS[id],
      styles: this.styles,
      repeats: 1,
      server: { baseUrl: this.served.baseUrl, fetch: FETCH, tokenOf: (persona) => this.served.tokenFor(persona) },
      instruments: INSTRUMENTS,
      env: MEASURED_IN,
      ...changes,
    });
  }

  /** One program, once, without warming up. */
  async run(name: ProgramName, conditions: ProgramConditions = {}): Promise<Repeat> {
    const { served } = this;
    const entry = this.styles.find(({ style }) => style === name.style);
    const program = entry?.scenarios[name.scenario][name.client];
    if (!entry || !program || !isApplicable(program)) throw new Error(`There is no program ${JSON.stringify(name)}.`);
    const scenario: Scenario = withLimit(SCENARIOS[name.scenario] as Scenario, conditions.limit);
    return runProgram(
      {
        scenario,
        entry,
        client: name.client,
        server: conditions.server ?? 'batched',
        visit: 'first',
        options: {
          baseUrl: served.baseUrl,
          fetch: conditions.fetch ?? FETCH,
          accessToken: await served.tokenFor(scenario.personas[0]),
        },
        tokenOf: (persona) => served.tokenFor(persona),
        instruments: conditions.instruments ?? INSTRUMENTS,
      },
      program,
    );
  }
}

function withLimit(scenario: Scenario, limit: number | undefined): Scenario {
  if (limit === undefined) return scenario;
  return {
    ...scenario,
    prepare: async (stage) => {
      const task = await scenario.prepare(stage);
      return 'limit' in task ? { ...task, limit } : task;
    },
  };
}

/** @throws where it was not measured, with what happened instead */
export function measuredCell(
  { cells }: Comparison,
  style: string,
  client: ClientMode,
  server: ServerMode = 'batched',
): MeasuredCell {
  const cell = cells.find(
    (one) => one.style === style && one.client === client && one.server === server && one.visit === 'first',
  );
  if (!cell || !isMeasured(cell)) throw new Error(`${style} ${client} ${server}: ${JSON.stringify(cell)}`);
  return cell;
}
