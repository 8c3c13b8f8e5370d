import type { RestaurantSummary } from '@rungs/application';
import type { Menu, MenuItem, Restaurant } from '@rungs/domain';
import type { MenuItemJson, MenuJson, OrderDetailsJson, RestaurantJson } from '../outcomes.ts';

export function representRestaurant(restaurant: Restaurant): RestaurantJson {
  const { id, version, name, address, location, cuisine, open, currency } = restaurant;
  return { id, version, name, address, location, cuisine, open, currency };
}

/** As a part of an order's details. */
export function representRestaurantSummary(restaurant: RestaurantSummary): NonNullable<OrderDetailsJson['restaurant']> {
  const { id, version, name, address, cuisine, open } = restaurant;
  return { id, version, name, address, cuisine, open };
}

export function representMenuItem(item: MenuItem): MenuItemJson {
  const { id, version, name, description, price, available, tags } = item;
  return { id, version, name, description, price, available, tags };
}

export function representMenu({ restaurantId, version, items }: Menu): MenuJson {
  return { restaurantId, version, items: items.map(representMenuItem) };
}
