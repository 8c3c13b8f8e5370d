import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a dish's photo was set or taken away last: a date for caches, and for who asks for one that is gone. */
export class PhotoChanges1796083200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Unknown for those that are there already.
    await runner.query('ALTER TABLE menu_item ADD COLUMN photo_changed_at timestamptz(3)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE menu_item DROP COLUMN photo_changed_at');
  }
}
