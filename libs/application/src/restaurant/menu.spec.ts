import { ANONYMOUS, Refusal, type Actor, type Dish } from '@rungs/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { countingIds, fixedClock, InMemoryWorld } from '../../spec/in-memory-world.ts';
import { aMenuItem, aRestaurant } from '../../spec/order.mother.ts';
import { refusalOf } from '../../spec/refusal-of.ts';
import { PERSONAS } from '../demo.ts';
import type { MenuCsv } from '../ports/menu-csv.ts';
import { InvalidInput } from '../unchecked.ts';
import { DeletePhoto } from './delete-photo.ts';
import { ImportMenu } from './import-menu.ts';
import { MenuImporter, MenuImportLineFailed } from './menu-importer.ts';
import { ReplaceMenu } from './replace-menu.ts';
import { SetPhoto } from './set-photo.ts';
import { UpdateMenuItem } from './update-menu-item.ts';
import { UpdateRestaurant } from './update-restaurant.ts';

const { luigi, mei, sam, ann } = PERSONAS;
const { restaurantId } = luigi;
const menuItemId = aMenuItem().id;
const pasta: Dish = {
  name: aMenuItem().name,
  description: aMenuItem().description,
  price: aMenuItem().price,
  available: true,
  tags: ['pasta'],
};
const soup: Dish = { ...pasta, name: 'Stracciatella', price: { amount: 700, currency: 'EUR' } };
let world: InMemoryWorld;

beforeEach(() => {
  world = new InMemoryWorld();
});

describe('a whole menu anew', () => {
  const replace = (items: readonly Dish[], expectedVersion?: number, actor: Actor = luigi) =>
    new ReplaceMenu(world, fixedClock, countingIds()).execute(actor, { restaurantId, items, expectedVersion });

  it('keeps the items whose names stay, and raises the restaurant’s version', async () => {
    const menu = await replace([soup, pasta], 1);
    expect(menu).toMatchObject({
      version: 2,
      items: [
        { name: 'Stracciatella', version: 1 },
        { id: menuItemId, version: 1 },
      ],
    });
    expect(await replace([soup, pasta], 1)).toEqual(menu);
    expect(world.events).toHaveLength(1);
  });

  it('is for staff and support, at the version they saw, with each name once and prices in one currency', async () => {
    expect(await refusalOf(replace([], 1, { role: 'anonymous' }))).toBe('unauthenticated');
    expect(await refusalOf(replace([], 1, mei))).toBe('forbidden');
    expect(await refusalOf(replace([], 1, ann))).toBe('forbidden');
    expect(await refusalOf(replace([]))).toBe('version-required');
    expect(await refusalOf(replace([], 2))).toBe('stale-version');
    expect(await refusalOf(replace([soup, soup], 1))).toBe('invalid-input');
    expect(await refusalOf(replace([{ ...soup, price: { amount: 1, currency: 'USD' } }], 1))).toBe('invalid-input');
    expect(await replace([], 1, sam)).toMatchObject({ version: 2, items: [] });
  });
});

describe('one dish', () => {
  const update = (changes: Partial<Dish>, expectedVersion?: number) =>
    new UpdateMenuItem(world, fixedClock).execute(luigi, { restaurantId, menuItemId, expectedVersion, ...changes });

  it('has a version of its own', async () => {
    expect(await update({ available: false }, 1)).toMatchObject({ available: false, version: 2 });
    expect(await update({ available: false }, 1)).toMatchObject({ version: 2 });
    expect(world.restaurants).toEqual([aRestaurant()]);
  });

  it('takes no name of another’s', async () => {
    world.menuItems.push(aMenuItem({ id: '01900000-0000-7000-8000-00000000f009', name: 'Stracciatella' }));
    expect(await refusalOf(update({ name: 'Stracciatella' }, 1))).toBe('invalid-input');
    expect(await refusalOf(update({ name: 'Stracciatella' }))).toBe('version-required');
  });

  it('has one photo, of a known type indeed', async () => {
    const data = btoa('\x89PNG\r\n\x1a\n and so on');
    const set = (text: string, expectedVersion?: number) =>
      new SetPhoto(world, fixedClock).execute(luigi, {
        restaurantId,
        menuItemId,
        contentType: 'image/png',
        data: text,
        expectedVersion,
      });
    expect(await refusalOf(set('no base64', 1))).toBe('invalid-input');
    expect(await refusalOf(set(btoa('GIF89a'), 1))).toBe('invalid-input');
    const { isFirstPhoto, ...withPhoto } = await set(data, 1);
    expect(isFirstPhoto).toBe(true);
    expect(withPhoto).toMatchObject({ version: 2, photo: { contentType: 'image/png', byteLength: 18 } });
    expect(await set(data)).toEqual(withPhoto);
    const remove = (expectedVersion?: number) =>
      new DeletePhoto(world, fixedClock).execute(luigi, { restaurantId, menuItemId, expectedVersion });
    expect(await refusalOf(remove(1))).toBe('stale-version');
    expect(await remove(2)).not.toHaveProperty('photo');
    expect(await remove()).toMatchObject({ version: 3, actions: ['updateMenuItem', 'setPhoto'] });
    expect(world.photos.size).toBe(0);
  });
});

describe('who has not signed in', () => {
  it('is told so before anything else', async () => {
    const misread = <T>(path: string) => new InvalidInput<T>({}, [{ path, message: 'is needed' }]);
    const replace = new ReplaceMenu(world, fixedClock, countingIds()).execute(ANONYMOUS, misread('/restaurantId'));
    expect(await refusalOf(replace)).toBe('unauthenticated');
    const update = new UpdateMenuItem(world, fixedClock).execute(ANONYMOUS, misread('/menuItemId'));
    expect(await refusalOf(update)).toBe('unauthenticated');
  });
});

describe('a restaurant', () => {
  it('is changed by its staff, member by member', async () => {
    const update = (open: boolean, actor: Actor, expectedVersion?: number) =>
      new UpdateRestaurant(world, fixedClock).execute(actor, { restaurantId, open, expectedVersion });
    expect(await update(false, luigi, 1)).toMatchObject({ open: false, version: 2, name: 'Da Luigi' });
    expect(await update(false, luigi)).toMatchObject({ version: 2 });
    expect(await refusalOf(update(true, ann, 2))).toBe('forbidden');
    expect(await refusalOf(update(true, sam, 1))).toBe('stale-version');
  });
});

describe('importing a menu', () => {
  /** No quotes, no line breaks in fields: what reads real CSV is an adapter. */
  const csv: MenuCsv = {
    read: (text) => {
      const [head = '', ...rows] = text.split('\n');
      const columns = head.split(',');
      const fieldsOf = (row: string) =>
        Object.fromEntries(row.split(',').map((field, index) => [columns[index] as string, field]));
      return { columns, lines: rows.map((row, index) => ({ line: index + 2, fields: fieldsOf(row) })) };
    },
  };
  let woken = 0;
  const importMenu = (text: string) =>
    new ImportMenu(world, fixedClock, countingIds(), csv, { wake: () => (woken += 1) }).execute(luigi, {
      restaurantId,
      csv: text,
    });
  const readAll = async (): Promise<void> => {
    const importer = new MenuImporter(world, fixedClock, countingIds());
    while (await importer.readNextLine());
  };

  it('takes the file in at once and reads it line by line, reporting each', async () => {
    woken = 0;
    const accepted = await importMenu(`name,price,tags\n${pasta.name},1500,pasta|new\nSupplì,450,\nSoup,much,`);
    expect(accepted).toMatchObject({ state: 'WAITING', lineCount: 3, lines: [] });
    expect(woken).toBe(1);
    await readAll();
    expect(world.imports[0]?.reports).toMatchObject([
      { line: 2, menuItemId },
      { line: 3 },
      { line: 4, refusal: { code: 'invalid-input', details: { errors: [{ path: '/price' }] } } },
    ]);
    expect(world.menuItems).toMatchObject([
      { name: pasta.name, price: { amount: 1500 }, description: pasta.description, tags: ['pasta', 'new'], version: 2 },
      { name: 'Supplì', description: '', available: true, tags: [], version: 1 },
    ]);
    // The make-up of the menu changed once.
    expect(world.restaurants[0]?.version).toBe(2);
  });

  it('leaves a dish as available as it was where a line does not say', async () => {
    world.menuItems = [aMenuItem({ available: false })];
    await importMenu(`name,price,available\n${pasta.name},1500,\nSupplì,450,`);
    await readAll();
    expect(world.menuItems.map(({ available }) => available)).toEqual([false, true]);
  });

  it('names the column of a price that is too high', async () => {
    await importMenu('name,price\nCaviar,999999999');
    await readAll();
    expect(world.imports[0]?.reports).toMatchObject([{ refusal: { details: { errors: [{ path: '/price' }] } } }]);
  });

  it('is held up by no line at which we fail ourselves: that line is reported, and those after it are read', async () => {
    const { saveMenuItem } = world;
    world.saveMenuItem = (id, item) =>
      item.name === 'Supplì' ? Promise.reject(new TypeError('a defect')) : saveMenuItem.call(world, id, item);
    await importMenu('name,price\nSupplì,450\nSoup,600');
    const importer = new MenuImporter(world, fixedClock, countingIds());
    const failure = await importer.readNextLine().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MenuImportLineFailed);
    expect(failure).toMatchObject({ cause: { message: 'a defect' }, message: expect.stringMatching(/^Line 2 of/) });
    expect(await importer.readNextLine()).toBe(true);
    expect(world.imports[0]?.reports).toMatchObject([
      { line: 2, refusal: { code: 'unavailable' } },
      { line: 3, menuItemId: expect.any(String) },
    ]);
  });

  it('waits with a line for what is unavailable', async () => {
    const { lockRestaurant } = world;
    await importMenu('name,price\nSupplì,450');
    const down = new Refusal('unavailable', { part: 'The database', retryAfterSeconds: 2 });
    world.lockRestaurant = () => Promise.reject(down);
    const importer = new MenuImporter(world, fixedClock, countingIds());
    await expect(importer.readNextLine()).rejects.toBe(down);
    world.lockRestaurant = lockRestaurant;
    await readAll();
    expect(world.imports[0]?.reports).toMatchObject([{ line: 2, menuItemId: expect.any(String) }]);
  });

  it('refuses at once what is no list of dishes', async () => {
    expect(await refusalOf(importMenu('name,cost\nSupplì,450'))).toBe('invalid-input');
    expect(await refusalOf(importMenu('name,price'))).toBe('invalid-input');
    expect(await refusalOf(importMenu(`name,price${'\nA,1'.repeat(501)}`))).toBe('invalid-input');
  });
});
