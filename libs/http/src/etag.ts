import { hash } from 'node:crypto';

/** What else than versions decides how a thing is shown: who sees it, what was selected, what is priced when read. */
export type Ingredient = string | number | boolean | undefined;

/**
 * A strong validator (RFC 9110 §8.8.1) made of what decides the representation, never of a built body.
 *
 * The versions of all that is shown come first, the thing's own before the others', so that a change can be held against
 * it; whatever else decides follows as one digest: `entityTag(3)` is `"3"`, `entityTag([3, 1])` is `"3-1"`, and
 * `entityTag([3, 1], 'consumer:0190…', 'cancelOrder')` is `"3-1.Jz8xq0WmY2c"`.
 */
export function entityTag(versions: number | readonly number[], ...others: readonly Ingredient[]): string {
  return withDigest(`"${[versions].flat().join('-')}"`, others);
}

/**
 * The validator of a page of things, which has no version of its own: of the ids and versions on it, in their order, and
 * of where its neighbours begin. It begins with no version, so that no change can be meant for it.
 */
export function pageTag(
  items: readonly (readonly Ingredient[])[],
  { next, previous }: { readonly next?: string; readonly previous?: string },
  ...others: readonly Ingredient[]
): string {
  return withDigest('"page"', [...items.map((item) => item.join()), next, previous, ...others]);
}

/** The same thing in another media type or content coding has another strong validator (RFC 9110 §8.8.3.3). */
export function tagOfVariant(tag: string, variant: string): string {
  return tag.replace(/"$/, `.${variant}"`);
}

/** The same thing with another selection of its members or parts. */
export function withDigest(tag: string, others: readonly Ingredient[]): string {
  if (others.length === 0) return tag;
  // 66 bits of what cannot be told apart otherwise; what they are made of is never shown to anybody.
  const digest = hash('sha256', JSON.stringify(others), 'base64url').slice(0, 11);
  return tagOfVariant(tag, digest);
}

/** RFC 9110 §8.8.3. */
export interface EntityTag {
  readonly weak: boolean;
  readonly opaque: string;
}

/** The members of an `If-Match` or `If-None-Match` list, `'*'`, or undefined when the field is malformed. */
export function parseEntityTags(field: string): readonly EntityTag[] | '*' | undefined {
  if (field.trim() === '*') return '*';
  const tags: EntityTag[] = [];
  // RFC 9110 §5.6.1.2: a recipient accepts a reasonable number of empty list elements.
  // Nowhere may the same spaces be counted in two ways: a field of nothing else would take seconds.
  const element = /\s*(?:(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"\s*)?(?:,|$)/y;
  while (element.lastIndex < field.length) {
    const match = element.exec(field);
    if (match === null) return undefined;
    if (match[2] !== undefined) tags.push({ weak: match[1] !== undefined, opaque: match[2] });
  }
  return tags.length === 0 ? undefined : tags;
}

/** The versions that a validator of ours begins with, the thing's own first; undefined for one that we never made. */
export function versionsIn({ opaque }: EntityTag): readonly [number, ...number[]] | undefined {
  const digits = /^(\d{1,15}(?:-\d{1,15})*)(?:\.|$)/.exec(opaque)?.[1];
  return digits?.split('-').map(Number) as [number, ...number[]] | undefined;
}
