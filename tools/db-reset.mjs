// `npm run db:reset`: throws the data away, so that the next start begins with the demo data again.
import { persistenceModule } from './persistence-module.mjs';

const url = process.env.DATABASE_URL;
try {
  if (url) await resetExternal(url, process.argv.includes('--yes'));
  else await resetEmbedded();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function resetEmbedded() {
  const { resetEmbeddedPostgres } = await persistenceModule('embedded/embedded-postgres');
  const directory = await resetEmbeddedPostgres({ log: console.log });
  console.log(
    directory === undefined
      ? 'There is no database yet: the next start makes one with the demo data.'
      : `Deleted the database in ${directory}: the next start makes a new one with the demo data.`,
  );
}

async function resetExternal(databaseUrl, isConfirmed) {
  const { emptyDatabase, placeOfDatabase } = await persistenceModule('embedded/empty-database');
  const place = placeOfDatabase(databaseUrl);
  if (!isConfirmed) {
    throw new Error(
      `${place} is yours (DATABASE_URL), and a reset drops everything in its schema "public": to do that, run "npm run db:reset -- --yes".`,
    );
  }
  await emptyDatabase(databaseUrl);
  console.log(`${place} is empty now: the next start migrates it and seeds the demo data.`);
}
