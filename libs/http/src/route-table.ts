import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The media types of the body that a route takes, where it names them. */
    takes?: readonly string[];
  }
}

interface Pattern {
  readonly path: RegExp;
  /** With the media types that each takes. */
  readonly methods: Map<string, readonly string[] | undefined>;
}

/** In which field a resource says what it takes with a method: RFC 5789 §3.1; Linked Data Platform 1.0 §7.1; RFC 10008. */
const ACCEPT_FIELDS = { PATCH: 'accept-patch', POST: 'accept-post', QUERY: 'accept-query' } as const;

/** Which methods a path has, so that a wrong one is told apart from a path that is not there. */
export class RouteTable {
  private readonly patterns = new Map<string, Pattern>();

  /** Notes every route from now on. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method, config }) => {
      // A catch-all serves files; it says nothing about which paths there are.
      if (url.includes('*')) return;
      const pattern = this.patterns.get(url) ?? { path: patternOf(url), methods: new Map() };
      for (const each of [method].flat()) pattern.methods.set(each, config?.takes);
      this.patterns.set(url, pattern);
    });
  }

  /** Sorted; empty when there is no such path at all. Whatever is there answers OPTIONS. */
  methodsOf(path: string): readonly string[] {
    const methods = new Set(this.patternsAt(path).flatMap((pattern) => [...pattern.methods.keys()]));
    if (methods.size > 0) methods.add('OPTIONS');
    return [...methods].sort();
  }

  /** The fields in which a path says what may be sent there. */
  acceptFieldsOf(path: string): Readonly<Record<string, string>> {
    const fields: Record<string, string> = {};
    for (const [method, name] of Object.entries(ACCEPT_FIELDS)) {
      const taken = this.patternsAt(path).flatMap((pattern) => pattern.methods.get(method) ?? []);
      if (taken.length > 0) fields[name] = taken.join(', ');
    }
    return fields;
  }

  private patternsAt(path: string): readonly Pattern[] {
    return [...this.patterns.values()].filter((pattern) => pattern.path.test(path));
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
