import type { InputOf } from '@rungs/application';
import type { MenuImportJson, MenuItemJson, MenuJson, PhotoJson, RestaurantJson } from '@rungs/json';
import {
  mutationOf,
  PAGE_ARGUMENTS,
  PAGE_INFO,
  PAGE_VARIABLES,
  refusal,
  type ById,
  type ConnectionJson,
  type FilterOf,
  type PageVariables,
} from '../documents.ts';
import { documentOf } from '../exchange.ts';
import { RESTAURANT, MENU_ITEM, MENU } from '../selections.ts';
import type { UserError } from '../user-errors.ts';

export const GET_RESTAURANT = documentOf<{ restaurant?: RestaurantJson }, ById>(
  `query GetRestaurant($id: ID!) { restaurant(id: $id) { ${RESTAURANT} } }`,
);

export const LIST_RESTAURANTS = documentOf<
  { restaurants: ConnectionJson<RestaurantJson> },
  PageVariables & { readonly filter: FilterOf<'listRestaurants'> }
>(`
  query ListRestaurants(${PAGE_VARIABLES}, $filter: RestaurantFilter) {
    restaurants(${PAGE_ARGUMENTS}, filter: $filter) { nodes { ${RESTAURANT} } ${PAGE_INFO} }
  }
`);

export const OPEN_RESTAURANT = mutationOf<'openRestaurant', RestaurantJson>(
  'openRestaurant',
  `restaurant { ${RESTAURANT} }`,
);
export const UPDATE_RESTAURANT = mutationOf<'updateRestaurant', RestaurantJson>(
  'updateRestaurant',
  `restaurant { ${RESTAURANT} }`,
);

export const GET_MENU = documentOf<{ menu?: MenuJson }, ById>(
  `query GetMenu($id: ID!) { menu(restaurantId: $id) { ${MENU} } }`,
);

export const REPLACE_MENU = mutationOf<'replaceMenu', MenuJson>('replaceMenu', `menu { ${MENU} }`);

export const GET_MENU_ITEM = documentOf<{ menuItem?: MenuItemJson }, InputOf<'getMenuItem'>>(`
  query GetMenuItem($restaurantId: ID!, $menuItemId: ID!) {
    menuItem(restaurantId: $restaurantId, menuItemId: $menuItemId) { ${MENU_ITEM} }
  }
`);

const changedItem = `menuItem { ${MENU_ITEM} }`;
export const UPDATE_MENU_ITEM = mutationOf<'updateMenuItem', MenuItemJson>('updateMenuItem', changedItem);
export const SET_PHOTO = mutationOf<'setPhoto', MenuItemJson>('setPhoto', changedItem);
export const DELETE_PHOTO = mutationOf<'deletePhoto', MenuItemJson>('deletePhoto', changedItem);

export const GET_PHOTO = documentOf<{ photo?: PhotoJson }, InputOf<'getPhoto'>>(`
  query GetPhoto($restaurantId: ID!, $menuItemId: ID!) {
    photo(restaurantId: $restaurantId, menuItemId: $menuItemId) { contentType data }
  }
`);

/** An import as it travels: a line holds its dish or a user error. */
export type MenuImportAnswer = Omit<MenuImportJson, 'lines'> & {
  readonly lines: readonly {
    readonly line: number;
    readonly menuItemId?: string;
    readonly userError?: UserError;
  }[];
};

const MENU_IMPORT = `
  id: menuImportId
  restaurantId
  state
  requestedAt
  lineCount
  lines { line menuItemId userError ${refusal()} }
`;

export const IMPORT_MENU = mutationOf<'importMenu', MenuImportAnswer>('importMenu', `menuImport { ${MENU_IMPORT} }`);

export const GET_MENU_IMPORT = documentOf<{ menuImport?: MenuImportAnswer }, InputOf<'getMenuImport'>>(`
  query GetMenuImport($restaurantId: ID!, $menuImportId: ID!) {
    menuImport(restaurantId: $restaurantId, menuImportId: $menuImportId) { ${MENU_IMPORT} }
  }
`);
