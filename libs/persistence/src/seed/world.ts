import { CLOSED_RESTAURANT, DEMO_DISHES, PERSONAS } from '@rungs/application';
import {
  epochMsOf,
  factsOfPhoto,
  money,
  type Consumer,
  type Courier,
  type Instant,
  type Location,
  type MenuItem,
  type MenuItemId,
  type Photo,
  type Restaurant,
} from '@rungs/domain';
import { uuidV7 } from '../adapters/uuid-v7-generator.ts';
import { CUISINES, EXTRAS, type Cuisine, type DishRecipe } from './cuisines.ts';
import { emailOf, personName, phoneOf } from './people.ts';
import { plainPhoto } from './plain-photo.ts';
import type { Random } from './random.ts';
import { DISTRICTS, placeIn } from './rome.ts';
import type { SeedSize } from './seed-size.ts';

const CURRENCY = 'EUR';
const DAY_MS = 86_400_000;

export interface Resident {
  readonly consumer: Consumer;
  readonly home: Location;
}

export interface Kitchen {
  readonly restaurant: Restaurant;
  readonly menu: readonly MenuItem[];
}

/** Everybody and everything but the orders. `ann`, `bob`, `luigi`, `mei` and `dana` come first in their lists. */
export interface World {
  readonly residents: readonly Resident[];
  readonly kitchens: readonly Kitchen[];
  /** As they are before any delivery. */
  readonly couriers: readonly Courier[];
  /** By menu item. */
  readonly photos: ReadonlyMap<MenuItemId, Photo>;
}

export function makeWorld(size: SeedSize, anchor: Instant, random: Random): World {
  // Everybody joined in the year before the data's last half year.
  const id = (): string => uuidV7(epochMsOf(anchor) - random.whole(200 * DAY_MS, 560 * DAY_MS), random.bytes(10));
  const residents = Array.from({ length: size.consumers }, (_, number) => resident(number, id, random));
  const kitchens = Array.from({ length: size.restaurants }, (_, number) => kitchen(number, id, random));
  const couriers = Array.from({ length: size.couriers }, (_, number) => courier(number, id, random));
  const photos = photosOf(kitchens[0] as Kitchen);
  const withPhoto = (item: MenuItem): MenuItem => {
    const photo = photos.get(item.id);
    return photo ? { ...item, photo: factsOfPhoto(photo) } : item;
  };
  return {
    residents,
    kitchens: kitchens.map(({ restaurant, menu }) => ({ restaurant, menu: menu.map(withPhoto) })),
    couriers,
    photos,
  };
}

/** Of the dishes that documents name those that are always there, and of one more. */
function photosOf({ menu }: Kitchen): Map<MenuItemId, Photo> {
  const { tonnarelli, tiramisu } = DEMO_DISHES;
  return new Map([
    [tonnarelli, plainPhoto(0xe8c66a)],
    [tiramisu, plainPhoto(0x6b4226)],
    [(menu.at(-1) as MenuItem).id, plainPhoto(0x7a9e4f)],
  ]);
}

function resident(number: number, id: () => string, random: Random): Resident {
  const { address, location } = placeIn(random.pick(DISTRICTS), random);
  const name = personName(random);
  const drawn: Consumer = {
    id: id(),
    version: random.whole(1, 3),
    name,
    email: emailOf(name, number),
    addresses: random.chance(0.25) ? [address, placeIn(random.pick(DISTRICTS), random).address] : [address],
  };
  const known = [
    { id: PERSONAS.ann.consumerId, version: 1, name: { first: 'Ann', last: 'Conti' }, email: 'ann@example.com' },
    { id: PERSONAS.bob.consumerId, version: 1, name: { first: 'Bob', last: 'Marino' }, email: 'bob@example.com' },
  ][number];
  return { consumer: { ...drawn, ...known }, home: location };
}

const KNOWN_KITCHENS = [
  { id: PERSONAS.luigi.restaurantId, name: 'Trattoria da Luigi', cuisine: 'Italian', district: 0, open: true },
  { id: PERSONAS.mei.restaurantId, name: 'Mei Dumpling House', cuisine: 'Chinese', district: 4, open: true },
  { id: CLOSED_RESTAURANT, name: 'Osteria della Luna', cuisine: 'Italian', district: 1, open: false },
] as const;

const LUIGIS_DISHES: readonly (DishRecipe & { readonly 0: string })[] = [
  ['Tonnarelli cacio e pepe', 1250, 'Pecorino romano, black pepper', 'pasta', 'vegetarian'],
  ['Tiramisù della casa', 590, 'Mascarpone, coffee, cocoa', 'dessert', 'vegetarian'],
  ['Carciofi alla giudia', 890, 'Fried artichokes, in season from February', 'starter', 'vegan'],
];

function kitchen(number: number, id: () => string, random: Random): Kitchen {
  const known = KNOWN_KITCHENS[number];
  const district = DISTRICTS[known?.district ?? random.whole(0, DISTRICTS.length - 1)] as (typeof DISTRICTS)[number];
  const cuisine = known
    ? (CUISINES.find(({ name }) => name === known.cuisine) as Cuisine)
    : (CUISINES[number % CUISINES.length] as Cuisine);
  const { address, location } = placeIn(district, random);
  const menu = menuOf(cuisine, id, random);
  return {
    restaurant: {
      id: known?.id ?? id(),
      version: random.whole(1, 9),
      name: known?.name ?? `${random.pick(cuisine.restaurants)} ${district.name}`,
      address,
      location,
      cuisine: cuisine.name,
      open: known?.open ?? random.chance(0.85),
      currency: CURRENCY,
    },
    menu: number === 0 ? luigisMenu(menu) : menu,
  };
}

function menuOf(cuisine: Cuisine, id: () => string, random: Random): MenuItem[] {
  const count = random.whole(12, 40);
  const own = random.sample(cuisine.dishes, Math.max(8, Math.ceil(count * 0.6)));
  const extras = random.sample(EXTRAS, count - own.length);
  return [...own, ...extras].map((recipe) => dish(recipe, id(), random.chance(0.94), random.whole(-10, 10), random));
}

function dish(
  [name, priceAmount, description, ...tags]: DishRecipe,
  id: string,
  available: boolean,
  dearerPercent: number,
  random: Random,
): MenuItem {
  const amount = Math.round((priceAmount * (100 + dearerPercent)) / 1000) * 10;
  return { id, version: random.whole(1, 4), name, description, price: money(amount, CURRENCY), available, tags };
}

/** The dishes that documents name, at the prices that they say; none of the others is ever sold out. */
function luigisMenu(menu: readonly MenuItem[]): MenuItem[] {
  const { tonnarelli, tiramisu, soldOut } = DEMO_DISHES;
  const known = [tonnarelli, tiramisu, soldOut].map((id, index): MenuItem => {
    const [name, priceAmount, description, ...tags] = LUIGIS_DISHES[index] as DishRecipe;
    const price = money(priceAmount, CURRENCY);
    return { id, version: 1, name, description, price, available: id !== soldOut, tags };
  });
  return [...known, ...menu.slice(0, 37).map((item) => ({ ...item, available: true }))];
}

function courier(number: number, id: () => string, random: Random): Courier {
  const { first, last } = personName(random);
  const drawn: Courier = {
    id: id(),
    version: random.whole(1, 40),
    name: `${first} ${last}`,
    phone: phoneOf(number),
    vehicle: random.pick(['BICYCLE', 'BICYCLE', 'SCOOTER', 'SCOOTER', 'SCOOTER', 'CAR']),
    onDuty: random.chance(0.75),
  };
  return number === 0 ? { ...drawn, id: PERSONAS.dana.courierId, name: 'Dana Ferri', onDuty: true } : drawn;
}
