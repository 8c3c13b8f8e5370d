import { DEMO_DISHES, DEMO_ORDERS, PERSONAS, type PersonaName } from '@rungs/application';
import {
  entry,
  GET_MENU_IMPORT,
  GET_ORDER_DETAILS,
  GET_PHOTO,
  GET_TRACK,
  LIST_CONSUMERS,
  LIST_COURIERS,
  LIST_DELIVERIES,
  LIST_ORDER_HISTORY,
  LIST_ORDERS,
  LIST_TICKETS,
  WHOLE_SCREEN,
} from '@rungs/graphql-client';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlStyleModule } from './module.ts';

let served: ServedStyle;
beforeAll(async () => {
  served = await serveStyle([GraphqlStyleModule]);
});
afterAll(() => served.close());

interface Asked {
  readonly data: Readonly<Record<string, unknown>>;
  readonly statements: number;
}

/** The answer, and how many statements the driver ran for it. */
async function ask(query: string, variables: object, as: PersonaName = 'ann'): Promise<Asked> {
  const token = await served.tokenFor(as);
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
async function fifthPage(query: string, member: string, variables: object, as?: PersonaName): Promise<Asked> {
  let page = await ask(query, { ...variables, first: 5 }, as);
  for (let turn = 2; turn <= 5; turn += 1) {
    const { pageInfo } = page.data[member] as { pageInfo: { hasNextPage: boolean; endCursor: string } };
    expect(pageInfo.hasNextPage).toBe(true);
    page = await ask(query, { ...variables, first: 5, after: pageInfo.endCursor }, as);
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

  it('for a list of orders with all of their parts, by nodes or by edges, of everybody or of one consumer', async () => {
    const parts = `consumer { email } restaurant { name } ticket { state } bill { paymentState }
      delivery { state courierPhone lastLocation { at } courier { name } }`;
    const listed = await ask(`{ orders(first: 50) { nodes { state ${parts} } edges { node { ${parts} } } } }`, {});
    expect(listed.statements).toBe(1);
    const { nodes } = listed.data['orders'] as { nodes: { state: string; delivery: { courier: unknown } }[] };
    expect(nodes.length).toBeGreaterThan(20);
    for (const { state, delivery } of nodes) {
      expect(state).toBeTypeOf('string');
      expect(delivery).toMatchObject({ state: expect.any(String) });
    }
    expect(nodes.some(({ delivery }) => delivery.courier !== null)).toBe(true);
    const ofViewer = await ask(`{ viewer { consumer { orders(first: 20) { nodes { ${parts} } } } } }`, {});
    expect(ofViewer.statements).toBe(2);
  });

  it('for an order history, on its fifth page as on its first', async () => {
    const { consumerId } = PERSONAS.ann;
    expect((await ask(LIST_ORDER_HISTORY.text, { consumerId, first: 100 })).statements).toBe(1);
    expect((await fifthPage(LIST_ORDER_HISTORY.text, 'orderHistory', { consumerId })).statements).toBe(1);
  });
});

describe('a list runs one statement, on its fifth page as on its first, however long the page', () => {
  it.each([
    ['consumers', LIST_CONSUMERS],
    ['tickets', LIST_TICKETS],
    ['deliveries', LIST_DELIVERIES],
    ['couriers', LIST_COURIERS],
  ])('of %s', async (member, { text }) => {
    expect((await ask(text, { first: 1 }, 'sam')).statements).toBe(1);
    expect((await ask(text, { first: 100 }, 'sam')).statements).toBe(1);
    expect((await fifthPage(text, member, {}, 'sam')).statements).toBe(1);
  });

  it('of pings', async () => {
    const first = await ask(GET_TRACK.text, { id, first: 1 });
    const { nodes, pageInfo } = first.data['track'] as { nodes: unknown[]; pageInfo: { endCursor: string } };
    const next = await ask(GET_TRACK.text, { id, first: 100, after: pageInfo.endCursor });
    expect(nodes).toEqual([{ lat: expect.any(Number), lon: expect.any(Number), at: expect.any(String) }]);
    expect([first.statements, next.statements]).toEqual([1, 1]);
  });
});

describe('what a menu leads to', () => {
  const { restaurantId } = PERSONAS.luigi;
  const dish = { restaurantId, menuItemId: DEMO_DISHES.tiramisu };
  /** A JPEG's first bytes are enough to be taken for one. */
  const photo = { contentType: 'image/jpeg', data: Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64') } as const;

  it('is a photo, in one statement without the dish and in one more with it', async () => {
    const luigi = entry.connect({ baseUrl: served.baseUrl, fetch, accessToken: await served.tokenFor('luigi') });
    const { version } = await luigi.getMenuItem(dish);
    await luigi.setPhoto({ ...dish, ...photo, expectedVersion: version });
    const alone = await ask(GET_PHOTO.text, dish);
    expect(alone).toEqual({ data: { photo }, statements: 1 });
    const query = `query ($restaurantId: ID!, $menuItemId: ID!) {
      menuItem(restaurantId: $restaurantId, menuItemId: $menuItemId) { id photo { byteLength FIELD } }
    }`;
    const facts = { byteLength: 4, contentType: 'image/jpeg' };
    const held = await ask(query.replace('FIELD', 'contentType'), dish);
    expect(held).toMatchObject({ data: { menuItem: { photo: facts } }, statements: 1 });
    const whole = await ask(query.replace('FIELD', 'data'), dish);
    expect(whole).toMatchObject({ data: { menuItem: { photo: { byteLength: 4, data: photo.data } } }, statements: 2 });
  });

  it('is an import, by the restaurant or by itself, and by node', async () => {
    const luigi = entry.connect({ baseUrl: served.baseUrl, fetch, accessToken: await served.tokenFor('luigi') });
    const { id: menuImportId } = await luigi.importMenu({ restaurantId, csv: 'name,price\nPanna cotta,600\n' });
    const alone = await ask(GET_MENU_IMPORT.text, { restaurantId, menuImportId }, 'luigi');
    expect(alone).toMatchObject({ data: { menuImport: { id: menuImportId, lineCount: 1 } }, statements: 1 });
    const nested = await ask(
      'query ($id: ID!, $import: ID!) { restaurant(id: $id) { menuImport(id: $import) { id menuImportId } } }',
      { id: restaurantId, import: menuImportId },
      'luigi',
    );
    const { menuImport } = nested.data['restaurant'] as { menuImport: { id: string } };
    expect(nested.statements).toBe(2);
    const byId = 'query ($id: ID!) { node(id: $id) { __typename ... on MenuImport { menuImportId } } }';
    const { data } = await ask(byId, { id: menuImport.id }, 'luigi');
    expect(data).toEqual({ node: { __typename: 'MenuImport', menuImportId } });
    // Whoever does not run the restaurant finds none.
    expect((await ask(byId, { id: menuImport.id }, 'mei')).data).toEqual({ node: null });
  });
});

describe('a query costs what the schema says', () => {
  it('with the track of a delivery, and the current delivery of a courier: one statement more', async () => {
    const track = 'query ($id: ID!) { order(id: $id) { delivery { track(first: 3) { nodes { lat lon at } } } } }';
    expect((await ask(track, { id })).statements).toBe(2);
    const current = await ask('{ viewer { courier { currentDelivery { orderId } } } }', {}, 'dana');
    expect(current).toEqual({ data: { viewer: { courier: { currentDelivery: { orderId: id } } } }, statements: 2 });
  });

  it('with all of its restaurant: no statement more', async () => {
    const query = `query ($id: ID!) {
      order(id: $id) { restaurant { name currency location { lat lon } availableActions } }
    }`;
    expect((await ask(query, { id })).statements).toBe(1);
  });
});

describe('a global id', () => {
  const TYPES = ['Order', 'Consumer', 'Restaurant', 'Menu', 'MenuItem', 'Ticket', 'Delivery', 'Courier', 'Bill'];

  it('leads back to its thing, by node and by the query of its type', async () => {
    const nested = await ask(
      `query ($id: ID!) { order(id: $id) {
        id consumer { id } restaurant { id menu { id items { id } } } ticket { id } delivery { id courier { id } } bill { id }
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
    expect(new Set(kinds)).toEqual(new Set(TYPES));
  });
});
