import {
  CLIENT_MODES,
  isApplicable,
  type ClientMode,
  type ClientOptions,
  type Scenario,
  type StyleEntry,
  type StyleId,
} from '@rungs/scenarios';
import { canonicalJson } from './canonical-json.ts';
import { medianRun, runScenario, type FinishedRun, type Instruments } from './run-scenario.ts';
import type { Run, RunEnvironment } from './run.ts';

export type ScenarioId = keyof StyleEntry['scenarios'];
type ProgramsOf<S extends ScenarioId> = StyleEntry['scenarios'][S];
export type TaskOf<S extends ScenarioId> = Parameters<ProgramsOf<S>['arrive']>[1];

interface CellName {
  readonly style: StyleId;
  /** The style's name for people. */
  readonly title: string;
  readonly client: ClientMode;
}

/** One style asked in one mode. Every cell is there: measured, failed, or with the reason why it does not exist. */
export type Cell = CellName &
  (
    | {
        readonly outcome: 'measured';
        /** Index into the comparison's `views`. */
        readonly view: number;
        readonly run: Run;
      }
    | { readonly outcome: 'failed'; readonly message: string }
    | { readonly outcome: 'not-applicable'; readonly reason: string }
  );

export interface Comparison {
  readonly schema: 'rungs.comparison/1';
  readonly scenario: ScenarioId;
  readonly task: unknown;
  readonly env: RunEnvironment;
  /** All measured cells built the same view model. When false nothing here may be ranked. */
  readonly valid: boolean;
  /** The view models that were built, each once, the one that most cells agree on first. */
  readonly views: readonly { readonly sha256: string; readonly viewModel: unknown }[];
  readonly cells: readonly Cell[];
}

export interface ComparisonPlan<S extends ScenarioId> {
  readonly scenario: Scenario<TaskOf<S>> & { readonly id: S };
  readonly styles: readonly StyleEntry[];
  readonly modes?: readonly ClientMode[];
  /** How often each program is measured; once unless given. */
  readonly repeats?: number;
  readonly client: ClientOptions;
  readonly instruments: Instruments;
  readonly env: RunEnvironment;
}

/**
 * Runs the scenario in every style and mode, one after the other: in a first round unmeasured, then once per repeat.
 * Rounds, and not repeats of one program at a time, so that a server which warms up or has to do something else
 * meanwhile meets all styles alike.
 */
export async function compare<S extends ScenarioId>(plan: ComparisonPlan<S>): Promise<Comparison> {
  const attempts = plan.styles.flatMap((entry) =>
    (plan.modes ?? CLIENT_MODES).map((mode) => new Attempt(plan, entry, mode)),
  );
  for (const attempt of attempts) await attempt.warmUp();
  for (let round = 0; round < (plan.repeats ?? 1); round += 1) {
    for (const attempt of attempts) await attempt.measure();
  }
  return {
    schema: 'rungs.comparison/1',
    scenario: plan.scenario.id,
    task: plan.scenario.task,
    env: plan.env,
    ...judge(attempts.map((attempt) => attempt.result())),
  };
}

type Tried = CellName &
  (
    | { readonly outcome: 'measured'; readonly finished: FinishedRun<unknown> }
    | { readonly outcome: 'failed'; readonly message: string }
    | { readonly outcome: 'not-applicable'; readonly reason: string }
  );

/** One cell while it is being measured. Once its program has failed it is not run again. */
class Attempt<S extends ScenarioId> {
  readonly #finished: FinishedRun<unknown>[] = [];
  #failure: string | undefined;

  constructor(
    private readonly plan: ComparisonPlan<S>,
    private readonly entry: StyleEntry,
    private readonly mode: ClientMode,
  ) {}

  async warmUp(): Promise<void> {
    await this.#run();
  }

  async measure(): Promise<void> {
    const finished = await this.#run();
    if (finished) this.#finished.push(finished);
  }

  result(): Tried {
    const name = { style: this.entry.style, title: this.entry.title, client: this.mode };
    const program = this.entry.scenarios[this.plan.scenario.id][this.mode];
    if (!isApplicable(program)) return { ...name, outcome: 'not-applicable', reason: program.notApplicable };
    if (this.#failure !== undefined) return { ...name, outcome: 'failed', message: this.#failure };
    try {
      return { ...name, outcome: 'measured', finished: medianRun(this.#finished) };
    } catch (error) {
      return { ...name, outcome: 'failed', message: messageOf(error) };
    }
  }

  async #run(): Promise<FinishedRun<unknown> | undefined> {
    const { scenario, client, instruments, env } = this.plan;
    const { entry, mode } = this;
    const programs = entry.scenarios[scenario.id];
    const program = programs[mode];
    if (!isApplicable(program) || this.#failure !== undefined) return undefined;
    try {
      return await runScenario({ scenario, style: entry.style, mode, programs, program, client, instruments, env });
    } catch (error) {
      this.#failure = messageOf(error);
      return undefined;
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Groups the cells by the view model they built; more than one group makes every run void. */
function judge(tried: readonly Tried[]): Pick<Comparison, 'valid' | 'views' | 'cells'> {
  const measured = tried.filter((cell) => cell.outcome === 'measured');
  const byView = new Map<string, (typeof measured)[number][]>();
  for (const cell of measured) {
    const view = canonicalJson(cell.finished.viewModel);
    byView.set(view, [...(byView.get(view) ?? []), cell]);
  }
  const groups = [...byView.values()];
  groups.sort((one, other) => other.length - one.length);
  const valid = groups.length === 1;
  return {
    valid,
    views: groups.flatMap(([first]) =>
      first ? [{ sha256: first.finished.run.viewModelSha256, viewModel: first.finished.viewModel }] : [],
    ),
    cells: tried.map((cell): Cell => {
      if (cell.outcome !== 'measured') return cell;
      const { finished, ...name } = cell;
      return {
        ...name,
        view: groups.findIndex((group) => group.includes(cell)),
        run: { ...finished.run, valid },
      };
    }),
  };
}
