import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const CONNECT_LIMIT_MS = 3_000;
const ANSWER_LIMIT_MS = 5_000;
/** A connection that a network has silently forgotten is found out after this long. */
const CHECK_MS = 10_000;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

export interface ListeningSettings {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** What is listened to: a plain name. */
  readonly channel: string;
  /** It listens from now on: what was told before may have been missed. Called again after each loss. */
  readonly onListening: () => void;
  readonly onTold: (payload: string) => void;
}

/**
 * One connection of its own that listens (PostgreSQL's `LISTEN`), and is made anew, ever more patiently, for as long as
 * the database is away. A pool's would not do: its connections come and go, and what each listens to goes with them.
 */
export class ListeningConnection {
  private readonly closing = new AbortController();
  /** Whoever opens it may be a request, whose trace is not to count what is done here. */
  private readonly inOwnContext = AsyncLocalStorage.snapshot();
  private client: pg.Client | undefined;
  private kept: Promise<void> | undefined;
  /** A connection takes one question at a time. */
  private answered: Promise<unknown> = Promise.resolve();

  constructor(private readonly settings: ListeningSettings) {}

  /** Opens it, if nobody has. Does not wait, and does not fail: `onListening` tells when it listens. */
  open(): void {
    this.kept ??= this.inOwnContext(() => this.keep());
  }

  /**
   * Rows, in the order in which they are asked for; undefined when the database cannot answer now, after which
   * `onListening` will be called again.
   */
  query<R extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<readonly R[] | undefined> {
    const answer = this.answered.then(() => this.ask<R>(query));
    this.answered = answer;
    return answer;
  }

  /** For good. */
  async close(): Promise<void> {
    this.closing.abort();
    if (this.client) this.giveUp(this.client);
    await this.kept;
  }

  private async ask<R extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<readonly R[] | undefined> {
    const { client } = this;
    if (!client) return undefined;
    try {
      return (await client.query<R>(query)).rows;
    } catch {
      // Whatever it was, the connection is not to be trusted with more; a new one finds out whether it is over.
      this.giveUp(client);
      return undefined;
    }
  }

  private async keep(): Promise<void> {
    const { signal } = this.closing;
    for (let failures = 0; !signal.aborted; failures++) {
      const startedMs = performance.now();
      await this.listen();
      // One that is lost again and again is as good as none.
      if (performance.now() - startedMs > CHECK_MS) failures = 0;
      const patienceMs = Math.min(FIRST_RETRY_MS * 2 ** failures, LAST_RETRY_MS);
      // Processes that lost the database together do not come back together.
      const waitMs = patienceMs * (0.5 + Math.random() / 2);
      await delay(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** One connection, from its making to its end. */
  private async listen(): Promise<void> {
    const { url, channel, onListening, onTold } = this.settings;
    const client = new pg.Client({
      connectionString: url,
      application_name: 'rungs events',
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
      options: '-c TimeZone=UTC -c jit=off',
      keepAlive: true,
    });
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    // Told by the end, which follows.
    client.on('error', () => undefined);
    client.on('notification', ({ payload = '' }) => onTold(payload));
    let check: NodeJS.Timeout | undefined;
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      if (this.closing.signal.aborted) return;
      this.client = client;
      check = setInterval(() => void this.query({ text: 'SELECT 1' }), CHECK_MS).unref();
      onListening();
      await ended;
    } catch {
      // The next one may do better.
    } finally {
      clearInterval(check);
      this.giveUp(client);
    }
  }

  private giveUp(client: pg.Client): void {
    if (this.client === client) this.client = undefined;
    void client.end().catch(() => undefined);
  }
}
