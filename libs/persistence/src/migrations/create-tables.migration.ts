import { DELIVERY_STATES, ORDER_STATES, PAYMENT_STATES, TICKET_STATES } from '@rungs/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const oneOf = (column: string, values: readonly string[]): string =>
  `CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;

// The tables are in the singular; `orders` is not, because ORDER is a word of SQL.
// `json` and not `jsonb` throughout: what users gave comes back member for member in their order, and nothing is
// looked up inside it. Amounts are integers in minor units: the domain's greatest total is a million.
const TABLES = [
  `CREATE TABLE consumer (
     id uuid PRIMARY KEY,
     version integer NOT NULL,
     first_name text NOT NULL,
     last_name text NOT NULL,
     email text NOT NULL,
     addresses json NOT NULL
   )`,
  // "C" sorts alike in every cluster, whatever its locale: keyset pages depend on it.
  // `words` feeds the text search; punctuation becomes blanks, so that "Trattoria-Pizzeria" is two words.
  // `place` is the Web Mercator projection in degrees. It is conformal: near a point, distances on it are in true
  // proportion, so <-> orders by nearness. It knows no date line.
  `CREATE TABLE restaurant (
     id uuid PRIMARY KEY,
     version integer NOT NULL,
     name text COLLATE "C" NOT NULL,
     address json NOT NULL,
     lat double precision NOT NULL,
     lon double precision NOT NULL,
     cuisine text COLLATE "C" NOT NULL,
     open boolean NOT NULL,
     currency char(3) NOT NULL,
     words tsvector NOT NULL GENERATED ALWAYS AS (
       to_tsvector('simple', translate(name || ' ' || cuisine, '''.,;:-_/&@!?()+’', '                '))
     ) STORED,
     place point NOT NULL GENERATED ALWAYS AS (
       point(lon, degrees(ln(tan(radians(45 + greatest(-85, least(85, lat)) / 2)))))
     ) STORED
   )`,
  `CREATE TABLE menu_item (
     id uuid PRIMARY KEY,
     restaurant_id uuid NOT NULL REFERENCES restaurant,
     position integer NOT NULL,
     version integer NOT NULL,
     name text NOT NULL,
     description text NOT NULL,
     price_amount integer NOT NULL CHECK (price_amount >= 0),
     price_currency char(3) NOT NULL,
     available boolean NOT NULL,
     tags json NOT NULL
   )`,
  `CREATE TABLE basket (
     consumer_id uuid NOT NULL REFERENCES consumer,
     restaurant_id uuid NOT NULL REFERENCES restaurant,
     version integer NOT NULL,
     lines json NOT NULL,
     PRIMARY KEY (consumer_id, restaurant_id)
   )`,
  `CREATE TABLE orders (
     id uuid PRIMARY KEY,
     version integer NOT NULL,
     consumer_id uuid NOT NULL REFERENCES consumer,
     restaurant_id uuid NOT NULL REFERENCES restaurant,
     state text NOT NULL ${oneOf('state', ORDER_STATES)},
     line_items json NOT NULL,
     delivery_address json NOT NULL,
     delivery_note text,
     placed_at timestamptz(3) NOT NULL,
     total_amount integer NOT NULL,
     total_currency char(3) NOT NULL,
     cancelled_by text
   )`,
  `CREATE TABLE ticket (
     order_id uuid PRIMARY KEY REFERENCES orders,
     version integer NOT NULL,
     state text NOT NULL ${oneOf('state', TICKET_STATES)},
     ready_by timestamptz(3),
     accepted_at timestamptz(3),
     preparing_at timestamptz(3),
     ready_at timestamptz(3)
   )`,
  `CREATE TABLE courier (
     id uuid PRIMARY KEY,
     version integer NOT NULL,
     name text NOT NULL,
     phone text NOT NULL,
     vehicle text NOT NULL ${oneOf('vehicle', ['BICYCLE', 'SCOOTER', 'CAR'])},
     on_duty boolean NOT NULL,
     current_delivery_id uuid UNIQUE,
     CHECK (on_duty OR current_delivery_id IS NULL)
   )`,
  `CREATE TABLE delivery (
     order_id uuid PRIMARY KEY REFERENCES orders,
     version integer NOT NULL,
     state text NOT NULL ${oneOf('state', DELIVERY_STATES)},
     pickup_address json NOT NULL,
     delivery_address json NOT NULL,
     courier_id uuid REFERENCES courier,
     estimated_at timestamptz(3),
     picked_up_at timestamptz(3),
     delivered_at timestamptz(3),
     CHECK (courier_id IS NOT NULL OR state IN ('PENDING', 'CANCELLED'))
   )`,
  // Courier and delivery name each other; checked at the end of the transaction, whichever is written first.
  `ALTER TABLE courier ADD FOREIGN KEY (current_delivery_id) REFERENCES delivery DEFERRABLE INITIALLY DEFERRED`,
  `CREATE TABLE location_ping (
     order_id uuid NOT NULL REFERENCES delivery,
     at timestamptz(3) NOT NULL,
     id bigint GENERATED ALWAYS AS IDENTITY,
     lat double precision NOT NULL,
     lon double precision NOT NULL,
     PRIMARY KEY (order_id, at, id)
   )`,
  `CREATE TABLE bill (
     order_id uuid PRIMARY KEY REFERENCES orders,
     lines json NOT NULL,
     currency char(3) NOT NULL,
     subtotal_amount integer NOT NULL,
     delivery_fee_amount integer NOT NULL,
     service_fee_amount integer NOT NULL,
     tax_amount integer NOT NULL,
     total_amount integer NOT NULL,
     payment_state text NOT NULL ${oneOf('payment_state', PAYMENT_STATES)},
     authorization_code text NOT NULL,
     refunds json NOT NULL,
     CHECK (total_amount = subtotal_amount + delivery_fee_amount + service_fee_amount + tax_amount)
   )`,
  `CREATE TABLE domain_event (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     type text NOT NULL,
     subject_id uuid NOT NULL,
     actor text NOT NULL,
     at timestamptz(3) NOT NULL
   )`,
  // One key per actor, whatever the operation: the same key for another one is a conflict.
  `CREATE TABLE idempotency_record (
     subject text NOT NULL,
     key text NOT NULL,
     operation text NOT NULL,
     fingerprint char(64) NOT NULL,
     outcome json,
     refusal json,
     created_at timestamptz(3) NOT NULL DEFAULT now(),
     PRIMARY KEY (subject, key)
   )`,
];

const INDEXES = [
  'CREATE UNIQUE INDEX consumer_email ON consumer (lower(email))',

  'CREATE INDEX restaurant_by_name ON restaurant (name, id)',
  'CREATE INDEX restaurant_open_by_name ON restaurant (name, id) WHERE open',
  'CREATE INDEX restaurant_by_cuisine ON restaurant (cuisine, name, id)',
  // Restaurants change rarely: no list of pending entries, which every search would have to read through.
  'CREATE INDEX restaurant_by_words ON restaurant USING gin (words) WITH (fastupdate = off)',
  'CREATE INDEX restaurant_by_place ON restaurant USING gist (place)',
  'CREATE INDEX menu_item_by_restaurant ON menu_item (restaurant_id, position)',

  'CREATE INDEX orders_by_placed_at ON orders (placed_at, id)',
  'CREATE INDEX orders_by_consumer ON orders (consumer_id, placed_at, id)',
  'CREATE INDEX orders_by_restaurant ON orders (restaurant_id, placed_at, id)',
  'CREATE INDEX orders_by_state ON orders (state, placed_at, id)',
  'CREATE INDEX orders_by_restaurant_and_state ON orders (restaurant_id, state, placed_at, id)',

  'CREATE INDEX delivery_by_courier ON delivery (courier_id)',
  // Also the rule that a courier never has two deliveries at once.
  `CREATE UNIQUE INDEX delivery_current_by_courier ON delivery (courier_id)
     WHERE state IN ('SCHEDULED', 'PICKED_UP')`,
];

const TABLE_NAMES = [
  'consumer',
  'restaurant',
  'menu_item',
  'basket',
  'courier',
  'orders',
  'ticket',
  'delivery',
  'bill',
  'location_ping',
  'domain_event',
  'idempotency_record',
];

/** The first schema. The number in the name is TypeORM's: when the migration was written. */
export class CreateTables1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLE_NAMES.join(', ')} CASCADE`);
  }
}
