import { DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate, openDataSource } from '../data-source.ts';
import { separateReads } from '../reads/loaded-reads.ts';
import { CreateTables1795305600000 } from './create-tables.migration.ts';

let database: TestDatabase;
let empty: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  empty = await createTestDatabase({ empty: true });
  dataSource = await openDataSource({ url: database.url });
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
  await empty?.drop();
});

/** Columns, indexes and constraints, as PostgreSQL describes them. */
async function schemaOf(source: DataSource): Promise<unknown> {
  const columns = await source.query(
    `SELECT table_name, column_name, data_type, is_nullable, collation_name, generation_expression
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_migration' ORDER BY 1, 2`,
  );
  const indexes = await source.query(
    `SELECT tablename, indexdef FROM pg_indexes
     WHERE schemaname = 'public' AND tablename <> 'schema_migration' ORDER BY 1, 2`,
  );
  const constraints = await source.query(
    `SELECT conrelid::regclass::text AS "table", pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND conrelid <> 'schema_migration'::regclass ORDER BY 1, 2`,
  );
  return { columns, indexes, constraints };
}

it('brings a database of the first version up to date with its data in it, and back', async () => {
  const upToDate = await schemaOf(dataSource);
  const rows = (text: string): Promise<unknown[]> => dataSource.query(text);
  const tickets = 'SELECT order_id, state, restaurant_id, placed_at FROM ticket ORDER BY 1';
  const deliveries = 'SELECT order_id, state, courier_id, restaurant_id, placed_at FROM delivery ORDER BY 1';
  const before = [await rows(tickets), await rows(deliveries)];

  // The orders' events and the dates of photos came after it.
  for (let undone = 0; undone < 3; undone++) await dataSource.undoLastMigration();
  const old = await openDataSource({ url: empty.url });
  try {
    const runner = old.createQueryRunner();
    await runner.query('CREATE TABLE schema_migration ()');
    await new CreateTables1795305600000().up(runner);
    await runner.release();
    expect(await schemaOf(dataSource)).toEqual(await schemaOf(old));
  } finally {
    await old.destroy();
  }

  await migrate(dataSource);
  expect(await schemaOf(dataSource)).toEqual(upToDate);
  expect([await rows(tickets), await rows(deliveries)]).toEqual(before);

  const reads = separateReads(dataSource);
  const { dana, luigi } = PERSONAS;
  const [seen] = await dataSource.query(
    'SELECT last_lat AS lat, last_lon AS lon, last_seen_at AS at FROM courier WHERE id = $1',
    [dana.courierId],
  );
  const delivery = await reads.findDelivery(DEMO_ORDERS.PICKED_UP);
  expect({ ...seen, at: seen.at.toISOString() }).toEqual(delivery?.lastLocation);
  const menu = await reads.findMenu(luigi.restaurantId);
  expect(menu?.items.length).toBeGreaterThan(3);
  for (const item of menu?.items ?? []) expect(item).not.toHaveProperty('photo');
  expect((await reads.listConsumers({ text: 'conti' }, { limit: 100 })).items).not.toEqual([]);
});
