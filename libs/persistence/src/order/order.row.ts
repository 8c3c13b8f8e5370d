import type { Address, OrderLineItem, OrderState } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { INSTANT } from '../instant-column.ts';

@Entity('orders')
export class OrderRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'uuid', name: 'consumer_id' })
  consumerId!: string;

  @Column({ type: 'uuid', name: 'restaurant_id' })
  restaurantId!: string;

  @Column({ type: 'text' })
  state!: OrderState;

  @Column({ type: 'json', name: 'line_items' })
  lineItems!: readonly OrderLineItem[];

  @Column({ type: 'json', name: 'delivery_address' })
  deliveryAddress!: Address;

  @Column({ type: 'text', name: 'delivery_note', nullable: true })
  deliveryNote!: string | null;

  @Column({ ...INSTANT, name: 'placed_at' })
  placedAt!: string;

  @Column({ type: 'integer', name: 'total_amount' })
  totalAmount!: number;

  @Column({ type: 'char', length: 3, name: 'total_currency' })
  totalCurrency!: string;

  /** The subject who cancelled. */
  @Column({ type: 'text', name: 'cancelled_by', nullable: true })
  cancelledBy!: string | null;
}
