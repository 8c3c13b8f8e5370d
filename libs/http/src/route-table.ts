import type { FastifyInstance } from 'fastify';

interface Pattern {
  readonly path: RegExp;
  readonly methods: Set<string>;
}

/** Which methods a path has, so that a wrong one is told apart from a path that is not there. */
export class RouteTable {
  private readonly patterns = new Map<string, Pattern>();

  /** Notes every route from now on. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      // A catch-all serves files; it says nothing about which paths there are.
      if (url.includes('*')) return;
      const pattern = this.patterns.get(url) ?? { path: patternOf(url), methods: new Set() };
      for (const each of [method].flat()) pattern.methods.add(each);
      this.patterns.set(url, pattern);
    });
  }

  /** Sorted; empty when there is no such path at all. */
  methodsOf(path: string): readonly string[] {
    const methods = new Set<string>();
    for (const pattern of this.patterns.values()) {
      if (pattern.path.test(path)) for (const method of pattern.methods) methods.add(method);
    }
    return [...methods].sort();
  }
}

/** `/orders/:orderId` as Fastify matches it: a parameter is one segment. */
function patternOf(url: string): RegExp {
  const source = url
    .split('/')
    .map((segment) => (segment.startsWith(':') ? '[^/]+' : segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('/');
  return new RegExp(`^${source}$`);
}
