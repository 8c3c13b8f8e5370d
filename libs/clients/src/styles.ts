import { entry as graphql } from '@rungs/graphql-client';
import { entry as level0 } from '@rungs/rest-level-0-client';
import { entry as level1 } from '@rungs/rest-level-1-client';
import { entry as level2 } from '@rungs/rest-level-2-client';
import { entry as level3 } from '@rungs/rest-level-3-client';
import type { StyleEntry } from '@rungs/scenarios';

/** Every style's client, in the order in which the ladder is climbed. One line per style; so in apps/api/src/styles.ts. */
export const STYLE_CLIENTS: readonly StyleEntry[] = [
  level0, //
  level1,
  level2,
  level3,
  graphql,
];
