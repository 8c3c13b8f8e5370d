import {
  SCENARIOS,
  type OrderDetailsScreen,
  type Program,
  type RefusedCancel,
  type RunProgram,
  type ScenarioId,
  type StyleEntry,
  type StyleId,
  type StyleScenarios,
} from '@rungs/scenarios';
import { runCommandLine } from './command-line.ts';
import type { Terminal } from './terminal.ts';

// The product in a few functions: styles whose clients ask little, and a server that answers everything.

export const URL_OF_SERVER = 'http://127.0.0.1:4711';
export const ESCAPE = '\u001b[';
export const SCREEN = { state: 'PICKED_UP', total: { amount: 4200, currency: 'USD' } } as OrderDetailsScreen;
export const NOT_OFFERED = 'no way to ask for several things';
const NOT_APPLICABLE = { notApplicable: NOT_OFFERED };
const TITLES: Readonly<Record<StyleId, string>> = {
  'rest-level-0': 'REST level 0: one endpoint',
  'rest-level-1': 'REST level 1: resources',
  'rest-level-2': 'REST level 2: verbs and status codes',
  'rest-level-3': 'REST level 3: links and forms',
  graphql: 'GraphQL',
};

/** Asks for the screen, and then for its courier, and reads one field of each. */
export const twoCalls =
  <View>(view: View): RunProgram<unknown, View> =>
  async ({ asking, baseUrl, accessToken }) => {
    const init = { headers: { authorization: `Bearer ${accessToken}` } };
    const screen = await asking.fetch('screen', [], `${baseUrl}/screen`, init);
    void ((await screen.response.json()) as { state: string }).state;
    const courier = await asking.fetch('courier', [screen.n], `${baseUrl}/courier`, init);
    void ((await courier.response.json()) as { state: string }).state;
    return view;
  };

export const failing =
  (message: string): RunProgram<unknown, never> =>
  async (context, held) => {
    await twoCalls(undefined)(context, held);
    throw new Error(message);
  };

type Programs = {
  readonly [S in ScenarioId]?: Partial<Readonly<Record<'granular' | 'composed', RunProgram<unknown, unknown>>>>;
};

/** A style that has these programs and no others. */
export function aStyle(style: StyleId, programs: Programs): StyleEntry {
  const known = (run: RunProgram<unknown, unknown> | undefined): Program<unknown, unknown> | typeof NOT_APPLICABLE =>
    run ? { run, knows: { addresses: ['/screen', '/courier'], names: ['state'], rules: [] } } : NOT_APPLICABLE;
  const scenarios = Object.keys(SCENARIOS).map((id) => [
    id,
    {
      arrive: async () => undefined,
      granular: known(programs[id as ScenarioId]?.granular),
      composed: known(programs[id as ScenarioId]?.composed),
      'purpose-built': NOT_APPLICABLE,
    },
  ]);
  return {
    style,
    title: TITLES[style],
    exceptions: [],
    answers: {
      kindOf: ([member]) => (member === '_links' ? 'control' : 'data'),
      actionsIn: () => [{ name: 'cancel', source: '_links' }],
    },
    connect: () => {
      throw new Error('These scenarios need nobody else.');
    },
    scenarios: Object.fromEntries(scenarios) as StyleScenarios,
  };
}

export const aScreen = (style: StyleId, screen: OrderDetailsScreen = SCREEN): StyleEntry =>
  aStyle(style, { 'order-details': { composed: twoCalls(screen) } });

export const aRefusal = (style: StyleId, learned: RefusedCancel['learned']): StyleEntry =>
  aStyle(style, { 'cancel-refused': { composed: twoCalls({ state: 'DELIVERED', cancelled: false, learned }) } });

export const STYLES = [aScreen('rest-level-2'), aScreen('graphql')];

const SPAN_COST = {
  serverDurationMs: 2,
  sql: {
    count: 1,
    rowCount: 1,
    durationMs: 1,
    statements: [{ text: 'SELECT  *\nFROM screen', rowCount: 1, durationMs: 1 }],
  },
  bytes: { requestHead: 100, requestBody: 0, responseHead: 200, responseBodyWire: 300 },
  meterBytes: { request: 70, response: 80 },
};

/** Health, sign-in, an answer for everything, and a trace of one statement for whatever was asked. */
export function fakeServer(): typeof globalThis.fetch {
  const spans = new Map<string, string[]>();
  return async (input, init) => {
    const { origin, pathname } = new URL(String(input));
    if (origin !== URL_OF_SERVER) throw new TypeError('fetch failed');
    if (pathname === '/health/live') return new Response('ok');
    if (pathname === '/dev/token') {
      const { persona } = JSON.parse(String(init?.body)) as { persona: string };
      return Response.json({ access_token: `token-of-${persona}` });
    }
    if (pathname === '/lab/environment') return Response.json({ node: 'v24.0.0', postgres: '18.4' });
    const headers = new Headers(init?.headers);
    if (!headers.get('authorization')?.startsWith('Bearer token-of-')) return new Response('', { status: 401 });
    if (pathname.startsWith('/lab/traces/')) {
      const exchanges = spans.get(pathname.split('/').at(-1) ?? '')?.map((spanId) => ({ spanId, ...SPAN_COST }));
      return Response.json({ schema: 'rungs.trace/1', pending: 0, exchanges });
    }
    const [, traceId = '', spanId = ''] = (headers.get('traceparent') ?? '').split('-');
    spans.set(traceId, [...(spans.get(traceId) ?? []), spanId]);
    return Response.json({
      state: 'PICKED_UP',
      lines: [{ note: 'hot' }, { note: 'cold' }],
      _links: { self: '/screen' },
    });
  };
}

/** What a command prints where. */
export async function rungs(
  args: readonly string[],
  styles: readonly StyleEntry[] = STYLES,
  changes: Partial<Terminal> = {},
) {
  let out = '';
  let err = '';
  const exitCode = await runCommandLine(
    args,
    {
      out: (text) => (out += text),
      err: (text) => (err += text),
      colourDepth: 1,
      env: { PORT: '4711' },
      fetch: fakeServer(),
      ...changes,
    },
    styles,
  );
  /** Lines of words as one. */
  const words = out.replaceAll(/\n+ */g, ' ');
  return { exitCode, out, err, words };
}
