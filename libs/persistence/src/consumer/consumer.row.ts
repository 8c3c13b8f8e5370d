import type { Address, Consumer } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('consumer')
export class ConsumerRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text', name: 'first_name' })
  firstName!: string;

  @Column({ type: 'text', name: 'last_name' })
  lastName!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'json' })
  addresses!: readonly Address[];
}

export function consumerOf({ id, version, firstName, lastName, email, addresses }: ConsumerRow): Consumer {
  return { id, version, name: { first: firstName, last: lastName }, email, addresses };
}

export function consumerRowOf({ name, ...same }: Consumer): ConsumerRow {
  return { ...same, firstName: name.first, lastName: name.last };
}
