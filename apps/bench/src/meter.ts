import pg from 'pg';

// Loaded into each server before its own code (`node --import`): counts what it sends to the database, and tells whoever
// started it what it has used so far. All servers carry it, so what it costs is the same for all.

/** What a server has used since it started. */
export interface Usage {
  /** User and system time, all threads. */
  readonly cpuMs: number;
  /** Sent to the database, whatever they are. */
  readonly statements: number;
}

let statements = 0;

const client = pg.Client.prototype as unknown as { query: (this: pg.Client, ...args: unknown[]) => unknown };
const { query } = client;
client.query = function (...args) {
  statements += 1;
  return query.apply(this, args);
};

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, statements } satisfies Usage);
});
// Whoever started this is gone: nothing of it may stay behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
