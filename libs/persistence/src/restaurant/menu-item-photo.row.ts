import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('menu_item_photo')
export class MenuItemPhotoRow {
  @PrimaryColumn({ type: 'uuid', name: 'menu_item_id' })
  menuItemId!: string;

  @Column({ type: 'bytea' })
  data!: Buffer;
}
