import type { DataSource } from '@rungs/persistence';

interface Table {
  readonly name: string;
  readonly key: readonly string[];
  /** What can be written: neither computed by the database nor a number that it gives. */
  readonly columns: readonly string[];
  readonly all: readonly string[];
}

/**
 * What a database held when it was taken, to be had again. Only rows that were written since are touched: that is some
 * milliseconds where a new database with a server before it takes a second.
 */
export class Snapshot {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly restoring: string,
  ) {}

  static async of(dataSource: DataSource): Promise<Snapshot> {
    const tables = await dataSource.query<Table[]>(TABLES);
    const copies = tables.map(
      ({ name, key }) =>
        `CREATE TABLE snapshot.${name} AS TABLE ${name}; ALTER TABLE snapshot.${name} ADD PRIMARY KEY (${key.join(', ')})`,
    );
    await dataSource.query(
      ['CREATE SCHEMA snapshot', ...copies, `CREATE TABLE snapshot.taken AS SELECT ${NOW} AS at`].join('; '),
    );
    // Of two rows that exchanged something unique, one gets it back first.
    const uniques = await dataSource.query<{ name: string; definition: string }[]>(UNIQUE_INDEXES);
    const restoring = [
      ...uniques.map(({ name }) => `DROP INDEX ${name}`),
      ...tables.toReversed().map(withoutNew),
      ...tables.map(withoutChanges),
      ...tables.map(withMissing),
      'SET CONSTRAINTS ALL IMMEDIATE',
      ...uniques.map(({ definition }) => definition),
      `UPDATE snapshot.taken SET at = ${NOW}`,
    ];
    return new Snapshot(dataSource, restoring.join('; '));
  }

  /** One round trip and one transaction. */
  async restore(): Promise<void> {
    await this.dataSource.query(this.restoring);
  }
}

/** The transaction that this is: rows that later ones wrote carry a higher number. */
const NOW = 'pg_current_xact_id()::text::bigint';

/** A table is younger than those that it refers to: in this order they can be filled, in the other emptied. */
const TABLES = `
  SELECT t.relname AS name,
    json_agg(a.attname) FILTER (WHERE a.attnum = ANY (i.indkey)) AS key,
    json_agg(a.attname) FILTER (WHERE a.attgenerated = '' AND a.attidentity = '') AS columns,
    json_agg(a.attname) FILTER (WHERE a.attgenerated = '') AS all
  FROM pg_class t
  JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.relname <> 'schema_migration'
  GROUP BY t.oid, t.relname
  ORDER BY t.oid`;

const UNIQUE_INDEXES = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
  WHERE t.relnamespace = 'public'::regnamespace AND i.indisunique
    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`;

const same = ({ key }: Table): string => key.map((column) => `t.${column} = s.${column}`).join(' AND ');

function withoutNew(table: Table): string {
  const { name } = table;
  return `DELETE FROM ${name} t WHERE NOT EXISTS (SELECT FROM snapshot.${name} s WHERE ${same(table)})`;
}

function withoutChanges(table: Table): string {
  const { name, columns } = table;
  const held = columns.map((column) => `s.${column}`);
  return `UPDATE ${name} t SET (${columns.join(', ')}) = ROW(${held.join(', ')}) FROM snapshot.${name} s
    WHERE ${same(table)} AND t.xmin::text::bigint > (SELECT at FROM snapshot.taken)`;
}

function withMissing(table: Table): string {
  const { name, all } = table;
  return `INSERT INTO ${name} (${all.join(', ')}) OVERRIDING SYSTEM VALUE SELECT ${all.join(', ')}
    FROM snapshot.${name} s WHERE NOT EXISTS (SELECT FROM ${name} t WHERE ${same(table)})`;
}
