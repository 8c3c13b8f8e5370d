import { DEMO_ORDERS, PERSONAS, type OrderFilter, type Slice, type Window, type Reads } from '@rungs/application';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDataSource } from '../data-source.ts';
import { separateReads } from './loaded-reads.ts';

const { ann, luigi } = PERSONAS;
const ROME = { lat: 41.8956, lon: 12.4936 };

let database: TestDatabase;
let dataSource: DataSource;
let reads: Reads;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource({ url: database.url });
  reads = separateReads(dataSource);
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** The items of all pages. */
async function everything<T>(fetch: (window: Window) => Promise<Slice<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let after: readonly string[] | undefined; ;) {
    const page = await fetch({ limit: 100, ...(after && { after }) });
    items.push(...page.items);
    if (!page.hasNext) return items;
    after = page.positions.at(-1);
  }
}

const inOrder = (texts: readonly string[]): readonly string[] => [...texts].sort((a, b) => (a < b ? -1 : 1));

it('tickets come oldest order first, deliveries newest first, people by their names', async () => {
  const orderIds = (await everything((window) => reads.listOrders({ newestFirst: false }, window))).map(
    ({ order }) => order.id,
  );
  expect((await everything((window) => reads.listTickets({}, window))).map(({ ticket }) => ticket.orderId)).toEqual(
    orderIds,
  );
  const delivered = await everything((window) => reads.listDeliveries({}, window));
  expect(delivered.map(({ delivery }) => delivery.orderId)).toEqual(orderIds.toReversed());
  const names = (await everything((window) => reads.listConsumers({}, window))).map(
    ({ id, name: { last, first } }) => `${last}\u0000${first}\u0000${id}`,
  );
  expect(names).toEqual(inOrder(names));
  const couriers = (await everything((window) => reads.listCouriers({}, window))).map(
    ({ id, name }) => `${name} ${id}`,
  );
  expect(couriers).toEqual(inOrder(couriers));
});

it('shows in lists what it shows of one: every ticket, delivery and ping, with the facts of its order', async () => {
  for (const filter of [{ consumerId: ann.consumerId }, { restaurantId: luigi.restaurantId, states: undefined }]) {
    for (const record of (await reads.listTickets(filter, { limit: 30 })).items) {
      expect(record).toStrictEqual(await reads.findTicket(record.ticket.orderId));
    }
    for (const record of (await reads.listDeliveries(filter, { limit: 30 })).items) {
      expect(record).toStrictEqual(await reads.findDelivery(record.delivery.orderId));
    }
  }
  for (const { ticket } of (await reads.listTickets({ states: ['REJECTED'] }, { limit: 5 })).items) {
    expect(ticket).toStrictEqual((await reads.findTicket(ticket.orderId))?.ticket);
    expect(ticket.rejectionReason).toMatch(/\w/);
  }
  const found = await reads.findTrack(DEMO_ORDERS.PICKED_UP, { limit: 100 });
  const delivery = await reads.findDelivery(DEMO_ORDERS.PICKED_UP);
  expect(found?.facts).toStrictEqual(delivery?.facts);
  expect(found?.slice.items.at(-1)).toStrictEqual(delivery?.lastLocation);
  const times = found?.slice.items.map(({ at }) => at) ?? [];
  expect(times).toEqual(inOrder(times));
});

it('of a delivery without pings the track is empty, and of no delivery there is none', async () => {
  const nothing = { items: [], positions: [], hasNext: false, hasPrevious: false };
  const waiting = await reads.findTrack(DEMO_ORDERS.APPROVED, { limit: 5 });
  expect(waiting).toStrictEqual({ facts: (await reads.findOrder(DEMO_ORDERS.APPROVED))?.facts, slice: nothing });
  expect(await reads.findTrack(ann.consumerId, { limit: 5 })).toBeUndefined();
});

it('finds consumers by the beginnings of first name, last name and e-mail address', async () => {
  const emails = async (text: string): Promise<string[]> =>
    (await reads.listConsumers({ text }, { limit: 100 })).items.map(({ email }) => email);
  expect(await emails('anna.caruso.71@example.com')).toEqual(['anna.caruso.71@example.com']);
  // Beginnings of words, here too: Anna is one of those that begin so.
  expect(await emails('ann@example.com')).toEqual(
    expect.arrayContaining(['ann@example.com', 'anna.caruso.71@example.com']),
  );
  expect(await emails('CONT ann')).toContain('ann@example.com');
  expect(await emails('bob marin')).toEqual(['bob@example.com']);
  expect(await emails('example').then(({ length }) => length)).toBe(100);
  for (const nothing of ['xample', 'nobody.of@that.name', '!', "')) DROP TABLE x --"]) {
    expect(await emails(nothing), nothing).toEqual([]);
  }
  expect(await emails(' ').then(({ length }) => length)).toBe(100);
});

it('finds restaurants by the beginnings of words, in any order, whatever the case and signs', async () => {
  const names = async (text: string): Promise<string[]> =>
    (await reads.listRestaurants({ text }, { limit: 100 })).items.map(({ name }) => name);
  expect(await names('LUIGI')).toEqual(['Trattoria da Luigi']);
  expect(await names('  luig, tratt! ')).toEqual(['Trattoria da Luigi']);
  expect(await names('luigi dumpling')).toEqual([]);
  expect(await names("')) OR 1=1 --")).toEqual([]);
  expect(await names('&|!:*')).toEqual([]);
  expect((await names(' ')).length).toBe(40);
  for (const odd of [
    '\u0301',
    '\u0000x',
    "a'b\\\\c",
    '<->',
    'ﬁ ½ ٣',
    '中文 한국어',
    '\ud800',
    'İstanbul',
    '-5.3e7',
    'a.b@c.de/f',
  ]) {
    expect(await names(odd), odd).toEqual([]);
  }
  expect(await names('chinese mei')).toEqual(['Mei Dumpling House']);
});

it('lists the nearest restaurants first, everywhere on Earth', async () => {
  const { items } = await reads.listRestaurants({ near: ROME }, { limit: 100 });
  const metres = items.map(({ location }) => haversineMetres(ROME, location));
  // The projection's error within a city is far below the distance between two doors.
  metres.slice(1).forEach((distance, index) => expect(distance).toBeGreaterThan((metres[index] as number) - 5));
  for (const near of [
    { lat: 90, lon: 0 },
    { lat: -90, lon: 180 },
    { lat: 0, lon: -180 },
  ]) {
    expect((await reads.listRestaurants({ near }, { limit: 100 })).items).toHaveLength(40);
  }
});

function haversineMetres(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const h =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(h));
}

it('takes the first and the last instants that can be written', async () => {
  const slice = (filter: Partial<OrderFilter>): Promise<Slice<object>> =>
    reads.listOrders({ newestFirst: true, ...filter }, { limit: 1 });
  expect((await slice({ placedFrom: '-000001-12-31T23:00:00.000Z' })).items).toHaveLength(1);
  expect((await slice({ placedFrom: '0000-01-01T00:00:00.000Z' })).items).toHaveLength(1);
  expect((await slice({ placedTo: '+010000-01-01T00:00:00.000Z' })).items).toHaveLength(1);
  expect((await slice({ placedFrom: '9999-12-31T23:59:59.999Z' })).items).toHaveLength(0);
  expect((await slice({ states: [] })).items).toHaveLength(0);
});
