import type { Address, Location } from '../address.ts';
import type { MenuItemId, RestaurantId } from '../identifiers.ts';
import type { Money } from '../money/money.ts';

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

export interface MenuItem {
  readonly id: MenuItemId;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly price: Money;
  readonly available: boolean;
  readonly tags: readonly string[];
}

export interface Menu {
  readonly restaurantId: RestaurantId;
  /** The restaurant's, raised by opening hours, names and the menu's make-up alike. */
  readonly version: number;
  readonly items: readonly MenuItem[];
}
