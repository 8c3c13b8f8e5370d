import { BOBS_ORDER, DEMO_ORDERS, LOADING_MODES, PERSONAS, type LoadingMode } from '@rungs/application';
import { STYLE_CLIENTS } from '@rungs/clients';
import type { StyleClient, StyleEntry } from '@rungs/scenarios';
import { ExchangeIds, serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STYLE_SERVERS } from './styles.ts';

const { consumerId } = PERSONAS.ann;
const orderId = DEMO_ORDERS.PICKED_UP;
const PAGE = 7;

let served: ServedStyle;
let ann: string;
beforeAll(async () => {
  served = await serveStyle(
    STYLE_SERVERS.map(({ module }) => module),
    { ids: new ExchangeIds() },
  );
  ann = await served.tokenFor('ann');
});
afterAll(() => served.close());

interface Asked {
  /** Of each answer, the header fields that are not the meter's, and the body. */
  readonly answers: readonly string[];
  readonly statements: number;
}

/** What a client of the style does, with reads loaded like this; without a mode it does not say how. */
async function asked(
  { connect }: StyleEntry,
  mode: LoadingMode | undefined,
  act: (client: StyleClient) => Promise<unknown>,
): Promise<Asked> {
  const answers: string[] = [];
  let statements = 0;
  const fetched: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    // The same name in each mode, for the same keys in the forms.
    const span = String(answers.length + 1).padStart(16, '0');
    request.headers.set('traceparent', `00-4bf92f3577b34da6a3ce929d0e0e4736-${span}-01`);
    if (mode) request.headers.set('rungs-loading', mode);
    const response = await fetch(request);
    statements += Number(/desc="(\d+) statement/.exec(response.headers.get('server-timing') ?? '')?.[1]);
    const fields = ['etag', 'link', 'cache-control', 'vary'].map((name) => response.headers.get(name));
    answers.push([response.status, ...fields, await response.clone().text()].join('\n'));
    return response;
  };
  await act(connect({ baseUrl: served.baseUrl, fetch: fetched, accessToken: ann }));
  return { answers, statements };
}

/** What a screen costs in each mode, the same in every style but where a client of the style has to ask for more. */
const SCREENS: Readonly<Record<string, { act: (client: StyleClient) => Promise<unknown>; costs: readonly number[] }>> =
  {
    'an order': { act: (client) => client.getOrder({ orderId }), costs: [4, 4, 1] },
    'order details': { act: (client) => client.getOrderDetails({ orderId }), costs: [9, 8, 1] },
    'order history': {
      act: (client) => client.listOrderHistory({ consumerId, limit: PAGE }),
      costs: [1 + 2 * PAGE, 3, 1],
    },
    'a list of orders': { act: (client) => client.listOrders({ limit: PAGE }), costs: [1 + 3 * PAGE, 4, 1] },
    'a list of tickets': { act: (client) => client.listTickets({ limit: PAGE }), costs: [1 + 3 * PAGE, 4, 1] },
    'a list of restaurants': { act: (client) => client.listRestaurants({ limit: PAGE }), costs: [1, 1, 1] },
  };

describe.each(STYLE_CLIENTS)('$style', (entry) => {
  it.each(Object.keys(SCREENS))('answers alike however it is loaded: %s', async (screen) => {
    const { act, costs } = SCREENS[screen] as (typeof SCREENS)[string];
    const unasked = await asked(entry, undefined, act);
    expect(unasked.answers.length).toBeGreaterThan(0);
    const statements: number[] = [];
    for (const mode of LOADING_MODES) {
      const { answers, statements: taken } = await asked(entry, mode, act);
      expect(answers).toEqual(unasked.answers);
      statements.push(taken);
    }
    // Level 3's clients hold no addresses: what they pass on their way is asked for as well, and costs the same.
    const onTheWay = statements[2]! - 1;
    expect(statements.map((count) => count - onTheWay)).toEqual(costs);
    expect(unasked.statements).toBe(statements[2]);
  });
});

/** One exchange of ann's. */
async function exchange(path: string, mode: string, init: { body?: unknown; token?: string } = {}): Promise<Response> {
  const { body, token = ann } = init;
  return fetch(`${served.baseUrl}${path}`, {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      authorization: `Bearer ${token}`,
      'rungs-loading': mode,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
  });
}

async function statementsOf(response: Response): Promise<number> {
  await response.arrayBuffer();
  expect(response.status).toBe(200);
  return Number(/desc="(\d+) statement/.exec(response.headers.get('server-timing') ?? '')?.[1]);
}

async function counts(path: string, body?: unknown): Promise<readonly number[]> {
  const taken: number[] = [];
  for (const mode of LOADING_MODES) taken.push(await statementsOf(await exchange(path, mode, { body })));
  return taken;
}

describe('one exchange that asks for several things', () => {
  const call = (method: string, params: object, id: number) => ({ jsonrpc: '2.0', method, params, id });

  it('at level 0 shares statements between the calls of a batch: of the same rows, or that ask for the like', async () => {
    const batch = [
      call('getOrder', { orderId }, 1),
      call('getTicket', { orderId }, 2),
      call('getBill', { orderId }, 3),
      call('getOrder', { orderId: DEMO_ORDERS.APPROVED }, 4),
    ];
    expect(await counts('/level0', batch)).toEqual([16, 4, 3]);
  });

  it('in GraphQL batches what the fields of a list lead to, and looks ahead in a page of orders', async () => {
    const orders = `{ orders(first: ${PAGE}) { nodes { restaurant { name } ticket { state } } } }`;
    expect(await counts('/graphql', { query: orders })).toEqual([1 + 4 * PAGE, 5, 1]);
    const tickets = `{ tickets(first: ${PAGE}) { nodes { state order { restaurant { name } } } } }`;
    expect(await counts('/graphql', { query: tickets })).toEqual([1 + 3 * PAGE + 5 * PAGE, 4 + 5, 2]);
    // An order brings all of its restaurant along.
    const currencies = `{ orders(first: ${PAGE}) { nodes { restaurant { currency } } } }`;
    expect(await counts('/graphql', { query: currencies })).toEqual([1 + 4 * PAGE, 5, 1]);
  });

  it('changes something at the same cost in every mode, and shows what became of it', async () => {
    const statements: number[] = [];
    for (const [index, mode] of LOADING_MODES.entries()) {
      const bob = await served.tokenFor('bob');
      const note = `Ring ${index + 1} times`;
      const revise = call('reviseOrder', { orderId: BOBS_ORDER, expectedVersion: index + 1, deliveryNote: note }, 1);
      const response = await exchange('/level0', mode, {
        body: [revise, call('getOrder', { orderId: BOBS_ORDER }, 2)],
        token: bob,
      });
      const [revised, read] = (await response.clone().json()) as { result?: { deliveryNote?: string } }[];
      expect([revised?.result?.deliveryNote, read?.result?.deliveryNote]).toEqual([note, note]);
      statements.push(await statementsOf(response));
    }
    const [perRow = 0, batched, oneStatement = 0] = statements;
    expect([perRow, batched]).toEqual([oneStatement + 3, oneStatement + 3]);
  });
});

it('requests that want it otherwise do not disturb each other', async () => {
  const modes = Array.from({ length: 60 }, (_, index) => LOADING_MODES[index % 3] as LoadingMode);
  const costs = await Promise.all(
    modes.map(async (mode) => {
      const path = `/level2/orders/${orderId}/details`;
      return `${mode} ${await statementsOf(await exchange(path, mode))}`;
    }),
  );
  expect(new Set(costs)).toEqual(new Set(['per-row 9', 'batched 8', 'one-statement 1']));
});

it('a mode that there is not is refused in every style before anything is read, with the names of those there are', async () => {
  for (const { path } of STYLE_SERVERS) {
    const response = await exchange(path, 'lazily');
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(response.headers.get('server-timing')).toContain('desc="0 statements"');
    const { detail } = (await response.json()) as { detail: string };
    for (const mode of LOADING_MODES) expect(detail).toContain(mode);
  }
});
