import type { OutcomeJson, RefusalJson } from '@rungs/json';
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

/** What is sent, and what it is. */
export interface Content {
  readonly mediaType: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

export function json(body: object, mediaType = 'application/json'): Content {
  return { mediaType, body: JSON.stringify(body) };
}

/** RFC 7396: only what shall change. */
export function mergePatch(body: object): Content {
  return json(body, 'application/merge-patch+json');
}

export function headersFor(
  accessToken: string | undefined,
  asked: {
    readonly content?: Content;
    readonly expectedVersion?: number | undefined;
    readonly idempotencyKey?: string | undefined;
  },
): Record<string, string> {
  return {
    ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
    ...(asked.content && { 'content-type': asked.content.mediaType }),
    // RFC 9110 §13.1.1: only if nobody changed it since this version was seen.
    ...(asked.expectedVersion !== undefined && { 'if-match': `"${asked.expectedVersion}"` }),
    ...(asked.idempotencyKey !== undefined && { 'idempotency-key': asked.idempotencyKey }),
  };
}

/** The representation of a success; throws the refusal that a problem document carries (RFC 9457). */
export async function answerOf<T>(response: Response): Promise<T> {
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type.startsWith('application/json')) return (await response.json()) as T;
  return refuse(response, type);
}

type Photo = OutcomeJson<'getPhoto'>;

/** The bytes of a photo in the contract's base64. */
export async function photoOf(response: Response): Promise<Photo> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !type.startsWith('image/')) return refuse(response, type);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return { contentType: type as Photo['contentType'], data };
}

/** The other way. What is no base64 is no photo either: its characters are sent, for the server to refuse. */
export function photoContent({ contentType, data }: Photo): Content {
  return { mediaType: contentType, body: bytesOf(data) };
}

function bytesOf(data: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  } catch {
    return new TextEncoder().encode(data);
  }
}

async function refuse(response: Response, type: string): Promise<never> {
  if (!type.startsWith('application/problem+json')) throw new UnexpectedAnswerError(`${response.status} ${type}`);
  const problem = (await response.json()) as Partial<Problem>;
  // `about:blank` (RFC 9457 §4.2.1): HTTP said no, or the server failed; no rule refused anything.
  if (problem.code === undefined) throw new UnexpectedAnswerError(`${response.status} ${problem.detail ?? ''}`);
  throw new RefusedError(refusalOf(problem as Problem), response.status);
}

export interface Problem {
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
