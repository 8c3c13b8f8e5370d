import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate, openDataSource } from '../data-source.ts';

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

it('goes back without a trace, and comes again over events of the time before', async () => {
  const parts = (): Promise<unknown[]> =>
    dataSource.query(
      `SELECT tgname AS name FROM pg_trigger WHERE tgrelid = 'domain_event'::regclass
       UNION SELECT proname FROM pg_proc WHERE proname = 'tell_of_domain_event'
       UNION SELECT indexname FROM pg_indexes WHERE tablename = 'domain_event'
       UNION SELECT column_name FROM information_schema.columns WHERE table_name = 'domain_event' ORDER BY 1`,
    );
  const upToDate = await parts();
  // The dates of photos came after it.
  for (let undone = 0; undone < 2; undone++) await dataSource.undoLastMigration();
  expect(await parts()).toEqual(
    ['actor', 'at', 'domain_event_pkey', 'id', 'subject_id', 'type'].map((name) => ({ name })),
  );
  await dataSource.query(
    `INSERT INTO domain_event (type, subject_id, actor, at) VALUES ('cancelOrder', gen_random_uuid(), 'a', now())`,
  );
  await migrate(dataSource);
  expect(await parts()).toEqual(upToDate);
  expect(await dataSource.query('SELECT moment FROM domain_event')).toEqual([{ moment: null }]);
});
