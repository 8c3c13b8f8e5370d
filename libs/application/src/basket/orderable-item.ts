import { isUuid, Refusal, type MenuItem, type MenuItemId, type RestaurantId } from '@rungs/domain';
import type { Rows } from '../ports/unit-of-work.ts';

/** The dish, if it is on this menu and available; a refusal otherwise. */
export async function orderableItem(rows: Rows, restaurantId: RestaurantId, menuItemId: MenuItemId): Promise<MenuItem> {
  const [item] = isUuid(menuItemId) ? await rows.findMenuItems(restaurantId, [menuItemId]) : [];
  if (!item) {
    throw new Refusal('invalid-input', {
      errors: [{ path: '/menuItemId', message: "is not on this restaurant's menu" }],
    });
  }
  if (!item.available) throw new Refusal('menu-item-unavailable', { menuItemId, name: item.name });
  return item;
}
