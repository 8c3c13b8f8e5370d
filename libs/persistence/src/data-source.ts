import 'reflect-metadata';
import type { StatementObserver } from '@rungs/application';
import { DataSource, MigrationExecutor, type Logger } from 'typeorm';
import { BillRow } from './accounting/bill.row.ts';
import { BasketRow } from './basket/basket.row.ts';
import { ConsumerRow } from './consumer/consumer.row.ts';
import { codeOf } from './database-failure.ts';
import { CourierRow } from './delivery/courier.row.ts';
import { DeliveryRow } from './delivery/delivery.row.ts';
import { LocationPingRow } from './delivery/location-ping.row.ts';
import { observedPg } from './driver/observed-pg.ts';
import { TicketRow } from './kitchen/ticket.row.ts';
import { CreateTables1795305600000 } from './migrations/create-tables.migration.ts';
import { MenusDispatchImports1795348800000 } from './migrations/menus-dispatch-imports.migration.ts';
import { OrderEvents1795996800000 } from './migrations/order-events.migration.ts';
import { PhotoChanges1796083200000 } from './migrations/photo-changes.migration.ts';
import { OrderRow } from './order/order.row.ts';
import { MenuImportLineRow, MenuImportRow } from './restaurant/menu-import.row.ts';
import { MenuItemPhotoRow } from './restaurant/menu-item-photo.row.ts';
import { MenuItemRow } from './restaurant/menu-item.row.ts';
import { RestaurantRow } from './restaurant/restaurant.row.ts';
import { DomainEventRow } from './unit-of-work/domain-event.row.ts';

/** What fails is thrown, and told by whoever catches it; TypeORM's own lines would only come before. */
const nothing = (): void => undefined;
const SILENT: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Connections at most; 10 when absent. */
  readonly poolSize?: number;
  /** Told of every statement; nobody when absent. */
  readonly observer?: StatementObserver;
  /** After which a statement is given up; 5,000 when absent. */
  readonly statementTimeoutMs?: number;
  /** How long to wait for a connection, new or from the pool; 3,000 when absent. */
  readonly connectionTimeoutMs?: number;
}

const MIGRATION_LOCK = 7_864_764_473; // "rungs" on a telephone's keys; any number that is ours alone would do.

/** The database cannot be used; the message is one sentence for whoever starts the application. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

/** A DataSource that is not connected yet: see `openDataSource`. Whoever makes one destroys it. */
export function createDataSource(options: DatabaseOptions): DataSource {
  const { url, poolSize = 10, observer = { observe: () => undefined } } = options;
  const { statementTimeoutMs = 5_000, connectionTimeoutMs = 3_000 } = options;
  return new DataSource({
    type: 'postgres',
    url,
    driver: observedPg(observer),
    applicationName: 'rungs',
    poolSize,
    connectTimeoutMS: connectionTimeoutMs,
    extra: {
      statement_timeout: statementTimeoutMs,
      // A process that stalls between BEGIN and COMMIT must not hold its locks for ever.
      idle_in_transaction_session_timeout: 30_000,
      // Statements here are small: compiling them would take longer than running them.
      options: '-c TimeZone=UTC -c jit=off',
      keepAlive: true,
    },
    // Lost idle connections are replaced when the next one is wanted; whoever wants one is told if that fails.
    poolErrorHandler: () => undefined,
    entities: [
      BasketRow,
      BillRow,
      ConsumerRow,
      CourierRow,
      DeliveryRow,
      DomainEventRow,
      LocationPingRow,
      MenuImportLineRow,
      MenuImportRow,
      MenuItemPhotoRow,
      MenuItemRow,
      OrderRow,
      RestaurantRow,
      TicketRow,
    ],
    migrations: [
      CreateTables1795305600000,
      MenusDispatchImports1795348800000,
      OrderEvents1795996800000,
      PhotoChanges1796083200000,
    ],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    logger: SILENT,
  });
}

/**
 * Connects.
 * @throws DatabaseUnreachableError in words for whoever set the URL, without its password.
 */
export async function openDataSource(options: DatabaseOptions): Promise<DataSource> {
  const where = placeOf(options.url);
  const dataSource = createDataSource(options);
  try {
    return await dataSource.initialize();
  } catch (error) {
    throw new DatabaseUnreachableError(`Cannot use the database ${where}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Brings the schema up to date. Several processes may start at once: one migrates, the others wait for it. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SET statement_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
  } finally {
    if (!runner.isReleased) {
      await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await runner.query('RESET statement_timeout');
      await runner.release();
    }
  }
}

function placeOf(url: string): string {
  const { protocol, host, pathname } = URL.parse(url) ?? {};
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') {
    throw new DatabaseUnreachableError(
      'The URL of the database cannot be read. It looks like postgres://user:password@host:5432/database.',
    );
  }
  return `${pathname?.slice(1) || '(no name)'} at ${host || 'this machine'}`;
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing answers there. Is PostgreSQL running?';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no host of that name.';
    case '28P01':
    case '28000':
      return 'it does not accept this user and password.';
    case '3D000':
      return 'there is no database of that name; create it first.';
    case '53300':
      return 'it has no connection left for us.';
    case '57P03':
      return 'it is still starting, or already stopping.';
    default: {
      const message = error instanceof Error ? error.message : String(error);
      return /timeout/.test(message) ? 'it did not answer in time.' : `${message}.`;
    }
  }
}
