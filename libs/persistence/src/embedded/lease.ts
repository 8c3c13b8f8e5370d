import pg from 'pg';
import type { ClusterHome } from './cluster-home.ts';
import { dataDirectory } from './cluster-home.ts';
import type { Credentials } from './cluster.ts';
import { APPLICATION, SUPERUSER } from './cluster.ts';

/** Advisory lock that every process using the cluster holds shared; arbitrary, but fixed for ever. */
const USE_LOCK = 0x72756e67;
/** Advisory lock held while the application's role and database are made. */
const SETUP_LOCK = 0x72756e68;

/**
 * One connection a process keeps for as long as it uses the cluster. The lock on it ends with the
 * process however that ends, so who uses a cluster is never a matter of stale files: the last one
 * out stops the server, and nobody stops it under another.
 */
export class Lease {
  readonly #client: pg.Client;
  #lost = false;

  private constructor(client: pg.Client) {
    this.#client = client;
    client.on('error', () => {
      this.#lost = true;
    });
  }

  /** Connects, and makes sure that the server on this port is the one that holds this cluster. */
  static async open(home: ClusterHome, port: number, credentials: Credentials): Promise<Lease> {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: SUPERUSER,
      password: credentials.superuserPassword,
      // Not the application's database: that one must stay free to be copied or dropped.
      database: 'postgres',
      ssl: false,
      connectionTimeoutMillis: 3_000,
      application_name: 'rungs launcher',
    });
    const lease = new Lease(client);
    try {
      await client.connect();
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      if (!isSamePath(rows[0]?.data_directory, dataDirectory(home))) {
        throw new Error(`port ${port} belongs to another cluster`);
      }
      return lease;
    } catch (error) {
      await lease.close();
      throw error;
    }
  }

  /** Says that this process uses the cluster. Waits while another one is about to stop it, and then fails. */
  async share(): Promise<void> {
    await this.#client.query('select pg_advisory_lock_shared($1)', [USE_LOCK]);
  }

  /** From now on the open connection alone does not keep the process from ending. */
  rest(): void {
    loopHandle(this.#client).unref();
  }

  /** Gives the shared use up and answers whether nobody else uses the cluster; if so, nobody can begin to. */
  async claim(): Promise<boolean> {
    loopHandle(this.#client).ref();
    await this.#client.query(
      `select pg_advisory_unlock_shared($1)
       where exists (select from pg_locks where pid = pg_backend_pid() and locktype = 'advisory')`,
      [USE_LOCK],
    );
    const { rows } = await this.#client.query<{ sole: boolean }>('select pg_try_advisory_lock($1) as sole', [USE_LOCK]);
    return rows[0]?.sole === true;
  }

  /** Makes the application's role and database, the first time. */
  async ensureApplication(credentials: Credentials): Promise<void> {
    const present = `select exists (select from pg_roles where rolname = '${APPLICATION}') as role,
      exists (select from pg_database where datname = '${APPLICATION}') as database`;
    const look = async (): Promise<{ role: boolean; database: boolean } | undefined> =>
      (await this.#client.query<{ role: boolean; database: boolean }>(present)).rows[0];
    const before = await look();
    if (before?.role && before.database) return;

    await this.#client.query('select pg_advisory_lock($1)', [SETUP_LOCK]);
    try {
      const now = await look();
      if (!now?.role) {
        // Not a superuser: what reaches the application's connection cannot reach the machine's files.
        await this.#client.query(
          `create role ${APPLICATION} login createdb password '${credentials.applicationPassword}'`,
        );
      }
      if (!now?.database) await this.#client.query(`create database ${APPLICATION} owner ${APPLICATION}`);
    } finally {
      await this.#client.query('select pg_advisory_unlock($1)', [SETUP_LOCK]);
    }
  }

  /** Whether the connection broke: the server stopped or was killed. */
  get lost(): boolean {
    return this.#lost;
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }
}

/** pg has these methods; its types do not say so. */
function loopHandle(client: pg.Client): { ref(): void; unref(): void } {
  return client as unknown as { ref(): void; unref(): void };
}

function isSamePath(answered: string | undefined, expected: string): boolean {
  if (answered === undefined) return false;
  // PostgreSQL writes forward slashes on Windows too.
  return answered.replaceAll('\\', '/') === expected.replaceAll('\\', '/');
}
