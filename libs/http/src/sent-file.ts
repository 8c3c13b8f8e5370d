import { Refusal, type MenuItem } from '@rungs/domain';
import type { FastifyRequest } from 'fastify';

/** Of the body, without its parameters: RFC 9110 §8.3.1. */
export function mediaTypeOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
}

/** RFC 9110 §8.8.2: when a photo was set, of those of which that is known. An HTTP date has whole seconds (§5.6.7). */
export function lastModifiedOf({ photoChangedAt }: Pick<MenuItem, 'photoChangedAt'>): { 'last-modified'?: string } {
  return photoChangedAt === undefined ? {} : { 'last-modified': new Date(photoChangedAt).toUTCString() };
}

/**
 * A photo that was sent as it is, as the members that say it in JSON. An empty file is a file; that it is no photo is
 * for the use case to say.
 */
export function photoSent(request: Pick<FastifyRequest, 'headers' | 'body'>): { contentType: string; data: string } {
  // RFC 9110 §14.5: who sends a part would have it replace the whole.
  if (request.headers['content-range'] !== undefined) {
    throw new Refusal('unreadable', { reason: 'a photo is sent whole, without Content-Range.' });
  }
  const bytes = request.body as Buffer | undefined;
  return { contentType: mediaTypeOf(request), data: bytes?.toString('base64') ?? '' };
}
