import {
  AcceptTicket,
  CancelOrder,
  DEMO_ORDERS,
  PERSONAS,
  ReportLocation,
  type OrderEvent,
  type Statement,
} from '@rungs/application';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { LocalPayments } from '../adapters/local-payments.ts';
import { SystemClock } from '../adapters/system-clock.ts';
import { UuidV7Generator } from '../adapters/uuid-v7-generator.ts';
import { openDataSource } from '../data-source.ts';
import { DemoData } from '../seed/demo-data.ts';
import { TypeormUnitOfWork } from '../unit-of-work/typeorm-unit-of-work.ts';
import { PgEventFeed } from './pg-event-feed.ts';

const { ann, luigi, dana } = PERSONAS;
const clock = new SystemClock();

let database: TestDatabase;
let dataSource: DataSource;
let acceptTicket: AcceptTicket;
let cancelOrder: CancelOrder;
let reportLocation: ReportLocation;
let feed: PgEventFeed;
let leaving: AbortController;
const statements: Statement[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource({ url: database.url, observer: { observe: (seen) => statements.push(seen) } });
  const unitOfWork = new TypeormUnitOfWork(dataSource);
  acceptTicket = new AcceptTicket(unitOfWork, clock);
  cancelOrder = new CancelOrder(unitOfWork, new LocalPayments(new UuidV7Generator()), clock);
  reportLocation = new ReportLocation(unitOfWork, clock);
});
beforeEach(async () => {
  await new DemoData(dataSource).reset();
  feed = new PgEventFeed(dataSource);
  leaving = new AbortController();
});
afterEach(() => feed.close());
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** Follows until so many events are there. */
async function told(count: number, orderId: string, after = '0', by = feed): Promise<OrderEvent[]> {
  const events: OrderEvent[] = [];
  for await (const event of by.follow(orderId, after, leaving.signal)) {
    events.push(event);
    if (events.length === count) break;
  }
  return events;
}

const ping = (lat: number) => reportLocation.execute(dana, { orderId: DEMO_ORDERS.PICKED_UP, lat, lon: 12.5 });
const accept = () => {
  const readyBy = new Date(Date.now() + 3_600_000).toISOString();
  return acceptTicket.execute(luigi, { orderId: DEMO_ORDERS.APPROVED, readyBy, expectedVersion: 1 });
};
const cancel = (expectedVersion: number) =>
  cancelOrder.execute(ann, { orderId: DEMO_ORDERS.APPROVED, expectedVersion });

/** Every connection that listens, as PostgreSQL knows it. */
const listeners = (): Promise<{ pid: number }[]> =>
  dataSource.query(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'rungs events'`,
  );
const cutListeners = (): Promise<unknown> =>
  dataSource.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'rungs events'`,
  );

it('tells of each step how order, ticket and delivery stood right after', async () => {
  const following = told(2, DEMO_ORDERS.APPROVED);
  await accept();
  await cancel(2);
  const [accepted, cancelled] = await following;
  expect(accepted).toMatchObject({
    type: 'acceptTicket',
    facts: { orderState: 'ACCEPTED', ticketState: 'ACCEPTED' },
    versions: { order: 2, ticket: 2 },
  });
  expect(cancelled).toMatchObject({
    type: 'cancelOrder',
    facts: { orderState: 'CANCELLED', deliveryState: 'CANCELLED' },
    versions: { order: 3, ticket: 3 },
  });
  expect(BigInt(cancelled!.id)).toBeGreaterThan(BigInt(accepted!.id));
});

it('says how an order stands, and after which event', async () => {
  expect(await feed.present('01900000-0000-7000-8000-000000000000')).toBeUndefined();
  const before = await feed.present(DEMO_ORDERS.APPROVED);
  expect(before).toMatchObject({ id: '0', facts: { orderState: 'APPROVED' }, versions: { order: 1 } });
  expect(before).not.toHaveProperty('location');
  expect(before?.facts).not.toHaveProperty('courierId');
  await accept();
  const [event] = await told(1, DEMO_ORDERS.APPROVED);
  const { type: _type, at: _at, ...moment } = event!;
  expect(await feed.present(DEMO_ORDERS.APPROVED)).toEqual(moment);
});

it('tells of pings with where the courier is, in the order in which they were committed, to all who follow', async () => {
  const lats = Array.from({ length: 40 }, (_, number) => 41 + number / 1000);
  const all = Promise.all([0, 1, 2].map(() => told(lats.length, DEMO_ORDERS.PICKED_UP)));
  // At once: whoever gets the order's rows first is first.
  await Promise.all(lats.map(ping));
  const [first, ...others] = await all;
  expect(first!.map(({ location }) => location?.lat).toSorted()).toEqual(lats);
  const ids = first!.map(({ id }) => BigInt(id));
  expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
  expect(others).toEqual([first, first]);
});

it('goes on after the last event that is known, with more of them than are read at a time', async () => {
  const following = told(250, DEMO_ORDERS.PICKED_UP);
  await dataSource.query(
    `INSERT INTO domain_event (type, subject_id, actor, at, moment)
     SELECT 'reportLocation', $1, 'a', now(), json_build_object('location', json_build_object('lat', n))
     FROM generate_series(1, 250) n`,
    [DEMO_ORDERS.PICKED_UP],
  );
  const events = await following;
  expect(events.map(({ location }) => location?.lat)).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
  expect(await told(100, DEMO_ORDERS.PICKED_UP, events[149]!.id)).toEqual(events.slice(150));
});

it('tells nothing of what was rolled back, of other orders, and of what moves no order', async () => {
  const following = told(1, DEMO_ORDERS.APPROVED);
  const append = (orderId: string, moment: object | null) =>
    dataSource.query(
      `INSERT INTO domain_event (type, subject_id, actor, at, moment) VALUES ('reviseOrder', $1, 'a', now(), $2)`,
      [orderId, moment && JSON.stringify(moment)],
    );
  await dataSource
    .transaction(async (manager) => {
      await manager.query(
        `INSERT INTO domain_event (type, subject_id, actor, at, moment) VALUES ('cancelOrder', $1, 'a', now(), '{}')`,
        [DEMO_ORDERS.APPROVED],
      );
      throw new Error('not after all');
    })
    .catch(() => undefined);
  await append(DEMO_ORDERS.ACCEPTED, {});
  await append(DEMO_ORDERS.APPROVED, null);
  await append(DEMO_ORDERS.APPROVED, { versions: { order: 9 } });
  expect(await following).toMatchObject([{ versions: { order: 9 } }]);
});

it('has one connection for all, from the first follower on', async () => {
  expect(await listeners()).toHaveLength(0);
  const following = Promise.all([told(1, DEMO_ORDERS.APPROVED), told(1, DEMO_ORDERS.PICKED_UP)]);
  await accept();
  await ping(41.9);
  await following;
  expect(await listeners()).toHaveLength(1);
});

it('loses nothing when its connection is cut, and cut again', async () => {
  const following = told(3, DEMO_ORDERS.PICKED_UP);
  await ping(41.1);
  await expect.poll(listeners).toHaveLength(1);
  await cutListeners();
  // While nobody listens, as likely as not.
  await ping(41.2);
  await expect.poll(listeners).toHaveLength(1);
  await cutListeners();
  await ping(41.3);
  expect((await following).map(({ location }) => location?.lat)).toEqual([41.1, 41.2, 41.3]);
});

it('waits for a database that is away, and tells then', async () => {
  const admin = await openDataSource({ url: new URL('/postgres', database.url).href, poolSize: 1 });
  const name = new URL(database.url).pathname.slice(1);
  try {
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    const following = told(1, DEMO_ORDERS.APPROVED);
    // A connection that was there before is let be.
    await accept();
    expect(await listeners()).toHaveLength(0);
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    expect(await following).toMatchObject([{ type: 'acceptTicket' }]);
  } finally {
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await admin.destroy();
  }
});

it('ends when the follower leaves, when it is closed, and when all events are deleted', async () => {
  const quiet = told(1, DEMO_ORDERS.APPROVED);
  await expect.poll(listeners).toHaveLength(1);
  leaving.abort();
  expect(await quiet).toEqual([]);
  expect(await told(1, DEMO_ORDERS.APPROVED)).toEqual([]);

  leaving = new AbortController();
  const reset = told(1, DEMO_ORDERS.APPROVED);
  await new DemoData(dataSource).reset();
  expect(await reset).toEqual([]);

  const closed = told(1, DEMO_ORDERS.APPROVED);
  await feed.close();
  expect(await closed).toEqual([]);
  expect(await told(1, DEMO_ORDERS.APPROVED)).toEqual([]);
  await expect.poll(listeners).toHaveLength(0);
});

it('never gives a number again, so that who knew one before all data were reset misses nothing of what comes after', async () => {
  await accept();
  await cancel(2);
  const [first, last] = await told(2, DEMO_ORDERS.APPROVED);
  await new DemoData(dataSource).reset();
  // Word of the reset would end those who come right after it.
  await feed.close();
  feed = new PgEventFeed(dataSource);
  await accept();
  await cancel(2);
  const after = await told(2, DEMO_ORDERS.APPROVED);
  expect(after.map(({ type }) => type)).toEqual(['acceptTicket', 'cancelOrder']);
  for (const { id } of [first!, last!]) expect(await told(2, DEMO_ORDERS.APPROVED, id)).toEqual(after);
});

it('books what it reads on nobody', async () => {
  statements.length = 0;
  const following = told(1, DEMO_ORDERS.APPROVED);
  await accept();
  await following;
  const reading = (what: RegExp) => statements.filter(({ text }) => what.test(text));
  expect(reading(/INSERT INTO "domain_event"/)).toHaveLength(1);
  expect(reading(/LISTEN|FROM domain_event/)).toEqual([]);
});

it('finds an order’s events by an index', async () => {
  const plan: { 'QUERY PLAN': string }[] = await dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL enable_seqscan = off');
    return manager.query(
      `EXPLAIN SELECT e.id FROM domain_event e
       WHERE e.subject_id = '${DEMO_ORDERS.APPROVED}' AND e.id > 5 AND e.moment IS NOT NULL ORDER BY e.id LIMIT 100`,
    );
  });
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('using domain_event_by_order');
});
