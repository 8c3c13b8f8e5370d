import type { DataSource, EntityManager } from 'typeorm';
import { billRowOf } from '../accounting/bill-row.mapper.ts';
import { BillRow } from '../accounting/bill.row.ts';
import { ConsumerRow, consumerRowOf } from '../consumer/consumer.row.ts';
import { DATA_TABLES } from '../data-tables.ts';
import { asRefusal, isToBeRetried } from '../database-failure.ts';
import { CourierRow, courierRowOf } from '../delivery/courier.row.ts';
import { deliveryRowOf } from '../delivery/delivery-row.mapper.ts';
import { DeliveryRow } from '../delivery/delivery.row.ts';
import { LocationPingRow } from '../delivery/location-ping.row.ts';
import { ticketRowOf } from '../kitchen/ticket-row.mapper.ts';
import { TicketRow } from '../kitchen/ticket.row.ts';
import { orderRowOf } from '../order/order-row.mapper.ts';
import { OrderRow } from '../order/order.row.ts';
import { MenuItemRow, menuItemRowOf } from '../restaurant/menu-item.row.ts';
import { writePhoto } from '../restaurant/menu.rows.ts';
import { RestaurantRow, restaurantRowOf } from '../restaurant/restaurant.row.ts';
import { insertMany } from '../row-writes.ts';
import { makeSeedData } from './seed-data.ts';
import type { SeedOptions } from './seed-size.ts';
import type { SeededCase } from './seeded-case.ts';
import type { World } from './world.ts';

const CASES_PER_BATCH = 2_000;
const MAX_ATTEMPTS = 5;

/** The demo data of a database: personas, their orders, and a city around them. */
export class DemoData {
  constructor(private readonly dataSource: DataSource) {}

  /** Loads a seed into a database that has no consumer yet; answers whether it did. */
  async loadWhenEmpty(options: SeedOptions = { size: 'small' }): Promise<boolean> {
    return this.inTransaction(async (manager) => {
      // Two processes that start at once: the second waits here, and then finds the data.
      await manager.query('LOCK TABLE consumer IN SHARE ROW EXCLUSIVE MODE');
      const [found] = (await manager.query('SELECT FROM consumer LIMIT 1')) as unknown[];
      if (found !== undefined) return false;
      await load(manager, options);
      return true;
    });
  }

  /**
   * Replaces everything, idempotency records and events included, in one transaction: nobody sees it half done.
   * Requests that come meanwhile wait.
   */
  async reset(options: SeedOptions = { size: 'small' }): Promise<void> {
    await this.inTransaction(async (manager) => {
      await manager.query(`TRUNCATE ${DATA_TABLES.join(', ')}`);
      // Lists of pings are to be repeated to the letter. Not so the numbers of events, which must never come again: who
      // follows an order across the reset would miss what happens under the numbers that it knows.
      await manager.query('ALTER TABLE location_ping ALTER COLUMN id RESTART');
      await load(manager, options);
    });
  }

  private async inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(async (manager) => {
          // Waiting for requests to end, and the large seed's statements, take longer than a request may.
          await manager.query('SET LOCAL statement_timeout = 0');
          return work(manager);
        });
      } catch (error) {
        // Taking all tables at once meets requests half-way through them; PostgreSQL then ends one of the two.
        if (!isToBeRetried(error) || attempt === MAX_ATTEMPTS) throw asRefusal(error);
      }
    }
  }
}

async function load(manager: EntityManager, options: SeedOptions): Promise<void> {
  const { world, orders } = makeSeedData(options);
  await insertWorld(manager, world);
  const couriers = orders.couriers.map(courierRowOf);
  await insertMany(manager, CourierRow, couriers);
  let batch: SeededCase[] = [];
  let writing = Promise.resolve();
  for (const next of orders.cases()) {
    batch.push(next);
    if (batch.length < CASES_PER_BATCH) continue;
    // The next batch is made while the database writes this one.
    await writing;
    writing = insertCases(manager, batch);
    batch = [];
  }
  await writing;
  await insertCases(manager, batch);
  // The planner knows nothing of what came in bulk; without this its first plans would be guesses.
  await manager.query(`ANALYZE ${DATA_TABLES.join(', ')}`);
}

async function insertWorld(manager: EntityManager, { residents, kitchens, photos }: World): Promise<void> {
  const consumers = residents.map(({ consumer }) => consumerRowOf(consumer));
  await insertMany(manager, ConsumerRow, consumers);
  const restaurants = kitchens.map(({ restaurant }) => restaurantRowOf(restaurant));
  await insertMany(manager, RestaurantRow, restaurants);
  const dishes = kitchens.flatMap(({ restaurant, menu }) =>
    menu.map((item, position) => menuItemRowOf(restaurant.id, item, position)),
  );
  await insertMany(manager, MenuItemRow, dishes);
  for (const [menuItemId, photo] of photos) await writePhoto(manager, menuItemId, photo);
}

async function insertCases(manager: EntityManager, cases: readonly SeededCase[]): Promise<void> {
  const held = cases.map(({ orderCase }) => orderCase);
  const orders = held.map(({ order, cancelledBy }) => orderRowOf(order, cancelledBy));
  await insertMany(manager, OrderRow, orders);
  const tickets = held.map(({ ticket, order }) => ticketRowOf(ticket, order));
  await insertMany(manager, TicketRow, tickets);
  const deliveries = held.map(({ delivery, order }) => deliveryRowOf(delivery, order));
  await insertMany(manager, DeliveryRow, deliveries);
  const bills = held.map(({ bill }) => billRowOf(bill));
  await insertMany(manager, BillRow, bills);
  const pings = cases.flatMap(({ orderCase, pings }) =>
    pings.map((ping) => ({ orderId: orderCase.order.id, ...ping })),
  );
  await insertMany(manager, LocationPingRow, pings);
}
