import type { Address, DeliveryState } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { INSTANT, OPTIONAL_INSTANT } from '../instant-column.ts';

@Entity('delivery')
export class DeliveryRow {
  @PrimaryColumn({ type: 'uuid', name: 'order_id' })
  orderId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  state!: DeliveryState;

  @Column({ type: 'json', name: 'pickup_address' })
  pickupAddress!: Address;

  @Column({ type: 'json', name: 'delivery_address' })
  deliveryAddress!: Address;

  @Column({ type: 'uuid', name: 'courier_id', nullable: true })
  courierId!: string | null;

  @Column({ ...OPTIONAL_INSTANT, name: 'estimated_at' })
  estimatedAt!: string | null;

  @Column({ ...OPTIONAL_INSTANT, name: 'picked_up_at' })
  pickedUpAt!: string | null;

  @Column({ ...OPTIONAL_INSTANT, name: 'delivered_at' })
  deliveredAt!: string | null;

  /** The order's, which never changes: here for the lists that go by courier or state. */
  @Column({ type: 'uuid', name: 'restaurant_id' })
  restaurantId!: string;

  /** The order's, as well. */
  @Column({ ...INSTANT, name: 'placed_at' })
  placedAt!: string;
}
