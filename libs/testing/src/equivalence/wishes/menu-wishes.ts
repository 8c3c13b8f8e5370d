import type { InputOf } from '@rungs/application';
import type { Dish, MenuItem, Photo, Restaurant } from '@rungs/domain';
import { NOBODYS_ID } from '../../conformance/nobody.ts';
import { restaurantsOf, sometimes, type Scene, type Wish } from './wish.ts';

const NEW_NAMES = ['Gnocchi', 'Panna cotta', 'Supplì, al telefono', 'The "special"'];

/** One pixel, and three bytes that nobody but the signature's reader takes for a picture. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const PHOTOS: readonly Photo[] = [
  { contentType: 'image/png', data: PNG },
  { contentType: 'image/jpeg', data: '/9j/4AAQSkZJRg==' },
  { contentType: 'image/webp', data: 'UklGRiQAAABXRUJQVlA4IA==' },
];

const menuOf = ({ state }: Scene, restaurantId: string): readonly MenuItem[] => state.menus.get(restaurantId) ?? [];
const currencyOf = ({ state }: Scene, id: string): string => (state.restaurants.get(id) as Restaurant).currency;

const everyDish = (scene: Scene, restaurants: readonly string[]) =>
  restaurants.flatMap((restaurantId) =>
    menuOf(scene, restaurantId).map((item) => ({ item, dish: { restaurantId, menuItemId: item.id } })),
  );

const ownDishes = (scene: Scene) => everyDish(scene, restaurantsOf(scene));
const anyDish = (scene: Scene) => everyDish(scene, [...scene.state.restaurants.keys()]).map(({ dish }) => dish);

const getMenu: Wish<'getMenu'> = {
  weight: 2,
  inputs: ({ state }) => [...state.menus.keys()].map((restaurantId) => ({ restaurantId })),
};

const getMenuItem: Wish<'getMenuItem'> = { weight: 1, inputs: anyDish };

const plain = ({ name, description, price, available, tags }: MenuItem): Dish => ({
  name,
  description,
  price,
  available,
  tags,
});

function newDish(scene: Scene, currency: string): Dish {
  const { picks } = scene;
  return {
    name: picks.of(NEW_NAMES),
    description: '',
    price: { amount: picks.whole(1, 3000), currency },
    available: picks.chance(90),
    tags: picks.chance(40) ? ['new', 'of the day'] : [],
  };
}

const replaceMenu: Wish<'replaceMenu'> = {
  weight: 3,
  inputs: (scene) =>
    restaurantsOf(scene).map((restaurantId) => {
      const { picks } = scene;
      const currency = currencyOf(scene, restaurantId);
      const held = menuOf(scene, restaurantId).map(plain);
      // Two at least stay, so that there is always something to order.
      const kept = held.length > 2 && picks.chance(40) ? held.slice(0, -1) : held;
      const changed = kept.map((dish, at) =>
        at === 0 && picks.chance(50) ? { ...dish, price: { ...dish.price, amount: dish.price.amount + 10 } } : dish,
      );
      const fresh = newDish(scene, currency);
      const added = changed.some(({ name }) => name === fresh.name) ? changed : [...changed, fresh];
      return { restaurantId, items: picks.chance(30) ? added.toReversed() : added };
    }),
  spoilt: ({ picks }, { items }) => {
    const [first] = items;
    if (!first) return [];
    const others = items.slice(1);
    return picks.shuffled([
      { items: [...items, first] },
      { items: [{ ...first, price: { ...first.price, currency: 'CHF' } }, ...others] },
      { items: [{ ...first, name: '' }, ...others] },
      { items: [{ ...first, price: { ...first.price, amount: 1_000_001 } }, ...others] },
    ]);
  },
};

const updateMenuItem: Wish<'updateMenuItem'> = {
  weight: 4,
  inputs: (scene) =>
    ownDishes(scene).map(({ item, dish }) => ({
      ...dish,
      price: { ...item.price, amount: item.price.amount + scene.picks.whole(0, 40) },
      available: scene.picks.chance(item.available ? 80 : 40),
      ...sometimes(scene, 20, { name: `Dish ${scene.n}` }),
      ...sometimes(scene, 20, { description: 'As grandmother made it.' }),
      ...sometimes(scene, 20, { tags: ['seasonal'] }),
    })),
  spoilt: (scene, { restaurantId, menuItemId }) => [
    ...menuOf(scene, restaurantId)
      .filter(({ id }) => id !== menuItemId)
      .slice(0, 1)
      .map(({ name }) => ({ name })),
    { price: { amount: -1, currency: currencyOf(scene, restaurantId) } },
    { price: { amount: 100, currency: 'CHF' } },
    { tags: Array.from({ length: 11 }, (_, at) => `tag ${at}`) },
    { description: 'x'.repeat(501) },
  ],
};

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A file with good lines and bad ones, with all columns or with those alone that must be there. */
function csvOf(scene: Scene, restaurantId: string): string {
  const { picks } = scene;
  const held = menuOf(scene, restaurantId)[0];
  const columns = picks.chance(50) ? ['name', 'price'] : ['price', 'name', 'description', 'available', 'tags'];
  const lines = [
    ...(held ? [{ name: held.name, price: String(held.price.amount + picks.whole(0, 1) * 25) }] : []),
    { name: picks.of(NEW_NAMES), price: String(picks.whole(1, 2000)) },
    ...(picks.chance(50) ? [{ name: 'Too dear', price: picks.of(['12.50', '1000001', '', 'much']) }] : []),
    ...(picks.chance(25) ? [{ name: '', price: '5' }] : []),
  ].map((line) => ({
    description: picks.of(['', 'Good, really']),
    available: picks.of(['true', 'false']),
    tags: picks.of(['', 'a|b']),
    ...line,
  }));
  const rows = lines.map((line) => columns.map((column) => quoted(line[column as keyof typeof line])).join(','));
  return [columns.join(','), ...rows].join(picks.of(['\n', '\r\n']));
}

const importMenu: Wish<'importMenu'> = {
  weight: 3,
  inputs: (scene) => restaurantsOf(scene).map((restaurantId) => ({ restaurantId, csv: csvOf(scene, restaurantId) })),
  spoilt: () => [
    { csv: '' },
    { csv: 'name,price' },
    { csv: 'name,description\nGnocchi,soft' },
    { csv: 'name,price\n"Gnocchi,900' },
  ],
};

const getMenuImport: Wish<'getMenuImport'> = {
  weight: 10,
  inputs: ({ state }) =>
    [...state.imports.values()].map(({ id, restaurantId }) => ({ restaurantId, menuImportId: id })),
  spoilt: ({ state }, { restaurantId }) => [
    { menuImportId: NOBODYS_ID },
    ...[...state.restaurants.keys()].filter((id) => id !== restaurantId).map((id) => ({ restaurantId: id })),
  ],
};

const getPhoto: Wish<'getPhoto'> = {
  weight: 6,
  inputs: anyDish,
  spoilt: (scene, { restaurantId }) =>
    menuOf(scene, restaurantId)
      .filter(({ photo }) => !photo)
      .map(({ id }) => ({ menuItemId: id })),
};

const setPhoto: Wish<'setPhoto'> = {
  weight: 3,
  inputs: (scene) => ownDishes(scene).map(({ dish }) => ({ ...dish, ...scene.picks.of(PHOTOS) })),
  spoilt: (): Partial<InputOf<'setPhoto'>>[] => [
    { contentType: 'image/png', data: '/9j/4AAQSkZJRg==' },
    { contentType: 'image/webp', data: PNG },
  ],
};

const deletePhoto: Wish<'deletePhoto'> = { weight: 4, inputs: (scene) => ownDishes(scene).map(({ dish }) => dish) };

export const MENU_WISHES = {
  getMenu,
  getMenuItem,
  replaceMenu,
  updateMenuItem,
  importMenu,
  getMenuImport,
  getPhoto,
  setPhoto,
  deletePhoto,
};
