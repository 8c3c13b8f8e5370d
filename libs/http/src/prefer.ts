import type { FieldError } from '@rungs/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { UriMap } from './uri-map.ts';

/** RFC 7240 §2: what a client would like, by lower-case name; a preference without a value has the empty text. */
export type Preferences = ReadonlyMap<string, string>;

/** A quoted text, a token, or what separates them. Whatever is sent, each of its characters is gone over once. */
const WORD = /"(?:[^"\\]|\\.?)*"?|[^\s",;=]+|[,;=]/g;

const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * Reads `Prefer`, which may come several times. Of a preference said twice the first counts (§2); parameters of
 * preferences, of which we know none, and what cannot be read are ignored, as all that is unknown here must be.
 */
export function preferencesOf({ headers }: Pick<FastifyRequest, 'headers'>): Preferences {
  const preferences = new Map<string, string>();
  let words: string[] = [];
  const field = [headers['prefer'] ?? []].flat().join(',');
  for (const [word] of `${field},`.matchAll(WORD)) {
    if (word !== ',') {
      words.push(word);
      continue;
    }
    const [name, value] = preferenceIn(words) ?? [];
    if (name !== undefined && !preferences.has(name)) preferences.set(name, value ?? '');
    words = [];
  }
  return preferences;
}

/** token [ BWS "=" BWS word ] *( OWS ";" [ OWS parameter ] ); undefined where it is not that. */
function preferenceIn(words: readonly string[]): readonly [name: string, value: string] | undefined {
  const parameters = words.indexOf(';');
  const [name = '', equals, value, ...more] = parameters < 0 ? words : words.slice(0, parameters);
  if (!TOKEN.test(name) || (equals !== undefined && equals !== '=') || value === '=' || more.length > 0)
    return undefined;
  const text = value?.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
  return [name.toLowerCase(), text ?? ''];
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
