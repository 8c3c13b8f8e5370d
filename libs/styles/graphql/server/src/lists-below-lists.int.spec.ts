import {
  BOBS_ORDER,
  DEMO_DISHES,
  LOADING_MODES,
  PERSONAS,
  type LoadingMode,
  type PersonaName,
} from '@rungs/application';
import { entry } from '@rungs/graphql-client';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Asking, type Asked } from '../spec/asking.ts';
import { GraphqlStyleModule } from './module.ts';

// How many statements a query runs depends on what it selects and on how the server loads, and never on how many rows
// there are. Row by row it does, which is what that mode is there to show.

let served: ServedStyle;
let asking: Asking;
/** Of the restaurant that is first by its name. */
let menuImportId: string;

beforeAll(async () => {
  served = await serveStyle([GraphqlStyleModule]);
  asking = new Asking(served);
  const sam = entry.connect({ baseUrl: served.baseUrl, fetch, accessToken: await served.tokenFor('sam') });
  const { items } = await sam.listRestaurants({ limit: 1 });
  for (const { id: restaurantId } of items) {
    ({ id: menuImportId } = await sam.importMenu({ restaurantId, csv: 'name,price\nPanna cotta,600\n' }));
  }
});
afterAll(() => served.close());

async function ask(query: string, loading?: LoadingMode, as: PersonaName = 'sam', variables = {}): Promise<Asked> {
  const asked = await asking.ask(query, { as, loading, variables });
  expect(asked.errors).toEqual([]);
  return asked;
}

interface Below {
  /** With `$FIRST` for the length of the list, or 20 where nothing is said. */
  readonly query: string;
  readonly as?: PersonaName;
  /** The length of the list at most, where the default is too dear. */
  readonly most?: number;
  /** Statements: one for each field that reads; batched, one for each kind of row of each of them. */
  readonly statements: number;
  readonly batched: number;
}

const CASE = 4;
const DELIVERY = CASE + 2;

const BELOW: Readonly<Record<string, Below>> = {
  'the order of listed tickets': {
    query: '{ tickets(first: $FIRST) { nodes { state order { state restaurant { name } consumer { version } } } } }',
    statements: 2,
    batched: CASE + CASE + 2,
  },
  'the order of listed deliveries': {
    query:
      '{ deliveries(first: $FIRST, filter: { states: [DELIVERED] }) { edges { node { order { ticket { state } } } } } }',
    statements: 2,
    batched: DELIVERY + CASE,
  },
  'the courier of listed deliveries': {
    query: '{ deliveries(first: $FIRST, filter: { states: [DELIVERED] }) { nodes { courier { name } } } }',
    statements: 2,
    batched: DELIVERY + 1,
  },
  'the tracks of listed deliveries': {
    query: `{ deliveries(first: $FIRST, filter: { states: [DELIVERED] }) {
      nodes { track(first: 3) { nodes { at } pageInfo { hasNextPage } } }
    } }`,
    statements: 2,
    batched: DELIVERY + CASE + 1,
  },
  'the bill of listed orders, and its order': {
    query: '{ orders(first: $FIRST) { nodes { bill { total { amount } order { ticket { state } } } } } }',
    statements: 2,
    batched: CASE + CASE,
  },
  'the orders of listed consumers, with their parts and how many there are': {
    query: `{ consumers(first: $FIRST) { nodes { orders(first: 2) {
      totalCount nodes { bill { total { amount } } restaurant { name } }
    } } } }`,
    statements: 3,
    batched: 2 + CASE + 1,
  },
  'the menus of listed restaurants': {
    query: '{ restaurants(first: $FIRST) { nodes { menu { items { name } } } } }',
    most: 3,
    statements: 2,
    batched: 3,
  },
  'an import of listed restaurants': {
    query: '{ restaurants(first: $FIRST) { nodes { menuImport(id: "$IMPORT") { state } } } }',
    statements: 2,
    batched: 3,
  },
  'everything below listed orders': {
    query: `{ orders(first: $FIRST, filter: { states: [DELIVERED] }) { nodes {
      consumer { orders(first: 2) { nodes { state } } }
      restaurant { menu { version } }
      ticket { order { version } }
      delivery { track(first: 2) { nodes { at } } courier { name } order { state } }
      bill { order { placedAt } }
    } } }`,
    most: 6,
    // The page with its parts, the orders of consumers, menus, tracks, and the three ways back, which ask for the like.
    statements: 5,
    // The page; consumer, restaurant, place and courier; then at once the orders' pages, two of a menu, and a case that
    // four ask for; and at last what the orders' cases have besides, and the pings.
    batched: CASE + 4 + (1 + 2 + CASE) + (CASE - 1 + 1),
  },
};

/** The query for a list of this length, and the answer to it. */
function asked({ query, as, most = 20 }: Below, length: number, loading?: LoadingMode): Promise<Asked> {
  const text = query.replace('$FIRST', String(Math.min(length, most))).replace('$IMPORT', menuImportId);
  return ask(text, loading, as);
}

function lengthOf({ data }: Asked): number {
  const [list] = Object.values(data ?? {}) as { nodes?: unknown[]; edges?: unknown[] }[];
  return (list?.nodes ?? list?.edges ?? []).length;
}

describe('what is below a list', () => {
  it.each(Object.keys(BELOW))('%s: as many statements for one row as for twenty', async (name) => {
    const below = BELOW[name] as Below;
    const lengths: number[] = [];
    for (const length of [1, 3, 20]) {
      const [perRow, batched, oneStatement] = await Promise.all(
        LOADING_MODES.map((mode) => asked(below, length, mode)),
      );
      const unasked = await asked(below, length);
      expect([unasked.statements, oneStatement?.statements]).toEqual([below.statements, below.statements]);
      expect(batched?.statements).toBe(below.batched);
      for (const other of [perRow, batched, oneStatement]) expect(other?.data).toEqual(unasked.data);
      lengths.push(lengthOf(unasked));
    }
    expect(lengths[0]).toBe(1);
    expect(lengths[1]).toBe(3);
    expect(lengths[2]).toBeGreaterThanOrEqual(below.most ?? 4);
  });
});

it('a payload leads from several tickets to their orders at the cost of one', async () => {
  const ann = entry.connect({ baseUrl: served.baseUrl, fetch, accessToken: await served.tokenFor('ann') });
  const lines = [{ menuItemId: DEMO_DISHES.tiramisu, quantity: 1 }];
  const { restaurantId } = PERSONAS.luigi;
  const orders: { id: string }[] = [];
  for (let n = 0; n < 4; n += 1) orders.push(await ann.placeOrder({ restaurantId, lines, paymentToken: 'tok_visa' }));
  const readyBy = new Date(Date.now() + 3_600_000).toISOString();
  const inputOf = (placed: typeof orders) => ({
    tickets: placed.map(({ id }) => ({ orderId: id, expectedVersion: 1, readyBy })),
    idempotencyKey: `accept-${placed.length}`,
  });
  const accepting = async (input: object, selected: string, loading?: LoadingMode): Promise<Asked> => {
    const mutation = `mutation ($input: AcceptTicketsInput!) {
      acceptTickets(input: $input) { acceptances { orderId ticket { state ${selected} } userError { code } } }
    }`;
    return ask(mutation, loading, 'luigi', { input });
  };
  const inputs = [inputOf(orders.slice(0, 1)), inputOf(orders.slice(1))];
  for (const input of inputs) await accepting(input, '');
  for (const loading of [undefined, 'one-statement', 'batched'] as const) {
    for (const input of inputs) {
      // The same key again changes nothing: what is answered is what became of it then.
      const without = await accepting(input, '', loading);
      const withOrders = await accepting(input, 'order { state restaurant { name } consumer { version } }', loading);
      const { acceptances } = withOrders.data?.['acceptTickets'] as { acceptances: { ticket: object | null }[] };
      expect(acceptances.map(({ ticket }) => ticket)).toEqual(
        input.tickets.map(() => expect.objectContaining({ order: expect.anything() })),
      );
      expect(withOrders.statements - without.statements).toBe(loading === 'batched' ? CASE + 2 : 1);
    }
  }
});

it('fields that ask for the like in one moment share their statement, whatever they are called', async () => {
  const { nodes } = (await ask('{ orders(first: 3) { nodes { id orderId } } }')).data?.['orders'] as {
    nodes: { id: string; orderId: string }[];
  };
  const fields = nodes.map(
    ({ id, orderId }, n) =>
      `a${n}: node(id: "${id}") { ... on Order { state } } b${n}: order(id: "${orderId}") { state }`,
  );
  expect((await ask(`{ ${fields.join(' ')} }`)).statements).toBe(1);
});

it('what was written in a request is seen by what is read after it', async () => {
  const revise = (expectedVersion: number, deliveryNote: string): string => `
    reviseOrder(input: { orderId: "${BOBS_ORDER}", expectedVersion: ${expectedVersion}, deliveryNote: "${deliveryNote}" }) {
      order { ticket { order { deliveryNote } } }
    }`;
  const mutation = `mutation { first: ${revise(1, 'Ring once')} second: ${revise(2, 'Ring twice')} }`;
  const { data } = await ask(mutation, undefined, 'bob');
  const saying = (deliveryNote: string) => ({ order: { ticket: { order: { deliveryNote } } } });
  expect(data).toEqual({ first: saying('Ring once'), second: saying('Ring twice') });
});
