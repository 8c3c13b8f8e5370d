import { MAX_CSV_CHARACTERS, MAX_SEARCH_CHARACTERS } from '@rungs/application';
import {
  MAX_CUISINE_CHARACTERS,
  MAX_DESCRIPTION_CHARACTERS,
  MAX_DISH_NAME_CHARACTERS,
  MAX_DISHES,
  MAX_PHOTO_BYTES,
  MAX_RESTAURANT_NAME_CHARACTERS,
  MAX_TAG_CHARACTERS,
  MAX_TAGS,
  PHOTO_TYPES,
} from '@rungs/domain';
import { inputComponent } from '../components.ts';
import {
  address,
  change,
  currency,
  flag,
  idempotencyKey,
  idOf,
  listOf,
  location,
  members,
  money,
  oneOf,
  optional,
  page,
  text,
} from '../input-members.ts';
import { inputParser } from '../input-parser.ts';

const restaurant = { restaurantId: idOf('restaurant') };
const menuItem = { ...restaurant, menuItemId: idOf('dish on the menu') };
const dish = {
  name: text.meta({
    description: 'What it is called: no two dishes of a menu alike.',
    minLength: 1,
    maxLength: MAX_DISH_NAME_CHARACTERS,
    examples: ['Tonnarelli cacio e pepe'],
  }),
  description: text.meta({ description: 'What it is; may be empty.', maxLength: MAX_DESCRIPTION_CHARACTERS }),
  price: money.meta({ description: 'What one costs, in the restaurant’s currency.' }),
  available: flag.meta({ description: 'Whether it can be ordered now.' }),
  tags: listOf(
    text.meta({ description: 'One word about it.', minLength: 1, maxLength: MAX_TAG_CHARACTERS, examples: ['pasta'] }),
  ).meta({ description: 'Words by which it is found.', maxItems: MAX_TAGS }),
};
const name = text.meta({
  description: 'What it is called.',
  minLength: 1,
  maxLength: MAX_RESTAURANT_NAME_CHARACTERS,
  examples: ['Trattoria da Luigi'],
});
const cuisine = text.meta({
  description: 'What kind of food it cooks.',
  minLength: 1,
  maxLength: MAX_CUISINE_CHARACTERS,
  examples: ['Italian'],
});
const open = flag.meta({ description: 'Whether it takes orders now.' });
const photo = {
  contentType: oneOf(PHOTO_TYPES).meta({ description: 'What kind of image the bytes are.' }),
  data: text.meta({
    description: `The bytes in base64 (RFC 4648 §4), padded, on one line: at most ${MAX_PHOTO_BYTES} of them.`,
    contentEncoding: 'base64',
    // Four characters for each three bytes begun.
    maxLength: Math.ceil(MAX_PHOTO_BYTES / 3) * 4,
  }),
};

export const restaurantInputs = {
  getRestaurant: inputParser<'getRestaurant'>(members(restaurant)),
  listRestaurants: inputParser<'listRestaurants'>(
    members({
      ...page,
      text: optional(
        text.meta({
          description: 'What name or cuisine is to be found by.',
          maxLength: MAX_SEARCH_CHARACTERS,
        }),
      ),
      cuisine: optional(cuisine.meta({ description: 'Only those that cook this.' })),
      open: optional(flag.meta({ description: 'Only those that take orders now, or do not.' })),
      near: optional(location).meta({ description: 'Those nearest to this place first.' }),
    }),
  ),
  openRestaurant: inputParser<'openRestaurant'>(
    members({
      name,
      address,
      location,
      cuisine,
      currency,
      open: optional(open.meta({ description: 'Whether it takes orders at once.', default: false })),
      idempotencyKey,
    }),
  ),
  updateRestaurant: inputParser<'updateRestaurant'>(
    members({
      ...restaurant,
      name: optional(name),
      address: optional(address),
      location: optional(location),
      cuisine: optional(cuisine),
      open: optional(open),
      ...change,
    }),
  ),
  getMenu: inputParser<'getMenu'>(members(restaurant)),
  replaceMenu: inputParser<'replaceMenu'>(
    members({
      ...restaurant,
      items: listOf(
        inputComponent('DishInput', members(dish).meta({ description: 'A dish, as its restaurant says.' })),
      ).meta({
        description: 'All dishes, in this order. One whose name is on the menu already stays that dish.',
        maxItems: MAX_DISHES,
      }),
      ...change,
    }),
  ),
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
  importMenu: inputParser<'importMenu'>(
    members({
      ...restaurant,
      csv: text.meta({
        description: 'A line of column names, `name,description,price,available,tags`, then a line for each dish.',
        maxLength: MAX_CSV_CHARACTERS,
        examples: ['name,price,tags\nCarciofi alla giudia,850,vegetarian\n'],
      }),
      idempotencyKey,
    }),
  ),
  getMenuImport: inputParser<'getMenuImport'>(members({ ...restaurant, menuImportId: idOf('import') })),
  getPhoto: inputParser<'getPhoto'>(members(menuItem)),
  setPhoto: inputParser<'setPhoto'>(members({ ...menuItem, ...photo, ...change })),
  deletePhoto: inputParser<'deletePhoto'>(members({ ...menuItem, ...change })),
};
