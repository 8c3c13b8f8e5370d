import type { Page } from '@rungs/application';
import type { PageJson } from './outcomes.ts';

/** A page in the plain envelope: cursors of single items stay behind. */
export function representPage<T, J>(page: Page<T>, representItem: (item: T) => J): PageJson<J> {
  const { items, next, previous } = page;
  return {
    items: items.map(representItem),
    page: { ...(next !== undefined && { next }), ...(previous !== undefined && { previous }) },
  };
}
