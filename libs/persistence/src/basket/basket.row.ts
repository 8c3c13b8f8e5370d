import type { Basket, OrderLine } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('basket')
export class BasketRow {
  @PrimaryColumn({ type: 'uuid', name: 'consumer_id' })
  consumerId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'restaurant_id' })
  restaurantId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'json' })
  lines!: readonly OrderLine[];
}

export function basketOf({ consumerId, restaurantId, version, lines }: BasketRow): Basket {
  return { consumerId, restaurantId, version, lines };
}
