import { inject } from 'vitest';
import { asAdmin, databaseName, urlOf } from './database-admin.ts';

/** What the global set-up made once for the whole run: a server, and a migrated and seeded database to clone. */
export interface TestDatabaseServer {
  /** `postgres://…` of a role that may create databases. */
  readonly url: string;
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testDatabaseServer: TestDatabaseServer;
  }
}

/** A database of one spec file's own. */
export interface TestDatabase {
  readonly url: string;
  /** Removes it, with whatever connections are left. */
  drop(): Promise<void>;
}

/** A database with the small seed, or without any table when `empty`; drop it in `afterAll`. */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = inject('testDatabaseServer');
  const name = databaseName('spec');
  await asAdmin(server.url, (admin) =>
    admin.query(`CREATE DATABASE ${name} TEMPLATE ${empty ? 'template1' : server.template}`),
  );
  return {
    url: urlOf(server.url, name),
    drop: () =>
      asAdmin(server.url, (admin) =>
        admin
          .query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
          // It may be vacuumed just then, by nobody whom this role could send away; a plain DROP makes that end by itself.
          .catch(() => admin.query(`DROP DATABASE IF EXISTS ${name}`)),
      ),
  };
}
