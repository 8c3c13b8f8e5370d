import { RESOURCES } from '@rungs/http';
import type { Exchange, Recorded } from './record.ts';

/** The thing that a path leads to, as all styles with addresses name it. */
export interface Place {
  readonly resource: string;
  /** `/level2/orders/{orderId}`, without a query. */
  readonly path: string;
  /** `{?limit,after}`, or nothing. */
  readonly query: string;
}

const PLACES = Object.entries(RESOURCES).map(([resource, template]) => {
  const [path = '', query] = template.split('{?');
  return {
    resource,
    path,
    query: query === undefined ? '' : `{?${query}`,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/?]+')}$`),
  };
});

/** Where a path below a style's prefix leads; undefined where it is none of the resources. */
export function placeOf(named: string): Place | undefined {
  const [, prefix = '', below = ''] = /^(\/level\d)(\/[^?]*)/.exec(named.replace(/\{\?[^}]*\}$/, '')) ?? [];
  const found = PLACES.find(({ pattern }) => pattern.test(below.replaceAll(/\{\{?[$\w]+\}\}?/g, 'x')));
  return found && { resource: found.resource, path: `${prefix}${found.path}`, query: found.query };
}

interface HalControls {
  readonly _links?: Readonly<Record<string, { readonly href?: string; readonly templated?: boolean }>>;
  readonly _templates?: Readonly<Record<string, { readonly method?: string; readonly target?: string }>>;
}

/** What a level 3 client used of an earlier answer to come to a request. */
export interface Control {
  readonly kind: 'link' | 'form';
  readonly name: string;
}

/** The control that offered the request at this index: of the answers before it or of the entry point. */
export function controlBefore({ exchanges, entry }: Recorded, index: number): Control | undefined {
  const { method, path } = exchanges[index] as Exchange;
  const wanted = withoutIds(path);
  const leads = (href = ''): boolean => withoutIds(href) === wanted;
  const earlier = [...exchanges.slice(0, index).reverse(), ...(entry ? [entry] : [])];
  for (const { answer, path: self } of earlier) {
    const { _links: links = {}, _templates: forms = {} } = (answer ?? {}) as HalControls;
    const form = Object.entries(forms).find(
      ([, { method: verb = 'GET', target = self }]) => verb.toUpperCase() === method && leads(target),
    );
    if (form) return { kind: 'form', name: form[0] };
    const leading = Object.entries(links).filter(
      ([name, { href }]) => method === 'GET' && name !== 'self' && leads(href),
    );
    // Our client fills in an id that it holds, even where a link leads to the same thing without one.
    const [link] = leading.sort(([, a], [, b]) => Number(b.templated ?? false) - Number(a.templated ?? false));
    if (link) return { kind: 'link', name: link[0] };
  }
  return undefined;
}

/** How ids look. */
export const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** A way without its query, and with a star for every id, whether it is there or still to be filled in. */
function withoutIds(href: string): string {
  return href
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/\{\?.*|\?.*/, '')
    .replaceAll(UUID, '*')
    .replaceAll(/\{\{[$\w]+\}\}|\{\w+\}/g, '*');
}
