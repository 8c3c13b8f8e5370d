import { flag, id, inputParser, location, members, optional, page, text } from '../input-parser.ts';

export const restaurantInputs = {
  getRestaurant: inputParser<'getRestaurant'>(members({ restaurantId: id })),
  listRestaurants: inputParser<'listRestaurants'>(
    members({
      ...page,
      text: optional(text),
      cuisine: optional(text),
      open: optional(flag),
      near: optional(location),
    }),
  ),
  getMenu: inputParser<'getMenu'>(members({ restaurantId: id })),
  getMenuItem: inputParser<'getMenuItem'>(members({ restaurantId: id, menuItemId: id })),
};
