import type { FieldError } from '@rungs/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { UriMap } from './uri-map.ts';

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

/** RFC 7240 §4.4: whether what a request says and nobody knows is refused; undefined where the client leaves it to us. */
export function handlingOf(request: Pick<FastifyRequest, 'headers'>): 'strict' | 'lenient' | undefined {
  const handling = preferencesOf(request).get('handling');
  return handling === 'strict' || handling === 'lenient' ? handling : undefined;
}

/** What a strict client is told of its query: the names that the resource of this route does not know. */
export function unknownInQuery(request: FastifyRequest, uris: Pick<UriMap, 'queryOf'>): readonly FieldError[] {
  if (handlingOf(request) !== 'strict') return [];
  const known = uris.queryOf(request.routeOptions.url ?? '');
  return (
    Object.keys(request.query as object)
      .filter((name) => !known.has(name))
      // RFC 6901 §3.
      .map((name) => ({ path: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, message: 'is unknown here' }))
  );
}

/** RFC 7240 §3: says that a preference was heeded. Several may be. */
export function sayApplied(reply: FastifyReply, preference: string): void {
  const before = reply.getHeader('preference-applied');
  void reply.header('preference-applied', before === undefined ? preference : `${String(before)}, ${preference}`);
}
