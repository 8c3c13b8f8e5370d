import { AsyncLocalStorage } from 'node:async_hooks';
import {
  BOBS_ORDER,
  CLOSED_RESTAURANT,
  DEMO_DISHES,
  DEMO_ORDERS,
  LOADING_MODES,
  ORDER_PARTS,
  PERSONAS,
  type Loading,
  type LoadingMode,
  type OrderFilter,
  type OrderPart,
  type Reads,
  type Slice,
  type Statement,
  type Window,
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
const IMPORT = '01900000-0000-7000-8000-0000000000e1';
const ROME = { lat: 41.8956, lon: 12.4936 };
const ALL_PARTS = new Set<OrderPart>(ORDER_PARTS);

interface Request {
  readonly loading: Loading;
  readonly statements: Statement[];
}

const requests = new AsyncLocalStorage<Request>();
let database: TestDatabase;
let dataSource: DataSource;
let reads: Reads;
let plain: Reads;

beforeAll(async () => {
  database = await createTestDatabase();
  const observer = { observe: (seen: Statement) => void requests.getStore()?.statements.push(seen) };
  dataSource = await openDataSource({ url: database.url, observer });
  reads = loadedReads(new RequestStatements(dataSource, { current: () => requests.getStore()?.loading }));
  plain = separateReads(dataSource);
  const lines = [
    { menuItemId: DEMO_DISHES.tiramisu, quantity: 2 },
    { menuItemId: NOBODY, quantity: 1 },
    { menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 },
  ];
  await dataSource.query('INSERT INTO basket VALUES ($1, $2, 7, $3)', [
    bob.consumerId,
    luigi.restaurantId,
    JSON.stringify(lines),
  ]);
  await dataSource.query(`INSERT INTO menu_import VALUES ($1, $2, 'spec', '2026-11-01T11:00:00Z', 'RUNNING', 3)`, [
    IMPORT,
    luigi.restaurantId,
  ]);
  await dataSource.query(
    `INSERT INTO menu_import_line VALUES ($1, 4, '{}', NULL, '{"code":"invalid-input"}'), ($1, 2, '{}', $2, NULL),
      ($1, 3, '{}', NULL, NULL)`,
    [IMPORT, DEMO_DISHES.tiramisu],
  );
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** As one request: what was answered, and the statements that it took. */
async function asked<T>(mode: LoadingMode, read: () => Promise<T>): Promise<{ answer: T; texts: string[] }> {
  const request: Request = { loading: { mode, request: {} }, statements: [] };
  const answer = await requests.run(request, read);
  return { answer, texts: request.statements.map(({ text }) => text) };
}

/** How many statements a read takes in each mode. */
async function counts(read: () => Promise<unknown>): Promise<Record<LoadingMode, number>> {
  const taken = await Promise.all(LOADING_MODES.map(async (mode) => [mode, (await asked(mode, read)).texts.length]));
  return Object.fromEntries(taken) as Record<LoadingMode, number>;
}

const ORDERS = [...Object.values(DEMO_ORDERS), BOBS_ORDER, NOBODY, DEMO_ORDERS.PICKED_UP.toUpperCase()];
const CONSUMERS = [ann.consumerId, bob.consumerId, NOBODY];
const RESTAURANTS = [luigi.restaurantId, mei.restaurantId, CLOSED_RESTAURANT, NOBODY];
const VIEWERS: readonly Actor[] = [ann, bob, luigi, mei, dana, sam, ANONYMOUS];
const PART_SETS: readonly ReadonlySet<OrderPart>[] = [
  new Set(),
  ...ORDER_PARTS.map((part) => new Set([part])),
  new Set<OrderPart>(['restaurant', 'delivery']),
  ALL_PARTS,
];

/** A read of one thing, by what it is asked. */
const SINGLE_READS: Readonly<Record<string, (from: Reads) => readonly (() => Promise<unknown>)[]>> = {
  findConsumer: (from) => CONSUMERS.flatMap((id) => VIEWERS.map((viewer) => () => from.findConsumer(id, viewer))),
  findRestaurant: (from) => RESTAURANTS.map((id) => () => from.findRestaurant(id)),
  findMenu: (from) => RESTAURANTS.map((id) => () => from.findMenu(id)),
  findMenuItem: (from) =>
    RESTAURANTS.flatMap((id) =>
      [...Object.values(DEMO_DISHES), NOBODY].map((dish) => () => from.findMenuItem(id, dish)),
    ),
  findPhoto: (from) =>
    RESTAURANTS.flatMap((id) => Object.values(DEMO_DISHES).map((dish) => () => from.findPhoto(id, dish))),
  findMenuImport: (from) =>
    RESTAURANTS.flatMap((id) => [IMPORT, NOBODY].map((own) => () => from.findMenuImport(id, own))),
  findBasket: (from) =>
    CONSUMERS.flatMap((id) => RESTAURANTS.map((restaurant) => () => from.findBasket(id, restaurant))),
  findOrder: (from) => ORDERS.map((id) => () => from.findOrder(id)),
  findOrderDetails: (from) => ORDERS.flatMap((id) => PART_SETS.map((parts) => () => from.findOrderDetails(id, parts))),
  findTicket: (from) => ORDERS.map((id) => () => from.findTicket(id)),
  findDelivery: (from) => ORDERS.map((id) => () => from.findDelivery(id)),
  findBill: (from) => ORDERS.map((id) => () => from.findBill(id)),
  findCourier: (from) =>
    [dana.courierId, NOBODY].flatMap((id) => VIEWERS.map((viewer) => () => from.findCourier(id, viewer))),
};

const ORDER_FILTERS: readonly OrderFilter[] = [
  { newestFirst: true },
  { newestFirst: false, consumerId: ann.consumerId },
  { newestFirst: true, restaurantId: luigi.restaurantId, states: ['APPROVED', 'ACCEPTED'] },
  { newestFirst: true, currentCourierId: dana.courierId },
  { newestFirst: true, consumerId: NOBODY },
];

/** A list, by what it is asked. */
const LISTS: Readonly<
  Record<string, (from: Reads) => readonly ((window: Window) => Promise<Slice<unknown> | undefined>)[]>
> = {
  listConsumers: (from) => [{}, { text: 'ann' }].map((filter) => (window) => from.listConsumers(filter, window)),
  listRestaurants: (from) =>
    [{}, { open: true, cuisine: 'italian' }, { near: ROME }, { text: 'luigi' }].map(
      (filter) => (window) => from.listRestaurants(filter, window),
    ),
  listOrders: (from) => ORDER_FILTERS.map((filter) => (window) => from.listOrders(filter, window)),
  'listOrders with parts': (from) =>
    PART_SETS.map((parts) => (window) => from.listOrders({ newestFirst: true }, window, parts)),
  listOrderHistory: (from) => CONSUMERS.map((id) => (window) => from.listOrderHistory(id, window)),
  listTickets: (from) =>
    [
      {},
      { restaurantId: luigi.restaurantId },
      { states: ['REJECTED' as const] },
      { currentCourierId: dana.courierId },
    ].map((filter) => (window) => from.listTickets(filter, window)),
  listDeliveries: (from) =>
    [{}, { consumerId: ann.consumerId }, { courierId: dana.courierId }, { states: ['DELIVERED' as const] }].map(
      (filter) => (window) => from.listDeliveries(filter, window),
    ),
  findTrack: (from) =>
    [DEMO_ORDERS.PICKED_UP, DEMO_ORDERS.APPROVED, NOBODY].map((id) => async (window) => {
      const track = await from.findTrack(id, window);
      return track && { ...track.slice, facts: track.facts };
    }),
  listCouriers: (from) =>
    [{}, { onDuty: true }, { onDuty: false }].map((filter) => (window) => from.listCouriers(filter, window)),
};

describe.each(LOADING_MODES)('loaded %s', (mode) => {
  it.each(Object.keys(SINGLE_READS))('%s finds what one statement finds, for everybody', async (name) => {
    const readsOf = SINGLE_READS[name] as (typeof SINGLE_READS)[string];
    const expected = readsOf(plain);
    let found = 0;
    for (const [index, read] of readsOf(reads).entries()) {
      const { answer } = await asked(mode, read);
      expect(answer).toStrictEqual(await expected[index]?.());
      if (answer !== undefined) found += 1;
    }
    expect(found).toBeGreaterThan(0);
  });

  it.each(Object.keys(LISTS))('%s lists what one statement lists, forwards and backwards', async (name) => {
    const listsOf = LISTS[name] as (typeof LISTS)[string];
    const expected = listsOf(plain);
    let found = 0;
    for (const [index, list] of listsOf(reads).entries()) {
      const same = async (window: Window): Promise<Slice<unknown> | undefined> => {
        const { answer } = await asked(mode, () => list(window));
        expect(answer).toStrictEqual(await expected[index]?.(window));
        found += answer?.items.length ?? 0;
        return answer;
      };
      const first = await same({ limit: 3 });
      const last = first?.positions.at(-1);
      if (!first?.hasNext || last === undefined) continue;
      const second = await same({ limit: 100, after: last });
      const start = second?.positions[0];
      if (start !== undefined) await same({ limit: 2, before: start });
    }
    expect(found).toBeGreaterThan(0);
  });

  it.each(Object.keys(SINGLE_READS))('%s finds the same when everything is asked for at once', async (name) => {
    const readsOf = SINGLE_READS[name] as (typeof SINGLE_READS)[string];
    const expected = await Promise.all(readsOf(plain).map((read) => read()));
    const { answer } = await asked(mode, () => Promise.all(readsOf(reads).map((read) => read())));
    expect(answer).toStrictEqual(expected);
  });

  it.each(Object.keys(LISTS))('%s lists the same when everything is asked for at once', async (name) => {
    const listsOf = LISTS[name] as (typeof LISTS)[string];
    const first = { limit: 3 };
    const expected = await Promise.all(listsOf(plain).map((list) => list(first)));
    const { answer } = await asked(mode, () => Promise.all(listsOf(reads).map((list) => list(first))));
    expect(answer).toStrictEqual(expected);
    // From somewhere, too, for each whoever it is: all walk on from where the longest of them was left.
    const after = expected.map((slice) => slice?.positions.at(-1)).find((position) => position !== undefined);
    if (after === undefined || name === 'listRestaurants') return;
    for (const window of [
      { limit: 2, after },
      { limit: 2, before: after },
    ]) {
      const further = await Promise.all(listsOf(plain).map((list) => list(window)));
      const { answer: all } = await asked(mode, () => Promise.all(listsOf(reads).map((list) => list(window))));
      expect(all).toStrictEqual(further);
    }
  });
});

describe('what a read costs', () => {
  const COSTS: readonly [string, (from: Reads) => Promise<unknown>, number, number][] = [
    ['an order', (from) => from.findOrder(DEMO_ORDERS.PICKED_UP), 4, 4],
    ['a ticket', (from) => from.findTicket(DEMO_ORDERS.PICKED_UP), 4, 4],
    ['a bill', (from) => from.findBill(DEMO_ORDERS.PICKED_UP), 4, 4],
    ['a delivery on its way', (from) => from.findDelivery(DEMO_ORDERS.PICKED_UP), 6, 6],
    ['a delivery without a courier', (from) => from.findDelivery(DEMO_ORDERS.APPROVED), 5, 5],
    // Row by row the courier is looked up twice: for the phone that the delivery shows, and for the courier itself.
    ['an order with all its parts', (from) => from.findOrderDetails(DEMO_ORDERS.PICKED_UP, ALL_PARTS), 9, 8],
    ['a consumer, for support', (from) => from.findConsumer(ann.consumerId, sam), 1, 1],
    ['a consumer, for the restaurant', (from) => from.findConsumer(ann.consumerId, luigi), 2, 2],
    ['a consumer, for the courier', (from) => from.findConsumer(ann.consumerId, dana), 3, 3],
    ['a courier, for a consumer', (from) => from.findCourier(dana.courierId, ann), 2, 2],
    ['a restaurant', (from) => from.findRestaurant(luigi.restaurantId), 1, 1],
    ['a menu', (from) => from.findMenu(luigi.restaurantId), 2, 2],
    ['a basket of three lines', (from) => from.findBasket(bob.consumerId, luigi.restaurantId), 6, 4],
    ['a page of restaurants', (from) => from.listRestaurants({}, { limit: 20 }), 1, 1],
  ];

  it.each(COSTS)('%s', async (_name, read, perRow, batched) => {
    expect(await counts(() => read(reads))).toEqual({ 'per-row': perRow, batched, 'one-statement': 1 });
  });

  it.each([1, 7, 20])('of pages of %d grows with the page row by row, and not otherwise', async (limit) => {
    const filter = { newestFirst: true, consumerId: ann.consumerId };
    expect(await counts(() => reads.listOrders(filter, { limit }))).toEqual({
      'per-row': 1 + 3 * limit,
      batched: 4,
      'one-statement': 1,
    });
    expect(await counts(() => reads.listOrderHistory(ann.consumerId, { limit }))).toEqual({
      'per-row': 1 + 2 * limit,
      batched: 3,
      'one-statement': 1,
    });
    expect(await counts(() => reads.listTickets({ restaurantId: luigi.restaurantId }, { limit }))).toEqual({
      'per-row': 1 + 3 * limit,
      batched: 4,
      'one-statement': 1,
    });
    const withParts = await counts(() => reads.listOrders(filter, { limit }, new Set(['consumer', 'restaurant'])));
    expect(withParts).toEqual({ 'per-row': 1 + 5 * limit, batched: 6, 'one-statement': 1 });
  });
});

describe('within one request', () => {
  it('reads of one moment share their statements when batched, and those of another do not', async () => {
    const both = () => Promise.all([reads.findOrder(DEMO_ORDERS.PICKED_UP), reads.findTicket(BOBS_ORDER)]);
    expect((await asked('batched', both)).texts).toHaveLength(4);
    expect((await asked('per-row', both)).texts).toHaveLength(8);
    const inTurn = async () => [await reads.findOrder(DEMO_ORDERS.PICKED_UP), await reads.findOrder(BOBS_ORDER)];
    expect((await asked('batched', inTurn)).texts).toHaveLength(8);
  });

  it.each(LOADING_MODES)('%s sees what was written since it last looked', async (mode) => {
    const nameOf = async () => (await reads.findRestaurant(CLOSED_RESTAURANT))?.name;
    const { answer } = await asked(mode, async () => {
      const before = await nameOf();
      await dataSource.query('UPDATE restaurant SET name = name || $2 WHERE id = $1', [CLOSED_RESTAURANT, mode]);
      return [`${before}${mode}`, await nameOf()];
    });
    expect(answer[1]).toBe(answer[0]);
  });

  it.each(LOADING_MODES)('%s runs the same statements in the same order each time', async (mode) => {
    const page = () =>
      Promise.all([
        reads.listDeliveries({}, { limit: 10 }),
        reads.findMenu(luigi.restaurantId),
        reads.findOrder(BOBS_ORDER),
      ]);
    const { texts } = await asked(mode, page);
    for (let time = 0; time < 3; time += 1) expect((await asked(mode, page)).texts).toEqual(texts);
  });

  it('of another mode nothing is seen, however many run at once', async () => {
    const read = () => reads.findOrderDetails(DEMO_ORDERS.PICKED_UP, ALL_PARTS);
    const modes = Array.from({ length: 60 }, (_, index) => LOADING_MODES[index % 3] as LoadingMode);
    const taken = await Promise.all(modes.map(async (mode) => [mode, (await asked(mode, read)).texts.length]));
    expect(new Set(taken.map(([mode, count]) => `${mode} ${count}`))).toEqual(
      new Set(['per-row 9', 'batched 8', 'one-statement 1']),
    );
  });
});
