import { ApolloServerErrorCode } from '@apollo/server/errors';
import { HttpRefusal } from '@rungs/http';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { defect } from '../graphql-errors.ts';
import { StreamEnd } from './answer-stream.ts';

/** An error as it is told, for a library that would make one of its own out of it. */
class RefusedOperation extends GraphQLError {
  constructor(readonly formatted: GraphQLFormattedError) {
    super(formatted.message);
  }
}

export function refusedWith(errors: readonly GraphQLFormattedError[]): readonly GraphQLError[] {
  return errors.map((formatted) => new RefusedOperation(formatted));
}

/** What the library is about to tell, as it is to be told; what did not come from here is a defect. */
export function formattedErrorsOf(errors: readonly GraphQLError[]): readonly GraphQLFormattedError[] {
  return errors.flatMap((error) => {
    if (error instanceof RefusedOperation) return [error.formatted];
    return error.originalError instanceof StreamEnd ? error.originalError.errors : [defect(undefined)];
  });
}

/** One request or one stream too many: RFC 6585 §4 has a status for it, a socket has not. */
export function tooMany(message: string, retryAfterSeconds?: number): GraphQLFormattedError {
  return {
    message,
    extensions: { code: 'TOO_MANY_REQUESTS', ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) },
  };
}

/** What was thrown on the way to an operation: HTTP's refusal in GraphQL's words. Anything else is thrown again. */
export function refusedByHttp(error: unknown): GraphQLFormattedError {
  if (!(error instanceof HttpRefusal)) throw error;
  const { detail, httpStatus, retryAfterSeconds } = error.error;
  if (httpStatus === 429) return tooMany(detail, retryAfterSeconds);
  return { message: detail, extensions: { code: ApolloServerErrorCode.BAD_REQUEST } };
}
