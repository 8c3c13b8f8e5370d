import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  GetMenuImport,
  ImportMenu,
  PERSONAS,
  type IdGenerator,
  type MenuImportView,
  type Statement,
} from '@rungs/application';
import { openDataSource, separateReads, UuidV7Generator, type DataSource } from '@rungs/persistence';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { UseCasesModule } from './use-cases.module.ts';

const { luigi } = PERSONAS;
const LINES = 60;
const CSV = ['name,price', ...Array.from({ length: LINES }, (_, index) => `Dish ${index % 40},${index}`)].join('\n');
/** Which request a statement is counted to. */
const request = new AsyncLocalStorage<{ statements: number }>();

let database: TestDatabase;
const running: { app: INestApplicationContext; dataSource: DataSource }[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});

/** The application's use cases and worker, over a pool of their own. */
async function start(ids: IdGenerator = new UuidV7Generator()): Promise<INestApplicationContext> {
  const observer = { observe: (_seen: Statement) => void (request.getStore() && request.getStore()!.statements++) };
  const dataSource = await openDataSource({ url: database.url, observer });
  const module = UseCasesModule.forRoot({ dataSource, ids, cursorSecret: 'a secret of the tests' });
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  running.push({ app, dataSource });
  return app;
}

async function stop(): Promise<void> {
  for (const { app, dataSource } of running.splice(0)) {
    await app.close();
    await dataSource.destroy();
  }
}

afterEach(stop);
afterAll(() => database?.drop());

it('finishes the line in hand when the application stops, and the next start reads the others', async () => {
  let stopped: Promise<void> | undefined;
  let taken = 0;
  const uuids = new UuidV7Generator();
  const stopping: IdGenerator = {
    next: () => {
      // One for the import, then one for each new dish: in the midst of the twentieth line.
      if (++taken === 21) stopped = stop();
      return uuids.next();
    },
  };
  const first = await start(stopping);
  const asking = { statements: 0 };
  const { id: menuImportId, restaurantId } = await request.run(asking, () =>
    first.get(ImportMenu).execute(luigi, { restaurantId: luigi.restaurantId, csv: CSV }),
  );
  await vi.waitFor(() => expect(stopped).toBeDefined(), { timeout: 20_000 });
  await stopped;
  // Of the request's own transaction alone: nothing of what the worker did is counted to it.
  expect(asking.statements).toBeLessThan(12);

  const held = await openDataSource({ url: database.url });
  const left = await separateReads(held).findMenuImport(restaurantId, menuImportId);
  await held.destroy();
  expect(left).toMatchObject({ state: 'RUNNING', lineCount: LINES });
  expect(left?.lines).toHaveLength(20);

  const second = await start();
  const now = (): Promise<MenuImportView> => second.get(GetMenuImport).execute(luigi, { restaurantId, menuImportId });
  await vi.waitFor(async () => expect((await now()).state).toBe('DONE'), { timeout: 60_000 });
  const { lines } = await now();
  expect(lines.map(({ line }) => line)).toEqual(Array.from({ length: LINES }, (_, index) => index + 2));
  expect(lines.every((line) => 'menuItemId' in line)).toBe(true);
});
