/** What went wrong with the embedded PostgreSQL, as one word a program can act on. */
export type EmbeddedPostgresErrorCode =
  | 'no-binaries'
  | 'no-place'
  | 'disk-full'
  | 'read-only'
  | 'nameless-user'
  | 'other-major-version'
  | 'password-lost'
  | 'held'
  | 'in-use'
  | 'cannot-start'
  | 'cannot-stop';

/**
 * The embedded PostgreSQL could not do what was asked. `message` is one sentence for a person:
 * what happened, and what to do about it. The server's own words are in `detail`.
 */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly code: EmbeddedPostgresErrorCode;
  readonly detail: string | undefined;

  constructor(code: EmbeddedPostgresErrorCode, message: string, detail?: string) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

const OWN_DATABASE = 'set DATABASE_URL to a PostgreSQL of your own';

const EXPLANATIONS: readonly {
  readonly pattern: RegExp;
  readonly code: EmbeddedPostgresErrorCode;
  readonly sentence: (place: string) => string;
}[] = [
  {
    pattern: /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/i,
    code: 'disk-full',
    sentence: (place) =>
      `The disk that holds the database (${place}) is full: free some space and start again, or ${OWN_DATABASE}.`,
  },
  {
    pattern: /Read-only file system|EROFS/i,
    code: 'read-only',
    sentence: (place) =>
      `The database's directory (${place}) is on a read-only disk: make it writable and start again, or ${OWN_DATABASE}.`,
  },
  {
    pattern: /database files are incompatible with server/i,
    code: 'other-major-version',
    sentence: (place) =>
      `The data in ${place} were written by another version of PostgreSQL: run "npm run db:reset" to begin anew with demo data, or ${OWN_DATABASE}.`,
  },
  {
    pattern: /could not look up effective user ID/i,
    code: 'nameless-user',
    sentence: () =>
      `This user id has no name on this machine, and PostgreSQL refuses to make a database for it: run as a user listed in /etc/passwd, or ${OWN_DATABASE}.`,
  },
  {
    pattern: /error while loading shared libraries|cannot execute|ENOEXEC|version `GLIBC|ENOENT/i,
    code: 'no-binaries',
    sentence: () =>
      `The PostgreSQL that came with the packages cannot run on this machine (it needs glibc): ${OWN_DATABASE}.`,
  },
  {
    pattern: /Permission denied|EACCES|EPERM|has wrong ownership|invalid permissions/i,
    code: 'no-place',
    sentence: (place) =>
      `The database's directory (${place}) may not be written or does not belong to this user: correct its owner or delete it and start again, or ${OWN_DATABASE}.`,
  },
];

/** Turns what a native program or the file system said into an error with one clear sentence. */
export function explain(output: string, place: string): EmbeddedPostgresError {
  for (const { pattern, code, sentence } of EXPLANATIONS) {
    if (pattern.test(output)) return new EmbeddedPostgresError(code, sentence(place), output);
  }
  const reason = /(?:FATAL|PANIC):\s*(.+)/.exec(output)?.[1] ?? /error:\s*(.+)/.exec(output)?.[1] ?? lastLine(output);
  return new EmbeddedPostgresError(
    'cannot-start',
    `The embedded PostgreSQL in ${place} could not start (${reason}): see server.log there, run "npm run db:reset" if its data may go, or ${OWN_DATABASE}.`,
    output,
  );
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) || 'it said nothing';
}
