/** What a target without a path is routed as. */
export const SERVER_AS_A_WHOLE = '/*';

const SCHEME_AND_AUTHORITY = /^https?:\/\/[^/?#]*/i;
const ENCODED = /%([\da-f]{2})/gi;
/** RFC 3986 §2.3. */
const UNRESERVED = /[\w.~-]/;

/**
 * What a request asks for, in the one form that all who look at it go by: the limits, the styles, the router and the
 * log. Else a client chose by its spelling which of them know their own paths again.
 *
 * - `*`, which `OPTIONS` may have (RFC 9110 §9.3.7), is the server as a whole
 * - `http://host/path` is `/path`: RFC 9112 §3.2.2, "a server MUST accept the absolute-form in requests"
 * - `/%6Cevel0` is `/level0`: RFC 3986 §6.2.2.2, an unreserved character is the same encoded or not. All others stay
 *   as they are.
 * - a fragment, which no target has, is left out
 *
 * @param target of the request line
 */
export function pathAndQueryOf(target: string): string {
  if (target === '*') return SERVER_AS_A_WHOLE;
  const relative = target.replace(SCHEME_AND_AUTHORITY, '').split('#', 1)[0]!;
  const queryAt = relative.indexOf('?');
  const path = queryAt === -1 ? relative : relative.slice(0, queryAt);
  const decoded = path.replaceAll(ENCODED, (encoded, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    return UNRESERVED.test(character) ? character : encoded;
  });
  return `${decoded === '' ? '/' : decoded}${relative.slice(path.length)}`;
}
