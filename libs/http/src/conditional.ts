import { InvalidInput, type ChangeInput, type HeldVersions, type Unchecked } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import type { FastifyRequest } from 'fastify';
import { parseEntityTags, versionsIn, type EntityTag } from './etag.ts';

type WithHeaders = Pick<FastifyRequest, 'headers'>;

/** What `If-Match` and `If-None-Match` say that a change is meant for, and what not. */
export type Held = Pick<ChangeInput, 'expectedVersion' | 'heldVersions' | 'unlessVersions'>;

/**
 * RFC 9110 §13.1.1 and §13.1.2, for the use case to compare under its lock:
 *
 * - absent: nothing, so that a change that needs a version is refused as `version-required`
 * - `*`: whatever is current
 * - one or several: any validator of ours for a representation of the thing, in whatever media type or coding
 * - weak ones match nothing in `If-Match`, which compares strongly (§8.8.3.2), and the same as strong ones in
 *   `If-None-Match`; those that were never ours match nothing in either
 *
 * `If-Unmodified-Since` is not looked at: what is changed has versions, and no date that is exact (§13.1.4: to be ignored
 * where there is none). Alone it would be 428 all the same.
 *
 * Throws `unreadable` when a field is malformed.
 */
export function heldVersionsFrom(request: WithHeaders): Held {
  const without = tagsOf(request, 'if-none-match');
  const unless = without && { unlessVersions: without === '*' ? ('any' as const) : allVersionsIn(without) };
  const tags = tagsOf(request, 'if-match');
  if (tags === undefined) return { ...unless };
  if (tags === '*') return { heldVersions: 'any', ...unless };
  const heldVersions = allVersionsIn(tags.filter(({ weak }) => !weak));
  if (heldVersions.length === 0) return { heldVersions, ...unless };
  return { expectedVersion: Math.max(...heldVersions.map(([own]) => own)), heldVersions, ...unless };
}

function allVersionsIn(tags: readonly EntityTag[]): Exclude<HeldVersions, 'any'> {
  return tags.map(versionsIn).filter((versions) => versions !== undefined);
}

/** An operation's input, with what its request holds. No body can say that, hence it comes last. */
export function heldBy<T>(input: Unchecked<T>, { heldVersions, unlessVersions }: Held): Unchecked<T> {
  if (heldVersions === undefined && unlessVersions === undefined) return input;
  const held = { ...(heldVersions && { heldVersions }), ...(unlessVersions && { unlessVersions }) };
  return input instanceof InvalidInput
    ? new InvalidInput<T>({ ...input.partial, ...held }, input.errors)
    : { ...input, ...held };
}

/**
 * Whether a read is to go on (RFC 9110 §13.1.1, which speaks of every method): `etag`, of what would be answered, is
 * among what `If-Match` lists, or it says `*`. The comparison is strong. A malformed field is `unreadable`.
 *
 * @param lastModified an HTTP date; looked at only where the client sent no `If-Match` (§13.1.4)
 */
export function isMatched(request: WithHeaders, etag: string | undefined, lastModified?: string): boolean {
  const tags = tagsOf(request, 'if-match');
  if (tags !== undefined) return tags === '*' || tags.some(({ weak, opaque }) => !weak && `"${opaque}"` === etag);
  const since = request.headers['if-unmodified-since'];
  if (since === undefined || lastModified === undefined) return true;
  // §13.1.4: what is no date is ignored, and so compares as false.
  return !(Date.parse(lastModified) > epochMsOfDate(since));
}

/**
 * True where the client has already what a GET or HEAD would answer (RFC 9110 §13.1.2): `etag` is among what
 * `If-None-Match` lists, or it says `*`. The comparison is weak (§8.8.3.2). A malformed field is `unreadable`.
 *
 * @param lastModified an HTTP date; looked at only where the client sent no `If-None-Match` (§13.1.3)
 */
export function isNotModified(request: WithHeaders, etag: string | undefined, lastModified?: string): boolean {
  const tags = tagsOf(request, 'if-none-match');
  if (tags !== undefined) {
    const opaque = etag?.replace(/^W\//, '').slice(1, -1);
    return tags === '*' || tags.some((tag) => tag.opaque === opaque);
  }
  const since = request.headers['if-modified-since'];
  if (since === undefined || lastModified === undefined) return false;
  // §13.1.3: what is no date is ignored, and so compares as false.
  return Date.parse(lastModified) <= epochMsOfDate(since);
}

/** RFC 9110 §5.6.7: the form of today, that of RFC 850, and C's `asctime`, which is in UTC without saying so. */
const HTTP_DATE =
  /^(?:\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT|\w{6,9}, \d\d-\w{3}-\d\d \d\d:\d\d:\d\d GMT|(\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}))$/;

/** NaN for what is no HTTP date, such as a year alone, of which `Date.parse` would make one. */
function epochMsOfDate(text: string): number {
  const form = HTTP_DATE.exec(text);
  return form === null ? NaN : Date.parse(form[1] === undefined ? text : `${text} GMT`);
}

function tagsOf({ headers }: WithHeaders, name: 'if-match' | 'if-none-match'): readonly EntityTag[] | '*' | undefined {
  const field = headers[name];
  if (field === undefined) return undefined;
  const tags = parseEntityTags(field);
  if (tags !== undefined) return tags;
  const title = name === 'if-match' ? 'If-Match' : 'If-None-Match';
  throw new Refusal('unreadable', { reason: `${title} must be a list of entity tags, such as "3".` });
}
