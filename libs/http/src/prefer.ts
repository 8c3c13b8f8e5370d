import type { FastifyReply, FastifyRequest } from 'fastify';

/** RFC 7240 §2: what a client would like, by lower-case name; a preference without a value has the empty text. */
export type Preferences = ReadonlyMap<string, string>;

/**
 * Reads `Prefer`, which may come several times. Of a preference said twice the first counts (§2); parameters of
 * preferences, of which we know none, and what cannot be read are ignored, as all that is unknown here must be.
 */
export function preferencesOf({ headers }: Pick<FastifyRequest, 'headers'>): Preferences {
  const preferences = new Map<string, string>();
  const field = [headers['prefer'] ?? []].flat().join(',');
  // token [ BWS "=" BWS word ] *( OWS ";" [ OWS parameter ] ), separated by commas.
  const element =
    /([!#$%&'*+.^_`|~\w-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?((?:\s*;(?:"(?:[^"\\]|\\.)*"|[^",])*)?)\s*(?:,|$)/g;
  for (const [, name = '', quoted, bare] of field.matchAll(element)) {
    const key = name.toLowerCase();
    if (!preferences.has(key)) preferences.set(key, quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '');
  }
  return preferences;
}

/** RFC 7240 §3: says that a preference was heeded. Several may be. */
export function sayApplied(reply: FastifyReply, preference: string): void {
  const before = reply.getHeader('preference-applied');
  void reply.header('preference-applied', before === undefined ? preference : `${String(before)}, ${preference}`);
}
