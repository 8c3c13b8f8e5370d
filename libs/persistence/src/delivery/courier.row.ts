import type { Courier } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('courier')
export class CourierRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  phone!: string;

  @Column({ type: 'text' })
  vehicle!: Courier['vehicle'];

  @Column({ type: 'boolean', name: 'on_duty' })
  onDuty!: boolean;

  @Column({ type: 'uuid', name: 'current_delivery_id', nullable: true })
  currentDeliveryId!: string | null;
}
