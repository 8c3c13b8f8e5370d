import { join } from 'node:path';
import {
  DemoData,
  migrate,
  openDataSource,
  startEmbeddedPostgres,
  type DataSource,
  type EmbeddedPostgres,
} from '@rungs/persistence';
import { TraceStatementObserver } from '@rungs/telemetry';
import type { Config } from './config.ts';

/** How long readiness waits for the database to answer. */
const CHECK_LIMIT_MS = 2_000;

/** The application's database, migrated, with demo data in it. */
export interface Database {
  readonly dataSource: DataSource;
  /** PostgreSQL's own: `18.4`. */
  readonly version: string;
  /** Where the embedded one lives; undefined for a database of the user's own. */
  readonly embeddedDirectory: string | undefined;
  /** Resolves when it answers in time. */
  check(): Promise<void>;
  /** Gives up the pool, then the embedded server. */
  close(): Promise<void>;
}

/**
 * Opens the database that DATABASE_URL names, or starts the embedded one; brings the schema up to date (two processes
 * do not race), and fills an empty one with the small seed, though never in production.
 */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<Database> {
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config, say) : undefined;
  const url = config.databaseUrl ?? (embedded as EmbeddedPostgres).url;
  let dataSource: DataSource | undefined;
  const close = async (): Promise<void> => {
    if (dataSource?.isInitialized) await dataSource.destroy();
    await embedded?.stop();
  };
  try {
    dataSource = await openDataSource({
      url,
      poolSize: config.databasePoolSize,
      observer: new TraceStatementObserver(),
    });
    await migrate(dataSource);
    // Nobody wants demo personas' orders among real ones.
    if (!config.isProduction && (await new DemoData(dataSource).loadWhenEmpty())) {
      say('The database was empty: it has demo data now');
    }
    const opened = dataSource;
    const [shown] = (await dataSource.query('SHOW server_version')) as { server_version: string }[];
    return {
      dataSource,
      // Distributions add their own words: `18.4 (Debian 18.4-1)`.
      version: shown?.server_version.split(' ', 1)[0] ?? 'unknown',
      embeddedDirectory: embedded?.directory,
      check: () => checkWithin(CHECK_LIMIT_MS, opened),
      close,
    };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

function startEmbedded({ dataDirectory }: Config, say: (line: string) => void): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    log: say,
    ...(dataDirectory !== undefined && { dataDirectory: join(dataDirectory, 'postgres') }),
  });
}

async function checkWithin(limitMs: number, dataSource: DataSource): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not answer within ${limitMs} ms.`)), limitMs);
  });
  try {
    await Promise.race([dataSource.query('SELECT 1'), limit]);
  } finally {
    clearTimeout(timer);
  }
}
