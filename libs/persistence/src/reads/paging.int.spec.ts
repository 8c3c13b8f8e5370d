import {
  DEMO_ORDERS,
  PERSONAS,
  type DeliveryFilter,
  type OrderFilter,
  type RestaurantFilter,
  type Slice,
  type Statement,
  type TicketFilter,
  type Window,
  type Reads,
} from '@rungs/application';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataSource } from '../data-source.ts';
import { separateReads } from './loaded-reads.ts';

const { ann, luigi, dana } = PERSONAS;
const ROME = { lat: 41.8956, lon: 12.4936 };

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

type Fetch = (window: Window) => Promise<Slice<object>>;
const orders =
  (filter: Partial<OrderFilter>): Fetch =>
  (window) =>
    reads.listOrders({ newestFirst: true, ...filter }, window);
const restaurants =
  (filter: RestaurantFilter): Fetch =>
  (window) =>
    reads.listRestaurants(filter, window);

const tickets =
  (filter: TicketFilter): Fetch =>
  (window) =>
    reads.listTickets(filter, window);
const deliveries =
  (filter: DeliveryFilter): Fetch =>
  (window) =>
    reads.listDeliveries(filter, window);
const track: Fetch = async (window) => (await reads.findTrack(DEMO_ORDERS.PICKED_UP, window))?.slice as Slice<object>;

/** Every kind of list, with a page size that makes several pages of it. */
const LISTS: Record<string, readonly [fetch: Fetch, limit: number]> = {
  'orders of everybody': [orders({}), 100],
  'orders of everybody, oldest first': [orders({ newestFirst: false }), 100],
  'orders in some states': [orders({ states: ['REJECTED', 'CANCELLED', 'APPROVED', 'REJECTED'] }), 33],
  'orders in some states, oldest first': [orders({ states: ['REJECTED', 'CANCELLED'], newestFirst: false }), 17],
  'orders of a consumer': [orders({ consumerId: ann.consumerId }), 7],
  'orders of a consumer in some states': [orders({ consumerId: ann.consumerId, states: ['DELIVERED', 'APPROVED'] }), 4],
  'orders of a restaurant': [orders({ restaurantId: luigi.restaurantId }), 50],
  'orders of a restaurant in some states': [
    orders({ restaurantId: luigi.restaurantId, states: ['DELIVERED', 'APPROVED', 'CANCELLED'] }),
    50,
  ],
  'orders of a consumer at a restaurant': [orders({ consumerId: ann.consumerId, restaurantId: luigi.restaurantId }), 5],
  'the order that a courier delivers': [orders({ currentCourierId: dana.courierId }), 1],
  'orders of some days': [orders({ placedFrom: '2026-09-01T00:00:00.000Z', placedTo: '2026-09-04T00:00:00.000Z' }), 9],
  'an order history': [(window) => reads.listOrderHistory(ann.consumerId, window), 10],
  restaurants: [restaurants({}), 7],
  'open restaurants': [restaurants({ open: true }), 7],
  'closed restaurants': [restaurants({ open: false }), 2],
  'restaurants of a cuisine': [restaurants({ cuisine: 'Italian' }), 2],
  'open restaurants of a cuisine': [restaurants({ cuisine: 'Italian', open: true }), 2],
  'restaurants by words': [restaurants({ text: 'da' }), 1],
  'restaurants near': [restaurants({ near: ROME }), 7],
  'open restaurants near': [restaurants({ near: ROME, open: true }), 4],
  'tickets of everybody': [tickets({}), 100],
  'tickets in some states': [tickets({ states: ['AWAITING_ACCEPTANCE', 'REJECTED', 'READY_FOR_PICKUP'] }), 33],
  'tickets of a consumer': [tickets({ consumerId: ann.consumerId }), 7],
  'tickets of a consumer in a state': [tickets({ consumerId: ann.consumerId, states: ['AWAITING_ACCEPTANCE'] }), 1],
  'tickets of a restaurant': [tickets({ restaurantId: luigi.restaurantId }), 50],
  'tickets of a restaurant in some states': [
    tickets({ restaurantId: luigi.restaurantId, states: ['AWAITING_ACCEPTANCE', 'PICKED_UP', 'REJECTED'] }),
    50,
  ],
  'tickets of a consumer at a restaurant': [tickets({ ...ann, ...luigi }), 9],
  'the ticket of what a courier delivers': [tickets({ currentCourierId: dana.courierId }), 1],
  'the ticket of what a courier delivers, in a state': [
    tickets({ currentCourierId: dana.courierId, states: ['PICKED_UP'] }),
    1,
  ],
  'deliveries of everybody': [deliveries({}), 100],
  'deliveries in some states': [deliveries({ states: ['CANCELLED', 'SCHEDULED', 'PENDING'] }), 33],
  'deliveries of a consumer': [deliveries({ consumerId: ann.consumerId }), 7],
  'deliveries of a consumer in a state': [deliveries({ consumerId: ann.consumerId, states: ['PENDING'] }), 2],
  'deliveries of a consumer by a courier': [deliveries({ ...ann, ...dana }), 7],
  'deliveries of a restaurant': [deliveries({ restaurantId: luigi.restaurantId }), 50],
  'deliveries of a restaurant in some states': [
    deliveries({ restaurantId: luigi.restaurantId, states: ['CANCELLED', 'PENDING', 'DELIVERED'] }),
    50,
  ],
  'deliveries of a courier': [deliveries({ courierId: dana.courierId }), 9],
  'deliveries of a courier in some states': [deliveries({ ...dana, states: ['PICKED_UP', 'DELIVERED'] }), 9],
  'deliveries of a courier for a restaurant': [deliveries({ ...dana, ...luigi }), 9],
  'a track': [track, 2],
  consumers: [(window) => reads.listConsumers({}, window), 9],
  'consumers by words': [(window) => reads.listConsumers({ text: 'm' }, window), 3],
  couriers: [(window) => reads.listCouriers({}, window), 7],
  'couriers on duty': [(window) => reads.listCouriers({ onDuty: true }, window), 7],
  'couriers off duty': [(window) => reads.listCouriers({ onDuty: false }, window), 2],
  'restaurants of a cuisine near, by words': [restaurants({ near: ROME, cuisine: 'Italian', text: 'tr' }), 1],
};

/** All pages from the first, checking on the way what each says about its neighbours. */
async function forwards(fetch: Fetch, limit: number): Promise<Slice<object>[]> {
  const pages: Slice<object>[] = [];
  for (let after: readonly string[] | undefined; ;) {
    const page = await fetch({ limit, ...(after && { after }) });
    expect(page.hasPrevious).toBe(pages.length > 0);
    expect(page.items.length).toBe(page.positions.length);
    pages.push(page);
    if (!page.hasNext) return pages;
    expect(page.items).toHaveLength(limit);
    after = page.positions.at(-1) as readonly string[];
  }
}

async function backwards(fetch: Fetch, limit: number, last: readonly string[]): Promise<Slice<object>[]> {
  const pages: Slice<object>[] = [];
  for (let before = last; ;) {
    const page = await fetch({ limit, before });
    expect(page.hasNext).toBe(true);
    pages.unshift(page);
    if (!page.hasPrevious) return pages;
    before = page.positions[0] as readonly string[];
  }
}

describe.for(Object.entries(LISTS))('%s', ([_name, [fetch, limit]]) => {
  it('come in one order without gap or duplicate, forwards as well as backwards', async () => {
    const pages = await forwards(fetch, limit);
    const items = pages.flatMap((page) => page.items);
    const positions = pages.flatMap((page) => page.positions);
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(positions.map((position) => position.at(-1))).size).toBe(items.length);

    const last = positions.at(-1) as readonly string[];
    if (items.length > 1) {
      const back = await backwards(fetch, limit, last);
      expect(back.flatMap((page) => page.items)).toStrictEqual(items.slice(0, -1));
    }
    const beyond = await fetch({ limit, after: last });
    expect(beyond).toEqual({ items: [], positions: [], hasNext: false, hasPrevious: false });
    const first = await fetch({ limit, before: positions[0] as readonly string[] });
    expect(first).toEqual({ items: [], positions: [], hasNext: false, hasPrevious: false });
  });

  it('are one statement a page, of one text for each direction', async () => {
    const [first] = await forwards(fetch, limit);
    const position = first?.positions[0] as readonly string[];
    statements = [];
    await fetch({ limit: 5 });
    await fetch({ limit: 100 });
    await fetch({ limit: 5, after: position });
    await fetch({ limit: 5, before: position });
    expect(statements).toHaveLength(4);
    expect(new Set(statements.slice(0, 3).map(({ text }) => text)).size).toBe(1);
  });
});

it('tickets that are accepted while the list of those to accept is read make neither gap nor duplicate in it', async () => {
  const filter: TicketFilter = { restaurantId: luigi.restaurantId, states: ['AWAITING_ACCEPTANCE'] };
  const all = (await reads.listTickets(filter, { limit: 100 })).items.map(({ ticket }) => ticket.orderId);
  expect(all.length).toBeGreaterThan(5);
  const seen: string[] = [];
  for (let after: readonly string[] | undefined; ;) {
    const page = await reads.listTickets(filter, { limit: 2, ...(after && { after }) });
    seen.push(...page.items.map(({ ticket }) => ticket.orderId));
    await dataSource.query(`UPDATE ticket SET state = 'ACCEPTED' WHERE order_id = ANY($1)`, [seen]);
    if (!page.hasNext) break;
    after = page.positions.at(-1);
  }
  expect(seen).toEqual(all);
  await dataSource.query(`UPDATE ticket SET state = 'AWAITING_ACCEPTANCE' WHERE order_id = ANY($1)`, [seen]);
});

it('page 5 and page 100 of the orders run one statement each', async () => {
  let after: readonly string[] | undefined;
  for (let page = 1; page <= 100; page++) {
    statements = [];
    const slice = await reads.listOrders({ newestFirst: true }, { limit: 20, ...(after && { after }) });
    expect(slice.items).toHaveLength(20);
    if (page === 5 || page === 100) expect(statements).toHaveLength(1);
    after = slice.positions.at(-1);
  }
});

it('orders that are placed while a list is read make neither gap nor duplicate in it', async () => {
  const filter = { consumerId: ann.consumerId, newestFirst: true };
  const all = await reads.listOrders(filter, { limit: 100 });
  const seen: string[] = [];
  for (let after: readonly string[] | undefined; ;) {
    const page = await reads.listOrders(filter, { limit: 5, ...(after && { after }) });
    seen.push(...page.items.map(({ order }) => order.id));
    await copyOrder(DEMO_ORDERS.DELIVERED, '2026-11-02T00:00:00.000Z');
    if (!page.hasNext) break;
    after = page.positions.at(-1);
  }
  expect(seen).toEqual(all.items.map(({ order }) => order.id));
});

/** Another order like it, placed then. */
async function copyOrder(orderId: string, placedAt: string): Promise<void> {
  await dataSource.query(
    `INSERT INTO orders SELECT (json_populate_record(o, json_build_object('id', gen_random_uuid(), 'placed_at', $2::text))).*
     FROM orders o WHERE o.id = $1`,
    [orderId, placedAt],
  );
}
