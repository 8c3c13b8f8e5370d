import { InvalidInput, type ChangeInput, type HeldVersions, type Unchecked } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import type { FastifyRequest } from 'fastify';
import { parseEntityTags, versionsIn, type EntityTag } from './etag.ts';

type WithHeaders = Pick<FastifyRequest, 'headers'>;

/** What `If-Match` says a change is meant for. */
export type Held = Pick<ChangeInput, 'expectedVersion' | 'heldVersions'>;

/**
 * RFC 9110 §13.1.1, for the use case to compare under its lock:
 *
 * - absent: nothing, so that a change that needs a version is refused as `version-required`
 * - `*`: whatever is current
 * - one or several: any validator of ours for a representation of the thing, in whatever media type or coding
 * - weak ones match nothing, since If-Match compares strongly (§8.8.3.2); neither do those that were never ours
 *
 * Throws `unreadable` when the field is malformed.
 */
export function heldVersionsFrom(request: WithHeaders): Held {
  const tags = tagsOf(request, 'if-match');
  if (tags === undefined) return {};
  if (tags === '*') return { heldVersions: 'any' };
  const heldVersions = tags.flatMap((tag) => (tag.weak ? [] : [versionsIn(tag)])).filter((held) => held !== undefined);
  if (heldVersions.length === 0) return { heldVersions };
  return { expectedVersion: Math.max(...heldVersions.map(([own]) => own)), heldVersions };
}

/** An operation's input, with what its request holds. No body can say that, hence it comes last. */
export function heldBy<T>(input: Unchecked<T>, heldVersions: HeldVersions | undefined): Unchecked<T> {
  if (heldVersions === undefined) return input;
  return input instanceof InvalidInput
    ? new InvalidInput<T>({ ...input.partial, heldVersions }, input.errors)
    : { ...input, heldVersions };
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
  return Date.parse(lastModified) <= Date.parse(since);
}

function tagsOf({ headers }: WithHeaders, name: 'if-match' | 'if-none-match'): readonly EntityTag[] | '*' | undefined {
  const field = headers[name];
  if (field === undefined) return undefined;
  const tags = parseEntityTags(field);
  if (tags !== undefined) return tags;
  const title = name === 'if-match' ? 'If-Match' : 'If-None-Match';
  throw new Refusal('unreadable', { reason: `${title} must be a list of entity tags, such as "3".` });
}
