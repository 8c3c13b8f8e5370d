import type { Actor, Dish, Menu, MenuItem, Photo, Restaurant } from '@rungs/domain';
import {
  differing,
  expectValid,
  expectVersion,
  idToBeSaid,
  long,
  refuse,
  whole,
  type AnswerOf,
  type ModelState,
} from './model-state.ts';
import { manages, restaurantToChange } from './model-sight.ts';

// Menus: dishes told apart by name, each with a photo or without.

/** The limits on a dish, by the paths below which they are told. */
export function dishLimits(
  { name, description, price, tags }: Partial<Dish>,
  { currency }: Restaurant,
): Record<string, boolean> {
  return {
    '/name': name === undefined || long(name, 1, 100),
    '/description': description === undefined || long(description, 0, 500),
    '/price/amount': price === undefined || whole(price.amount, 0, 1_000_000),
    '/price/currency': price === undefined || price.currency === currency,
    '/tags': tags === undefined || tags.length <= 10,
    '/tags/0': tags === undefined || tags.every((tag) => long(tag, 1, 30)),
  };
}

export function itemsOf(state: ModelState, restaurantId: string): readonly MenuItem[] {
  return state.menus.get(restaurantId) ?? [];
}

export function raiseMenu(state: ModelState, restaurantId: string, items: readonly MenuItem[]): void {
  const restaurant = state.restaurants.get(restaurantId) as Restaurant;
  state.menus.set(restaurantId, items);
  state.restaurants.set(restaurantId, { ...restaurant, version: restaurant.version + 1 });
}

function menuShown(state: ModelState, restaurantId: string): Menu {
  const { version } = state.restaurants.get(restaurantId) ?? refuse('restaurant-not-found');
  return { restaurantId, version, items: itemsOf(state, restaurantId) };
}

function find(state: ModelState, restaurantId: string, menuItemId: string): MenuItem {
  return itemsOf(state, restaurantId).find(({ id }) => id === menuItemId) ?? refuse('menu-item-not-found');
}

function itemToChange(state: ModelState, actor: Actor, restaurantId: string, menuItemId: string): MenuItem {
  const item = find(state, restaurantId, menuItemId);
  return manages(actor, restaurantId) ? item : refuse('forbidden');
}

export function changeItem(
  state: ModelState,
  restaurantId: string,
  { photo, ...item }: MenuItem,
  changes: Partial<Dish> & { readonly photo?: MenuItem['photo'] | undefined },
): MenuItem {
  const left = 'photo' in changes ? changes.photo : photo;
  const { photo: _said, ...asked } = changes;
  const changed = { ...item, ...asked, version: item.version + 1, ...(left && { photo: left }) };
  const items = itemsOf(state, restaurantId);
  state.menus.set(
    restaurantId,
    items.map((other) => (other.id === item.id ? changed : other)),
  );
  return changed;
}

const getMenu: AnswerOf<'getMenu'> = (state, _actor, { restaurantId }) => ({ outcome: menuShown(state, restaurantId) });

const getMenuItem: AnswerOf<'getMenuItem'> = (state, _actor, { restaurantId, menuItemId }) => ({
  outcome: find(state, restaurantId, menuItemId),
});

const replaceMenu: AnswerOf<'replaceMenu'> = (state, actor, { restaurantId, expectedVersion, items: asked }) => {
  const restaurant = restaurantToChange(state, actor, restaurantId);
  const held = itemsOf(state, restaurantId);
  const items = asked.map(({ name, description, price, available, tags }) => {
    const dish = { name, description, price, available, tags };
    const item = held.find((one) => one.name === name);
    if (!item) return { id: idToBeSaid(), version: 1, ...dish };
    const changed = Object.keys(differing(item, dish)).length > 0;
    return changed ? { ...item, ...dish, version: item.version + 1 } : item;
  });
  const holds = items.length === held.length && items.every((item, at) => item === held[at]);
  if (holds) return { outcome: menuShown(state, restaurantId), again: true };
  expectVersion(expectedVersion, restaurant);
  const limits = asked.flatMap((dish, at) =>
    Object.entries(dishLimits(dish, restaurant)).map(([path, good]) => [`/items/${at}${path}`, good] as const),
  );
  expectValid({
    '/items': asked.length <= 200,
    '/items/name': new Set(asked.map(({ name }) => name)).size === asked.length,
    ...Object.fromEntries(limits),
  });
  raiseMenu(state, restaurantId, items);
  for (const { id } of held) if (!items.some((item) => item.id === id)) state.photos.delete(id);
  return {
    outcome: menuShown(state, restaurantId),
    adopt: (said: Menu) => items.forEach(({ id }, at) => name(state, restaurantId, id, said.items[at]?.id ?? id)),
  };
};

/** Gives a dish the id that the server said. */
export function name(state: ModelState, restaurantId: string, placeholder: string, id: string): void {
  state.menus.set(
    restaurantId,
    itemsOf(state, restaurantId).map((item) => (item.id === placeholder ? { ...item, id } : item)),
  );
}

const updateMenuItem: AnswerOf<'updateMenuItem'> = (state, actor, input) => {
  const { restaurantId, menuItemId, expectedVersion, name: newName, description, price, available, tags } = input;
  const item = itemToChange(state, actor, restaurantId, menuItemId);
  const changes = differing(item, { name: newName, description, price, available, tags });
  if (Object.keys(changes).length === 0) return { outcome: item, again: true };
  expectVersion(expectedVersion, item);
  expectValid(dishLimits({ name: newName, description, price, tags } as Partial<Dish>, restaurantOf(state, input)));
  const taken = itemsOf(state, restaurantId).some((other) => other.id !== item.id && other.name === newName);
  if (taken) refuse('invalid-input', '/name');
  return { outcome: changeItem(state, restaurantId, item, changes as Partial<Dish>) };
};

function restaurantOf(state: ModelState, { restaurantId }: { readonly restaurantId: string }): Restaurant {
  return state.restaurants.get(restaurantId) ?? refuse('restaurant-not-found');
}

const getPhoto: AnswerOf<'getPhoto'> = (state, _actor, { restaurantId, menuItemId }) => {
  const there = itemsOf(state, restaurantId).some(({ id }) => id === menuItemId);
  return { outcome: (there ? state.photos.get(menuItemId) : undefined) ?? refuse('photo-not-found') };
};

const SIGNATURES: Readonly<Record<Photo['contentType'], (bytes: Buffer) => boolean>> = {
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
  'image/png': (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  'image/webp': (bytes) =>
    bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP',
};

const setPhoto: AnswerOf<'setPhoto'> = (state, actor, input) => {
  const { restaurantId, menuItemId, expectedVersion, contentType, data } = input;
  const item = itemToChange(state, actor, restaurantId, menuItemId);
  const held = state.photos.get(menuItemId);
  if (held?.contentType === contentType && held.data === data) return { outcome: item, again: true };
  expectVersion(expectedVersion, item);
  const bytes = Buffer.from(data, 'base64');
  const isBase64 = bytes.toString('base64') === data;
  expectValid({ '/data': isBase64 && bytes.length <= 512 * 1024 && SIGNATURES[contentType](bytes) });
  state.photos.set(menuItemId, { contentType, data });
  const photo = { contentType, byteLength: bytes.length };
  return { outcome: changeItem(state, restaurantId, item, { photo }) };
};

const deletePhoto: AnswerOf<'deletePhoto'> = (state, actor, { restaurantId, menuItemId, expectedVersion }) => {
  const item = itemToChange(state, actor, restaurantId, menuItemId);
  if (!state.photos.has(menuItemId)) return { outcome: item, again: true };
  expectVersion(expectedVersion, item);
  state.photos.delete(menuItemId);
  return { outcome: changeItem(state, restaurantId, item, { photo: undefined }) };
};

export const MENU_ANSWERS = { getMenu, getMenuItem, replaceMenu, updateMenuItem, getPhoto, setPhoto, deletePhoto };
