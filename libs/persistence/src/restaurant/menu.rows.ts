import type { MenuItem, MenuItemId, Photo, RestaurantId } from '@rungs/domain';
import type { EntityManager } from 'typeorm';
import { replaceMany, updateOne } from '../row-writes.ts';
import { MenuItemPhotoRow } from './menu-item-photo.row.ts';
import { menuItemOf, menuItemRowOf, MenuItemRow } from './menu-item.row.ts';

/** A dish as it was found, and where on the menu. */
export interface PlacedItem {
  readonly item: MenuItem;
  readonly position: number;
}

/** In the menu's order. The dishes are not locked: whoever changes one holds the restaurant. */
export async function findMenuRows(manager: EntityManager, restaurantId: RestaurantId): Promise<PlacedItem[]> {
  const rows = await manager
    .createQueryBuilder(MenuItemRow, 'item')
    .where('item.restaurantId = :restaurantId', { restaurantId })
    .orderBy('item.position')
    .getMany();
  return rows.map((row) => ({ item: menuItemOf(row), position: row.position }));
}

/** Writes what differs from `found`; answers how it stands now. */
export async function writeMenu(
  manager: EntityManager,
  restaurantId: RestaurantId,
  found: readonly PlacedItem[],
  items: readonly MenuItem[],
): Promise<PlacedItem[]> {
  const foundById = new Map(found.map((placed) => [placed.item.id, placed]));
  const placed = items.map((item, position) => ({ item, position }));
  const kept = new Set(items.map(({ id }) => id));
  const gone = found.filter(({ item }) => !kept.has(item.id)).map(({ item }) => item.id);
  // First, so that a new dish may have the name of one that goes.
  if (gone.length > 0) await manager.delete(MenuItemRow, gone);
  const differing = placed.filter(({ item, position }) => {
    const before = foundById.get(item.id);
    return before?.item !== item || before.position !== position;
  });
  const rows = differing.map(({ item, position }) => menuItemRowOf(restaurantId, item, position));
  await replaceMany(manager, MenuItemRow, rows);
  return placed;
}

/** Writes one dish, in its place or as the menu's last; answers how the menu stands now. */
export async function writeMenuItem(
  manager: EntityManager,
  restaurantId: RestaurantId,
  found: readonly PlacedItem[],
  item: MenuItem,
): Promise<PlacedItem[]> {
  const before = found.find((placed) => placed.item.id === item.id);
  if (!before) {
    const position = (found.at(-1)?.position ?? -1) + 1;
    await manager.insert(MenuItemRow, menuItemRowOf(restaurantId, item, position));
    return [...found, { item, position }];
  }
  const { id, ...columns } = menuItemRowOf(restaurantId, item, before.position);
  await updateOne(manager, MenuItemRow, { id, restaurantId, version: before.item.version }, columns);
  return found.map((placed) => (placed === before ? { ...before, item } : placed));
}

export async function findPhoto(manager: EntityManager, menuItemId: MenuItemId): Promise<Photo | undefined> {
  const photo = await manager.findOneBy(MenuItemPhotoRow, { menuItemId });
  const item = photo && (await manager.findOneBy(MenuItemRow, { id: menuItemId }));
  const contentType = item?.photoContentType;
  return photo && contentType ? { contentType, data: photo.data.toString('base64') } : undefined;
}

export async function writePhoto(
  manager: EntityManager,
  menuItemId: MenuItemId,
  photo: Photo | undefined,
): Promise<void> {
  if (photo)
    await manager.upsert(MenuItemPhotoRow, { menuItemId, data: Buffer.from(photo.data, 'base64') }, ['menuItemId']);
  else await manager.delete(MenuItemPhotoRow, { menuItemId });
}
