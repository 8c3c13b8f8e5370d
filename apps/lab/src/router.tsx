import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { compareAddress } from './compare-address.ts';
import { graphqlAddress } from './graphql-address.ts';
import { NotFound } from './routes/not-found.tsx';
import { Broken } from './routes/broken.tsx';
import { Home } from './routes/home.tsx';
import { Shell } from './shell/shell.tsx';

const shell = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const home = createRoute({ getParentRoute: () => shell, path: '/', component: Home });
const compare = createRoute({
  getParentRoute: () => shell,
  path: '/compare',
  validateSearch: compareAddress,
  component: lazyRouteComponent(() => import('./routes/compare.tsx'), 'Compare'),
});
const start = createRoute({
  getParentRoute: () => shell,
  path: '/start',
  component: lazyRouteComponent(() => import('./routes/start.tsx'), 'Start'),
});
const reference = createRoute({
  getParentRoute: () => shell,
  path: '/reference',
  component: lazyRouteComponent(() => import('./routes/reference.tsx'), 'Reference'),
});
const exploreGraphql = createRoute({
  getParentRoute: () => shell,
  path: '/explore/graphql',
  validateSearch: graphqlAddress,
  component: lazyRouteComponent(() => import('./routes/explore-graphql.tsx'), 'ExploreGraphql'),
});
const method = createRoute({
  getParentRoute: () => shell,
  path: '/method',
  component: lazyRouteComponent(() => import('./routes/method.tsx'), 'Method'),
});

/** The same paths as in apps/api/src/page.ts, which answers them with the page. */
export const router = createRouter({
  routeTree: shell.addChildren([home, compare, start, reference, exploreGraphql, method]),
  // Links as anybody would type them: the router would write and expect JSON.
  parseSearch: (query) => Object.fromEntries(new URLSearchParams(query)),
  stringifySearch: (search) => {
    const query = String(new URLSearchParams(search as Record<string, string>));
    return query === '' ? '' : `?${query}`;
  },
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
