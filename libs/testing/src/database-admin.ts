import { randomBytes } from 'node:crypto';
import { openDataSource, type DataSource } from '@rungs/persistence';

const ADMIN_STATEMENT_LIMIT_MS = 60_000;

/** Unique also among the runs that share a server; needs no quotes in SQL. */
export function databaseName(purpose: string): string {
  return `rungs_${purpose}_${randomBytes(8).toString('hex')}`;
}

/** The same server and role, another database. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

export async function asAdmin(url: string, work: (admin: DataSource) => Promise<unknown>): Promise<void> {
  const admin = await openDataSource({ url, poolSize: 1, statementTimeoutMs: ADMIN_STATEMENT_LIMIT_MS });
  try {
    await work(admin);
  } finally {
    await admin.destroy();
  }
}
