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
  const totals = totalsOf(exchanges);
  const run: Run = {
    schema: 'rungs.run/1',
    id: traceId,
    scenario: scenario.id,
    style: plan.style,
    client: plan.mode,
    env: plan.env,
    repeats: 1,
    serverTimeSpread: { minMs: totals.serverMs, maxMs: totals.serverMs },
    valid: true,
    viewModelSha256: await instruments.sha256(canonicalJson(viewModel)),
    exchanges,
    totals,
  };
  return { run, viewModel };
}

/**
 * One run for several of the same program.
 *
 * @returns the one whose server time is the median, with the spread of all
 * @throws when they built different view models or asked for different things
 */
export function medianRun<View>(finished: readonly FinishedRun<View>[]): FinishedRun<View> {
  const byTime = finished.toSorted((one, other) => one.run.totals.serverMs - other.run.totals.serverMs);
  const [fastest, median, slowest] = [byTime[0], byTime[(byTime.length - 1) >> 1], byTime.at(-1)];
  if (!fastest || !median || !slowest) throw new Error('The program was never measured.');
  if (new Set(finished.map(({ run }) => run.viewModelSha256)).size > 1) {
    throw new Error('The program built different views when it was repeated.');
  }
  if (new Set(finished.map(({ run }) => run.exchanges.length)).size > 1) {
    throw new Error('The program asked the server for different things when it was repeated.');
  }
  const serverTimeSpread = { minMs: fastest.run.totals.serverMs, maxMs: slowest.run.totals.serverMs };
  return { ...median, run: { ...median.run, repeats: finished.length, serverTimeSpread } };
}
