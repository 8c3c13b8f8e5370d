import type { TicketState } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { INSTANT, OPTIONAL_INSTANT } from '../instant-column.ts';

@Entity('ticket')
export class TicketRow {
  @PrimaryColumn({ type: 'uuid', name: 'order_id' })
  orderId!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  state!: TicketState;

  @Column({ ...OPTIONAL_INSTANT, name: 'ready_by' })
  readyBy!: string | null;

  @Column({ ...OPTIONAL_INSTANT, name: 'accepted_at' })
  acceptedAt!: string | null;

  @Column({ ...OPTIONAL_INSTANT, name: 'preparing_at' })
  preparingAt!: string | null;

  @Column({ ...OPTIONAL_INSTANT, name: 'ready_at' })
  readyAt!: string | null;

  @Column({ type: 'text', name: 'rejection_reason', nullable: true })
  rejectionReason!: string | null;

  /** The order's, which never changes: here for the lists that go by state. */
  @Column({ type: 'uuid', name: 'restaurant_id' })
  restaurantId!: string;

  /** The order's, as well. */
  @Column({ ...INSTANT, name: 'placed_at' })
  placedAt!: string;
}
