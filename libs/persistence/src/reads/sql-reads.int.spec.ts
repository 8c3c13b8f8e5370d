import {
  BOBS_ORDER,
  CLOSED_RESTAURANT,
  DEMO_DISHES,
  DEMO_ORDERS,
  ORDER_PARTS,
  PERSONAS,
  type OrderPart,
  type Statement,
  type Reads,
} from '@rungs/application';
import { ANONYMOUS } from '@rungs/domain';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDataSource } from '../data-source.ts';
import { separateReads } from './loaded-reads.ts';

const { ann, bob, luigi, mei, dana, sam } = PERSONAS;
const NOBODY = '01900000-0000-7000-8000-0000000000ff';

let database: TestDatabase;
let dataSource: DataSource;
let reads: Reads;
let statements: Statement[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource({ url: database.url, observer: { observe: (seen) => void statements.push(seen) } });
  reads = separateReads(dataSource);
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

beforeEach(() => {
  statements = [];
});

/** Paths of members that are null or undefined; what is absent has none. */
function empties(held: unknown, path = ''): string[] {
  if (held === null || held === undefined) return [path];
  if (typeof held !== 'object') return [];
  return Object.entries(held).flatMap(([name, value]) => empties(value, `${path}/${name}`));
}

describe('order details', () => {
  it('are one statement, whichever parts are asked for, and one text for all of them', async () => {
    for (const parts of [[], ['bill'], ORDER_PARTS] as OrderPart[][]) {
      const record = await reads.findOrderDetails(DEMO_ORDERS.PICKED_UP, new Set(parts));
      expect(Object.keys(record ?? {}).sort()).toEqual(['facts', 'order', ...parts].sort());
    }
    expect(statements).toHaveLength(3);
    expect(new Set(statements.map(({ text }) => text)).size).toBe(1);
  });

  it('are the same things as those read one by one', async () => {
    const all = new Set(ORDER_PARTS);
    for (const orderId of Object.values(DEMO_ORDERS)) {
      const record = await reads.findOrderDetails(orderId, all);
      if (!record) throw new Error('The seed has it.');
      const { facts, order, ticket, bill, consumer, restaurant, delivery, courier } = record;
      expect({ facts, order }).toStrictEqual(await reads.findOrder(orderId));
      expect({ facts, ticket }).toStrictEqual(await reads.findTicket(orderId));
      expect({ facts, bill }).toStrictEqual(await reads.findBill(orderId));
      expect({ facts, ...delivery }).toStrictEqual(await reads.findDelivery(orderId));
      expect(consumer).toStrictEqual((await reads.findConsumer(order.consumerId, sam))?.consumer);
      expect(restaurant).toStrictEqual(await reads.findRestaurant(order.restaurantId));
      const { courierId } = facts;
      expect(courier).toStrictEqual(courierId && (await reads.findCourier(courierId, sam))?.courier);
      expect(empties(record)).toEqual([]);
    }
  });

  it('show the courier’s last location and phone only where there is a courier', async () => {
    const moving = await reads.findDelivery(DEMO_ORDERS.PICKED_UP);
    const pings = (await dataSource.query(
      'SELECT lat, lon, at FROM location_ping WHERE order_id = $1 ORDER BY at DESC',
      [DEMO_ORDERS.PICKED_UP],
    )) as { lat: number; lon: number; at: Date }[];
    expect(pings.length).toBeGreaterThan(1);
    const [last] = pings;
    expect(moving?.lastLocation).toEqual({ ...last, at: last?.at.toISOString() });
    expect(moving?.courierPhone).toMatch(/^\+\d+$/);
    const waiting = await reads.findDelivery(DEMO_ORDERS.PREPARING);
    expect(Object.keys(waiting ?? {}).sort()).toEqual(['delivery', 'facts']);
    expect((await reads.findOrderDetails(DEMO_ORDERS.PREPARING, new Set(['courier'])))?.courier).toBeUndefined();
  });

  it('of no order are undefined', async () => {
    expect(await reads.findOrderDetails(NOBODY, new Set(ORDER_PARTS))).toBeUndefined();
    expect(await reads.findOrder(NOBODY)).toBeUndefined();
    expect(await reads.findTicket(NOBODY)).toBeUndefined();
    expect(await reads.findDelivery(NOBODY)).toBeUndefined();
    expect(await reads.findBill(NOBODY)).toBeUndefined();
  });
});

describe('who serves whom', () => {
  it('a restaurant serves those who ordered there, a courier the consumer of the current delivery', async () => {
    const served = async (consumerId: string, viewer: Parameters<Reads['findConsumer']>[1]): Promise<unknown> =>
      (await reads.findConsumer(consumerId, viewer))?.servedByViewer;
    expect(await served(ann.consumerId, luigi)).toBe(true);
    expect(await served(ann.consumerId, mei)).toBe(false);
    expect(await served(bob.consumerId, mei)).toBe(true);
    expect(await served(bob.consumerId, luigi)).toBe(false);
    expect(await served(ann.consumerId, dana)).toBe(true);
    expect(await served(bob.consumerId, dana)).toBe(false);
    for (const viewer of [ann, sam, ANONYMOUS]) expect(await served(ann.consumerId, viewer)).toBe(false);
    expect(await reads.findConsumer(NOBODY, sam)).toBeUndefined();
  });

  it('a courier serves the consumers and restaurants of present and past deliveries', async () => {
    const serves = async (viewer: Parameters<Reads['findCourier']>[1]): Promise<unknown> =>
      (await reads.findCourier(dana.courierId, viewer))?.servesViewer;
    expect(await serves(ann)).toBe(true);
    expect(await serves(luigi)).toBe(true);
    expect(await serves({ role: 'consumer', consumerId: NOBODY })).toBe(false);
    expect(await serves({ role: 'restaurant', restaurantId: NOBODY })).toBe(false);
    expect(await serves(sam)).toBe(false);
    const found = await reads.findCourier(dana.courierId, dana);
    expect(found?.courier).toMatchObject({ onDuty: true, currentDeliveryId: DEMO_ORDERS.PICKED_UP });
  });
});

describe('photos and imports', () => {
  it('show a photo as it was given, and say of the dish what it is', async () => {
    const photo = await reads.findPhoto(luigi.restaurantId, DEMO_DISHES.tonnarelli);
    const bytes = Buffer.from(photo?.data ?? '', 'base64');
    expect(photo).toStrictEqual({ contentType: 'image/png', data: bytes.toString('base64') });
    const item = await reads.findMenuItem(luigi.restaurantId, DEMO_DISHES.tonnarelli);
    expect(item?.photo).toStrictEqual({ contentType: 'image/png', byteLength: bytes.length });
    expect(await reads.findPhoto(luigi.restaurantId, DEMO_DISHES.soldOut)).toBeUndefined();
    expect(await reads.findPhoto(mei.restaurantId, DEMO_DISHES.tonnarelli)).toBeUndefined();
    expect(await reads.findMenuItem(luigi.restaurantId, DEMO_DISHES.soldOut)).not.toHaveProperty('photo');
  });

  it('show of an import the lines that were read, in order, and nobody else’s', async () => {
    const id = '01900000-0000-7000-8000-0000000000e1';
    await dataSource.query(`INSERT INTO menu_import VALUES ($1, $2, 'spec', '2026-11-01T11:00:00Z', 'RUNNING', 3)`, [
      id,
      luigi.restaurantId,
    ]);
    const refusal = { code: 'invalid-input', message: 'No.', details: { errors: [] } };
    await dataSource.query(`INSERT INTO menu_import_line VALUES ($1, 4, '{}', NULL, $2), ($1, 2, '{}', $3, NULL)`, [
      id,
      JSON.stringify(refusal),
      DEMO_DISHES.tiramisu,
    ]);
    await dataSource.query(`INSERT INTO menu_import_line VALUES ($1, 3, '{"name":"x"}', NULL, NULL)`, [id]);
    expect(await reads.findMenuImport(luigi.restaurantId, id)).toStrictEqual({
      id,
      restaurantId: luigi.restaurantId,
      state: 'RUNNING',
      requestedAt: '2026-11-01T11:00:00.000Z',
      lineCount: 3,
      lines: [
        { line: 2, menuItemId: DEMO_DISHES.tiramisu },
        { line: 4, refusal },
      ],
    });
    expect(await reads.findMenuImport(mei.restaurantId, id)).toBeUndefined();
    expect(await reads.findMenuImport(luigi.restaurantId, NOBODY)).toBeUndefined();
  });
});

describe('menus and baskets', () => {
  it('show a menu in its order, with the restaurant’s version', async () => {
    const menu = await reads.findMenu(luigi.restaurantId);
    const restaurant = await reads.findRestaurant(luigi.restaurantId);
    expect(menu).toMatchObject({ restaurantId: luigi.restaurantId, version: restaurant?.version });
    expect(menu?.items.slice(0, 3).map(({ id }) => id)).toEqual(Object.values(DEMO_DISHES));
    expect(menu?.items[0]).toStrictEqual(await reads.findMenuItem(luigi.restaurantId, DEMO_DISHES.tonnarelli));
    expect(await reads.findMenuItem(mei.restaurantId, DEMO_DISHES.tonnarelli)).toBeUndefined();
    expect(await reads.findMenu(NOBODY)).toBeUndefined();
  });

  it('show a basket that was never touched as empty, and none without such a consumer or restaurant', async () => {
    const record = await reads.findBasket(ann.consumerId, CLOSED_RESTAURANT);
    expect(record).toMatchObject({ basket: { version: 0, lines: [] }, menuItems: [], restaurant: { open: false } });
    expect(await reads.findBasket(NOBODY, luigi.restaurantId)).toBeUndefined();
    expect(await reads.findBasket(ann.consumerId, NOBODY)).toBeUndefined();
  });

  it('bring along the dishes that the basket’s lines name', async () => {
    const lines = [
      { menuItemId: DEMO_DISHES.tiramisu, quantity: 2 },
      { menuItemId: NOBODY, quantity: 1 },
    ];
    await dataSource.query('INSERT INTO basket VALUES ($1, $2, 7, $3)', [
      bob.consumerId,
      luigi.restaurantId,
      JSON.stringify(lines),
    ]);
    const record = await reads.findBasket(bob.consumerId, luigi.restaurantId);
    expect(record?.basket).toStrictEqual({
      consumerId: bob.consumerId,
      restaurantId: luigi.restaurantId,
      version: 7,
      lines,
    });
    expect(record?.menuItems.map(({ id }) => id)).toEqual([DEMO_DISHES.tiramisu]);
  });
});

it('every single read is one statement', async () => {
  await reads.findConsumer(ann.consumerId, luigi);
  await reads.findRestaurant(luigi.restaurantId);
  await reads.findMenu(luigi.restaurantId);
  await reads.findMenuItem(luigi.restaurantId, DEMO_DISHES.tiramisu);
  await reads.findBasket(ann.consumerId, luigi.restaurantId);
  await reads.findOrder(BOBS_ORDER);
  await reads.findTicket(BOBS_ORDER);
  await reads.findDelivery(BOBS_ORDER);
  await reads.findBill(BOBS_ORDER);
  await reads.findCourier(dana.courierId, ann);
  await reads.findPhoto(luigi.restaurantId, DEMO_DISHES.tiramisu);
  await reads.findMenuImport(luigi.restaurantId, NOBODY);
  expect(statements).toHaveLength(12);
});
