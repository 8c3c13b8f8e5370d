import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { emptyDatabase } from './empty-database.ts';

let database: EmbeddedPostgres;
let client: pg.Client;

beforeAll(async () => {
  database = await startEmbeddedPostgres({ ephemeral: true, log: () => undefined });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.stop();
});

const tableCount = async (): Promise<number> => {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_tables where schemaname = 'public'`,
  );
  return rows[0]!.count;
};

it('drops every table of the schema public and leaves a schema that can be filled again', async () => {
  await client.query('create table dish (id int primary key); create table side (dish int references dish)');
  await emptyDatabase(database.url);

  expect(await tableCount()).toBe(0);
  await client.query('create table dish (id int primary key)');
  expect(await tableCount()).toBe(1);
});

it('names the database and never the password when it cannot', async () => {
  const wrong = new URL(database.url);
  wrong.password = 'not-the-secret';

  await expect(emptyDatabase(wrong.href)).rejects.toThrow(
    /^The database "rungs" on 127\.0\.0\.1:\d+ could not be emptied \(password authentication failed/,
  );
  await expect(emptyDatabase(wrong.href)).rejects.not.toThrow('not-the-secret');
  await expect(emptyDatabase('rungs')).rejects.toThrow('DATABASE_URL is not a URL');
});
