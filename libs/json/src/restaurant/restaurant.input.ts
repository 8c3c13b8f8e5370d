import { PHOTO_TYPES } from '@rungs/domain';
import {
  address,
  change,
  flag,
  id,
  idempotencyKey,
  inputParser,
  listOf,
  location,
  members,
  money,
  oneOf,
  optional,
  page,
  text,
} from '../input-parser.ts';

const restaurant = { restaurantId: id };
const menuItem = { ...restaurant, menuItemId: id };
const dish = { name: text, description: text, price: money, available: flag, tags: listOf(text) };

export const restaurantInputs = {
  getRestaurant: inputParser<'getRestaurant'>(members(restaurant)),
  listRestaurants: inputParser<'listRestaurants'>(
    members({
      ...page,
      text: optional(text),
      cuisine: optional(text),
      open: optional(flag),
      near: optional(location),
    }),
  ),
  openRestaurant: inputParser<'openRestaurant'>(
    members({ name: text, address, location, cuisine: text, currency: text, open: optional(flag), idempotencyKey }),
  ),
  updateRestaurant: inputParser<'updateRestaurant'>(
    members({
      ...restaurant,
      name: optional(text),
      address: optional(address),
      location: optional(location),
      cuisine: optional(text),
      open: optional(flag),
      ...change,
    }),
  ),
  getMenu: inputParser<'getMenu'>(members(restaurant)),
  replaceMenu: inputParser<'replaceMenu'>(members({ ...restaurant, items: listOf(members(dish)), ...change })),
  getMenuItem: inputParser<'getMenuItem'>(members(menuItem)),
  updateMenuItem: inputParser<'updateMenuItem'>(
    members({
      ...menuItem,
      name: optional(dish.name),
      description: optional(dish.description),
      price: optional(dish.price),
      available: optional(dish.available),
      tags: optional(dish.tags),
      ...change,
    }),
  ),
  importMenu: inputParser<'importMenu'>(members({ ...restaurant, csv: text, idempotencyKey })),
  getMenuImport: inputParser<'getMenuImport'>(members({ ...restaurant, menuImportId: id })),
  getPhoto: inputParser<'getPhoto'>(members(menuItem)),
  setPhoto: inputParser<'setPhoto'>(members({ ...menuItem, contentType: oneOf(PHOTO_TYPES), data: text, ...change })),
  deletePhoto: inputParser<'deletePhoto'>(members({ ...menuItem, ...change })),
};
