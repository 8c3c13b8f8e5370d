import { GraphQLError, type ASTNode } from 'graphql';
import { LIMITS, type Limit } from './limits.ts';

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

/** What a document or an operation of it is or has that is too much. */
const EXCESS: Readonly<Record<Limit, (allowed: string) => string>> = {
  tokens: (allowed) => `has more than ${allowed} tokens, with its comments`,
  textLength: (allowed) => `is longer than ${allowed} characters; what is long belongs into variables`,
  depth: (allowed) => `is nested deeper than ${allowed} levels`,
  aliases: (allowed) => `has more than ${allowed} aliases`,
  rootFields: (allowed) => `asks for more than ${allowed} fields at its root`,
  directives: (allowed) => `has more than ${allowed} directives`,
};

/** The refusal of what exceeds a limit. How much was found is not said: fragments multiply to numbers of thirty digits. */
export function excess(limit: Limit, nodes?: ASTNode): GraphQLError {
  const allowed = LIMITS[limit];
  const message = `The operation ${EXCESS[limit](allowed.toLocaleString('en'))}.`;
  return limitError(message, { code: LIMIT_EXCEEDED, limit, allowed }, nodes);
}
