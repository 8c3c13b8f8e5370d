import { DEMO_DISHES, PERSONAS, type InputOf } from '@rungs/application';
import type { Dish, MenuItem, Photo } from '@rungs/domain';
import { NOBODYS_ID } from './nobody.ts';
import type { Scene, Story } from './scene.ts';

const { restaurantId } = PERSONAS.luigi;
const { tonnarelli, tiramisu, soldOut } = DEMO_DISHES;

const eur = (amount: number) => ({ amount, currency: 'EUR' });

function dish(changes: Partial<Dish> = {}): Dish {
  return { name: 'Zuppa', description: 'Of the day', price: eur(700), available: true, tags: ['soup'], ...changes };
}

/** What may not be said of a dish, one thing each. */
const WRONG: readonly Partial<Dish>[] = [
  { name: '' },
  { name: 'n'.repeat(101) },
  { description: 'd'.repeat(501) },
  { price: eur(-1) },
  { price: eur(1_000_001) },
  { price: { amount: 700, currency: 'USD' } },
  { tags: Array.from({ length: 11 }, (_, at) => `tag ${at}`) },
  { tags: ['t'.repeat(31)] },
  { tags: [''] },
];

function itemIn(scene: Scene, menuItemId: string): MenuItem {
  const item = scene.model.menus.get(restaurantId)?.find(({ id }) => id === menuItemId);
  if (!item) throw new Error(`There is no dish ${menuItemId} on luigi's menu.`);
  return item;
}

const menuVersion = (scene: Scene): number => scene.model.restaurants.get(restaurantId)?.version ?? 0;

export const replacingMenus: Story = async (scene) => {
  const replace = (items: readonly Dish[], expectedVersion?: number): InputOf<'replaceMenu'> => ({
    restaurantId,
    items,
    expectedVersion,
  });
  const version = menuVersion(scene);
  const kept = itemIn(scene, tonnarelli);
  const dearer = { ...itemIn(scene, tiramisu), price: eur(650) };
  const dishOf = ({ name, description, price, available, tags }: Dish): Dish => ({
    name,
    description,
    price,
    available,
    tags,
  });
  const items = [dish(), dishOf(dearer), dishOf(kept)];
  for (const as of ['ann', 'mei', 'dana', 'anonymous'] as const) {
    await scene.ask(as, 'replaceMenu', replace(items, version));
  }
  await scene.ask('luigi', 'replaceMenu', { restaurantId: NOBODYS_ID, items, expectedVersion: 1 });
  await scene.ask('luigi', 'replaceMenu', replace(items));
  await scene.ask('luigi', 'replaceMenu', replace(items, version + 7));
  for (const wrong of WRONG) await scene.ask('luigi', 'replaceMenu', replace([dish(wrong)], version));
  await scene.ask('luigi', 'replaceMenu', replace([dish(), dish({ price: eur(1) })], version));
  const tooMany = Array.from({ length: 201 }, (_, at) => dish({ name: `Zuppa ${at}` }));
  await scene.ask('luigi', 'replaceMenu', replace(tooMany, version));

  // A dish in ann's basket leaves the menu, another gets dearer; what stays keeps its id and its photo.
  const basket = { consumerId: PERSONAS.ann.consumerId, restaurantId };
  const [gone] = (scene.model.menus.get(restaurantId) ?? []).filter(({ available }) => available).slice(2);
  for (const menuItemId of [gone?.id ?? '', tiramisu]) {
    await scene.ask('ann', 'addToBasket', { ...basket, menuItemId, quantity: 1 });
  }
  for (const menuItemId of [tonnarelli, gone?.id ?? '']) {
    const expectedVersion = itemIn(scene, menuItemId).version;
    await scene.ask('luigi', 'setPhoto', { restaurantId, menuItemId, expectedVersion, ...PNG });
  }
  const withPhoto = menuVersion(scene);
  await scene.ask('luigi', 'replaceMenu', replace(items, withPhoto));
  await scene.ask('luigi', 'replaceMenu', replace(items, withPhoto));
  for (const menuItemId of [tonnarelli, tiramisu, gone?.id ?? '']) {
    for (const operation of ['getMenuItem', 'getPhoto'] as const) {
      await scene.ask('anonymous', operation, { restaurantId, menuItemId });
    }
  }
  await scene.ask('ann', 'getBasket', basket);
  const expectedVersion = scene.basketVersion(basket.consumerId, restaurantId);
  await scene.ask('ann', 'checkoutBasket', { ...basket, expectedVersion, paymentToken: 'tok_visa' });
  const again = { ...replace([dish({ name: 'Brodo' })], menuVersion(scene)), idempotencyKey: 'menu' };
  await scene.ask('sam', 'replaceMenu', again);
  await scene.ask('sam', 'replaceMenu', again);
  await scene.ask('sam', 'replaceMenu', { ...again, items: [] });
  await scene.ask('sam', 'replaceMenu', replace([], menuVersion(scene)));
  await scene.ask('ann', 'getMenu', { restaurantId });
};

export const updatingDishes: Story = async (scene) => {
  const change = (changes: Omit<InputOf<'updateMenuItem'>, 'restaurantId' | 'menuItemId'>) => ({
    restaurantId,
    menuItemId: tonnarelli,
    ...changes,
  });
  const orderId = await scene.order();
  for (const as of ['ann', 'mei', 'dana', 'anonymous'] as const) {
    await scene.ask(as, 'updateMenuItem', change({ price: eur(1500), expectedVersion: 1 }));
  }
  await scene.ask('luigi', 'updateMenuItem', { ...change({ price: eur(1) }), menuItemId: NOBODYS_ID });
  await scene.ask('luigi', 'updateMenuItem', {
    ...change({ price: eur(1) }),
    restaurantId: PERSONAS.mei.restaurantId,
  });
  await scene.ask('luigi', 'updateMenuItem', change({ price: eur(1500) }));
  await scene.ask('luigi', 'updateMenuItem', change({ price: eur(1500), expectedVersion: 8 }));
  for (const wrong of [...WRONG, { name: itemIn(scene, tiramisu).name }]) {
    await scene.ask('luigi', 'updateMenuItem', change({ ...wrong, expectedVersion: 1 }));
  }
  await scene.ask('luigi', 'updateMenuItem', change({ price: eur(1500), expectedVersion: 1 }));
  await scene.ask('luigi', 'updateMenuItem', change({ price: eur(1500), expectedVersion: 1 }));
  await scene.ask('luigi', 'updateMenuItem', change({}));
  await scene.ask('sam', 'updateMenuItem', change({ name: 'Tonnarelli', tags: [], expectedVersion: 2 }));
  const away = change({ available: false, description: '', expectedVersion: 3, idempotencyKey: 'away' });
  await scene.ask('luigi', 'updateMenuItem', away);
  await scene.ask('luigi', 'updateMenuItem', away);
  await scene.ask('luigi', 'updateMenuItem', { ...away, available: true });
  await scene.ask('ann', 'getMenu', { restaurantId });
  // What was ordered keeps the name and the price that it was ordered at.
  await scene.ask('ann', 'getOrder', { orderId });
  await scene.ask('ann', 'getBill', { orderId });
};

const photo = (contentType: Photo['contentType'], bytes: Buffer): Photo => ({
  contentType,
  data: bytes.toString('base64'),
});

const SIGNATURES = {
  'image/png': Buffer.from('89504e470d0a1a0a', 'hex'),
  'image/jpeg': Buffer.from('ffd8ffe0', 'hex'),
  'image/webp': Buffer.from('RIFF\u0010\0\0\0WEBPVP8 ', 'latin1'),
} as const;

export const PNG = photo('image/png', Buffer.concat([SIGNATURES['image/png'], Buffer.alloc(57, 7)]));

export const photos: Story = async (scene) => {
  const at = { restaurantId, menuItemId: soldOut };
  for (const as of ['ann', 'mei', 'dana', 'anonymous'] as const) {
    await scene.ask(as, 'setPhoto', { ...at, ...PNG, expectedVersion: 1 });
    await scene.ask(as, 'deletePhoto', { ...at, expectedVersion: 1 });
  }
  await scene.ask('anonymous', 'getPhoto', at);
  // There is none to take away: that holds already.
  await scene.ask('luigi', 'deletePhoto', at);
  for (const missing of [{ menuItemId: NOBODYS_ID }, { restaurantId: NOBODYS_ID }]) {
    await scene.ask('luigi', 'setPhoto', { ...at, ...missing, ...PNG, expectedVersion: 1 });
    await scene.ask('luigi', 'deletePhoto', { ...at, ...missing, expectedVersion: 1 });
    await scene.ask('luigi', 'getPhoto', { ...at, ...missing });
  }
  await scene.ask('luigi', 'setPhoto', { ...at, ...PNG });
  await scene.ask('luigi', 'setPhoto', { ...at, ...PNG, expectedVersion: 8 });
  const limit = 512 * 1024;
  const sized = (length: number): Photo =>
    photo('image/png', Buffer.concat([SIGNATURES['image/png'], Buffer.alloc(length - 8)]));
  for (const wrong of [
    { ...PNG, contentType: 'image/jpeg' as const },
    photo('image/webp', Buffer.from('RIFF\u0010\0\0\0WAVEfmt ', 'latin1')),
    sized(limit + 1),
  ]) {
    await scene.ask('luigi', 'setPhoto', { ...at, ...wrong, expectedVersion: 1 });
  }
  await scene.ask('luigi', 'setPhoto', { ...at, ...PNG, expectedVersion: 1 });
  await scene.ask('luigi', 'setPhoto', { ...at, ...PNG, expectedVersion: 1 });
  for (const contentType of ['image/jpeg', 'image/webp'] as const) {
    const expectedVersion = itemIn(scene, soldOut).version;
    await scene.ask('sam', 'setPhoto', { ...at, ...photo(contentType, SIGNATURES[contentType]), expectedVersion });
    await scene.ask('anonymous', 'getPhoto', at);
  }
  const expectedVersion = itemIn(scene, soldOut).version;
  const keyed = { ...at, ...sized(limit), expectedVersion, idempotencyKey: 'photo' };
  await scene.ask('luigi', 'setPhoto', keyed);
  await scene.ask('luigi', 'setPhoto', keyed);
  await scene.ask('luigi', 'setPhoto', { ...keyed, ...PNG });
  await scene.ask('ann', 'getPhoto', at);
  await scene.ask('ann', 'getMenuItem', at);
  await scene.ask('luigi', 'deletePhoto', at);
  await scene.ask('luigi', 'deletePhoto', { ...at, expectedVersion: 99 });
  const gone = { ...at, expectedVersion: itemIn(scene, soldOut).version, idempotencyKey: 'gone' };
  await scene.ask('luigi', 'deletePhoto', gone);
  await scene.ask('luigi', 'deletePhoto', gone);
  await scene.ask('luigi', 'deletePhoto', { ...gone, expectedVersion: 1 });
  await scene.ask('ann', 'getPhoto', at);
  await scene.ask('ann', 'getMenuItem', at);
};

/** Good lines and bad ones: quotes, breaks and bars; each bad line wrong in one thing. */
export const CSV = [
  'name,price,description,available,tags',
  'Tonnarelli cacio e pepe,1300,,true,pasta|vegetarian',
  '"Zuppa, ""imperiale""",750,"With semolina\nand broth",false,soup',
  ',700,No name,true,',
  'Stracciatella,7.50,Not minor units,true,soup',
  '',
  'Pasta e ceci,-1,Below nothing,true,',
  'Pasta e fagioli,1000001,Beyond all limits,true,',
  'Minestrone,690,,perhaps,soup',
  `Vignarola,890,${'d'.repeat(501)},true,`,
  `Misticanza,490,,true,${Array.from({ length: 11 }, (_, at) => `tag ${at}`).join('|')}`,
  'Tonnarelli cacio e pepe,1300,,true,pasta|vegetarian',
  '"Zuppa, ""imperiale""",760,,true,soup',
].join('\n');

export const imports: Story = async (scene) => {
  for (const as of ['ann', 'mei', 'dana', 'anonymous'] as const)
    await scene.ask(as, 'importMenu', { restaurantId, csv: CSV });
  await scene.ask('luigi', 'importMenu', { restaurantId: NOBODYS_ID, csv: CSV });
  for (const csv of [
    '',
    'name,price',
    'name,description\nZuppa,Of the day',
    'name,price\n"Zuppa,700',
    `name,price${'\nZuppa,700'.repeat(501)}`,
    `name,price\n${'n'.repeat(200_000)},700`,
  ]) {
    await scene.ask('luigi', 'importMenu', { restaurantId, csv });
  }
  await scene.ask('luigi', 'importMenu', { restaurantId, csv: CSV });
  const menuImportId = scene.newest('imports');
  for (const as of ['ann', 'bob', 'luigi', 'mei', 'dana', 'sam', 'anonymous'] as const) {
    await scene.ask(as, 'getMenuImport', { restaurantId, menuImportId });
  }
  await scene.ask('sam', 'getMenuImport', { restaurantId: PERSONAS.mei.restaurantId, menuImportId });
  await scene.ask('luigi', 'getMenuImport', { restaurantId, menuImportId: NOBODYS_ID });
  await scene.ask('ann', 'getMenu', { restaurantId });

  const few = { restaurantId, csv: 'price,name,colour\r\n810,Polenta,yellow\r\n', idempotencyKey: 'polenta' };
  await scene.ask('sam', 'importMenu', few);
  await scene.ask('sam', 'importMenu', few);
  await scene.ask('sam', 'importMenu', { ...few, csv: 'name,price\nPolenta,820' });
  // A menu has 200 dishes and no more.
  const items = Array.from({ length: 199 }, (_, at) => dish({ name: `Zuppa ${at}` }));
  await scene.ask('luigi', 'replaceMenu', { restaurantId, items, expectedVersion: menuVersion(scene) });
  await scene.ask('luigi', 'importMenu', { restaurantId, csv: 'name,price\nBrodo,500\nZuppa 7,710\nPolenta,810' });
  await scene.ask('ann', 'getMenu', { restaurantId });
};
