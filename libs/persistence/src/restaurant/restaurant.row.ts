import type { Address, Restaurant } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('restaurant')
export class RestaurantRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'json' })
  address!: Address;

  @Column({ type: 'double precision' })
  lat!: number;

  @Column({ type: 'double precision' })
  lon!: number;

  @Column({ type: 'text' })
  cuisine!: string;

  @Column({ type: 'boolean' })
  open!: boolean;

  @Column({ type: 'char', length: 3 })
  currency!: string;
}

export function restaurantOf(row: RestaurantRow): Restaurant {
  const { id, version, name, address, lat, lon, cuisine, open, currency } = row;
  return { id, version, name, address, location: { lat, lon }, cuisine, open, currency };
}

export function restaurantRowOf({ location, ...same }: Restaurant): RestaurantRow {
  return { ...same, ...location };
}
