import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What `LISTEN` names. */
export const EVENT_CHANNEL = 'domain_event';

const UP = [
  // How the order stood right after, for whoever follows it; nothing for what moves no order.
  'ALTER TABLE domain_event ADD COLUMN moment json',
  'CREATE INDEX domain_event_by_order ON domain_event (subject_id, id) WHERE moment IS NOT NULL',
  // By trigger: no statement more for the request, and nobody who writes an event can forget to tell of it. PostgreSQL
  // sends at the commit, nothing after a rollback, and several equal ones of a transaction once.
  `CREATE FUNCTION tell_of_domain_event() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM pg_notify('${EVENT_CHANNEL}', CASE TG_OP WHEN 'INSERT' THEN NEW.subject_id::text ELSE '' END);
       RETURN NULL;
     END $$`,
  `CREATE TRIGGER domain_event_added AFTER INSERT ON domain_event FOR EACH ROW WHEN (NEW.moment IS NOT NULL)
     EXECUTE FUNCTION tell_of_domain_event()`,
  // The empty text: all that was told is no longer so.
  `CREATE TRIGGER domain_event_emptied AFTER TRUNCATE ON domain_event FOR EACH STATEMENT
     EXECUTE FUNCTION tell_of_domain_event()`,
];

const DOWN = [
  'DROP TRIGGER domain_event_emptied ON domain_event',
  'DROP TRIGGER domain_event_added ON domain_event',
  'DROP FUNCTION tell_of_domain_event',
  'DROP INDEX domain_event_by_order',
  'ALTER TABLE domain_event DROP COLUMN moment',
];

/** What the followers of an order need: its events with the moment they left, and word of each new one. */
export class OrderEvents1795996800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
