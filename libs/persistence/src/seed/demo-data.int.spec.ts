import { BOBS_ORDER, CLOSED_RESTAURANT, DEMO_DISHES, DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { charge, photoErrors, type OrderLineItem } from '@rungs/domain';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataSource } from '../data-source.ts';
import { DATA_TABLES } from '../data-tables.ts';
import { DemoData } from './demo-data.ts';

const { ann, bob, luigi, mei, dana } = PERSONAS;

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource({ url: database.url });
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const rows = (text: string, values?: unknown[]): Promise<Record<string, unknown>[]> => dataSource.query(text, values);

/** Rows that break a rule; a seed has none. */
const none = async (text: string): Promise<void> => expect(await rows(`${text} LIMIT 3`)).toEqual([]);

it('has the sizes of the small seed', async () => {
  const [counts] = await rows(`SELECT
    (SELECT count(*)::integer FROM consumer) AS consumers, (SELECT count(*)::integer FROM restaurant) AS restaurants,
    (SELECT count(*)::integer FROM courier) AS couriers, (SELECT count(*)::integer FROM orders) AS orders`);
  expect(counts).toEqual({ consumers: 200, restaurants: 40, couriers: 60, orders: 3000 });
});

it('has the orders that documents name', async () => {
  for (const [state, id] of Object.entries(DEMO_ORDERS)) {
    expect(await rows('SELECT state, consumer_id, restaurant_id FROM orders WHERE id = $1', [id])).toEqual([
      { state, consumer_id: ann.consumerId, restaurant_id: luigi.restaurantId },
    ]);
  }
  expect(await rows('SELECT state, consumer_id, restaurant_id FROM orders WHERE id = $1', [BOBS_ORDER])).toEqual([
    { state: 'APPROVED', consumer_id: bob.consumerId, restaurant_id: mei.restaurantId },
  ]);
  const [most] = await rows(
    'SELECT restaurant_id FROM orders WHERE consumer_id = $1 GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
    [ann.consumerId],
  );
  expect(most).toEqual({ restaurant_id: luigi.restaurantId });
  expect(
    await rows('SELECT state FROM delivery WHERE order_id = $1 AND courier_id = $2', [
      DEMO_ORDERS.PICKED_UP,
      dana.courierId,
    ]),
  ).toEqual([{ state: 'PICKED_UP' }]);
  expect(await rows('SELECT open FROM restaurant WHERE id = $1', [CLOSED_RESTAURANT])).toEqual([{ open: false }]);
  const dishes = await rows('SELECT id, available FROM menu_item WHERE restaurant_id = $1 AND NOT available', [
    luigi.restaurantId,
  ]);
  expect(dishes).toEqual([{ id: DEMO_DISHES.soldOut, available: false }]);
});

it('has photos of a few of luigi’s dishes, which say of themselves what their dishes say', async () => {
  const photos = await rows(
    `SELECT m.restaurant_id, m.photo_content_type AS type, m.photo_byte_length AS length, p.data
     FROM menu_item m FULL JOIN menu_item_photo p ON p.menu_item_id = m.id
     WHERE p.data IS NOT NULL OR m.photo_content_type IS NOT NULL`,
  );
  expect(photos).toHaveLength(3);
  for (const { restaurant_id, type, length, data } of photos) {
    expect([restaurant_id, type, length]).toEqual([luigi.restaurantId, 'image/png', (data as Buffer).length]);
    const photo = { contentType: 'image/png', data: (data as Buffer).toString('base64') } as const;
    expect(photoErrors(photo)).toEqual([]);
  }
  expect(new Set(photos.map(({ data }) => (data as Buffer).toString('hex'))).size).toBe(3);
});

describe('its cases fit together', () => {
  it('bills are what the domain charges', async () => {
    const bills = await rows(
      `SELECT o.line_items, o.total_amount AS total, b.subtotal_amount, b.delivery_fee_amount, b.service_fee_amount,
         b.tax_amount, b.total_amount FROM bill b JOIN orders o ON o.id = b.order_id`,
    );
    expect(bills).toHaveLength(3000);
    for (const { line_items: lines, total, ...bill } of bills) {
      const charges = charge(lines as OrderLineItem[], 'EUR');
      expect(bill).toEqual({
        subtotal_amount: charges.subtotal.amount,
        delivery_fee_amount: charges.deliveryFee.amount,
        service_fee_amount: charges.serviceFee.amount,
        tax_amount: charges.tax.amount,
        total_amount: charges.total.amount,
      });
      expect(total).toBe(charges.total.amount);
    }
  });

  it('states of order, ticket, delivery and bill go together', async () => {
    const together = await rows(`
      SELECT o.state, array_agg(DISTINCT t.state ORDER BY t.state) AS ticket,
        array_agg(DISTINCT d.state ORDER BY d.state) AS delivery,
        array_agg(DISTINCT b.payment_state ORDER BY b.payment_state) AS bill
      FROM orders o JOIN ticket t ON t.order_id = o.id JOIN delivery d ON d.order_id = o.id
      JOIN bill b ON b.order_id = o.id GROUP BY o.state`);
    const waiting = { ticket: ['AWAITING_ACCEPTANCE'], delivery: ['PENDING'], bill: ['AUTHORIZED'] };
    const assigned = { delivery: ['SCHEDULED'], bill: ['AUTHORIZED'] };
    expect(Object.fromEntries(together.map(({ state, ...others }) => [state, others]))).toEqual({
      APPROVAL_PENDING: waiting,
      APPROVED: waiting,
      REVISION_PENDING: waiting,
      CANCEL_PENDING: waiting,
      ACCEPTED: { ticket: ['ACCEPTED'], ...assigned },
      PREPARING: { ticket: ['PREPARING'], ...assigned, delivery: ['PENDING', 'SCHEDULED'] },
      READY_FOR_PICKUP: { ticket: ['READY_FOR_PICKUP'], ...assigned },
      PICKED_UP: { ticket: ['PICKED_UP'], delivery: ['PICKED_UP'], bill: ['AUTHORIZED'] },
      DELIVERED: {
        ticket: ['PICKED_UP'],
        delivery: ['DELIVERED'],
        bill: ['CAPTURED', 'PARTLY_REFUNDED', 'REFUNDED'],
      },
      REJECTED: { ticket: ['REJECTED'], delivery: ['CANCELLED'], bill: ['VOIDED'] },
      CANCELLED: { ticket: ['CANCELLED'], delivery: ['CANCELLED'], bill: ['VOIDED'] },
    });
  });

  it('a courier’s current delivery is the one that names the courier', async () => {
    await none(`SELECT d.order_id FROM delivery d LEFT JOIN courier c ON c.current_delivery_id = d.order_id
      WHERE d.state IN ('SCHEDULED', 'PICKED_UP') AND c.id IS DISTINCT FROM d.courier_id`);
    await none(`SELECT c.id FROM courier c JOIN delivery d ON d.order_id = c.current_delivery_id
      WHERE d.state NOT IN ('SCHEDULED', 'PICKED_UP') OR d.courier_id <> c.id OR NOT c.on_duty`);
    expect(await rows(`SELECT FROM courier WHERE on_duty AND current_delivery_id IS NULL`)).not.toEqual([]);
  });

  it('no delivery waits while couriers are free, but the one that shows what waiting is', async () => {
    const waiting = await rows(`SELECT o.id FROM orders o JOIN delivery d ON d.order_id = o.id
      WHERE d.state = 'PENDING' AND o.state IN ('ACCEPTED', 'PREPARING', 'READY_FOR_PICKUP')`);
    expect(waiting).toEqual([{ id: DEMO_ORDERS.PREPARING }]);
  });

  it('every courier was seen: at the last ping of the current delivery, or after the last of past ones', async () => {
    await none(`SELECT c.id FROM courier c WHERE last_seen_at IS NULL OR last_seen_at > '2026-11-01T12:00:00Z'`);
    await none(`SELECT c.id FROM courier c JOIN delivery d ON d.courier_id = c.id
      JOIN location_ping p ON p.order_id = d.order_id WHERE p.at > c.last_seen_at`);
    const moving = await rows(`SELECT (c.last_lat, c.last_lon, c.last_seen_at) = (
        SELECT p.lat, p.lon, p.at FROM location_ping p WHERE p.order_id = c.current_delivery_id
        ORDER BY p.at DESC, p.id DESC LIMIT 1) AS same
      FROM courier c JOIN delivery d ON d.order_id = c.current_delivery_id WHERE d.state = 'PICKED_UP'`);
    expect(moving.length).toBeGreaterThan(1);
    expect(moving.every(({ same }) => same)).toBe(true);
    await none(`SELECT id FROM courier WHERE NOT (last_lat BETWEEN 41.8 AND 42 AND last_lon BETWEEN 12.4 AND 12.6)`);
  });

  it('rejected tickets, and they alone, say why', async () => {
    await none(`SELECT order_id FROM ticket WHERE (state = 'REJECTED') <> (rejection_reason IS NOT NULL)`);
  });

  it('tickets and deliveries say of their orders what their orders say', async () => {
    for (const table of ['ticket', 'delivery']) {
      await none(`SELECT o.id FROM orders o JOIN ${table} t ON t.order_id = o.id
        WHERE (t.restaurant_id, t.placed_at) <> (o.restaurant_id, o.placed_at)`);
    }
  });

  it('time goes forwards, up to the anchor', async () => {
    await none(`SELECT o.id FROM orders o JOIN ticket t ON t.order_id = o.id JOIN delivery d ON d.order_id = o.id
      WHERE NOT coalesce(o.placed_at < t.accepted_at, true) OR NOT coalesce(t.accepted_at < t.preparing_at, true)
        OR NOT coalesce(t.preparing_at < t.ready_at, true) OR NOT coalesce(t.ready_at < d.picked_up_at, true)
        OR NOT coalesce(d.picked_up_at < d.delivered_at, true)
        OR greatest(o.placed_at, t.accepted_at, t.ready_at, d.picked_up_at, d.delivered_at) > '2026-11-01T12:00:00Z'`);
    await none(`SELECT p.order_id FROM location_ping p JOIN delivery d ON d.order_id = p.order_id
      WHERE p.at < d.picked_up_at OR p.at > '2026-11-01T12:00:00Z'`);
  });

  it('who cancelled is known exactly where somebody did', async () => {
    await none(`SELECT id FROM orders WHERE (state = 'CANCELLED') <> (cancelled_by IS NOT NULL)`);
  });
});

it('is the same again after a reset, whatever happened in between; nothing else is left', async () => {
  const digests = async (): Promise<unknown> =>
    Promise.all(
      DATA_TABLES.filter((table) => table !== 'location_ping').map((table) =>
        rows(
          `SELECT '${table}' AS name, count(*), md5(string_agg(row::text, '' ORDER BY row::text)) FROM ${table} row`,
        ),
      ),
    );
  const before = await digests();
  await rows(`UPDATE orders SET state = 'CANCELLED', cancelled_by = 'spec'`);
  await rows(`INSERT INTO idempotency_record (subject, key, operation, fingerprint) VALUES ('s', 'k', 'o', 'f')`);
  await rows(`INSERT INTO domain_event (type, subject_id, actor, at) VALUES ('t', gen_random_uuid(), 'a', now())`);
  await new DemoData(dataSource).reset();
  expect(await digests()).toEqual(before);
});

it('loads into an empty database once, though two processes start at the same time', async () => {
  expect(await new DemoData(dataSource).loadWhenEmpty()).toBe(false);
  await rows(`TRUNCATE ${DATA_TABLES.join(', ')}`);
  const loaded = await Promise.all([1, 2].map(() => new DemoData(dataSource).loadWhenEmpty()));
  expect(loaded.sort()).toEqual([false, true]);
});
