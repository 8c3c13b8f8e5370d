import {
  CLIENT_MODES,
  type ClientMode,
  type PersonaName,
  type Scenario,
  type ScenarioId,
  type ServerMode,
  type StyleEntry,
  type StyleId,
  type Visit,
} from '@rungs/scenarios';
import { Attempt } from './attempt.ts';
import { isMeasured, type CellName, type Comparison, type Failure } from './comparison.ts';
import { encodingOf } from './encoding.ts';
import type { MeasuringEnvironment } from './environment.ts';
import { answering, NoAnswerError } from './failure.ts';
import { judge } from './judge.ts';
import type { Instruments } from './run-scenario.ts';

/** Where the server is, and how one gets in. */
export interface MeasuredServer {
  /** Without a trailing slash: `http://127.0.0.1:3000`. */
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  /** A good bearer token; asked for once per persona and comparison. */
  tokenOf(persona: PersonaName): Promise<string>;
}

export interface ComparisonPlan<S extends ScenarioId> {
  readonly scenario: Scenario<S>;
  readonly styles: readonly StyleEntry[];
  /** All unless given. */
  readonly clients?: readonly ClientMode[];
  /** `batched` unless given. */
  readonly servers?: readonly ServerMode[];
  /** The first unless given. */
  readonly visits?: readonly Visit[];
  /** How often each program is measured, after it was run once to warm up; 5 unless given. */
  readonly repeats?: number;
  /** One of the scenario's; its first unless given. */
  readonly persona?: PersonaName;
  readonly server: MeasuredServer;
  readonly instruments: Instruments;
  readonly env: MeasuringEnvironment;
  /** Called before each run of a program, and once after the last. */
  readonly onProgress?: (progress: Progress) => void;
  /** Stops the comparison. What was measured until then is kept. */
  readonly signal?: AbortSignal;
}

/** How far a comparison is, in runs of programs, those that warm up included. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What runs, or ran last. */
  readonly running: CellName;
  readonly styles: Readonly<Record<string, StyleProgress>>;
}

export interface StyleProgress {
  readonly done: number;
  readonly total: number;
  /** The first. */
  readonly failure?: Failure;
}

export const DEFAULT_REPEATS = 5;

/**
 * Runs the scenario in every style and way of asking, one after the other: in a first round unmeasured, then once per
 * repeat. Rounds, and not repeats of one program at a time, so that a server which warms up or has to do something else
 * meanwhile meets all styles alike.
 *
 * @throws RangeError for a persona who cannot do this, or no repeats
 */
export async function compare<S extends ScenarioId>(plan: ComparisonPlan<S>): Promise<Comparison> {
  const { scenario, server, signal, repeats = DEFAULT_REPEATS, persona = scenario.personas[0] } = plan;
  if (!scenario.personas.includes(persona)) {
    throw new RangeError(`${persona} cannot do "${scenario.id}"; these can: ${scenario.personas.join(', ')}.`);
  }
  if (!Number.isInteger(repeats) || repeats < 1) throw new RangeError(`A program cannot be measured ${repeats} times.`);
  const behindTheScenes = ofTheLab(answering(server.fetch));
  const fetch = stoppable(behindTheScenes, signal);
  const tokenOf = remembered(server);
  const attempts = plan.styles.flatMap((entry) =>
    (plan.clients ?? CLIENT_MODES).flatMap((client) =>
      (plan.servers ?? ['batched']).flatMap((mode) =>
        (plan.visits ?? ['first']).map((visit) => {
          const instruments = { ...plan.instruments, wait: stoppableWait(plan.instruments.wait, signal) };
          return new Attempt<S>(
            { scenario, entry, client, server: mode, visit, behindTheScenes, tokenOf, instruments },
            plan.env,
            repeats + 1,
          );
        }),
      ),
    ),
  );
  const optionsFor = async () => ({ baseUrl: server.baseUrl, fetch, accessToken: await tokenOf(persona) });
  for (let round = 0; round <= repeats; round += 1) {
    for (const attempt of attempts) {
      if (signal?.aborted) attempt.stop();
      if (attempt.isDone) continue;
      plan.onProgress?.(progressOf(attempts, attempt));
      await attempt.run(optionsFor, signal);
    }
  }
  const last = attempts.findLast(({ total }) => total > 0);
  if (last) plan.onProgress?.(progressOf(attempts, last));
  const judged = judge(
    scenario,
    attempts.map((attempt) => attempt.result()),
  );
  const exchanges = judged.cells.filter(isMeasured).flatMap(({ run }) => run.exchanges);
  return {
    schema: 'rungs.comparison/1',
    scenario: scenario.id,
    persona,
    env: { ...plan.env, encoding: encodingOf(exchanges) },
    repeats,
    ...judged,
  };
}

function progressOf<S extends ScenarioId>(attempts: readonly Attempt<S>[], running: Attempt<S>): Progress {
  const styles = Map.groupBy(attempts, ({ name }) => name.style);
  return {
    ...sums(attempts),
    running: running.name,
    styles: Object.fromEntries(
      [...styles].map(([style, ofStyle]): [StyleId, StyleProgress] => {
        const failure = ofStyle.find((attempt) => attempt.failure)?.failure;
        return [style, { ...sums(ofStyle), ...(failure && { failure }) }];
      }),
    ),
  };
}

function sums(attempts: readonly Pick<Attempt<never>, 'done' | 'total'>[]) {
  return {
    done: attempts.reduce((sum, { done }) => sum + done, 0),
    total: attempts.reduce((sum, { total }) => sum + total, 0),
  };
}

/** One token per persona; a refusal is not remembered, because the server may be back when it is asked again. */
function remembered(server: MeasuredServer): MeasuredServer['tokenOf'] {
  const tokens = new Map<PersonaName, Promise<string>>();
  return async (persona) => {
    const asked = tokens.get(persona) ?? server.tokenOf(persona);
    tokens.set(persona, asked);
    try {
      return await asked;
    } catch (error) {
      tokens.delete(persona);
      // How fetch says that nothing answered.
      throw error instanceof TypeError ? new NoAnswerError(server.baseUrl, error) : error;
    }
  };
}

/** What prepares and arrives is the lab's as well: it comes out of the same budget, and is loaded as anybody's is. */
function ofTheLab(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    if (!headers.has('rungs-loading')) headers.set('rungs-loading', 'one-statement');
    return fetch(input, { ...init, headers });
  };
}

function stoppable(fetch: typeof globalThis.fetch, signal: AbortSignal | undefined): typeof globalThis.fetch {
  if (!signal) return fetch;
  return (input, init) => fetch(input, { ...init, signal });
}

function stoppableWait(wait: Instruments['wait'], signal: AbortSignal | undefined): Instruments['wait'] {
  if (!signal) return wait;
  return async (durationMs) => {
    signal.throwIfAborted();
    const stopped = Promise.withResolvers<never>();
    const stop = (): void => stopped.reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    try {
      await Promise.race([wait(durationMs), stopped.promise]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };
}
