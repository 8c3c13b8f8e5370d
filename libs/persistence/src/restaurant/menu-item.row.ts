import type { MenuItem } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

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
}

export function menuItemOf(row: MenuItemRow): MenuItem {
  const { id, version, name, description, priceAmount, priceCurrency, available, tags } = row;
  return { id, version, name, description, price: { amount: priceAmount, currency: priceCurrency }, available, tags };
}
