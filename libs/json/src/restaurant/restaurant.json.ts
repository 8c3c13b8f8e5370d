import type { MenuImportView, RestaurantSummary } from '@rungs/application';
import type { Menu, MenuItem, Photo, Restaurant } from '@rungs/domain';
import type {
  MenuImportJson,
  MenuItemJson,
  MenuJson,
  OrderDetailsJson,
  PhotoJson,
  RestaurantJson,
} from '../outcomes.ts';

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
  const { id, version, name, description, price, available, tags, photo } = item;
  return {
    id,
    version,
    name,
    description,
    price,
    available,
    tags,
    ...(photo && { photo: { contentType: photo.contentType, byteLength: photo.byteLength } }),
  };
}

export function representMenu({ restaurantId, version, items }: Menu): MenuJson {
  return { restaurantId, version, items: items.map(representMenuItem) };
}

/** How far an import has come: of each line that was read, the dish that it became or why it was refused. */
export function representMenuImport(view: MenuImportView): MenuImportJson {
  const { id, restaurantId, state, requestedAt, lineCount, lines } = view;
  return {
    id,
    restaurantId,
    state,
    requestedAt,
    lineCount,
    lines: lines.map((report) =>
      'refusal' in report
        ? { line: report.line, refusal: report.refusal }
        : { line: report.line, menuItemId: report.menuItemId },
    ),
  };
}

export function representPhoto({ contentType, data }: Photo): PhotoJson {
  return { contentType, data };
}
