import type { ClientMode, ClientOptions, Program, Scenario, ScenarioPrograms, StyleId } from '@rungs/scenarios';
import { canonicalJson } from './canonical-json.ts';
import { Recorder } from './recorder.ts';
import { joinExchange, totalsOf, type Run, type RunEnvironment } from './run.ts';
import { readTrace } from './trace.ts';

/** What differs between a browser, Node and a test. */
export interface Instruments {
  /** A monotonic clock. */
  readonly nowMs: () => number;
  /** 32 lower-case hex digits, not all zeros. */
  readonly newTraceId: () => string;
  /** In hex. */
  readonly sha256: (text: string) => string | Promise<string>;
}

/** One style's program in one mode, for one scenario. */
export interface RunPlan<Task, Held, View> {
  readonly scenario: Scenario<Task>;
  readonly style: StyleId;
  readonly mode: ClientMode;
  readonly programs: Pick<ScenarioPrograms<Task, Held, View>, 'arrive'>;
  readonly program: Program<Held, View>;
  readonly client: ClientOptions;
  readonly instruments: Instruments;
  readonly env: RunEnvironment;
}

export interface FinishedRun<View> {
  readonly run: Run;
  readonly viewModel: View;
}

/**
 * Arrives at the screen unrecorded, runs the program, asks the server what it cost, and puts both sides together.
 *
 * @throws what the program throws, and where a side's record is incomplete
 */
export async function runScenario<Task, Held, View>(plan: RunPlan<Task, Held, View>): Promise<FinishedRun<View>> {
  const { client, instruments, scenario } = plan;
  const held = await plan.programs.arrive(client, scenario.task);
  const traceId = instruments.newTraceId();
  const recorder = new Recorder({
    fetch: client.fetch,
    baseUrl: client.baseUrl,
    traceId,
    nowMs: instruments.nowMs,
  });
  const { baseUrl, accessToken } = client;
  const viewModel = await plan.program({ baseUrl, accessToken, asking: recorder }, held).finally(() => recorder.idle());
  if (recorder.exchanges.length === 0) throw new Error('The program asked the server nothing.');
  const traced = await readTrace(client, traceId);
  const exchanges = recorder.exchanges.map((exchange) => joinExchange(exchange, traced.get(exchange.spanId)));
  const run: Run = {
    schema: 'rungs.run/1',
    id: traceId,
    scenario: scenario.id,
    style: plan.style,
    client: plan.mode,
    env: plan.env,
    valid: true,
    viewModelSha256: await instruments.sha256(canonicalJson(viewModel)),
    exchanges,
    totals: totalsOf(exchanges),
  };
  return { run, viewModel };
}
