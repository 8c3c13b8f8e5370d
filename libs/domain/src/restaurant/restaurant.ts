import { locationErrors, sameAddress, type Address, type Location } from '../address.ts';
import type { RestaurantId } from '../identifiers.ts';
import { isCurrency } from '../money/money.ts';
import type { FieldError } from '../refusal.ts';
import { textErrors } from '../text.ts';

export interface Restaurant {
  readonly id: RestaurantId;
  readonly version: number;
  readonly name: string;
  readonly address: Address;
  readonly location: Location;
  readonly cuisine: string;
  /** A switch that its staff sets. */
  readonly open: boolean;
  /** ISO 4217: every price on its menu is in this currency. */
  readonly currency: string;
}

/** What may be changed of a restaurant: its currency is for good. */
export type RestaurantChanges = Partial<Pick<Restaurant, 'name' | 'address' | 'location' | 'cuisine' | 'open'>>;

export const MAX_RESTAURANT_NAME_CHARACTERS = 100;
export const MAX_CUISINE_CHARACTERS = 50;

/** The limits on what is said of a restaurant; what is absent is not looked at. */
export function restaurantErrors({
  name,
  location,
  cuisine,
  currency,
}: RestaurantChanges & { readonly currency?: string | undefined }): FieldError[] {
  return [
    ...(name === undefined ? [] : textErrors(name, '/name', 1, MAX_RESTAURANT_NAME_CHARACTERS)),
    ...(location ? locationErrors(location, '/location') : []),
    ...(cuisine === undefined ? [] : textErrors(cuisine, '/cuisine', 1, MAX_CUISINE_CHARACTERS)),
    ...(currency === undefined || isCurrency(currency)
      ? []
      : [{ path: '/currency', message: 'must be a currency code of ISO 4217' }]),
  ];
}

/** The restaurant with the changes; the very same object when it holds them already. */
export function withRestaurantChanges(held: Restaurant, changes: RestaurantChanges): Restaurant {
  const {
    name = held.name,
    address = held.address,
    location = held.location,
    cuisine = held.cuisine,
    open = held.open,
  } = changes;
  const holds =
    name === held.name &&
    sameAddress(address, held.address) &&
    location.lat === held.location.lat &&
    location.lon === held.location.lon &&
    cuisine === held.cuisine &&
    open === held.open;
  return holds ? held : { ...held, version: held.version + 1, name, address, location, cuisine, open };
}
