import { STYLE_CLIENTS } from '@rungs/clients';
import { compare, readEnvironment, type Choice, type Comparison, type Progress } from '@rungs/measure';
import { CLIENT_MODES, SCENARIOS, VISITS, type PersonaName, type ScenarioId } from '@rungs/scenarios';
import { signInAs } from '../session.ts';
import { patientFetch } from './patient-fetch.ts';
import { columnsOf } from './columns.ts';

/** Far longer than any answer takes on one machine, and short enough to sit through. */
const PATIENCE_MS = 15_000;

export interface LiveRun<S extends ScenarioId> {
  readonly scenario: S;
  readonly persona: PersonaName;
  readonly choice: Choice;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Nobody could be signed in, so that nothing was run. */
export class SignInError extends Error {
  override readonly name = 'SignInError';

  constructor(
    whatHappened: string,
    readonly whatToDo: string,
  ) {
    super(whatHappened);
  }
}

/**
 * Measures from this browser: the chosen way of asking and whatever stands in for it, in every visit that there is, so
 * that one can be held against the other.
 *
 * @throws SignInError before anything is run
 */
export async function runLive<S extends ScenarioId>({
  scenario,
  persona,
  choice,
  signal,
  onProgress,
}: LiveRun<S>): Promise<Comparison> {
  const { origin } = location;
  // The browser's own cache would answer in place of the one that is measured, and cookies are nobody's here.
  const fetchAlone: typeof fetch = (input, init) => fetch(input, { ...init, cache: 'no-store', credentials: 'omit' });
  // Putting the demo data right again is not stopped with the rest: only its patience ends.
  const measuredFetch = patientFetch(fetchAlone, { limitMs: PATIENCE_MS });
  const fetchUntilStopped = patientFetch(fetchAlone, { limitMs: PATIENCE_MS, stop: signal });
  const tokens = new Map<PersonaName, Promise<string>>();
  const tokenOf = (name: PersonaName): Promise<string> => {
    const token = tokens.get(name) ?? tokenAs(name, fetchUntilStopped);
    tokens.set(name, token);
    return token;
  };
  await tokenOf(persona);
  const server = { baseUrl: origin, fetch: measuredFetch, tokenOf };
  return compare<S>({
    scenario: SCENARIOS[scenario],
    persona,
    styles: STYLE_CLIENTS,
    clients: clientsFor(scenario, choice),
    servers: [choice.server],
    visits: SCENARIOS[scenario].secondVisit === true ? VISITS : ['first'],
    server,
    instruments: {
      nowMs: () => performance.now(),
      newTraceId: () => randomHex(16),
      newKey: () => randomHex(16),
      wait: (durationMs) => new Promise((resolve) => setTimeout(resolve, durationMs)),
    },
    env: {
      client: isChromium() ? 'chromium' : 'browser',
      protocol: 'h1',
      measuredAt: new Date().toISOString(),
      ...(await readEnvironment({ ...server, fetch: fetchUntilStopped }).catch(() => undefined)),
    },
    signal,
    onProgress,
  });
}

/** As chosen, and as the styles ask that cannot ask like that. */
function clientsFor(scenario: ScenarioId, choice: Choice) {
  const { columns } = columnsOf({ scenario, choice, styles: STYLE_CLIENTS, comparison: undefined });
  const used = new Set([choice.client, ...columns.flatMap(({ standIn }) => standIn?.client ?? [])]);
  return CLIENT_MODES.filter((mode) => used.has(mode));
}

async function tokenAs(persona: PersonaName, fetchToken: typeof fetch): Promise<string> {
  const session = await signInAs(persona, { fetch: fetchToken, nowMs: Date.now });
  if (session.kind === 'signed-in') return session.accessToken;
  if (session.kind !== 'failed') throw new Error(`Signing in as ${persona} did not end.`);
  throw new SignInError(`No token as ${persona}. ${session.whatHappened}`, session.whatToDo);
}

/** Not randomUUID, which browsers keep to secure contexts. */
function randomHex(bytes: number): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isChromium(): boolean {
  return /Chrom(e|ium)\//.test(navigator.userAgent);
}
