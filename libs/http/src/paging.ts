/** Where a page's neighbours are, as hrefs. */
export interface PageLinks {
  readonly first: string;
  readonly next?: string;
  readonly prev?: string;
}

/**
 * The neighbours of a page: the same request with another cursor.
 *
 * @param url the request's own path and query, `/level2/orders?states=APPROVED&after=…`
 * @param page the cursors of what follows and precedes, as the use case answered them
 */
export function pageLinks(url: string, page: { readonly next?: string; readonly previous?: string }): PageLinks {
  const [path, query = ''] = url.split('?', 2) as [string, string?];
  const href = (cursor: 'after' | 'before' | undefined, value = ''): string => {
    const members = new URLSearchParams(query);
    members.delete('after');
    members.delete('before');
    if (cursor) members.set(cursor, value);
    return members.size === 0 ? path : `${path}?${members.toString()}`;
  };
  return {
    first: href(undefined),
    ...(page.next !== undefined && { next: href('after', page.next) }),
    ...(page.previous !== undefined && { prev: href('before', page.previous) }),
  };
}

/** The `Link` field (RFC 8288 §3) with the registered relations `first`, `next` and `prev`. */
export function linkHeader(links: PageLinks): string {
  return Object.entries(links)
    .map(([relation, href]) => `<${String(href)}>; rel="${relation}"`)
    .join(', ');
}
