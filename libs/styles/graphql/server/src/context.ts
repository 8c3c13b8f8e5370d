import type { Actor } from '@rungs/domain';
import { actorOf, readableBody, type StyleErrors } from '@rungs/http';
import { refusedBeforeExecution, unsupportedMediaType } from './graphql-errors.ts';

type Request = Parameters<StyleErrors['refuse']>[1];
type Reply = Parameters<StyleErrors['refuse']>[2];

/** `application/json`, or JSON under another name. */
const JSON_TYPE = /^application\/(?:[^\s;]+\+)?json *(?:;|$)/i;

/** What every resolver of one request shares. */
export interface GraphqlContext {
  readonly req: Request;
  readonly actor: Actor;
  /** What was loaded under this key before in this request, or what `load` loads now. */
  once<T>(key: string, load: () => Promise<T>): Promise<T>;
}

/** Who asks, and whether the body could be read at all: both are refused before any operation is looked for. */
export function contextOf(request: Request, reply: Reply): GraphqlContext {
  // One address for everybody's everything: no cache on the way could tell the answers apart.
  void reply.header('cache-control', 'no-store');
  const loaded = new Map<string, Promise<unknown>>();
  try {
    const actor = actorOf(request);
    if (request.method === 'POST') {
      // The shared parsers hand on XML, CSV and photos as well, for the styles that take them.
      if (request.body !== undefined && !JSON_TYPE.test(request.headers['content-type'] ?? '')) {
        throw unsupportedMediaType();
      }
      readableBody(request.body);
    }
    return {
      req: request,
      actor,
      once<T>(key: string, load: () => Promise<T>): Promise<T> {
        const known = loaded.get(key) as Promise<T> | undefined;
        if (known) return known;
        const loading = load();
        loaded.set(key, loading);
        return loading;
      },
    };
  } catch (error) {
    throw refusedBeforeExecution(error);
  }
}
