import type { OrderDetailsScreen, Program, StyleEntry, StyleId } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from './command-line.ts';

const URL_OF_SERVER = 'http://127.0.0.1:4711';
const SCREEN = { state: 'PICKED_UP', total: { amount: 4200, currency: 'USD' } } as OrderDetailsScreen;
const NOT_APPLICABLE = { notApplicable: 'no way to ask for several things' };

const oneCall =
  (screen: OrderDetailsScreen): Program<never, OrderDetailsScreen> =>
  async ({ asking, baseUrl, accessToken }) => {
    await asking.fetch('screen', [], `${baseUrl}/screen`, { headers: { authorization: `Bearer ${accessToken}` } });
    return screen;
  };

function entry(style: StyleId, composed: Program<never, OrderDetailsScreen>): StyleEntry {
  return {
    style,
    title: `${style}: a title`,
    exceptions: [],
    connect: () => {
      throw new Error('A comparison uses the programs alone.');
    },
    scenarios: {
      'order-details': {
        arrive: async () => undefined as never,
        granular: NOT_APPLICABLE,
        composed,
        'purpose-built': NOT_APPLICABLE,
      },
    },
  };
}

const STYLES = [entry('rest-level-2', oneCall(SCREEN)), entry('graphql', oneCall(SCREEN))];
const DIFFERING = [...STYLES, entry('rest-level-0', oneCall({ ...SCREEN, state: 'CANCELLED' }))];
const FAILING = [
  ...STYLES,
  entry('rest-level-0', async () => {
    throw new Error('unavailable: \u001b[2Jtry again');
  }),
];

/** A server in a function: health, sign-in of ann, and a trace of one statement for whatever was asked. */
function fakeServer(): typeof globalThis.fetch {
  return async (input, init) => {
    const { origin, pathname } = new URL(String(input));
    if (origin !== URL_OF_SERVER) throw new TypeError('fetch failed');
    if (pathname === '/health/live') return new Response('ok');
    if (pathname === '/dev/token') {
      const { persona } = JSON.parse(String(init?.body)) as { persona: string };
      return persona === 'ann'
        ? Response.json({ access_token: 'token-of-ann' })
        : Response.json({ code: 'invalid-input' }, { status: 400 });
    }
    if (new Headers(init?.headers).get('authorization') !== 'Bearer token-of-ann')
      return new Response('', { status: 401 });
    if (pathname.startsWith('/lab/traces/')) return Response.json(TRACE);
    return Response.json({});
  };
}

const TRACE = {
  schema: 'rungs.trace/1',
  pending: 0,
  exchanges: [
    {
      spanId: '0000000000000001',
      serverDurationMs: 2,
      sql: { count: 1, rowCount: 1, durationMs: 1, statements: [{ text: 'select', rowCount: 1, durationMs: 1 }] },
      bytes: { requestHead: 100, requestBody: 0, responseHead: 200, responseBodyWire: 300 },
      meterBytes: { request: 70, response: 80 },
    },
  ],
};

async function rungs(args: readonly string[], styles: readonly StyleEntry[] = STYLES) {
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
    },
    styles,
  );
  return { exitCode, out, err };
}

describe('rungs compare', () => {
  it('uses the server that runs at PORT, and prints a table of what each program cost', async () => {
    const { exitCode, out, err } = await rungs(['compare', 'order-details']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^rest-level-2 +composed +1 +1 +100 +500 +1 +2\.0 +yes$/m);
    expect(out).toContain('no way to ask for several things');
    expect(out.replaceAll('\n', ' ')).toContain(`then 5 times, as ann on ${URL_OF_SERVER}`);
    expect(err).toBe('');
  });

  it('prints the data document and nothing else with --json', async () => {
    const { exitCode, out } = await rungs(['compare', 'order-details', '--json', '--url', `${URL_OF_SERVER}/`]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'rungs.comparison/1',
      valid: true,
      cells: [
        { client: 'granular', outcome: 'not-applicable' },
        {
          client: 'composed',
          outcome: 'measured',
          run: {
            exchanges: [{ bytes: { requestHead: 100, requestBody: 0, responseHead: 200, responseBodyWire: 300 } }],
          },
        },
        { client: 'purpose-built' },
        {},
        {},
        {},
      ],
    });
  });

  it('runs only the mode that was asked for', async () => {
    const { out } = await rungs(['compare', 'order-details', '--json', '--mode', 'composed']);
    const { cells } = JSON.parse(out) as { cells: { client: string }[] };
    expect(cells.map(({ client }) => client)).toEqual(['composed', 'composed']);
  });

  it('exits with 1 when views differ', async () => {
    const { exitCode, out } = await rungs(['compare', 'order-details'], DIFFERING);
    expect(exitCode).toBe(1);
    expect(out.replaceAll('\n', ' ')).toContain('A and B differ at /state.');
  });

  it('exits with 2 when a program failed, and shows the others', async () => {
    const { exitCode, out } = await rungs(['compare', 'order-details'], FAILING);
    expect(exitCode).toBe(2);
    expect(out).toMatch(/^rest-level-0 +composed +failed: unavailable: \[2Jtry again$/m);
    expect(out).toMatch(/^graphql +composed .* yes$/m);
  });

  it.each([
    ['an unknown scenario', ['compare', 'breakfast'], 'There is no scenario "breakfast"; there are: order-details.'],
    ['no scenario', ['compare'], "missing required argument 'scenario'"],
    ['an unknown mode', ['compare', 'order-details', '--mode', 'odd'], "argument 'odd' is invalid"],
    ['no repeats', ['compare', 'order-details', '--repeats', '0'], 'A whole number from 1 to 99 is needed'],
    ['an unknown option', ['compare', 'order-details', '--fast'], "unknown option '--fast'"],
    ['an unknown command', ['contrast'], "unknown command 'contrast'"],
    ['a server that does not answer', ['compare', 'order-details', '--url', 'http://127.0.0.1:1'], 'No server answers'],
    ['no address', ['compare', 'order-details', '--url', 'localhost'], '"localhost" is not the address of a server'],
    ['an unknown persona', ['compare', 'order-details', '--as', 'eve'], 'signs nobody in as "eve"'],
  ])('exits with 2 and says why, on the error output, for %s', async (_what, args, message) => {
    const { exitCode, out, err } = await rungs(args);
    expect(exitCode).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe('');
  });

  it('documents its exit codes', async () => {
    const { exitCode, out } = await rungs(['compare', '--help']);
    expect(exitCode).toBe(0);
    expect(out).toContain('1  view models differ: the comparison is void');
  });
});

describe('rungs scenarios', () => {
  it('lists what can be compared and what the client starts with', async () => {
    const { exitCode, out } = await rungs(['scenarios']);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^order-details$/m);
    expect(out).toContain('The client starts with the order’s id');
  });
});
