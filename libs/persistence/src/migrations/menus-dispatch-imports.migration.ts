import { PHOTO_TYPES } from '@rungs/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const UNDER_WAY = `state IN ('ACCEPTED', 'PREPARING', 'READY_FOR_PICKUP')`;

const CONSUMERS = [
  // "C" for the same reason as a restaurant's name: keyset pages go by them.
  `ALTER TABLE consumer
     ALTER COLUMN last_name TYPE text COLLATE "C",
     ALTER COLUMN first_name TYPE text COLLATE "C"`,
  // As a restaurant's words are made, so that the same search finds both.
  `ALTER TABLE consumer ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
     to_tsvector('simple', translate(first_name || ' ' || last_name || ' ' || email,
       '''.,;:-_/&@!?()+’', '                '))
   ) STORED`,
  'CREATE INDEX consumer_by_name ON consumer (last_name, first_name, id)',
  'CREATE INDEX consumer_by_words ON consumer USING gin (words) WITH (fastupdate = off)',
];

const MENUS = [
  `ALTER TABLE menu_item
     ADD COLUMN photo_content_type text
       CHECK (photo_content_type IN (${PHOTO_TYPES.map((type) => `'${type}'`).join(', ')})),
     ADD COLUMN photo_byte_length integer,
     ADD CHECK (num_nulls(photo_content_type, photo_byte_length) IN (0, 2))`,
  'CREATE UNIQUE INDEX menu_item_by_name ON menu_item (restaurant_id, name)',
  // Apart from the item, so that no menu reads through its photos' bytes.
  `CREATE TABLE menu_item_photo (
     menu_item_id uuid PRIMARY KEY REFERENCES menu_item ON DELETE CASCADE,
     data bytea NOT NULL
   )`,
  // A photo is compressed already.
  'ALTER TABLE menu_item_photo ALTER COLUMN data SET STORAGE EXTERNAL',
  `CREATE TABLE menu_import (
     id uuid PRIMARY KEY,
     restaurant_id uuid NOT NULL REFERENCES restaurant,
     requested_by text NOT NULL,
     requested_at timestamptz(3) NOT NULL,
     state text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE')),
     line_count integer NOT NULL
   )`,
  `CREATE INDEX menu_import_unfinished ON menu_import (requested_at, id) WHERE state <> 'DONE'`,
  // Read once it names the dish that came of it, or the refusal.
  `CREATE TABLE menu_import_line (
     menu_import_id uuid NOT NULL REFERENCES menu_import,
     line integer NOT NULL,
     fields json NOT NULL,
     menu_item_id uuid,
     refusal json,
     PRIMARY KEY (menu_import_id, line),
     CHECK (menu_item_id IS NULL OR refusal IS NULL)
   )`,
  `CREATE INDEX menu_import_line_pending ON menu_import_line (menu_import_id, line)
     WHERE menu_item_id IS NULL AND refusal IS NULL`,
];

// Whose order it is and when it was placed never change, so a copy beside the state stays true; without it, the list of
// the tickets that await acceptance would walk through all orders from the first.
const TICKETS = [
  `ALTER TABLE ticket
     ADD COLUMN rejection_reason text,
     ADD COLUMN restaurant_id uuid,
     ADD COLUMN placed_at timestamptz(3)`,
  `UPDATE ticket t SET restaurant_id = o.restaurant_id, placed_at = o.placed_at FROM orders o WHERE o.id = t.order_id`,
  'ALTER TABLE ticket ALTER COLUMN restaurant_id SET NOT NULL, ALTER COLUMN placed_at SET NOT NULL',
  'CREATE INDEX ticket_by_state ON ticket (state, placed_at, order_id)',
  'CREATE INDEX ticket_by_restaurant_and_state ON ticket (restaurant_id, state, placed_at, order_id)',
  // Among these few is whatever waits for a courier.
  `CREATE INDEX ticket_under_way ON ticket (accepted_at) WHERE ${UNDER_WAY}`,
];

const DELIVERIES = [
  'ALTER TABLE delivery ADD COLUMN restaurant_id uuid, ADD COLUMN placed_at timestamptz(3)',
  `UPDATE delivery d SET restaurant_id = o.restaurant_id, placed_at = o.placed_at FROM orders o WHERE o.id = d.order_id`,
  'ALTER TABLE delivery ALTER COLUMN restaurant_id SET NOT NULL, ALTER COLUMN placed_at SET NOT NULL',
  'DROP INDEX delivery_by_courier',
  'CREATE INDEX delivery_by_courier ON delivery (courier_id, placed_at, order_id)',
  'CREATE INDEX delivery_by_state ON delivery (state, placed_at, order_id)',
  'CREATE INDEX delivery_by_restaurant_and_state ON delivery (restaurant_id, state, placed_at, order_id)',
];

const COURIERS = [
  `ALTER TABLE courier
     ALTER COLUMN name TYPE text COLLATE "C",
     ADD COLUMN last_lat double precision,
     ADD COLUMN last_lon double precision,
     ADD COLUMN last_seen_at timestamptz(3),
     ADD CHECK (num_nulls(last_lat, last_lon, last_seen_at) IN (0, 3))`,
  `UPDATE courier c SET last_lat = p.lat, last_lon = p.lon, last_seen_at = p.at
   FROM (
     SELECT DISTINCT ON (d.courier_id) d.courier_id, p.lat, p.lon, p.at
     FROM delivery d JOIN location_ping p ON p.order_id = d.order_id
     ORDER BY d.courier_id, p.at DESC, p.id DESC) p
   WHERE p.courier_id = c.id`,
  'CREATE INDEX courier_by_name ON courier (name, id)',
  'CREATE INDEX courier_on_duty_by_name ON courier (name, id) WHERE on_duty',
  'CREATE INDEX courier_free ON courier (id) WHERE on_duty AND current_delivery_id IS NULL',
];

const BACK = [
  'DROP INDEX courier_free, courier_on_duty_by_name, courier_by_name',
  `ALTER TABLE courier
     DROP COLUMN last_lat,
     DROP COLUMN last_lon,
     DROP COLUMN last_seen_at,
     ALTER COLUMN name TYPE text COLLATE "default"`,
  'DROP INDEX delivery_by_courier, delivery_by_state, delivery_by_restaurant_and_state',
  'ALTER TABLE delivery DROP COLUMN restaurant_id, DROP COLUMN placed_at',
  'CREATE INDEX delivery_by_courier ON delivery (courier_id)',
  'DROP INDEX ticket_by_state, ticket_by_restaurant_and_state, ticket_under_way',
  'ALTER TABLE ticket DROP COLUMN rejection_reason, DROP COLUMN restaurant_id, DROP COLUMN placed_at',
  'DROP TABLE menu_import_line, menu_import, menu_item_photo',
  'DROP INDEX menu_item_by_name',
  'ALTER TABLE menu_item DROP COLUMN photo_content_type, DROP COLUMN photo_byte_length',
  'DROP INDEX consumer_by_name, consumer_by_words',
  'ALTER TABLE consumer DROP COLUMN words',
  `ALTER TABLE consumer
     ALTER COLUMN last_name TYPE text COLLATE "default",
     ALTER COLUMN first_name TYPE text COLLATE "default"`,
];

/** What menus with photos and imports, lists of tickets, deliveries and people, and the dispatch of couriers need. */
export class MenusDispatchImports1795348800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...CONSUMERS, ...MENUS, ...TICKETS, ...DELIVERIES, ...COURIERS]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}
