import { isApplicable, type Scenario, type ScenarioId, type StyleEntry } from '@rungs/scenarios';
import type { CellName, Failure, SeenExchange } from './comparison.ts';
import { failureOf, STOPPED } from './failure.ts';
import { totalsOf } from './joined-exchange.ts';
import { summaryOf } from './repeats.ts';
import { encodingOf } from './encoding.ts';
import type { MeasuringEnvironment } from './environment.ts';
import type { Run } from './run.ts';
import { knowledgeOf } from './known.ts';
import type { RecordedExchange } from './recorder.ts';
import { runProgram, type ProgramPlan, type Repeat } from './run-scenario.ts';

/** What came of a cell, before it is held against the others. */
export type Tried = CellName & { readonly title: string } & (
    | { readonly outcome: 'measured'; readonly view: unknown; readonly run: Run; readonly failure?: Failure }
    | { readonly outcome: 'failed'; readonly failure: Failure; readonly exchanges: readonly SeenExchange[] }
    | { readonly outcome: 'not-applicable'; readonly reason: string }
  );

/** One cell while it is being measured. Once its program has failed it is not run again. */
export class Attempt<S extends ScenarioId> {
  readonly #repeats: Repeat[] = [];
  readonly #name: CellName;
  #seen: readonly RecordedExchange[] = [];
  #failure: Failure | undefined;
  #done = 0;

  /**
   * @param runs how often the program is to be run, warming up included
   */
  constructor(
    private readonly plan: Omit<ProgramPlan<S>, 'options'>,
    private readonly env: MeasuringEnvironment,
    private readonly runs: number,
  ) {
    const { entry, client, server, visit } = plan;
    this.#name = { style: entry.style, client, server, visit };
  }

  get name(): CellName {
    return this.#name;
  }

  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Program runs, warming up included; none where there is no program. */
  get total(): number {
    return reasonAgainst(this.plan) === undefined ? this.runs : 0;
  }

  /** Of these, what will not be run any more counts as done. */
  get done(): number {
    return this.#failure ? this.total : this.#done;
  }

  get isDone(): boolean {
    return this.done === this.total;
  }

  /** Runs the program once more; the first time unmeasured. */
  async run(optionsFor: () => Promise<ProgramPlan<S>['options']>, signal?: AbortSignal): Promise<void> {
    const program = this.plan.entry.scenarios[this.plan.scenario.id][this.plan.client];
    if (this.isDone || !isApplicable(program)) return;
    try {
      const onRecorded = (exchanges: readonly RecordedExchange[]) => (this.#seen = exchanges);
      const repeat = await runProgram({ ...this.plan, options: await optionsFor(), onRecorded }, program);
      if (this.#done > 0) this.#repeats.push(repeat);
      this.#done += 1;
    } catch (error) {
      this.#failure = failureOf(error, signal);
    }
  }

  /** Nothing more is run. */
  stop(): void {
    if (!this.isDone) this.#failure = STOPPED;
  }

  result(): Tried {
    const name = { ...this.#name, title: this.plan.entry.title };
    const reason = reasonAgainst(this.plan);
    if (reason !== undefined) return { ...name, outcome: 'not-applicable', reason };
    const failure = this.#failure;
    if (failure && this.#repeats.length === 0)
      return { ...name, outcome: 'failed', failure, exchanges: this.#exchanges };
    try {
      return { ...name, outcome: 'measured', ...this.#measured(), ...(failure && { failure }) };
    } catch (error) {
      return { ...name, outcome: 'failed', failure: failureOf(error), exchanges: this.#exchanges };
    }
  }

  #measured(): { readonly view: unknown; readonly run: Run } {
    const { plan } = this;
    const { shown, timing } = summaryOf(this.#repeats);
    const program = plan.entry.scenarios[plan.scenario.id][plan.client];
    if (!isApplicable(program)) throw new Error('There is no program.');
    const run: Run = {
      schema: 'rungs.run/1',
      id: shown.traceId,
      scenario: plan.scenario.id,
      ...this.#name,
      env: { ...this.env, encoding: encodingOf(shown.exchanges) },
      repeats: this.#repeats.length,
      timing,
      valid: true,
      viewModelSha256: shown.viewSha256,
      ...(shown.outcome !== undefined && { outcome: shown.outcome }),
      knowledge: knowledgeOf(program.knows, shown.exchanges),
      exchanges: shown.exchanges,
      totals: totalsOf(shown.exchanges),
    };
    return { view: shown.view, run };
  }

  get #exchanges(): readonly SeenExchange[] {
    return this.#seen.map(({ n, label, dependsOn, method, url, status }) => ({
      n,
      label,
      dependsOn,
      method,
      url,
      status,
    }));
  }
}

/** Why a cell does not exist, where it does not. */
function reasonAgainst<S extends ScenarioId>({
  scenario,
  entry,
  client,
  visit,
}: { readonly scenario: Scenario<S>; readonly entry: StyleEntry } & Pick<CellName, 'client' | 'visit'>):
  string | undefined {
  const program = entry.scenarios[scenario.id][client];
  if (!isApplicable(program)) return program.notApplicable;
  if (visit === 'second' && scenario.secondVisit !== true) return scenario.secondVisit.notApplicable;
  return undefined;
}
