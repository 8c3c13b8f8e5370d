import type { DataSource } from '@rungs/persistence';
import { expect } from 'vitest';
import { SAID_BY_SERVER, type ModelState } from '../conformance/model-state.ts';
import { ROWS, type Row } from './fixture-rows.ts';
import { fixtureModel } from './fixture.ts';

/** Where a dish stands on its menu; the numbers of the rows may have gaps. */
const POSITION = '(row_number() OVER (PARTITION BY restaurant_id ORDER BY position) - 1)::int AS position';

/** How tables are read that are not read just as they are. */
const READ_AS: Readonly<Record<string, string>> = {
  // One of version 0 was looked for in order to be changed, and then was not: as good as none.
  basket: 'SELECT to_jsonb(basket) AS row FROM basket WHERE version > 0',
  menu_item: `SELECT to_jsonb(item) || to_jsonb(place) AS row FROM menu_item item
    JOIN (SELECT id, ${POSITION} FROM menu_item) place USING (id)`,
  menu_import_line: `SELECT to_jsonb(entry) || jsonb_build_object('refusal', refusal ->> 'code') AS row
    FROM menu_import_line entry`,
  // Of two at one time the one that was told later comes later.
  location_ping: 'SELECT to_jsonb(ping) AS row FROM location_ping ping ORDER BY at, id',
};

/** A database with the fixture's world in it, which can be had again. */
export class FixtureDatabase {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly resetting: string,
  ) {}

  /** Replaces all that a migrated database holds by the world of this model: the fixture's, unless another is given. */
  static async in(dataSource: DataSource, model = fixtureModel()): Promise<FixtureDatabase> {
    const tables = await dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'schema_migration'`,
    );
    const names = tables.map(({ name }) => name);
    await dataSource.query(`TRUNCATE ${names.join(', ')}`);
    await dataSource.query('CREATE SCHEMA fixture');
    const filled = Object.keys(ROWS);
    // What refers to others goes first. Of a few rows that is 20 times as quick as truncating: no file is made anew.
    const emptying = [...names.filter((name) => !filled.includes(name)), ...filled.toReversed()].map(
      (name) => `DELETE FROM ${name}`,
    );
    const refilling: string[] = [];
    // In one transaction: a courier names the delivery that names the courier, which is looked at in the end.
    await dataSource.transaction(async (filling) => {
      for (const [table, rowsOf] of Object.entries(ROWS)) {
        const rows = rowsOf(model);
        if (rows.length === 0) continue;
        const columns = Object.keys(rows[0] as Row).join(', ');
        await filling.query(
          `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
          [JSON.stringify(rows)],
        );
        await filling.query(`CREATE TABLE fixture.${table} AS SELECT ${columns} FROM ${table}`);
        refilling.push(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM fixture.${table}`);
      }
    });
    return new FixtureDatabase(dataSource, [...emptying, ...refilling].join('; '));
  }

  /** One round trip and one transaction. */
  async reset(): Promise<void> {
    await this.dataSource.query(this.resetting);
  }

  /** Holds every row of the domain's tables against what the oracle has. */
  async expectState(state: ModelState): Promise<void> {
    const held = await this.rows();
    for (const [table, rowsOf] of Object.entries(ROWS)) {
      const expected = inOrder(rowsOf(state));
      const columns = Object.keys(expected[0] ?? {});
      const found = inOrder(held[table] ?? []).map((row) => columnsOf(row, columns));
      expect(found, `what the table ${table} holds in the end`).toEqual(
        expected.map((row, at) => filledFrom(row, found[at] ?? {})),
      );
    }
  }

  private async rows(): Promise<Readonly<Record<string, readonly Row[]>>> {
    const parts = Object.keys(ROWS).map((table) => {
      const reading = READ_AS[table] ?? `SELECT to_jsonb(t) AS row FROM ${table} t`;
      return `'${table}', (SELECT coalesce(json_agg(row), '[]') FROM (${reading}) AS rows)`;
    });
    const [result] = await this.dataSource.query<{ held: Record<string, Row[]> }[]>(
      `SELECT json_build_object(${parts.join(', ')}) AS held`,
    );
    return result?.held ?? {};
  }
}

/** By what tells the rows of a table apart, which are its first columns that name something. */
function inOrder(rows: readonly Row[]): readonly Row[] {
  const keyOf = (row: Row): string =>
    ['id', 'menu_import_id', 'line', 'order_id', 'consumer_id', 'restaurant_id', 'menu_item_id']
      .map((column) => (column === 'line' ? String(row[column]).padStart(6, '0') : String(row[column])))
      .join(' ');
  const isPing = rows.some((row) => 'at' in row);
  const key = isPing ? (row: Row) => String(row['order_id']) : keyOf;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** As the oracle writes them: instants in UTC with milliseconds, and nothing for what is not there. */
function columnsOf(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(
    columns.map((column) => {
      const value = row[column] ?? undefined;
      const isInstant = /(?:^|_)(?:at|by)$/.test(column) && column !== 'cancelled_by' && typeof value === 'string';
      return [column, isInstant ? new Date(value).toISOString() : value];
    }),
  );
}

/** What the oracle leaves to the server is as the server has it. */
function filledFrom(expected: Row, found: Row): Row {
  return Object.fromEntries(
    Object.entries(expected).map(([column, value]) => {
      const isOpen = typeof value === 'string' && value.startsWith(SAID_BY_SERVER);
      return [column, isOpen && typeof found[column] === 'string' ? found[column] : value];
    }),
  );
}
