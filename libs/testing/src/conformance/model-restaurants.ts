import type { Location, Restaurant } from '@rungs/domain';
import {
  byText,
  differing,
  expectValid,
  expectVersion,
  firstPage,
  found,
  long,
  refuse,
  SAID_BY_SERVER,
  type AnswerOf,
} from './model-state.ts';
import { metersBetween } from './model-dispatch.ts';
import { restaurantToChange } from './model-sight.ts';

// Restaurants: open to read for all, each written by its own staff.

export function onEarth({ lat, lon }: Location, path = ''): Record<string, boolean> {
  return { [`${path}/lat`]: lat >= -90 && lat <= 90, [`${path}/lon`]: lon >= -180 && lon <= 180 };
}

type Said = Partial<Record<keyof Restaurant, unknown>>;

function expectGood({ name, location, cuisine, currency }: Said): void {
  expectValid({
    '/name': name === undefined || long(name as string, 1, 100),
    ...(location === undefined ? {} : onEarth(location as Location, '/location')),
    '/cuisine': cuisine === undefined || long(cuisine as string, 1, 50),
    '/currency': currency === undefined || Intl.supportedValuesOf('currency').includes(currency as string),
  });
}

const getRestaurant: AnswerOf<'getRestaurant'> = (state, _actor, { restaurantId }) => ({
  outcome: state.restaurants.get(restaurantId) ?? refuse('restaurant-not-found'),
});

const listRestaurants: AnswerOf<'listRestaurants'> = (state, _actor, { limit, text, cuisine, open, near }) => {
  expectValid({ '/text': long(text ?? '', 0, 100), ...(near && onEarth(near, '/near')) });
  const listed = [...state.restaurants.values()]
    .filter((restaurant) => found(text, restaurant.name, restaurant.cuisine))
    .filter((restaurant) => cuisine === undefined || restaurant.cuisine === cuisine)
    .filter((restaurant) => open === undefined || restaurant.open === open)
    .sort(
      byText(
        ({ name }) => name,
        ({ id }) => id,
      ),
    );
  if (near) listed.sort((a, b) => metersBetween(a.location, near) - metersBetween(b.location, near));
  return firstPage(listed, limit);
};

const openRestaurant: AnswerOf<'openRestaurant'> = (state, actor, input) => {
  if (actor.role !== 'support') return refuse('forbidden');
  const { name, address, location, cuisine, currency, open = false } = input;
  expectGood(input);
  const restaurant = { id: SAID_BY_SERVER, version: 1, name, address, location, cuisine, open, currency };
  return {
    outcome: restaurant,
    adopt: ({ id }: Restaurant) => {
      state.restaurants.set(id, { ...restaurant, id });
      state.menus.set(id, []);
    },
  };
};

const updateRestaurant: AnswerOf<'updateRestaurant'> = (state, actor, input) => {
  const { restaurantId, expectedVersion, name, address, location, cuisine, open } = input;
  const held = restaurantToChange(state, actor, restaurantId);
  const changes = differing(held, { name, address, location, cuisine, open });
  if (Object.keys(changes).length === 0) return { outcome: held, again: true };
  expectVersion(expectedVersion, held);
  expectGood({ name, location, cuisine });
  const changed = { ...held, ...changes, version: held.version + 1 } as Restaurant;
  state.restaurants.set(restaurantId, changed);
  return { outcome: changed };
};

export const RESTAURANT_ANSWERS = { getRestaurant, listRestaurants, openRestaurant, updateRestaurant };
