import type { Actor } from '@rungs/domain';
import { actorOf, readableBody } from '@rungs/http';
import { refusedBeforeExecution } from './graphql-errors.ts';

type Request = Parameters<typeof actorOf>[0];

/** What every resolver of one request shares. */
export interface GraphqlContext {
  readonly req: Request;
  readonly actor: Actor;
  /** What was loaded under this key before in this request, or what `load` loads now. */
  once<T>(key: string, load: () => Promise<T>): Promise<T>;
}

/** Who asks, and whether the body could be read at all: both are refused before any operation is looked for. */
export function contextOf(request: Request): GraphqlContext {
  const loaded = new Map<string, Promise<unknown>>();
  try {
    const actor = actorOf(request);
    if (request.method === 'POST') readableBody(request.body);
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
