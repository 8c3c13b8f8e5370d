import {
  DEMO_DISHES,
  DeletePhoto,
  GetPhoto,
  OpenRestaurant,
  PERSONAS,
  ReplaceMenu,
  SetPhoto,
  UpdateMenuItem,
  type Command,
  type Transaction,
  type Reads,
} from '@rungs/application';
import { ANONYMOUS, MAX_PHOTO_BYTES, type Dish, type MenuItem } from '@rungs/domain';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SystemClock } from '../adapters/system-clock.ts';
import { UuidV7Generator } from '../adapters/uuid-v7-generator.ts';
import { openDataSource } from '../data-source.ts';
import { separateReads } from '../reads/loaded-reads.ts';
import { TypeormUnitOfWork } from './typeorm-unit-of-work.ts';

const { luigi, sam } = PERSONAS;
const clock = new SystemClock();
const ids = new UuidV7Generator();

let database: TestDatabase;
let dataSource: DataSource;
let reads: Reads;
let unitOfWork: TypeormUnitOfWork;
let replaceMenu: ReplaceMenu;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource({ url: database.url });
  reads = separateReads(dataSource);
  unitOfWork = new TypeormUnitOfWork(dataSource);
  replaceMenu = new ReplaceMenu(unitOfWork, clock, ids);
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** A restaurant with these dishes, at version 2. */
async function open(...names: string[]): Promise<{ restaurantId: string; items: readonly MenuItem[] }> {
  const { id } = await new OpenRestaurant(unitOfWork, clock, ids).execute(sam, {
    name: 'Osteria Nuova',
    address: { street: 'Via Urbana 1', city: 'Roma', postalCode: '00184', country: 'IT' },
    location: { lat: 41.89, lon: 12.49 },
    cuisine: 'Italian',
    currency: 'EUR',
  });
  const { items } = await replaceMenu.execute(sam, { restaurantId: id, expectedVersion: 1, items: names.map(dish) });
  return { restaurantId: id, items };
}

const dish = (name: string): Dish => ({
  name,
  description: '',
  price: { amount: 900, currency: 'EUR' },
  available: true,
  tags: ['pasta'],
});

/** The item without what a view adds to it. */
function bare({ actions: _view, ...same }: MenuItem & { actions?: unknown }): MenuItem {
  return same;
}

/** A file that begins as a PNG does, of every byte there is. */
const photoOf = (byteLength: number): { contentType: 'image/png'; data: string } => {
  const bytes = Buffer.from(Array.from({ length: byteLength }, (_, index) => index & 0xff));
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return { contentType: 'image/png', data: bytes.toString('base64') };
};

async function photoCount(): Promise<number> {
  const [{ count }] = await dataSource.query('SELECT count(*)::integer AS count FROM menu_item_photo');
  return count;
}

describe('a menu', () => {
  it('is replaced dish by dish: the same names keep their ids, the order is the one given, the others go', async () => {
    const { restaurantId, items } = await open('A', 'B', 'C', 'D');
    const [a, b, , d] = items;
    const dearer = { ...dish('B'), price: { amount: 950, currency: 'EUR' } };
    const replaced = await replaceMenu.execute(sam, {
      restaurantId,
      expectedVersion: 2,
      items: [dish('D'), dish('E'), dearer, dish('A')],
    });
    const menu = await reads.findMenu(restaurantId);
    expect(menu?.version).toBe(3);
    expect(replaced.items.map(({ actions: _, ...item }) => item)).toStrictEqual(menu?.items);
    const fresh = menu?.items[1] as MenuItem;
    expect(menu?.items).toStrictEqual(
      [d, { ...dish('E'), id: fresh.id, version: 1 }, { ...b, ...dearer, version: 2 }, a].map((item) =>
        bare(item as MenuItem),
      ),
    );
  });

  it('is replaced by as many statements whether two dishes move, change and come or two hundred', async () => {
    const statements: string[] = [];
    const observed = await openDataSource({
      url: database.url,
      observer: { observe: ({ text }) => void statements.push(text) },
    });
    const counted: number[] = [];
    for (const count of [2, 200]) {
      const names = Array.from({ length: count }, (_, index) => `Dish ${index}`);
      const { restaurantId } = await open(...names.slice(1));
      const items = names.toReversed().map((name) => ({ ...dish(name), description: 'New.' }));
      statements.length = 0;
      const replacing = new ReplaceMenu(new TypeormUnitOfWork(observed), clock, ids);
      await replacing.execute(sam, { restaurantId, expectedVersion: 2, items });
      counted.push(statements.length);
      expect((await reads.findMenu(restaurantId))?.items).toMatchObject(items);
    }
    await observed.destroy();
    expect(counted[1]).toBe(counted[0]);
  });

  it('of rivals is the one of the first, and the second is told', async () => {
    const { restaurantId } = await open('A');
    const answers = await Promise.allSettled(
      ['B', 'C'].map((name) => replaceMenu.execute(sam, { restaurantId, expectedVersion: 2, items: [dish(name)] })),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.map(({ reason }) => reason.code)).toEqual(['stale-version']);
    expect((await reads.findMenu(restaurantId))?.items).toHaveLength(1);
  });

  it('never has two dishes of a name, though two are renamed to it at once', async () => {
    const { restaurantId, items } = await open('A', 'B');
    const update = new UpdateMenuItem(unitOfWork, clock);
    const answers = await Promise.allSettled(
      items.map(({ id }) => update.execute(sam, { restaurantId, menuItemId: id, expectedVersion: 1, name: 'Z' })),
    );
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.map(({ reason }) => reason.details)).toEqual([
      { errors: [{ path: '/name', message: 'is on this menu already' }] },
    ]);
  });

  it('is changed by those alone who have found and locked it in their transaction', async () => {
    const { restaurantId, items } = await open('A');
    const unfound: Command<void, void> = {
      actor: sam,
      operation: 'updateMenuItem',
      fingerprint: '',
      prepare: () => Promise.resolve(),
      work: (transaction) => transaction.saveMenuItem(restaurantId, bare(items[0] as MenuItem)),
    };
    const unlocked = {
      ...unfound,
      work: async (transaction: Transaction) => void (await transaction.lockMenuItems(restaurantId)),
    };
    await expect(unitOfWork.run(unlocked)).rejects.toThrow('A restaurant is found (and so locked)');
    await expect(unitOfWork.run(unfound)).rejects.toThrow('found (and so locked) before it is changed');
  });

  it('does not keep orders waiting while it is changed', async () => {
    const { restaurantId } = await open('A');
    await unitOfWork.run({
      actor: sam,
      operation: 'replaceMenu',
      fingerprint: '',
      prepare: () => Promise.resolve(),
      work: async (transaction) => {
        await transaction.lockRestaurant(restaurantId);
        // What placing an order does to the restaurant: its foreign key is checked.
        await dataSource.query('SELECT FROM restaurant WHERE id = $1 FOR KEY SHARE NOWAIT', [restaurantId]);
        const changing = dataSource.query('SELECT FROM restaurant WHERE id = $1 FOR NO KEY UPDATE NOWAIT', [
          restaurantId,
        ]);
        await expect(changing).rejects.toMatchObject({ code: '55P03' });
      },
    });
  });
});

describe('a photo', () => {
  it('comes back byte for byte, up to the greatest, and is described by its dish', async () => {
    const { restaurantId, items } = await open('A');
    const menuItemId = (items[0] as MenuItem).id;
    const setPhoto = new SetPhoto(unitOfWork, clock);
    const getPhoto = new GetPhoto(reads);
    for (const [index, byteLength] of [57, 58, 1_000, MAX_PHOTO_BYTES].entries()) {
      const photo = photoOf(byteLength);
      const expectedVersion = index + 1;
      const { isFirstPhoto = false, ...changed } = await setPhoto.execute(sam, {
        restaurantId,
        menuItemId,
        expectedVersion,
        ...photo,
      });
      expect(isFirstPhoto).toBe(index === 0);
      expect(changed).toMatchObject({ version: index + 2, photo: { contentType: 'image/png', byteLength } });
      expect(await getPhoto.execute(ANONYMOUS, { restaurantId, menuItemId })).toStrictEqual(photo);
      expect(await reads.findMenuItem(restaurantId, menuItemId)).toStrictEqual(bare(changed));
      // The same again changes nothing.
      expect(await setPhoto.execute(sam, { restaurantId, menuItemId, ...photo })).toStrictEqual(changed);
    }
    const deletePhoto = new DeletePhoto(unitOfWork, clock);
    const without = await deletePhoto.execute(sam, { restaurantId, menuItemId, expectedVersion: 5 });
    expect(without).not.toHaveProperty('photo');
    await expect(getPhoto.execute(ANONYMOUS, { restaurantId, menuItemId })).rejects.toMatchObject({
      code: 'photo-not-found',
      details: { id: menuItemId, gone: true },
    });
    expect(await reads.findMenuItem(restaurantId, menuItemId)).toStrictEqual(bare(without));
  });

  it('stays with its dish when the menu is replaced, and goes with it', async () => {
    const { restaurantId, items } = await open('A', 'B');
    const setPhoto = new SetPhoto(unitOfWork, clock);
    for (const { id } of items) {
      await setPhoto.execute(sam, { restaurantId, menuItemId: id, expectedVersion: 1, ...photoOf(100) });
    }
    const before = await photoCount();
    await replaceMenu.execute(sam, { restaurantId, expectedVersion: 2, items: [dish('B'), dish('C')] });
    expect(await photoCount()).toBe(before - 1);
    const [b, c] = (await reads.findMenu(restaurantId))?.items ?? [];
    expect(b).toMatchObject({ name: 'B', version: 2, photo: { byteLength: 100 } });
    expect(c).not.toHaveProperty('photo');
    expect(await reads.findPhoto(restaurantId, (b as MenuItem).id)).toStrictEqual(photoOf(100));
  });

  it('asked for twice with one key is set once, and the answer is kept', async () => {
    const input = {
      restaurantId: luigi.restaurantId,
      menuItemId: DEMO_DISHES.soldOut,
      expectedVersion: 1,
      idempotencyKey: 'photo',
      ...photoOf(2_000),
    };
    const setPhoto = new SetPhoto(unitOfWork, clock);
    const answers = await Promise.all([1, 2, 3].map(() => setPhoto.execute(luigi, input)));
    for (const answer of answers) expect(answer).toStrictEqual(answers[0]);
    await new DeletePhoto(unitOfWork, clock).execute(luigi, { ...input, idempotencyKey: 'gone', expectedVersion: 2 });
    expect(await setPhoto.execute(luigi, input)).toStrictEqual(answers[0]);
    expect(await reads.findPhoto(luigi.restaurantId, DEMO_DISHES.soldOut)).toBeUndefined();
  });
});
