import type { DynamicModule, Type } from '@nestjs/common';
import { GraphqlStyleModule } from '@rungs/graphql-server';
import { RestLevel0Module } from '@rungs/rest-level-0-server';
import { RestLevel1Module } from '@rungs/rest-level-1-server';
import { RestLevel2Module } from '@rungs/rest-level-2-server';
import { RestLevel3Module } from '@rungs/rest-level-3-server';

/** One API style's server: its id, where it is, and the module that serves it. */
export interface StyleServer {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly module: Type | DynamicModule;
}

/** Every style that this process serves, in the order in which the ladder is climbed. One line per style; so in libs/clients/src/styles.ts. */
export const STYLE_SERVERS: readonly StyleServer[] = [
  { id: 'rest-level-0', path: '/level0', title: 'Level 0: one endpoint', module: RestLevel0Module },
  { id: 'rest-level-1', path: '/level1', title: 'Level 1: resources', module: RestLevel1Module },
  { id: 'rest-level-2', path: '/level2', title: 'Level 2: verbs and status codes', module: RestLevel2Module },
  { id: 'rest-level-3', path: '/level3', title: 'Level 3: hypermedia', module: RestLevel3Module },
  { id: 'graphql', path: '/graphql', title: 'GraphQL', module: GraphqlStyleModule },
];
