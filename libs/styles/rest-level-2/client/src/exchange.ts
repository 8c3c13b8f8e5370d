import type { RefusalJson } from '@rungs/json';
import { RefusedError, UnexpectedAnswerError } from '@rungs/scenarios';

// What goes out and comes in, without any knowledge of paths.

export type Query = object;

/** The URL below level 2's prefix; members of the query that are undefined stay out, lists are joined by commas. */
export function urlOf(baseUrl: string, path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, textOf(value));
  }
  const search = parameters.toString();
  return `${baseUrl}/level2${path}${search && `?${search}`}`;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  const { lat, lon } = value as { lat?: number; lon?: number };
  return lat === undefined ? String(value) : `${lat},${lon}`;
}

export function headersFor(
  accessToken: string | undefined,
  asked: {
    readonly body?: object;
    readonly expectedVersion?: number | undefined;
    readonly idempotencyKey?: string | undefined;
  },
): Record<string, string> {
  return {
    ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    ...(asked.body && { 'content-type': 'application/json' }),
    // RFC 9110 §13.1.1: only if nobody changed it since this version was seen.
    ...(asked.expectedVersion !== undefined && { 'if-match': `"${asked.expectedVersion}"` }),
    ...(asked.idempotencyKey !== undefined && { 'idempotency-key': asked.idempotencyKey }),
  };
}

/** The representation of a success; throws the refusal that a problem document carries (RFC 9457). */
export async function answerOf<T>(response: Response): Promise<T> {
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type.startsWith('application/json')) return (await response.json()) as T;
  if (type.startsWith('application/problem+json')) {
    throw new RefusedError(refusalOf((await response.json()) as Problem), response.status);
  }
  throw new UnexpectedAnswerError(`${response.status} ${type}`);
}

interface Problem {
  readonly code: RefusalJson['code'];
  readonly detail: string;
  readonly [member: string]: unknown;
}

/** The members that RFC 9457 §3.1 defines; all others are the refusal's own details. */
const STANDARD_MEMBERS = new Set(['type', 'title', 'status', 'detail', 'instance', 'code', 'traceId']);

export function refusalOf(problem: Problem): RefusalJson {
  const details = Object.fromEntries(Object.entries(problem).filter(([name]) => !STANDARD_MEMBERS.has(name)));
  return { code: problem.code, message: problem.detail, details } as RefusalJson;
}
