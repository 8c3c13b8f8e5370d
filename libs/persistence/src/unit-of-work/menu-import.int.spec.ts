import {
  ImportMenu,
  MenuImporter,
  PERSONAS,
  type IdGenerator,
  type MenuImportView,
  type Reads,
} from '@rungs/application';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { ParsedMenuCsv } from '../adapters/parsed-menu-csv.ts';
import { SystemClock } from '../adapters/system-clock.ts';
import { UuidV7Generator } from '../adapters/uuid-v7-generator.ts';
import { openDataSource } from '../data-source.ts';
import { separateReads } from '../reads/loaded-reads.ts';
import { TypeormUnitOfWork } from './typeorm-unit-of-work.ts';

const { luigi, mei } = PERSONAS;
const clock = new SystemClock();
const ids = new UuidV7Generator();

let database: TestDatabase;
/** The application's, and one for each process that reads imports. */
let dataSource: DataSource;
let processes: DataSource[] = [];
let reads: Reads;
let importMenu: ImportMenu;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource({ url: database.url });
  reads = separateReads(dataSource);
  const nobody = { wake: () => undefined };
  importMenu = new ImportMenu(new TypeormUnitOfWork(dataSource), clock, ids, new ParsedMenuCsv(), nobody);
});

beforeEach(() => {
  processes = [];
});

afterEach(() => Promise.all(processes.map((process) => process.isInitialized && process.destroy())));

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** A process that reads lines; `takesId` is called within a line's transaction, when a new dish gets its id. */
async function aProcess(takesId: () => void = () => undefined): Promise<MenuImporter> {
  const own = await openDataSource({ url: database.url });
  processes.push(own);
  const generator: IdGenerator = {
    next: () => {
      takesId();
      return ids.next();
    },
  };
  return new MenuImporter(new TypeormUnitOfWork(own), clock, generator);
}

const csvOf = (prefix: string, count: number): string =>
  ['name,price', ...Array.from({ length: count }, (_, index) => `${prefix} ${index + 1},${100 + index}`)].join('\n');

async function importOf({ id, restaurantId }: MenuImportView): Promise<MenuImportView> {
  const found = await reads.findMenuImport(restaurantId, id);
  if (!found) throw new Error('It was just asked for.');
  return found;
}

/** Ends the connection of the transaction that waits for a lock, once there is one. */
async function killWhoeverWaits(): Promise<void> {
  for (;;) {
    const killed = await dataSource.query<unknown[]>(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (killed.length > 0) return;
  }
}

async function eventsOf(restaurantId: string): Promise<{ subject: string; actor: string }[]> {
  return dataSource.query(
    `SELECT e.subject_id AS subject, e.actor FROM domain_event e JOIN menu_item m ON m.id = e.subject_id
     WHERE e.type = 'importMenu' AND m.restaurant_id = $1`,
    [restaurantId],
  );
}

it('goes on after processes died between two lines and in the midst of one; each line is read once', async () => {
  const before = await reads.findMenu(luigi.restaurantId);
  const asked = await importMenu.execute(luigi, { restaurantId: luigi.restaurantId, csv: csvOf('Dish', 12) });
  expect(asked).toMatchObject({ state: 'WAITING', lineCount: 12, lines: [] });
  expect(await importOf(asked)).toStrictEqual(asked);

  const between = await aProcess();
  for (let line = 0; line < 4; line++) expect(await between.readNextLine()).toBe(true);
  await processes[0]?.destroy();
  const running = await importOf(asked);
  expect(running).toMatchObject({ state: 'RUNNING' });
  expect(running.lines.map(({ line }) => line)).toEqual([2, 3, 4, 5]);

  const amidst = await aProcess();
  await dataSource.transaction(async (manager) => {
    // No dish can be written: whoever reads the line stays in the midst of it.
    await manager.query('LOCK TABLE menu_item IN SHARE MODE');
    const died = expect(amidst.readNextLine()).rejects.toMatchObject({ code: 'unavailable' });
    await killWhoeverWaits();
    await died;
  });
  expect(await importOf(asked)).toStrictEqual(running);
  expect((await reads.findMenu(luigi.restaurantId))?.items).toHaveLength((before?.items.length ?? 0) + 4);

  const survivor = await aProcess();
  while (await survivor.readNextLine());
  const done = await importOf(asked);
  expect(done).toMatchObject({ state: 'DONE', lineCount: 12 });
  expect(done.lines.map(({ line }) => line)).toEqual(Array.from({ length: 12 }, (_, index) => index + 2));
  const menu = await reads.findMenu(luigi.restaurantId);
  const added = menu?.items.slice(before?.items.length);
  expect(added?.map(({ name, price, version }) => [name, price.amount, version])).toEqual(
    Array.from({ length: 12 }, (_, index) => [`Dish ${index + 1}`, 100 + index, 1]),
  );
  expect(done.lines.map((line) => 'menuItemId' in line && line.menuItemId)).toEqual(added?.map(({ id }) => id));
  expect(menu?.version).toBe((before?.version ?? 0) + 12);
  const events = await eventsOf(luigi.restaurantId);
  expect(events.map(({ subject }) => subject).sort()).toEqual(added?.map(({ id }) => id).sort());
  expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set([`restaurant:${luigi.restaurantId}`]));
  expect(await survivor.readNextLine()).toBe(false);
});

it('is read by several processes at once, each line by one of them, and the oldest import first', async () => {
  const first = await importMenu.execute(mei, { restaurantId: mei.restaurantId, csv: csvOf('Bun', 10) });
  const second = await importMenu.execute(luigi, { restaurantId: luigi.restaurantId, csv: csvOf('Roll', 10) });
  const readers = await Promise.all([1, 2, 3].map(() => aProcess()));
  const isDone = async (asked: MenuImportView): Promise<boolean> => (await importOf(asked)).state === 'DONE';
  await Promise.all(
    readers.map(async (reader) => {
      while (!((await isDone(first)) && (await isDone(second)))) await reader.readNextLine();
    }),
  );
  for (const [asked, name] of [
    [first, 'Bun'],
    [second, 'Roll'],
  ] as const) {
    const { lines } = await importOf(asked);
    expect(lines).toHaveLength(10);
    const { items = [] } = (await reads.findMenu(asked.restaurantId)) ?? {};
    expect(items.filter((item) => item.name.startsWith(`${name} `))).toHaveLength(10);
  }

  const older = await importMenu.execute(mei, { restaurantId: mei.restaurantId, csv: csvOf('Soup', 1) });
  const newer = await importMenu.execute(luigi, { restaurantId: luigi.restaurantId, csv: csvOf('Stew', 1) });
  await readers[0]?.readNextLine();
  expect([await isDone(older), await isDone(newer)]).toEqual([true, false]);
  while (await readers[0]?.readNextLine());
});

it('holds up no other import by a line at which we fail ourselves: that one is reported, and leaves nothing behind', async () => {
  const before = await reads.findMenu(mei.restaurantId);
  const failing = await importMenu.execute(mei, { restaurantId: mei.restaurantId, csv: csvOf('Dumpling', 2) });
  const other = await importMenu.execute(luigi, { restaurantId: luigi.restaurantId, csv: csvOf('Calzone', 1) });
  let taken = 0;
  const importer = await aProcess(() => {
    if (++taken === 1) throw new TypeError('a defect');
  });
  await expect(importer.readNextLine()).rejects.toMatchObject({
    message: `Line 2 of the menu import ${failing.id} failed: TypeError: a defect`,
  });
  while (await importer.readNextLine());
  expect(await importOf(failing)).toMatchObject({
    state: 'DONE',
    lines: [
      { line: 2, refusal: { code: 'unavailable' } },
      { line: 3, menuItemId: expect.any(String) },
    ],
  });
  expect((await importOf(other)).state).toBe('DONE');
  const after = await reads.findMenu(mei.restaurantId);
  expect(after?.items.slice(before?.items.length).map(({ name }) => name)).toEqual(['Dumpling 2']);
});

it('reports line by line what was changed, what holds already, and what cannot be', async () => {
  const [known] = (await reads.findMenu(luigi.restaurantId))?.items ?? [];
  const csv = [
    'name,price,available,tags',
    `${known?.name},${known?.price.amount},true,${known?.tags.join('|')}`,
    '"Carciofi, new",x,maybe,',
    `${known?.name},1300,false,pasta`,
    `${'n'.repeat(101)},100,,`,
  ].join('\r\n');
  const asked = await importMenu.execute(luigi, { restaurantId: luigi.restaurantId, csv, idempotencyKey: 'import' });
  expect(
    await importMenu.execute(luigi, { restaurantId: luigi.restaurantId, csv, idempotencyKey: 'import' }),
  ).toStrictEqual(asked);
  const reader = await aProcess();
  while (await reader.readNextLine());
  const { lines } = await importOf(asked);
  const pathsOf = (line: MenuImportView['lines'][number]): unknown =>
    'menuItemId' in line
      ? line.menuItemId
      : line.refusal.code === 'invalid-input' && line.refusal.details.errors.map(({ path }) => path);
  expect(lines.map((line) => [line.line, pathsOf(line)])).toEqual([
    [2, known?.id],
    [3, ['/price', '/available']],
    [4, known?.id],
    [5, ['/name']],
  ]);
  const item = await reads.findMenuItem(luigi.restaurantId, known?.id ?? '');
  expect(item).toMatchObject({ version: (known?.version ?? 0) + 1, available: false, price: { amount: 1300 } });
});
