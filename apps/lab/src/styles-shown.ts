import type { StyleId } from '@rungs/scenarios';

/** How the lab introduces a style. Its colour is in css/tokens.css, its mark in panels/style-mark.tsx. */
export interface ShownStyle {
  readonly style: StyleId;
  readonly name: string;
  /** Where it answers. */
  readonly address: string;
  readonly character: string;
}

export const SHOWN_STYLES: readonly ShownStyle[] = [
  {
    style: 'rest-level-0',
    name: 'Level 0',
    address: 'POST /level0',
    character: 'One address and one verb: the operation is named in the body, and HTTP only carries it.',
  },
  {
    style: 'rest-level-1',
    name: 'Level 1',
    address: 'POST /level1/…',
    character: 'An address for every thing, still one verb: the body says what to do, and whether it went well.',
  },
  {
    style: 'rest-level-2',
    name: 'Level 2',
    address: '/level2/…',
    character: 'HTTP as it is meant: verbs, status codes, versions and caches do the talking.',
  },
  {
    style: 'rest-level-3',
    name: 'Level 3',
    address: 'GET /level3',
    character: 'Level 2, and every answer links to what may come next: a client knows one address.',
  },
  {
    style: 'graphql',
    name: 'GraphQL',
    address: 'POST /graphql',
    character: 'One address and one typed graph: the client names the fields it wants, and gets just those.',
  },
];

const NAMES = new Map(SHOWN_STYLES.map(({ style, name }) => [style, name]));

/** `Level 2`, for heads. */
export function nameOfStyle(style: StyleId): string {
  return NAMES.get(style) ?? style;
}
