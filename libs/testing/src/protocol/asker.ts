import type { PersonaName } from '@rungs/application';
import type { ServedStyle } from '../serve-style.ts';

export interface Asked {
  readonly as?: PersonaName;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON when it is an object, and as it is otherwise. */
  readonly body?: object | string | Buffer<ArrayBuffer>;
}

/** Asks one style as a plain HTTP client does, with a path below its prefix. */
export type Ask = (method: string, path: string, asked?: Asked) => Promise<Response>;

/**
 * An `Ask` of a style that is being served.
 *
 * Without a content coding unless one is asked for: each coding has a validator of its own.
 *
 * @param prefix the style's, `/level2`
 * @param by who asks, unless a request says otherwise
 */
export function askerOf(served: ServedStyle, prefix: string, by: PersonaName = 'ann'): Ask {
  return async (method, path, { as = by, headers = {}, body } = {}) => {
    const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
    return fetch(served.baseUrl + (path.startsWith(prefix) ? '' : prefix) + path, {
      method,
      headers: {
        'accept-encoding': 'identity',
        authorization: `Bearer ${await served.tokenFor(as)}`,
        ...(isJson && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as string | Buffer<ArrayBuffer>) }),
    });
  };
}
