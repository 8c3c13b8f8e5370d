import { Refusal } from '@rungs/domain';
import type { FastifyRequest } from 'fastify';
import { parseEntityTags, versionIn } from './etag.ts';

/** What a validator that can match nothing stands for: versions begin at 0. */
const NO_VERSION = -1;

/**
 * The version that `If-Match` says the change is meant for (RFC 9110 §13.1.1), for the use case to compare:
 *
 * - absent, or `*`, which names no version: undefined, so that the change is refused as `version-required`
 * - several: the highest, which alone can be current, since versions only rise
 * - weak, or never ours: a version that nothing has, because If-Match compares strongly (§8.8.3.2)
 *
 * Throws `unreadable` when the field is malformed.
 */
export function expectedVersionFrom(request: Pick<FastifyRequest, 'headers'>): number | undefined {
  const field = request.headers['if-match'];
  if (field === undefined) return undefined;
  const tags = parseEntityTags(field);
  if (tags === undefined) {
    throw new Refusal('unreadable', { reason: 'If-Match must be a list of entity tags, such as "3".' });
  }
  if (tags === '*') return undefined;
  return Math.max(...tags.map((tag) => (tag.weak ? undefined : versionIn(tag)) ?? NO_VERSION));
}
