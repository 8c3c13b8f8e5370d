import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type {
  ClientMode,
  ClientOptions,
  PersonaName,
  Program,
  Scenario,
  ScenarioId,
  ServerMode,
  Stage,
  StyleEntry,
  TaskOf,
  ViewOf,
  Visit,
} from '@rungs/scenarios';
import { canonicalJson } from './canonical-json.ts';
import { messageOf } from './failure.ts';
import { joinExchange } from './joined-exchange.ts';
import { PrivateCache } from './private-cache.ts';
import { Recorder, type RecordedExchange } from './recorder.ts';
import type { RunExchange } from './run.ts';
import { readTrace } from './trace.ts';

/** What differs between a browser, Node and a test. */
export interface Instruments {
  /** A monotonic clock. */
  readonly nowMs: () => number;
  /** 32 lower-case hex digits, not all zeros. */
  readonly newTraceId: () => string;
  /** An idempotency key, never the same again. */
  readonly newKey: () => string;
  readonly wait: (durationMs: number) => Promise<void>;
  /** Milliseconds since the epoch, for the ages of what is cached; the system's clock unless given. */
  readonly now?: () => number;
}

/** One program of one style, and how it is to be run. */
export interface ProgramPlan<S extends ScenarioId> {
  readonly scenario: Scenario<S>;
  readonly entry: StyleEntry;
  readonly client: ClientMode;
  readonly server: ServerMode;
  readonly visit: Visit;
  /** What the program asks through, and with whose token. */
  readonly options: ClientOptions;
  /** What everything unrecorded is asked through, where that is something else: it goes on when the program is stopped. */
  readonly behindTheScenes?: typeof globalThis.fetch;
  readonly tokenOf: (persona: PersonaName) => Promise<string>;
  readonly instruments: Instruments;
  /** Told what was asked, also when the program fails. */
  readonly onRecorded?: (exchanges: readonly RecordedExchange[]) => void;
}

/** One repeat of a program, from both sides. */
export interface Repeat {
  readonly traceId: string;
  /** The view model, plain, without the member that outcomes are declared for. */
  readonly view: unknown;
  readonly viewSha256: string;
  readonly outcome: string | undefined;
  readonly exchanges: readonly RunExchange[];
  readonly elapsedMs: number;
  readonly noticedMs: number | undefined;
}

/**
 * Sets the stage and arrives at the screen unrecorded, runs the program, asks the server what it cost, puts both sides
 * together, and puts right what the program left.
 *
 * @throws what the program throws, and where a side's record is incomplete
 */
export async function runProgram<S extends ScenarioId>(
  plan: ProgramPlan<S>,
  program: Program<unknown, ViewOf<S>>,
): Promise<Repeat> {
  const { scenario, options } = plan;
  const behind = { baseUrl: options.baseUrl, fetch: plan.behindTheScenes ?? options.fetch };
  const stage: Stage = {
    as: async (persona) => plan.entry.connect({ ...behind, accessToken: await plan.tokenOf(persona) }),
  };
  const task = await scenario.prepare(stage);
  let failure: unknown;
  try {
    return await performed(plan, program, stage, task);
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    await finished(scenario, stage, task, failure);
  }
}

/** A program's own failure says more than what follows from it. */
async function finished<S extends ScenarioId>(scenario: Scenario<S>, stage: Stage, task: TaskOf<S>, failure: unknown) {
  try {
    await scenario.finish?.(stage, task);
  } catch (error) {
    if (failure !== undefined) return;
    throw new Error(`What the program left could not be put right: ${messageOf(error)}`, { cause: error });
  }
}

async function performed<S extends ScenarioId>(
  plan: ProgramPlan<S>,
  program: Program<unknown, ViewOf<S>>,
  stage: Stage,
  task: TaskOf<S>,
): Promise<Repeat> {
  const { scenario, entry, options, instruments } = plan;
  const held = await entry.scenarios[scenario.id].arrive(options, task);
  const cache = new PrivateCache(instruments.now ?? Date.now);
  const perform = (): Promise<Performance> => performOnce(plan, program, cache, stage, task, held);
  if (plan.visit === 'second') await perform();
  const { traceId, recorder, view, elapsedMs, happenedAtMs } = await perform();
  if (recorder.exchanges.length === 0) throw new Error('The program asked the server nothing.');
  const traced = await readTrace(options, traceId);
  const { plain, outcome } = judged(scenario, view);
  return {
    traceId,
    view: plain,
    viewSha256: bytesToHex(sha256(utf8ToBytes(canonicalJson(plain)))),
    outcome,
    exchanges: recorder.exchanges.map((exchange) => joinExchange(exchange, traced, entry.answers)),
    elapsedMs,
    noticedMs: happenedAtMs === undefined ? undefined : recorder.endedAtMs - happenedAtMs,
  };
}

interface Performance {
  readonly traceId: string;
  readonly recorder: Recorder;
  /** Plain JSON. */
  readonly view: unknown;
  readonly elapsedMs: number;
  /** When the scenario's own event had happened, by the instruments' clock. */
  readonly happenedAtMs: number | undefined;
}

/** The program alone, from its first request to its view model. */
async function performOnce<S extends ScenarioId>(
  { scenario, server, options, instruments, onRecorded }: ProgramPlan<S>,
  program: Program<unknown, ViewOf<S>>,
  cache: PrivateCache,
  stage: Stage,
  task: TaskOf<S>,
  held: unknown,
): Promise<Performance> {
  const { baseUrl, fetch, accessToken } = options;
  const { nowMs, wait, newKey, newTraceId } = instruments;
  const traceId = newTraceId();
  const recorder = new Recorder({ fetch, baseUrl, traceId, server, cache, nowMs });
  let pauses = 0;
  let happenedAtMs: number | undefined;
  const pause = (durationMs: number): Promise<void> =>
    recorder.pause(async () => {
      pauses += 1;
      if (pauses !== scenario.meanwhile?.pause) return wait(durationMs);
      // In the midst of it, so that how late it is noticed does not depend on how fast it is done.
      await wait(durationMs / 2);
      await scenario.meanwhile.happen(stage, task);
      happenedAtMs = nowMs();
      await wait(durationMs / 2);
    });
  try {
    const view = await program.run({ baseUrl, accessToken, asking: recorder, newKey, pause }, held);
    const { elapsedMs } = recorder;
    // Whatever of an answer went into the view as it was, is read here, and so counts as used.
    return { traceId, recorder, view: plainJson(view), elapsedMs, happenedAtMs };
  } finally {
    await recorder.idle();
    onRecorded?.(recorder.exchanges);
  }
}

/** @throws TypeError for what plain JSON cannot say */
function plainJson(view: unknown): unknown {
  canonicalJson(view);
  return JSON.parse(JSON.stringify(view));
}

/** Takes the member out in which styles are meant to differ. */
function judged<S extends ScenarioId>({ outcomes }: Scenario<S>, view: unknown) {
  if (!outcomes) return { plain: view, outcome: undefined };
  const { [outcomes.member]: said, ...plain } = view as Readonly<Record<string, unknown>>;
  return { plain, outcome: String(said) };
}
