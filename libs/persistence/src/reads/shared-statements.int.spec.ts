import { AsyncLocalStorage } from 'node:async_hooks';
import {
  BOBS_ORDER,
  CLOSED_RESTAURANT,
  DEMO_DISHES,
  DEMO_ORDERS,
  ORDER_PARTS,
  PERSONAS,
  type LoadingMode,
  type OrderPart,
  type Reads,
} from '@rungs/application';
import { ANONYMOUS, type Actor } from '@rungs/domain';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataSource } from '../data-source.ts';
import { loadedReads, separateReads } from './loaded-reads.ts';
import { RequestStatements } from './request-statements.ts';

const { ann, bob, luigi, mei, dana, sam } = PERSONAS;
const NOBODY = '01900000-0000-7000-8000-0000000000ff';
const ALL_PARTS = new Set<OrderPart>(ORDER_PARTS);
const CONSUMERS = [ann.consumerId, bob.consumerId, NOBODY];
const RESTAURANTS = [luigi.restaurantId, mei.restaurantId, CLOSED_RESTAURANT, NOBODY];
const ORDERS = [...Object.values(DEMO_ORDERS), BOBS_ORDER, NOBODY];
const VIEWERS: readonly Actor[] = [ann, bob, luigi, mei, dana, sam, ANONYMOUS];

let database: TestDatabase;
let dataSource: DataSource;
let plain: Reads;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource({ url: database.url });
  plain = separateReads(dataSource);
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** Reads of one request, and the statements that they ran so far. */
function counted(loading: { readonly mode?: LoadingMode; readonly request: object } | undefined) {
  const texts: string[] = [];
  const counting = { query: (text: string, values: unknown[]) => (texts.push(text), dataSource.query(text, values)) };
  return { reads: loadedReads(new RequestStatements(counting, { current: () => loading })), texts };
}

/** The statements that one request takes. */
async function textsOf(mode: LoadingMode, read: (from: Reads) => readonly Promise<unknown>[]): Promise<string[]> {
  const { reads, texts } = counted({ mode, request: {} });
  await Promise.all(read(reads));
  return texts;
}

describe('reads that ask for the like in one moment', () => {
  const orders = Object.values(DEMO_ORDERS);
  const dishes = Object.values(DEMO_DISHES);
  const newest = { newestFirst: true };
  type Ask = (from: Reads, ids: readonly string[]) => Promise<unknown>[];
  /** What is asked, and of whom. */
  const ASKS: readonly [string, Ask, readonly string[]][] = [
    ['orders', (from, ids) => ids.map((id) => from.findOrder(id)), orders],
    ['orders with parts', (from, ids) => ids.map((id) => from.findOrderDetails(id, ALL_PARTS)), orders],
    ['tickets', (from, ids) => ids.map((id) => from.findTicket(id)), orders],
    ['deliveries', (from, ids) => ids.map((id) => from.findDelivery(id)), orders],
    ['tracks', (from, ids) => ids.map((id) => from.findTrack(id, { limit: 5 })), orders],
    ['bills', (from, ids) => ids.map((id) => from.findBill(id)), orders],
    ['menus', (from, ids) => ids.map((id) => from.findMenu(id)), RESTAURANTS],
    ['photos', (from, ids) => ids.map((id) => from.findPhoto(luigi.restaurantId, id)), dishes],
    ['consumers', (from, ids) => ids.map((id) => from.findConsumer(id, dana)), CONSUMERS],
    [
      'orders of consumers',
      (from, ids) => ids.map((consumerId) => from.listOrders({ consumerId, ...newest }, { limit: 5 }, ALL_PARTS)),
      CONSUMERS,
    ],
    [
      'tickets of restaurants',
      (from, ids) => ids.map((restaurantId) => from.listTickets({ restaurantId }, { limit: 5 })),
      RESTAURANTS,
    ],
  ];

  it.each(ASKS)('are one statement, and batched a few, however many there are: %s', async (_name, ask, ids) => {
    expect(ids.length).toBeGreaterThan(2);
    const texts = await textsOf('one-statement', (from) => ask(from, ids));
    expect(texts).toHaveLength(1);
    // One text for any number of them, so that few are ever prepared.
    expect(await textsOf('one-statement', (from) => ask(from, ids.slice(0, 2)))).toEqual(texts);
    const single = await Promise.all(ids.map((id) => textsOf('batched', (from) => ask(from, [id]))));
    const most = Math.max(...single.map(({ length }) => length));
    expect(await textsOf('batched', (from) => ask(from, ids))).toHaveLength(most);
  });

  it('are one statement of the plain text where they ask for the same', async () => {
    const texts = await textsOf('one-statement', (from) => [from.findOrder(BOBS_ORDER), from.findOrder(BOBS_ORDER)]);
    expect(texts).toEqual(await textsOf('one-statement', (from) => [from.findOrder(BOBS_ORDER)]));
  });

  it('are for each a statement of its own when they differ in more, such as who looks', async () => {
    const { reads, texts } = counted(undefined);
    const looks = (from: Reads) => Promise.all(VIEWERS.map((viewer) => from.findConsumer(ann.consumerId, viewer)));
    const found = await looks(reads);
    expect(found).toStrictEqual(await looks(plain));
    expect(new Set(found.map((record) => record?.servedByViewer))).toEqual(new Set([true, false]));
    // Two restaurants, a courier, and those for whom it makes no difference.
    expect(texts).toHaveLength(4);
  });

  it('answer each what it would be told alone, whoever looks, however ids are written and however many there are', async () => {
    const ids = Array.from({ length: 125 }, (_, n) => ORDERS[n % ORDERS.length] as string);
    const written = ids.flatMap((id) => [id, id.toUpperCase()]);
    const asks: ((from: Reads) => Promise<unknown>)[] = [
      ...written.map((id) => (from: Reads) => from.findOrderDetails(id, ALL_PARTS)),
      ...written.map((id) => (from: Reads) => from.findTrack(id, { limit: 3 })),
      ...VIEWERS.flatMap((viewer) => [
        ...CONSUMERS.map((id) => (from: Reads) => from.findConsumer(id.toUpperCase(), viewer)),
        (from: Reads) => from.findCourier(dana.courierId, viewer),
      ]),
      ...RESTAURANTS.flatMap((restaurantId) =>
        CONSUMERS.flatMap((consumerId) => [
          (from: Reads) => from.findBasket(consumerId, restaurantId),
          (from: Reads) => from.listOrders({ consumerId, restaurantId, newestFirst: false }, { limit: 4 }, ALL_PARTS),
          (from: Reads) => from.listOrders({ consumerId, newestFirst: true }, { limit: 7 }),
        ]),
      ),
    ];
    const { reads, texts } = counted(undefined);
    const told = await Promise.all(asks.map((ask) => ask(reads)));
    expect(texts.length).toBeLessThan(20);
    for (const [index, ask] of asks.entries()) expect(told[index]).toStrictEqual(await ask(plain));
  });

  it('fail together, and nothing else does', async () => {
    const failing = {
      query: (text: string, values: unknown[]) =>
        text.includes('FROM orders o JOIN ticket') ? dataSource.query(text, values) : Promise.reject(new Error('lost')),
    };
    const some = loadedReads(new RequestStatements(failing));
    const settled = await Promise.allSettled([
      some.findOrder(DEMO_ORDERS.PICKED_UP),
      some.findTicket(DEMO_ORDERS.PICKED_UP),
      some.findOrder(BOBS_ORDER),
      some.findTicket(BOBS_ORDER),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
  });
});

describe('where nobody chose', () => {
  it.each([undefined, { request: {} }])('a read is one statement, and so are those of one moment (%j)', async (own) => {
    const { reads, texts } = counted(own);
    await reads.findOrderDetails(DEMO_ORDERS.PICKED_UP, ALL_PARTS);
    await reads.listOrders({ newestFirst: true }, { limit: 20 }, ALL_PARTS);
    expect(texts).toHaveLength(2);
    await Promise.all(ORDERS.map((id) => reads.findOrder(id)));
    expect(texts).toHaveLength(3);
  });

  it('requests share nothing with each other, so that each is told what it cost', async () => {
    const texts: string[] = [];
    const counting = { query: (text: string, values: unknown[]) => (texts.push(text), dataSource.query(text, values)) };
    const current = new AsyncLocalStorage<object>();
    const of = loadedReads(
      new RequestStatements(counting, { current: () => ({ request: current.getStore() as object }) }),
    );
    const found = await Promise.all(ORDERS.map((id) => current.run({}, () => of.findOrder(id))));
    expect(found).toStrictEqual(await Promise.all(ORDERS.map((id) => plain.findOrder(id))));
    expect(texts).toHaveLength(ORDERS.length);
  });
});
