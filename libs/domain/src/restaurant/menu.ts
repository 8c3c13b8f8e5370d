import type { MenuItemId, RestaurantId } from '../identifiers.ts';
import type { Instant } from '../instant.ts';
import type { Money } from '../money/money.ts';
import type { FieldError } from '../refusal.ts';
import { textErrors } from '../text.ts';
import type { PhotoFacts } from './photo.ts';
import type { Restaurant } from './restaurant.ts';

export interface MenuItem {
  readonly id: MenuItemId;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly price: Money;
  readonly available: boolean;
  readonly tags: readonly string[];
  readonly photo?: PhotoFacts;
  /** When its photo was set or taken away last; absent where it never was, or nobody knows. */
  readonly photoChangedAt?: Instant;
}

export interface Menu {
  readonly restaurantId: RestaurantId;
  /** The restaurant's, raised by opening hours, names and the menu's make-up alike. */
  readonly version: number;
  readonly items: readonly MenuItem[];
}

/** One number that rises with every change of one of them: what is on the menu is in the menu's own version. */
export function versionOfDishes(items: readonly Pick<MenuItem, 'version'>[]): number {
  return items.reduce((sum, { version }) => sum + version, 0);
}

/** A dish as its restaurant describes it. On a menu no two have the same name: by it they are told apart. */
export type Dish = Pick<MenuItem, 'name' | 'description' | 'price' | 'available' | 'tags'>;

export const MAX_DISHES = 200;
export const MAX_DISH_NAME_CHARACTERS = 100;
export const MAX_DESCRIPTION_CHARACTERS = 500;
export const MAX_TAGS = 10;
export const MAX_TAG_CHARACTERS = 30;
/** The most that one dish may cost, in minor units. */
export const MAX_PRICE_AMOUNT = 1_000_000;

/** The limits on what is said of a dish of this restaurant; what is absent is not looked at. */
export function dishErrors(dish: Partial<Dish>, { currency }: Pick<Restaurant, 'currency'>, path = ''): FieldError[] {
  const { name, description, price, tags } = dish;
  const errors: FieldError[] = [];
  if (name !== undefined) errors.push(...textErrors(name, `${path}/name`, 1, MAX_DISH_NAME_CHARACTERS));
  if (description !== undefined) {
    errors.push(...textErrors(description, `${path}/description`, 0, MAX_DESCRIPTION_CHARACTERS));
  }
  if (price && !(Number.isInteger(price.amount) && price.amount >= 0 && price.amount <= MAX_PRICE_AMOUNT)) {
    errors.push({ path: `${path}/price/amount`, message: `must be whole minor units, 0 to ${MAX_PRICE_AMOUNT}` });
  }
  if (price && price.currency !== currency) {
    errors.push({ path: `${path}/price/currency`, message: `must be the restaurant's, ${currency}` });
  }
  if (tags && tags.length > MAX_TAGS) errors.push({ path: `${path}/tags`, message: `must be at most ${MAX_TAGS}` });
  tags?.forEach((tag, index) => errors.push(...textErrors(tag, `${path}/tags/${index}`, 1, MAX_TAG_CHARACTERS)));
  return errors;
}

/** The limits on a whole menu, below `/items`. */
export function menuErrors(dishes: readonly Dish[], restaurant: Pick<Restaurant, 'currency'>): FieldError[] {
  const errors: FieldError[] = [];
  if (dishes.length > MAX_DISHES) errors.push({ path: '/items', message: `must be at most ${MAX_DISHES}` });
  const seen = new Set<string>();
  dishes.forEach((dish, index) => {
    errors.push(...dishErrors(dish, restaurant, `/items/${index}`));
    if (seen.has(dish.name)) errors.push({ path: `/items/${index}/name`, message: 'must not repeat' });
    seen.add(dish.name);
  });
  return errors;
}

/** The item with the changes; the very same object when it holds them already. */
export function withDishChanges(held: MenuItem, changes: Partial<Dish>): MenuItem {
  const {
    name = held.name,
    description = held.description,
    price = held.price,
    available = held.available,
    tags = held.tags,
  } = changes;
  const holds =
    name === held.name &&
    description === held.description &&
    price.amount === held.price.amount &&
    price.currency === held.price.currency &&
    available === held.available &&
    tags.length === held.tags.length &&
    tags.every((tag, index) => tag === held.tags[index]);
  return holds ? held : { ...held, version: held.version + 1, name, description, price, available, tags };
}

/**
 * The menu with exactly these dishes, in this order. A dish whose name is on the menu already stays that item, with its
 * id and photo; the others are new, and what is not named is gone. The very same list when nothing changes.
 */
export function replacedMenu(
  held: readonly MenuItem[],
  dishes: readonly Dish[],
  newId: () => MenuItemId,
): readonly MenuItem[] {
  const byName = new Map(held.map((item) => [item.name, item]));
  const items = dishes.map((dish): MenuItem => {
    const item = byName.get(dish.name);
    return item ? withDishChanges(item, dish) : newItem(dish, newId());
  });
  return items.length === held.length && items.every((item, index) => item === held[index]) ? held : items;
}

export function newItem({ name, description, price, available, tags }: Dish, id: MenuItemId): MenuItem {
  return { id, version: 1, name, description, price, available, tags };
}
