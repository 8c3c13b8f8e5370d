import { isRefusal, Refusal } from '@rungs/domain';

const RETRY_AFTER_SECONDS = 2;

/** Errors of the socket. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

/** What pg, its pool and TypeORM say without a code. */
const LOST_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|Query read timeout|after calling end on the pool|Client was closed|Driver not Connected|already released|DataSource is not established|is not connected/i;

/**
 * SQLSTATE classes and codes (PostgreSQL's appendix A) that say "not now" and nothing about the request:
 * 08 connection, 53 out of resources, 57 operator (shutdown, cancelled by a time limit), 25P03 idle too long,
 * 25006 read-only after a failover, 55P03 a lock was not had in time.
 */
const NOT_NOW = /^(?:08...|53...|57...|25P03|25P04|25006|55P03)$/;

export function codeOf(error: unknown): string | undefined {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: unknown };
  return typeof code === 'string' ? code : driverError === undefined ? undefined : codeOf(driverError);
}

/** The connection is gone, so nothing more can be said on it, not even ROLLBACK. */
export function isConnectionLost(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && (UNREACHABLE.has(code) || /^(?:08...|57P0.|25P03)$/.test(code))) return true;
  return error instanceof Error && !isRefusal(error) && LOST_CONNECTION.test(error.message);
}

/** Deadlock or serialization failure: PostgreSQL asks for the whole transaction again. */
export function isToBeRetried(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40P01' || code === '40001';
}

/**
 * What a use case throws for a failure of the database: `unavailable` when trying again may help, `invalid-input`
 * for characters, times and numbers that PostgreSQL cannot store, and otherwise the error itself, a defect.
 */
export function asRefusal(error: unknown): unknown {
  if (isRefusal(error)) return error;
  const code = codeOf(error);
  if (isConnectionLost(error) || isToBeRetried(error) || (code !== undefined && NOT_NOW.test(code))) {
    const refusal = new Refusal('unavailable', { part: 'The database', retryAfterSeconds: RETRY_AFTER_SECONDS });
    refusal.cause = error;
    return refusal;
  }
  // Years before the first and after the 9,999th: instants that JavaScript writes and PostgreSQL does not read.
  if (code === '22007' || code === '22008' || code === '22009') {
    return new Refusal('invalid-input', { errors: [{ path: '', message: 'has a time that cannot be stored' }] });
  }
  // JavaScript's least numbers, of which PostgreSQL halves none; and whole ones beyond its integers.
  if (code === '22003') {
    return new Refusal('invalid-input', { errors: [{ path: '', message: 'has a number that is out of range' }] });
  }
  if (isUnstorableText(error, code)) {
    return new Refusal('invalid-input', {
      errors: [{ path: '', message: 'has a text with U+0000 or half of a surrogate pair, which cannot be stored' }],
    });
  }
  return error;
}

/** 22021 in a text, 22P05 for \u0000 in JSON, 22P02 for a lone surrogate in JSON: what RFC 8259 §8.2 warns of. */
function isUnstorableText(error: unknown, code: string | undefined): boolean {
  if (code === '22021' || code === '22P05') return true;
  return code === '22P02' && error instanceof Error && /for type json/.test(error.message);
}
