import { DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { GET_ORDER_DETAILS, LIST_ORDER_HISTORY, LIST_ORDERS, WHOLE_SCREEN } from '@rungs/graphql-client';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlStyleModule } from './module.ts';

let served: ServedStyle;
let token: string;
beforeAll(async () => {
  served = await serveStyle([GraphqlStyleModule]);
  token = await served.tokenFor('ann');
});
afterAll(() => served.close());

interface Asked {
  readonly data: Readonly<Record<string, unknown>>;
  readonly statements: number;
}

/** The answer, and how many statements the driver ran for it. */
async function ask(query: string, variables: object): Promise<Asked> {
  const response = await fetch(`${served.baseUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Asked['data']; errors?: unknown };
  expect(errors).toBeUndefined();
  const [, count] = /desc="(\d+) statement/.exec(response.headers.get('server-timing') ?? '') ?? [];
  return { data, statements: Number(count) };
}

/** The fifth page of a connection, by its cursors. */
async function fifthPage(query: string, member: string, variables: object): Promise<Asked> {
  let page = await ask(query, { ...variables, first: 5 });
  for (let turn = 2; turn <= 5; turn += 1) {
    const { pageInfo } = page.data[member] as { pageInfo: { hasNextPage: boolean; endCursor: string } };
    expect(pageInfo.hasNextPage).toBe(true);
    page = await ask(query, { ...variables, first: 5, after: pageInfo.endCursor });
  }
  return page;
}

const id = DEMO_ORDERS.PICKED_UP;
const ALL = { consumer: true, restaurant: true, ticket: true, delivery: true, courier: true, bill: true };

describe('a query runs one statement', () => {
  it('for the order details screen, and for every part of an order', async () => {
    const screen = await ask(WHOLE_SCREEN.text, { id });
    expect(screen.data).toMatchObject({
      order: { state: 'PICKED_UP', delivery: { courier: { name: expect.any(String) } } },
    });
    expect(screen.statements).toBe(1);
    expect((await ask(GET_ORDER_DETAILS.text, { id, ...ALL })).statements).toBe(1);
  });

  it('for a list of orders, on its fifth page as on its first, however long the page', async () => {
    const variables = { sort: 'NEWEST_FIRST' };
    expect((await ask(LIST_ORDERS.text, { ...variables, first: 1 })).statements).toBe(1);
    expect((await ask(LIST_ORDERS.text, { ...variables, first: 100 })).statements).toBe(1);
    expect((await fifthPage(LIST_ORDERS.text, 'orders', variables)).statements).toBe(1);
  });

  it('for an order history, on its fifth page as on its first', async () => {
    const { consumerId } = PERSONAS.ann;
    expect((await ask(LIST_ORDER_HISTORY.text, { consumerId, first: 100 })).statements).toBe(1);
    expect((await fifthPage(LIST_ORDER_HISTORY.text, 'orderHistory', { consumerId })).statements).toBe(1);
  });
});

describe('a query costs what the schema says', () => {
  it('with parts of listed orders: one statement more for each order', async () => {
    const query = '{ orders(first: 4) { nodes { ticket { state } bill { paymentState } } } }';
    expect((await ask(query, {})).statements).toBe(5);
  });

  it('with what an order does not know of its restaurant: one statement more', async () => {
    const query = 'query ($id: ID!) { order(id: $id) { restaurant { name currency location { lat lon } } } }';
    expect((await ask(query, { id })).statements).toBe(2);
  });
});

describe('a global id', () => {
  const TYPES = ['Order', 'Consumer', 'Restaurant', 'Ticket', 'Delivery', 'Courier', 'Bill'];

  it('leads back to its thing, by node and by the query of its type', async () => {
    const nested = await ask(
      `query ($id: ID!) { order(id: $id) {
        id consumer { id } restaurant { id menu { items { id } } } ticket { id } delivery { id courier { id } } bill { id }
      } }`,
      { id },
    );
    const ids = [...JSON.stringify(nested.data).matchAll(/"id":"([^"]+)"/g)].map(([, found]) => found as string);
    for (const found of ids) {
      const { data } = await ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id: found });
      expect(data['node']).toEqual({ __typename: expect.any(String), id: found });
    }
    const first = ids.slice(0, 1).map((order) => ask('query ($id: ID!) { order(id: $id) { orderId } }', { id: order }));
    expect((await Promise.all(first)).map(({ data }) => data)).toEqual([{ order: { orderId: id } }]);
    const kinds = ids.map((found) => Buffer.from(found, 'base64url').toString().split(':')[0]);
    expect(new Set(kinds)).toEqual(new Set([...TYPES, 'MenuItem']));
  });
});
