import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { INSTANT } from '../instant-column.ts';

@Entity('location_ping')
export class LocationPingRow {
  @PrimaryColumn({ type: 'uuid', name: 'order_id' })
  orderId!: string;

  @Column(INSTANT)
  at!: string;

  /** Tells pings of the same millisecond apart. A bigint: text. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'double precision' })
  lat!: number;

  @Column({ type: 'double precision' })
  lon!: number;
}
