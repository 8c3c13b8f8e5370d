import { DemoData, migrate, openDataSource, startEmbeddedPostgres } from '@rungs/persistence';
import type { TestProject } from 'vitest/node';
import { asAdmin, databaseName, urlOf } from './database-admin.ts';

/**
 * Once for each run: a throw-away PostgreSQL of its own (or the server that RUNGS_TEST_DATABASE_URL names, whose role
 * may create databases), with one migrated and seeded database from which every spec file clones its own.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['RUNGS_TEST_DATABASE_URL'];
  const embedded =
    given === undefined ? await startEmbeddedPostgres({ ephemeral: true, log: () => undefined }) : undefined;
  const url = given ?? (embedded?.url as string);
  const template = databaseName('template');
  try {
    await asAdmin(url, (admin) => admin.query(`CREATE DATABASE ${template}`));
    await seedTemplate(urlOf(url, template));
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  project.provide('testDatabaseServer', { url, template });
  return async () => {
    if (embedded) await embedded.stop();
    else await asAdmin(url, (admin) => admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`));
  };
}

async function seedTemplate(url: string): Promise<void> {
  const dataSource = await openDataSource({ url });
  try {
    await migrate(dataSource);
    await new DemoData(dataSource).loadWhenEmpty();
  } finally {
    // A database cannot be cloned while anybody is connected to it.
    await dataSource.destroy();
  }
}
