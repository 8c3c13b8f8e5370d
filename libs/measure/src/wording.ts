import type { StyleId } from '@rungs/scenarios';

/** A piece of a sentence. `style` is the one that it names: it may be shown in that style's colour and mark. */
export interface Part {
  readonly text: string;
  readonly style?: StyleId;
  readonly strong?: boolean;
}
export type Said = readonly Part[];

export function text(words: string, marks: Omit<Part, 'text'> = {}): Part {
  return { text: words, ...marks };
}

/** `level 2` of `REST level 2: verbs and status codes`; `GraphQL` stays as it is. */
export function styleName({ title }: { readonly title: string }): string {
  return (title.split(':', 1)[0] ?? title).replace(/^REST /, '');
}

/** `Level 2`, for heads. */
export function styleHead(named: { readonly title: string }): string {
  const name = styleName(named);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `level 0, level 1 and GraphQL`, each marked as the style that it is. */
export function namedStyles(
  styles: readonly { readonly style: StyleId; readonly title: string }[],
  strong: boolean,
): Said {
  return styles.flatMap((named, index): Said => {
    const between = index === 0 ? '' : index === styles.length - 1 ? ' and ' : ', ';
    const name = text(styleName(named), { style: named.style, ...(strong && { strong }) });
    return between === '' ? [name] : [text(between), name];
  });
}

/** `1 round trip`, `3 round trips`. */
export function countOf(count: number, thing: string): Said {
  return [text(counted(count, thing), { strong: true })];
}

export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** `840 bytes`, `12.3 kB` (1 kB is 1,000 bytes). */
export function bytesText(bytes: number): string {
  return bytes < 1000 ? counted(bytes, 'byte') : `${(bytes / 1000).toFixed(1)} kB`;
}

/** `order, ticket and bill`; several of a kind are counted: `20 × delivery` for `delivery 1` to `delivery 20`. */
export function listText(labels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const label of labels) {
    const kind = label.replace(/ \d+$/, '');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const items = [...counts].map(([label, count]) => (count === 1 ? label : `${count} × ${label}`));
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const NAMED_PATHS = 4;

/** The first few of them. */
export function pathsText(paths: readonly string[]): string {
  const more = paths.length - NAMED_PATHS;
  return more > 0 ? `${paths.slice(0, NAMED_PATHS).join(', ')} and ${more} more` : listText(paths);
}
