import type { Courier } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { withoutNulls } from '../absent.ts';
import { OPTIONAL_INSTANT } from '../instant-column.ts';

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

  /** Where last seen, by the newest ping of whichever delivery: all three, or none. */
  @Column({ type: 'double precision', name: 'last_lat', nullable: true })
  lastLat!: number | null;

  @Column({ type: 'double precision', name: 'last_lon', nullable: true })
  lastLon!: number | null;

  @Column({ ...OPTIONAL_INSTANT, name: 'last_seen_at' })
  lastSeenAt!: string | null;
}

export function courierOf({ lastLat, lastLon, lastSeenAt, ...row }: CourierRow): Courier {
  const seen = lastLat !== null && lastLon !== null && lastSeenAt !== null;
  return withoutNulls<Courier>({
    ...row,
    lastLocation: seen ? { lat: lastLat, lon: lastLon, at: lastSeenAt } : null,
  });
}

export function courierRowOf({ lastLocation, currentDeliveryId, ...same }: Courier): CourierRow {
  return {
    ...same,
    currentDeliveryId: currentDeliveryId ?? null,
    lastLat: lastLocation?.lat ?? null,
    lastLon: lastLocation?.lon ?? null,
    lastSeenAt: lastLocation?.at ?? null,
  };
}
