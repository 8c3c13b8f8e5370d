import type { Page, RestaurantSummary } from '@rungs/application';
import type { Actor, Menu, MenuItem, Restaurant } from '@rungs/domain';
import { pageLinks } from '@rungs/http';
import * as plain from '@rungs/json';
import { type Hal, halPage, link } from '../hal.ts';
import { uris } from '../level.ts';

export function representRestaurant(restaurant: Restaurant, actor: Actor): Hal<plain.RestaurantJson> {
  return { ...plain.representRestaurant(restaurant), _links: restaurantLinks(restaurant, actor) };
}

/** As a part of an order's details. */
export function representRestaurantSummary(restaurant: RestaurantSummary, actor: Actor): Hal {
  return { ...plain.representRestaurantSummary(restaurant), _links: restaurantLinks(restaurant, actor) };
}

function restaurantLinks({ id: restaurantId, open }: { id: string; open: boolean }, actor: Actor): Hal['_links'] {
  return {
    self: link(uris.href('restaurant', { restaurantId })),
    collection: link(uris.href('restaurants', {})),
    'rungs:menu': link(uris.href('menu', { restaurantId })),
    // The way to order: not shown where nothing can be ordered now.
    ...(actor.role === 'consumer' &&
      open && { 'rungs:basket': link(uris.href('basket', { consumerId: actor.consumerId, restaurantId })) }),
  };
}

export function representRestaurants(page: Page<Restaurant>, url: string, actor: Actor): Hal {
  const items = page.items.map((restaurant) => representRestaurant(restaurant, actor));
  return halPage(url, pageLinks(url, page), uris.template('restaurants'), items);
}

export function representMenu(menu: Menu): Hal {
  const { items, ...rest } = plain.representMenu(menu);
  const { restaurantId } = rest;
  return {
    ...rest,
    _links: {
      self: link(uris.href('menu', { restaurantId })),
      'rungs:restaurant': link(uris.href('restaurant', { restaurantId })),
    },
    _embedded: {
      item: items.map((item) => ({
        ...item,
        _links: { self: link(uris.href('menuItem', { restaurantId, menuItemId: item.id })) },
      })),
    },
  };
}

export function representMenuItem(item: MenuItem, restaurantId: string): Hal<plain.MenuItemJson> {
  return {
    ...plain.representMenuItem(item),
    _links: {
      self: link(uris.href('menuItem', { restaurantId, menuItemId: item.id })),
      collection: link(uris.href('menu', { restaurantId })),
      'rungs:restaurant': link(uris.href('restaurant', { restaurantId })),
    },
  };
}
