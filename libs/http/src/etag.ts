/**
 * A strong validator made of versions, never of a built body: `entityTag(3)` is `"3"`. The thing's own version comes
 * first; whatever else the representation depends on follows: `entityTag(3, 'hal', 7)` is `"3.hal.7"`.
 */
export function entityTag(version: number, ...variants: readonly (string | number)[]): string {
  return `"${[version, ...variants].join('.')}"`;
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
  const element = /\s*(?:(W\/)?"([\x21\x23-\x7e\x80-\xff]*)")?\s*(?:,|$)/y;
  while (element.lastIndex < field.length) {
    const match = element.exec(field);
    if (match === null) return undefined;
    if (match[2] !== undefined) tags.push({ weak: match[1] !== undefined, opaque: match[2] });
  }
  return tags.length === 0 ? undefined : tags;
}

/** The version that a validator of ours begins with; undefined for one that we never made. */
export function versionIn({ opaque }: EntityTag): number | undefined {
  const digits = /^(\d{1,15})(?:\.|$)/.exec(opaque)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
