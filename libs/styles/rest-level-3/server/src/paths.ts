import { createHash } from 'node:crypto';
import { RESOURCES, UriMap, type UriTemplates } from '@rungs/http';

/** What can hold the things behind its links, if a client wants to: its template says how to ask (embedding.ts). */
const EMBEDDING = ['consumers', 'restaurants', 'menu', 'orders', 'order', 'tickets', 'deliveries', 'couriers'] as const;

type WithEmbed<T extends string> = T extends `${infer Path}{?${infer List}}`
  ? `${Path}{?${List},embed}`
  : `${T}{?embed}`;

function withEmbed<T extends UriTemplates, N extends keyof T & string>(
  templates: T,
  names: readonly N[],
): Omit<T, N> & { readonly [K in N]: WithEmbed<T[K]> } {
  const extended = Object.entries(templates).map(([name, template]) => {
    if (!(names as readonly string[]).includes(name)) return [name, template];
    return [name, template.includes('{?') ? template.replace(/\}$/, ',embed}') : `${template}{?embed}`];
  });
  return Object.fromEntries(extended) as never;
}

/** What level 3 serves, by the names that its code knows. */
const PATHS = {
  home: '',
  relation: '/rels/{rel}',
  profile: '/profile',
  ...withEmbed(RESOURCES, EMBEDDING),
  // Forms that are too long for the thing that they change: level 2 has no such thing, because it has no forms.
  revisionSheet: '/orders/{orderId}/revision-sheet{?rows}',
  menuSheet: '/restaurants/{restaurantId}/menu-sheet{?rows}',
  acceptanceSheet: '/ticket-acceptances/sheet{?rows}',
};

/**
 * The same things at paths that nobody can guess, nor make from one another: one word for all that a path says, and
 * after it the ids. The words are made from the names, so they are the same after a restart and in every process. What
 * stays are the variables: they are names that the client knows, not addresses. So does the entry point.
 */
export function scrambled<T extends UriTemplates>(templates: T): T {
  const renamed = Object.entries(templates).map(([name, template]) => {
    if (template === '') return [name, template];
    const path = template.replace(/\{\?.*$/, '');
    const word = createHash('sha256')
      .update(name)
      .digest('base64url')
      .replaceAll(/[^a-z]/g, '')
      .slice(0, 8);
    const ids = [...path.matchAll(/\{\w+\}/g)].map(([id]) => `/${id}`);
    return [name, `/${word}${ids.join('')}${template.slice(path.length)}`];
  });
  return Object.fromEntries(renamed) as T;
}

/**
 * Every path of this style: routes and hrefs are both made from here, and no client knows any but the first. So they
 * may be other ones: `RUNGS_LEVEL3_PATHS=scrambled` renames them all. It is read here and not handed in, because routes
 * are made when their controllers are imported.
 */
export const uris = new UriMap('/level3', process.env['RUNGS_LEVEL3_PATHS'] === 'scrambled' ? scrambled(PATHS) : PATHS);
