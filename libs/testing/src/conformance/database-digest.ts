import type { ServedStyle } from '../serve-style.ts';

/**
 * How many rows each table has, and which transaction wrote last: equal before and after, nothing was written. Every
 * row carries the transaction that made it as it is (`xmin`), so even a write of the same values shows.
 */
export async function databaseDigest({ dataSource }: ServedStyle): Promise<readonly object[]> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  // Table names come from the catalogue of the test's own database.
  const digests = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS "table", count(*)::int AS rows, max(xmin::text::bigint)::text AS written FROM "${name}"`,
  );
  return dataSource.query<object[]>(digests.join(' UNION ALL '));
}

export async function orderCount({ dataSource }: ServedStyle): Promise<number> {
  const [row] = await dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM orders');
  return row?.count ?? 0;
}
