import type { DomainEvent, OrderMoment } from '@rungs/application';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { INSTANT } from '../instant-column.ts';

@Entity('domain_event')
export class DomainEventRow {
  /** A bigint, which JavaScript's numbers do not hold: text. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text' })
  type!: DomainEvent['type'];

  @Column({ type: 'uuid', name: 'subject_id' })
  subjectId!: string;

  @Column({ type: 'text' })
  actor!: string;

  @Column(INSTANT)
  at!: string;

  /** Null for what moves no order. */
  @Column({ type: 'json', nullable: true })
  moment!: OrderMoment | null;
}
