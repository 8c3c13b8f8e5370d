import type { Instant, MenuItem, PhotoType, RestaurantId } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OPTIONAL_INSTANT } from '../instant-column.ts';

@Entity('menu_item')
export class MenuItemRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'restaurant_id' })
  restaurantId!: string;

  /** Where it stands on the menu, from 0. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'integer', name: 'price_amount' })
  priceAmount!: number;

  @Column({ type: 'char', length: 3, name: 'price_currency' })
  priceCurrency!: string;

  @Column({ type: 'boolean' })
  available!: boolean;

  @Column({ type: 'json' })
  tags!: readonly string[];

  /** What the item says of its photo, both or neither; the bytes are a row of their own. */
  @Column({ type: 'text', name: 'photo_content_type', nullable: true })
  photoContentType!: PhotoType | null;

  @Column({ type: 'integer', name: 'photo_byte_length', nullable: true })
  photoByteLength!: number | null;

  /** When its photo was set or taken away last. */
  @Column({ ...OPTIONAL_INSTANT, name: 'photo_changed_at' })
  photoChangedAt!: Instant | null;
}

export function menuItemOf(row: MenuItemRow): MenuItem {
  const { id, version, name, description, priceAmount, priceCurrency, available, tags } = row;
  const { photoContentType: contentType, photoByteLength: byteLength } = row;
  const price = { amount: priceAmount, currency: priceCurrency };
  const photo = contentType !== null && byteLength !== null ? { contentType, byteLength } : undefined;
  return {
    ...{ id, version, name, description, price, available, tags },
    ...(photo && { photo }),
    ...(row.photoChangedAt !== null && { photoChangedAt: row.photoChangedAt }),
  };
}

export function menuItemRowOf(restaurantId: RestaurantId, item: MenuItem, position: number): MenuItemRow {
  const { price, photo, photoChangedAt = null, ...same } = item;
  return {
    ...same,
    restaurantId,
    position,
    priceAmount: price.amount,
    priceCurrency: price.currency,
    photoContentType: photo?.contentType ?? null,
    photoByteLength: photo?.byteLength ?? null,
    photoChangedAt,
  };
}
