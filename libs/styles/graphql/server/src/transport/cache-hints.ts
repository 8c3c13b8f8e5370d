import { hash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { isSameForAll } from './cache-scope.ts';
import { responseTypeFor } from './media-type.ts';

// RFC 9111 §5.2.2. As at level 2: everything is held against the server before it is used again; what depends on who
// asks is for nobody else.
const SHARED = { cacheControl: 'public, no-cache', vary: 'Accept' };
const PRIVATE = { cacheControl: 'private, no-cache', vary: 'Accept, Authorization' };

/** 128 bits of what cannot be told apart otherwise. */
const DIGEST_CHARACTERS = 22;

/** An answer's text, from when its validator is made of it until it is sent. */
const texts = new WeakMap<object, string>();

/**
 * What caches may do with the answer to a GET, and its validator. A POST's is for nobody to keep.
 *
 * The validator is a digest of the built answer: of an arbitrary selection only the resolvers know what versions it is
 * made of. So a 304 saves the way back and nothing of the server's work (docs/adr/0014-graphql-over-http-2026.md).
 */
export const cacheHints: ApolloServerPlugin = {
  requestDidStart: ({ request: { http } }) => {
    if (http?.method !== 'GET') return Promise.resolve();
    return Promise.resolve({
      willSendResponse({ schema, document, operation, response }) {
        const { body, http: head } = response;
        if (!document || !operation || body.kind !== 'single') return Promise.resolve();
        const { errors, data, extensions } = body.singleResult;
        // A part that failed may be well again: such an answer keeps the `no-store` that it came with.
        if (errors || !data) return Promise.resolve();
        const { cacheControl, vary } = isSameForAll({ schema, document, operation }) ? SHARED : PRIVATE;
        const text = textOf({ data, ...(extensions && { extensions }) });
        texts.set(data, text);
        // The same text in another media type is another representation (RFC 9110 §8.8.1).
        const digest = hash('sha256', `${responseTypeFor(http.headers.get('accept'))} ${text}`, 'base64url');
        head.headers.set('cache-control', cacheControl);
        head.headers.set('vary', vary);
        head.headers.set('etag', `"${digest.slice(0, DIGEST_CHARACTERS)}"`);
        return Promise.resolve();
      },
    });
  },
};

/** For Apollo: the text of an answer, once. */
export function stringifyResult({ errors, data, extensions }: FormattedExecutionResult): string {
  return (data && texts.get(data)) ?? textOf({ errors, data, extensions });
}

function textOf(result: object): string {
  return `${JSON.stringify(result)}\n`;
}
