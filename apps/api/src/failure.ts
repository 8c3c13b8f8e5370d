import { DatabaseUnreachableError, EmbeddedPostgresError } from '@rungs/persistence';
import type { Config } from './config.ts';

/** Why the server did not start, in one sentence that says what to do; undefined for what nobody foresaw. */
export function startFailureSentence(error: unknown, config: Config): string | undefined {
  if (error instanceof EmbeddedPostgresError) return error.message;
  if (error instanceof DatabaseUnreachableError) {
    return `${error.message} Correct DATABASE_URL, or leave it unset to use the embedded database.`;
  }
  const { code } = (error ?? {}) as { readonly code?: unknown };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${config.port} is taken: end what listens there, or choose another one: PORT=${config.port + 1} npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${config.host}: set HOST to one of its own, such as 127.0.0.1.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOSPC':
      return sentenceForFileOrPort(error as NodeJS.ErrnoException, config);
    // PostgreSQL's duplicate_table: `public` was not empty, and not ours.
    case '42P07':
      return `The database holds tables of something else (${messageOf(error)}): give Rungs a database of its own in DATABASE_URL.`;
    // insufficient_privilege: since PostgreSQL 15, only a database's owner may create tables in its `public`.
    case '42501':
      return `The user of DATABASE_URL may not create tables (${messageOf(error)}): make it the owner of the database.`;
    default:
      return undefined;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function sentenceForFileOrPort(error: NodeJS.ErrnoException, config: Config): string {
  if (error.syscall === 'listen') {
    return `Port ${config.port} may not be used by this user: choose one above 1023, such as PORT=3000 npm start`;
  }
  return `${error.path ?? 'The data directory'} cannot be written (${error.code}): set RUNGS_DATA_DIRECTORY to a directory that can.`;
}
