import type {
  Answered,
  ClientOptions,
  PriorKnowledge,
  Program,
  ProgramContext,
  ScenarioPrograms,
  StyleClient,
  StyleEntry,
  StyleId,
} from '@rungs/scenarios';

// Styles whose programs a spec writes itself, and a server that answers them and says what it cost.

export const BASE_URL = 'http://127.0.0.1:3000';
export const NOT_APPLICABLE = { notApplicable: 'this style has no way to ask for several things' };
export const SCREEN = { state: 'PICKED_UP', total: { amount: 4200, currency: 'USD' } };
export const KNOWS: PriorKnowledge = { addresses: ['/things/{label}'], names: ['state'], rules: [] };

type Ask = (label: string, dependsOn?: readonly number[], init?: RequestInit) => Promise<Answered>;

/** A program that asks as told and builds the screen, or what it is told to. */
export function program(
  ask: (ask: Ask, context: ProgramContext, held: unknown) => Promise<unknown>,
  screen: unknown = SCREEN,
): Program<unknown, never> {
  const run = async (context: ProgramContext, held: unknown): Promise<never> => {
    const { asking, baseUrl } = context;
    const built = await ask(
      (label, dependsOn = [], init) => asking.fetch(label, dependsOn, `${baseUrl}/things/${label}`, init),
      context,
      held,
    );
    return (built ?? screen) as never;
  };
  return { run, knows: KNOWS };
}

const nothing = (): undefined => undefined;
export const ONE_CALL = program((ask) => ask('screen').then(nothing));
export const TWO_IN_TURN = program(async (ask) => void (await ask('courier', [(await ask('order')).n])));

export interface FakeStyle extends Partial<ScenarioPrograms<unknown, unknown, never>> {
  readonly connect?: (options: ClientOptions) => StyleClient;
}

/** A style that has these programs for every scenario, and says of all others why they are not there. */
export function fakeStyle(style: StyleId, { connect, ...programs }: FakeStyle): StyleEntry {
  const everyScenario = {
    arrive: async () => 'held',
    granular: NOT_APPLICABLE,
    composed: NOT_APPLICABLE,
    'purpose-built': NOT_APPLICABLE,
    ...programs,
  };
  return {
    style,
    title: `Title of ${style}`,
    exceptions: [],
    connect:
      connect ??
      (() => {
        throw new Error('Nobody is on stage here.');
      }),
    answers: {
      kindOf: ([first]) => (first === '_links' ? 'control' : first === 'page' ? 'envelope' : 'data'),
      actionsIn: (body) => {
        const { actions = [] } = body as { actions?: readonly string[] };
        return actions.map((name) => ({ name, source: 'actions' }));
      },
    },
    scenarios: new Proxy({}, { get: () => everyScenario }) as StyleEntry['scenarios'],
  };
}

export interface FakeServerOptions {
  /** What it answers; `{"fine":true}` unless given. */
  readonly answer?: (url: string, init: RequestInit) => Response | Promise<Response>;
  /** False where it does not tell what anything cost. */
  readonly traces?: boolean;
  /** The server time of each trace's exchanges, trace by trace; the last goes on. */
  readonly serverMs?: readonly number[];
}

/** Asked for a trace, it says what it has seen: of each exchange 2 statements and known bytes. */
export function fakeServer({ answer, traces = true, serverMs = [1.5] }: FakeServerOptions = {}) {
  const spansOfTrace = new Map<string, string[]>();
  const requests: { readonly url: string; readonly headers: Headers }[] = [];
  let read = 0;
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    init.signal?.throwIfAborted();
    const url = String(input);
    const headers = new Headers(init.headers);
    requests.push({ url, headers });
    const [, traceId] = /\/lab\/traces\/(.*)$/.exec(url) ?? [];
    if (traceId !== undefined) {
      if (!traces) return new Response(null, { status: 404 });
      const durationMs = serverMs[Math.min(read++, serverMs.length - 1)] ?? 0;
      const exchanges = (spansOfTrace.get(traceId) ?? []).map((span) => tracedExchange(span, durationMs));
      return Response.json({ schema: 'rungs.trace/1', traceId, pending: 0, exchanges });
    }
    const [, trace, span = ''] = headers.get('traceparent')?.split('-') ?? [];
    if (trace) spansOfTrace.set(trace, [...(spansOfTrace.get(trace) ?? []), span]);
    return answer ? answer(url, init) : Response.json({ fine: true });
  };
  return {
    fetch,
    /** The paths of what was asked, trace by trace left out. */
    paths: (isRecorded: boolean) =>
      requests
        .filter(({ url, headers }) => headers.has('traceparent') === isRecorded && !url.includes('/lab/'))
        .map(({ url }) => url.slice(BASE_URL.length)),
    requests,
  };
}

export function tracedExchange(spanId: string, serverDurationMs = 1.5) {
  return {
    spanId,
    serverDurationMs,
    sql: {
      count: 2,
      rowCount: 5,
      durationMs: 0.5,
      statements: [
        { text: 'select a', rowCount: 2, durationMs: 0.2 },
        { text: 'select b', rowCount: 3, durationMs: 0.3 },
      ],
    },
    bytes: { requestHead: 100, requestBody: 10, responseHead: 200, responseBodyWire: 50 },
    meterBytes: { request: 70, response: 90 },
  };
}
