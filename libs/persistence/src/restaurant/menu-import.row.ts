import type { CsvFields, MenuImportView } from '@rungs/application';
import type { RefusalOf } from '@rungs/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { INSTANT } from '../instant-column.ts';

@Entity('menu_import')
export class MenuImportRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', name: 'restaurant_id' })
  restaurantId!: string;

  /** The subject. */
  @Column({ type: 'text', name: 'requested_by' })
  requestedBy!: string;

  @Column({ ...INSTANT, name: 'requested_at' })
  requestedAt!: string;

  @Column({ type: 'text' })
  state!: MenuImportView['state'];

  @Column({ type: 'integer', name: 'line_count' })
  lineCount!: number;
}

/** A line of the file, and once it was read what became of it: the dish, or the refusal. */
@Entity('menu_import_line')
export class MenuImportLineRow {
  @PrimaryColumn({ type: 'uuid', name: 'menu_import_id' })
  menuImportId!: string;

  @PrimaryColumn({ type: 'integer' })
  line!: number;

  @Column({ type: 'json' })
  fields!: CsvFields;

  @Column({ type: 'uuid', name: 'menu_item_id', nullable: true })
  menuItemId!: string | null;

  @Column({ type: 'json', nullable: true })
  refusal!: RefusalOf | null;
}
