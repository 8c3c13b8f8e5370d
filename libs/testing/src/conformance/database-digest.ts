import type { ServedStyle } from '../serve-style.ts';

/** A digest of every row of every table: equal before and after, nothing was written. */
export async function databaseDigest({ dataSource }: ServedStyle): Promise<Record<string, string>> {
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    // Table names come from the catalogue of the test's own database.
    const [row] = await dataSource.query<{ digest: string | null }[]>(
      `SELECT md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS digest FROM "${name}" t`,
    );
    digests[name] = row?.digest ?? '';
  }
  return digests;
}

export async function orderCount({ dataSource }: ServedStyle): Promise<number> {
  const [row] = await dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM orders');
  return row?.count ?? 0;
}
