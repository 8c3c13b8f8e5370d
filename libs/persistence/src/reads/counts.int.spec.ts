import {
  LOADING_MODES,
  PERSONAS,
  type Counts,
  type DeliveryFilter,
  type LoadingMode,
  type OrderFilter,
  type Reads,
  type RestaurantFilter,
  type Slice,
  type TicketFilter,
  type Window,
} from '@rungs/application';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDataSource } from '../data-source.ts';
import { deliveryCountStatement, orderCountStatement, ticketCountStatement } from './counts.sql.ts';
import { loadedCounts } from './loaded-counts.ts';
import { separateReads } from './loaded-reads.ts';
import { RequestStatements } from './request-statements.ts';

const { ann, bob, luigi, mei, dana } = PERSONAS;
const NOBODY = '01900000-0000-7000-8000-0000000000ff';
const PLACED = { placedFrom: '2026-01-01T00:00:00.000Z', placedTo: '9999-12-31T00:00:00.000Z' };

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

/** Counts of one request, and the statements that they ran so far. */
function countsIn(mode?: LoadingMode): { readonly counts: Counts; readonly texts: readonly string[] } {
  const texts: string[] = [];
  const counting = { query: (text: string, values: unknown[]) => (texts.push(text), dataSource.query(text, values)) };
  const scope = { current: () => mode && { mode, request: texts } };
  return { counts: loadedCounts(new RequestStatements(counting, scope)), texts };
}

/** How many items all pages have together. */
async function lengthOf(fetch: (window: Window) => Promise<Slice<unknown>>): Promise<number> {
  let length = 0;
  for (let after: readonly string[] | undefined; ;) {
    const page = await fetch({ limit: 100, ...(after && { after }) });
    length += page.items.length;
    if (!page.hasNext) return length;
    after = page.positions.at(-1);
  }
}

const ORDERS: readonly Omit<OrderFilter, 'newestFirst'>[] = [
  {},
  { states: ['DELIVERED', 'CANCELLED', 'DELIVERED'] },
  { states: [] },
  { consumerId: ann.consumerId },
  { consumerId: ann.consumerId, restaurantId: luigi.restaurantId, states: ['DELIVERED'] },
  { restaurantId: luigi.restaurantId, ...PLACED },
  { restaurantId: mei.restaurantId, states: ['APPROVED', 'ACCEPTED'] },
  { placedTo: PLACED.placedFrom },
  { currentCourierId: dana.courierId },
  { consumerId: NOBODY },
];
const TICKETS: readonly TicketFilter[] = [
  {},
  { restaurantId: luigi.restaurantId },
  { states: ['AWAITING_ACCEPTANCE', 'PICKED_UP'] },
  { consumerId: ann.consumerId, states: ['PICKED_UP'] },
  { currentCourierId: dana.courierId },
];
const DELIVERIES: readonly DeliveryFilter[] = [
  {},
  { courierId: dana.courierId },
  { courierId: dana.courierId, states: ['DELIVERED'] },
  { states: ['PENDING'] },
  { restaurantId: mei.restaurantId },
];
const RESTAURANTS: readonly RestaurantFilter[] = [
  {},
  { open: true },
  { open: false, cuisine: 'Italian' },
  { text: 'lu' },
  { text: '  ' },
  { text: '!' },
  { near: { lat: 41.8956, lon: 12.4936 }, open: true },
];

describe.each(LOADING_MODES)('a count, %s,', (mode) => {
  it('is the length of the list of the same filter, in one statement', async () => {
    const pairs: [(counts: Counts) => Promise<number>, (window: Window) => Promise<Slice<unknown>>][] = [
      ...ORDERS.map((filter): (typeof pairs)[number] => [
        (counts) => counts.countOrders(filter),
        (window) => reads.listOrders({ ...filter, newestFirst: true }, window),
      ]),
      ...TICKETS.map((filter): (typeof pairs)[number] => [
        (counts) => counts.countTickets(filter),
        (window) => reads.listTickets(filter, window),
      ]),
      ...DELIVERIES.map((filter): (typeof pairs)[number] => [
        (counts) => counts.countDeliveries(filter),
        (window) => reads.listDeliveries(filter, window),
      ]),
      ...RESTAURANTS.map((filter): (typeof pairs)[number] => [
        (counts) => counts.countRestaurants(filter),
        (window) => reads.listRestaurants(filter, window),
      ]),
      ...[{}, { text: 'ann' }].map((filter): (typeof pairs)[number] => [
        (counts) => counts.countConsumers(filter),
        (window) => reads.listConsumers(filter, window),
      ]),
      ...[{}, { onDuty: true }, { onDuty: false }].map((filter): (typeof pairs)[number] => [
        (counts) => counts.countCouriers(filter),
        (window) => reads.listCouriers(filter, window),
      ]),
    ];
    const lengths: number[] = [];
    for (const [count, fetch] of pairs) {
      const { counts, texts } = countsIn(mode);
      const length = await lengthOf(fetch);
      expect(await count(counts)).toBe(length);
      expect(texts).toHaveLength(1);
      lengths.push(length);
    }
    // Some lists have something on a second page, and some nothing at all.
    expect(Math.max(...lengths)).toBeGreaterThan(100);
    expect(Math.min(...lengths)).toBe(0);
  });

  it('of several consumers’ orders is each consumer’s own', async () => {
    const { counts, texts } = countsIn(mode);
    const consumerIds = [ann.consumerId, bob.consumerId, NOBODY, ann.consumerId.toUpperCase(), ann.consumerId];
    const filter = { states: ['DELIVERED', 'CANCELLED'] } as const;
    const counted = await Promise.all(consumerIds.map((consumerId) => counts.countOrders({ ...filter, consumerId })));
    const lengths = consumerIds.map((consumerId) =>
      lengthOf((window) => reads.listOrders({ ...filter, consumerId, newestFirst: true }, window)),
    );
    expect(counted).toEqual(await Promise.all(lengths));
    expect(counted[0]).toBeGreaterThan(0);
    expect(texts).toHaveLength(mode === 'per-row' ? consumerIds.length : 1);
  });
});

it('sorts nothing in order to count', async () => {
  for (const { text, values } of [
    ...ORDERS.map(orderCountStatement),
    ...TICKETS.map(ticketCountStatement),
    ...DELIVERIES.map(deliveryCountStatement),
  ]) {
    const plan: object[] = await dataSource.query(`EXPLAIN (FORMAT JSON) ${text}`, [...values]);
    expect(JSON.stringify(plan)).toContain('"Node Type":"Aggregate"');
    expect(JSON.stringify(plan)).not.toContain('"Sort Key"');
  }
});
