import { GraphQLError, type ASTNode } from 'graphql';

/** What one of the limits that `LIMIT_RULES` hold is called, in `extensions.limit`. */
export const LIMIT_EXCEEDED = 'OPERATION_LIMIT_EXCEEDED';
export const TOO_COSTLY = 'OPERATION_TOO_COSTLY';

interface LimitExtensions {
  readonly [name: string]: unknown;
  readonly code: typeof LIMIT_EXCEEDED | typeof TOO_COSTLY;
}

/** A document that is valid GraphQL and too much: refused before any of it runs, with the words of all API styles. */
export function limitError(message: string, extensions: LimitExtensions, nodes?: ASTNode): GraphQLError {
  return new GraphQLError(message, {
    ...(nodes && { nodes }),
    extensions: {
      ...extensions,
      refusal: 'invalid-input',
      details: { errors: [{ path: '', message }] },
      http: { status: 400 },
    },
  });
}
