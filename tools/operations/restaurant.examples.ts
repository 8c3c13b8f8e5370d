import { DEMO_DISHES, PERSONAS } from '@rungs/application';
import { example, type Chapter } from './example.ts';
import { MONTI } from './ordering.examples.ts';
import { number, text } from './variables.ts';

const { restaurantId } = PERSONAS.luigi;
const luigi = { restaurantId };
const key = { idempotencyKey: text('$guid') };
/** Where luigi's door is, once the restaurant has said so. */
export const LUIGIS_DOOR = { lat: 41.8953, lon: 12.4931 } as const;

const tonnarelli = { restaurantId, menuItemId: DEMO_DISHES.tonnarelli };

/** A small square of terracotta. */
const PHOTO = {
  contentType: 'image/png',
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mM4WWGDFTEMLQkAWzNfQav+musAAAAASUVORK5CYII=',
} as const;

const MENU_CSV = `name,description,price,available,tags
Carbonara,"Guanciale, egg yolk, pecorino",1300,true,pasta
Amatriciana,"Guanciale, tomato, pecorino",1250,true,pasta|spicy
Water,,a bit,true,drink
`;

const dish = (name: string, amount: number, tags: readonly string[]) => ({
  name,
  description: '',
  price: { amount, currency: 'EUR' },
  available: true,
  tags,
});

export const RESTAURANTS: Chapter = {
  context: 'restaurant',
  title: 'restaurants and menus',
  examples: [
    example(
      'listRestaurants',
      'anonymous',
      'open Italians in Monti, by name',
      { text: 'luigi', cuisine: 'Italian', open: true, near: { lat: 41.8956, lon: 12.4936 }, limit: 5 },
      { shows: { 'items.0.name': 'Trattoria da Luigi' } },
    ),
    example('getRestaurant', 'anonymous', 'anybody may look', luigi, {
      saves: { restaurantVersion: 'version' },
      shows: { name: 'Trattoria da Luigi' },
    }),
    example(
      'updateRestaurant',
      'luigi',
      'luigi says what he cooks, and where his door is',
      {
        restaurantId,
        name: 'Trattoria da Luigi',
        address: MONTI,
        location: LUIGIS_DOOR,
        cuisine: 'Roman',
        open: true,
        expectedVersion: number('restaurantVersion'),
        ...key,
      },
      { saves: { restaurantVersion: 'version' }, shows: { cuisine: 'Roman' } },
    ),
    example(
      'updateRestaurant',
      'mei',
      'mei sees it, and may not touch it',
      { restaurantId, open: false, expectedVersion: number('restaurantVersion'), ...key },
      { refused: 'forbidden' },
    ),
    example(
      'openRestaurant',
      'sam',
      'support opens one, with nothing on its menu',
      {
        name: 'Da Sora Lella',
        address: { street: 'Via della Lungaretta 3', city: 'Roma', postalCode: '00153', country: 'IT' },
        location: { lat: 41.8892, lon: 12.4711 },
        cuisine: 'Italian',
        currency: 'EUR',
        open: true,
        ...key,
      },
      { saves: { newRestaurantId: 'id', newRestaurantVersion: 'version' }, shows: { version: 1 } },
    ),
    example(
      'replaceMenu',
      'sam',
      'its first menu',
      {
        restaurantId: text('newRestaurantId'),
        items: [dish('Carbonara', 1250, ['pasta']), dish('Supplì', 350, [])],
        expectedVersion: number('newRestaurantVersion'),
        ...key,
      },
      { shows: { 'items.1.name': 'Supplì' } },
    ),
    example(
      'importMenu',
      'sam',
      'three lines of CSV, read one by one later',
      { restaurantId: text('newRestaurantId'), csv: MENU_CSV, ...key },
      { saves: { menuImportId: 'id' }, shows: { lineCount: 3 } },
    ),
    example(
      'getMenuImport',
      'sam',
      'how far it is, with a report for each line; the third has no price',
      { restaurantId: text('newRestaurantId'), menuImportId: text('menuImportId') },
      { shows: { lineCount: 3 } },
    ),
    example('getMenu', 'anonymous', 'what luigi cooks', luigi, { shows: { restaurantId } }),
    example('getMenuItem', 'anonymous', 'one dish', tonnarelli, {
      saves: { dishVersion: 'version' },
      shows: { 'price.amount': 1250 },
    }),
    example(
      'updateMenuItem',
      'luigi',
      'cheese has become dearer',
      {
        ...tonnarelli,
        name: 'Tonnarelli cacio e pepe',
        description: 'Pecorino romano, black pepper from Sarawak',
        price: { amount: 1350, currency: 'EUR' },
        available: true,
        tags: ['pasta', 'vegetarian'],
        expectedVersion: number('dishVersion'),
        ...key,
      },
      { saves: { dishVersion: 'version' }, shows: { 'price.amount': 1350 } },
    ),
    example(
      'setPhoto',
      'luigi',
      'how it looks',
      { ...tonnarelli, ...PHOTO, expectedVersion: number('dishVersion'), ...key },
      { saves: { dishVersion: 'version' }, shows: { 'photo.contentType': 'image/png', 'photo.byteLength': 74 } },
    ),
    example('getPhoto', 'anonymous', 'the picture itself', tonnarelli, { shows: { contentType: 'image/png' } }),
    example(
      'deletePhoto',
      'luigi',
      'it does not look like that',
      { ...tonnarelli, expectedVersion: number('dishVersion'), ...key },
      { shows: { id: DEMO_DISHES.tonnarelli } },
    ),
    example('getPhoto', 'anonymous', 'there is none any more', tonnarelli, { refused: 'photo-not-found' }),
  ],
};
