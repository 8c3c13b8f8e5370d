import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DatabaseUnreachableError, migrate, openDataSource } from './data-source.ts';
import { DATA_TABLES } from './data-tables.ts';
import { separateReads } from './reads/loaded-reads.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
});

afterAll(() => database?.drop());

it('migrates an empty database once, though several processes start at the same time', async () => {
  const sources = await Promise.all([1, 2, 3].map(() => openDataSource({ url: database.url, poolSize: 1 })));
  try {
    await Promise.all(sources.map(migrate));
    const [first] = sources;
    const tables = await first?.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'schema_migration'`,
    );
    expect(tables.map((row: { table_name: string }) => row.table_name).sort()).toEqual([...DATA_TABLES].sort());
    expect(await first?.query('SELECT count(*)::integer AS count FROM schema_migration')).toEqual([{ count: 4 }]);
  } finally {
    await Promise.all(sources.map((source) => source.destroy()));
  }
});

it('has rows whose columns are the tables’ own: nothing is left for TypeORM to synchronize but what SQL alone can say', async () => {
  const source = await openDataSource({ url: database.url });
  try {
    for (const { tableName, columns } of source.entityMetadatas) {
      const held = (await source.query(
        `SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER'`,
        [tableName],
      )) as { column_name: string }[];
      expect(columns.map(({ databaseName }) => databaseName).sort()).toEqual(
        held.map(({ column_name }) => column_name).sort(),
      );
    }
  } finally {
    await source.destroy();
  }
});

it('says in one sentence why a database cannot be used, without the password', async () => {
  const refusing = new URL(database.url);
  refusing.port = String(await freePort());
  const wrongPassword = new URL(database.url);
  wrongPassword.password = 'a-wrong-secret';
  const missing = new URL(database.url);
  missing.pathname = '/no_such_database';
  const unknownHost = new URL(database.url);
  unknownHost.host = 'database.invalid';
  const reasons: [URL, RegExp][] = [
    [refusing, /nothing answers there/],
    [wrongPassword, /does not accept this user and password/],
    [missing, /there is no database of that name/],
    [unknownHost, /there is no host of that name/],
  ];
  for (const [url, reason] of reasons) {
    const error: unknown = await openDataSource({ url: url.href }).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(DatabaseUnreachableError);
    expect((error as Error).message).toMatch(reason);
    expect((error as Error).message).not.toContain(url.password);
  }
  await expect(openDataSource({ url: 'localhost:5432' })).rejects.toThrow(
    'postgres://user:password@host:5432/database',
  );
});

it('gives up on a database that takes the connection and never answers', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  try {
    const url = `postgres://rungs:secret@127.0.0.1:${port}/rungs`;
    await expect(openDataSource({ url, connectionTimeoutMs: 200 })).rejects.toThrow('it did not answer in time');
  } finally {
    silent.close();
  }
});

it('turns reads into `unavailable` when the database is gone or too slow', async () => {
  const source = await openDataSource({ url: database.url, statementTimeoutMs: 300 });
  const reads = separateReads(source);
  const blocker = await openDataSource({ url: database.url });
  await blocker.transaction(async (manager) => {
    await manager.query('LOCK TABLE restaurant IN ACCESS EXCLUSIVE MODE');
    await expect(reads.findRestaurant('01900000-0000-7000-8000-00000000b001')).rejects.toMatchObject({
      code: 'unavailable',
      details: { part: 'The database' },
    });
  });
  await blocker.destroy();
  await source.destroy();
  await expect(reads.findRestaurant('01900000-0000-7000-8000-00000000b001')).rejects.toMatchObject({
    code: 'unavailable',
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
