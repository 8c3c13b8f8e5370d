import { randomUUID } from 'node:crypto';

/** Where a request belongs: the trace, and the caller's span within it. Lower-case hex, 32 and 16 digits. */
export interface TraceParent {
  readonly traceId: string;
  readonly spanId: string;
}

const TRACE_ID = /^[0-9a-f]{32}$/;
const VERSION_AND_FIELDS = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;
const ZEROS = /^0+$/;

/**
 * Reads a `traceparent` header (W3C Trace Context level 1, §3.2).
 *
 * @returns undefined for anything that is not valid, which restarts the trace (§4.3)
 */
export function parseTraceparent(header: string | undefined): TraceParent | undefined {
  const [, version, traceId, spanId, rest] = VERSION_AND_FIELDS.exec(header ?? '') ?? [];
  if (version === undefined || traceId === undefined || spanId === undefined) return undefined;
  // §3.2.2.1: version ff is invalid; version 00 has exactly these fields, a later one may add more.
  if (version === 'ff' || (version === '00' && rest !== undefined)) return undefined;
  // §3.2.2.3 and §3.2.2.4: all zeros is no id.
  if (ZEROS.test(traceId) || ZEROS.test(spanId)) return undefined;
  return { traceId, spanId };
}

/** A new trace with one span, for a request that brought none. */
export function newTraceParent(): TraceParent {
  return { traceId: randomDigits(), spanId: randomDigits().slice(0, 16) };
}

export function isTraceId(text: string): boolean {
  return TRACE_ID.test(text) && !ZEROS.test(text);
}

/**
 * 32 hex digits, never all zeros, since one of the first 16 is the UUID's version. Node draws random bytes for many UUIDs
 * at once, which takes a quarter of the time.
 */
function randomDigits(): string {
  return randomUUID().replaceAll('-', '');
}
