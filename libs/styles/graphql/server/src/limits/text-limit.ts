import type { ApolloServerPlugin } from '@apollo/server';
import { excess } from './limit-error.ts';
import { LIMITS } from './limits.ts';

/** What is parsed in place of a text that is too long. Apollo takes a refusal only when it has resolved an operation. */
const NOTHING = '{ __typename }';

/** Refuses texts that are too long before they are parsed: a megabyte of comments has no token, and costs a megabyte. */
export const textLimit: ApolloServerPlugin = {
  requestDidStart({ request }) {
    if ((request.query?.length ?? 0) <= LIMITS.textLength) return Promise.resolve();
    Object.assign(request, { query: NOTHING, operationName: undefined, extensions: undefined });
    return Promise.resolve({ didResolveOperation: () => Promise.reject(excess('textLength')) });
  },
};
