import type { Statement } from '@rungs/application';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDataSource } from '../data-source.ts';
import { observedPg } from './observed-pg.ts';

const requests = new AsyncLocalStorage<Statement[]>();
const unasked: Statement[] = [];
const observer = { observe: (statement: Statement) => void (requests.getStore() ?? unasked).push(statement) };

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  dataSource = await openDataSource({ url: database.url, observer, poolSize: 2 });
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

async function observed(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  await requests.run(statements, work);
  return statements;
}

it('reports every statement, transaction control included, with rows and time', async () => {
  const statements = await observed(() =>
    dataSource.transaction(async (manager) => {
      await manager.query('SELECT generate_series(1, $1::integer)', [3]);
      await manager.transaction((inner) => inner.query('SELECT 1 WHERE false'));
    }),
  );
  expect(statements.map(({ text, rowCount }) => [text, rowCount])).toEqual([
    ['START TRANSACTION', 0],
    ['SELECT generate_series(1, $1::integer)', 3],
    ['SAVEPOINT typeorm_1', 0],
    ['SELECT 1 WHERE false', 0],
    ['RELEASE SAVEPOINT typeorm_1', 0],
    ['COMMIT', 0],
  ]);
  for (const { durationMs } of statements) expect(durationMs).toBeGreaterThan(0);
});

it('reports a statement that fails', async () => {
  const statements = await observed(() => expect(dataSource.query('SELECT nonsense')).rejects.toThrow('nonsense'));
  expect(statements).toMatchObject([{ text: 'SELECT nonsense', rowCount: 0 }]);
});

it('reports to the request that asked, however many share the connections', async () => {
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      observed(async () => {
        await dataSource.query(`SELECT ${number}, pg_sleep(0.001)`);
        await dataSource.query(`SELECT -${number}`);
      }),
    ),
  );
  all.forEach((statements, number) =>
    expect(statements.map(({ text }) => text)).toEqual([`SELECT ${number}, pg_sleep(0.001)`, `SELECT -${number}`]),
  );
});

it('reports in the caller’s context to callbacks too', async () => {
  const { Client } = observedPg(observer) as typeof pg;
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const inside: (Statement[] | undefined)[] = [];
  const statements = await observed(
    () =>
      new Promise<void>((resolve) => {
        client.query('SELECT $1::text', ['a'], () => {
          inside.push(requests.getStore());
          client.query('SELECT 2', () => resolve());
        });
      }),
  );
  await client.end();
  expect(inside).toEqual([statements]);
  expect(statements.map(({ text }) => text)).toEqual(['SELECT $1::text', 'SELECT 2']);
});

it('prepares what repeats: parametrised, from its second time on', async () => {
  const prepared = (): Promise<{ statement: string }[]> =>
    dataSource.query(`SELECT statement FROM pg_prepared_statements WHERE name LIKE 'rungs\\_%'`);
  await dataSource.transaction(async (manager) => {
    for (let time = 0; time < 3; time++) await manager.query('SELECT $1::integer AS again', [time]);
    await manager.query('SELECT $1::integer AS once', [1]);
    const texts = (await manager.query(`SELECT statement FROM pg_prepared_statements`)) as { statement: string }[];
    expect(texts.map(({ statement }) => statement)).toContain('SELECT $1::integer AS again');
    expect(texts.map(({ statement }) => statement)).not.toContain('SELECT $1::integer AS once');
  });
  expect((await prepared()).length).toBeLessThan(10);
});
