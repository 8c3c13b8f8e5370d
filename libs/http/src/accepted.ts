import Negotiator from 'negotiator';

/** Nobody who asks for UTF-8 by name is to be told that there is none: all that we send as text is. */
const UTF_8 = '; charset=utf-8';

/**
 * `;profile="…"`, `;v=1`: none of ours has parameters, so whoever adds one gets the type without it. Not so the weight,
 * nor the characters' encoding, of which there is but one.
 */
const UNKNOWN_PARAMETER = /;\s*(?!(?:q|charset)\s*=)[\w!#$%&'*+.^`|~-]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^;,\s"]*)/gi;

/**
 * The media type to answer with, of those that there are: RFC 9110 §12.5.1, with weights, ranges and `q=0`.
 *
 * Of types that are wanted as much as each other it is the one named more specifically, then the one named first, then
 * the one offered first. Undefined when none is acceptable: whether that is a 406 or the first of them, after all, is
 * for the style to say (§15.5.7 allows both). No field, or an empty one, takes everything.
 *
 * @param accept the field, `application/xml;q=0.9, application/*`
 * @param offers media types without parameters, the preferred one first
 */
export function acceptedOf<T extends string>(accept: string | undefined, offers: readonly T[]): T | undefined {
  if (accept === undefined || accept.trim() === '') return offers[0];
  const known = accept.replaceAll(UNKNOWN_PARAMETER, '');
  const [accepted] = new Negotiator({ headers: { accept: known } }).mediaTypes([
    ...offers,
    ...offers.map((offer) => offer + UTF_8),
  ]);
  return offers.find((offer) => accepted === offer || accepted === offer + UTF_8);
}
