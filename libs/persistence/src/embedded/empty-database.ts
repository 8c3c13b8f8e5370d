import pg from 'pg';

/**
 * Drops everything in the schema `public` of a PostgreSQL that is not ours to delete as a whole, so
 * that the next start migrates and seeds it anew.
 * @throws Error with one sentence that names the database, never its password.
 */
export async function emptyDatabase(url: string): Promise<void> {
  const place = placeOfDatabase(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin');
    // An application that runs holds locks on its tables; waiting for it to end would look like hanging.
    await client.query(`set local lock_timeout = '5s'`);
    await client.query('drop schema if exists public cascade');
    await client.query('create schema public');
    // As PostgreSQL itself makes it.
    await client.query('grant usage on schema public to public');
    await client.query('commit');
  } catch (error) {
    const { message, code } = error as { message?: string; code?: string };
    throw new Error(`${place} could not be emptied (${message || code}): stop what uses it, or correct DATABASE_URL.`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Database and server of a connection URL, for people. */
export function placeOfDatabase(url: string): string {
  if (!URL.canParse(url)) {
    throw new Error('DATABASE_URL is not a URL: it should look like postgres://user:password@host:5432/database.');
  }
  const { hostname, port, pathname } = new URL(url);
  return `The database "${decodeURIComponent(pathname.slice(1))}" on ${hostname || 'this machine'}${port && `:${port}`}`;
}
