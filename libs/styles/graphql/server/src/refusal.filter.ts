import type { StyleErrors } from '@rungs/http';
import type { GraphQLFormattedError } from 'graphql';
import { contentTypeOf, JSON_RESPONSE, responseTypeFor } from './transport/media-type.ts';
import { defect, errorBodyOf, httpHeadOf } from './graphql-errors.ts';

const PREFIX = '/graphql';
/** Apollo's route takes HEAD and OPTIONS too, only to refuse them in its turn. */
const METHODS = 'GET, POST';

/**
 * What is refused before GraphQL comes into play, in the shape of a GraphQL answer. What an operation is refused goes
 * through user-errors.ts (mutations) and graphql-errors.ts (everything else).
 */
export const refusalFilter: StyleErrors = {
  prefix: PREFIX,
  refuse(refusal, request, reply) {
    const { status, headers } = httpHeadOf(refusal);
    for (const [name, value] of headers) reply.header(name, value);
    send(status, errorBodyOf(refusal).errors, request, reply);
  },
  protocol({ httpStatus, detail, allow }, request, reply) {
    if (allow) reply.header('allow', METHODS);
    const message = allow ? `${request.method} is not allowed at ${PREFIX}; allowed: ${METHODS}.` : detail;
    const code = httpStatus === 429 ? 'TOO_MANY_REQUESTS' : 'BAD_REQUEST';
    send(httpStatus, [{ message, extensions: { code } }], request, reply);
  },
  defect(traceId, request, reply) {
    send(500, [defect(traceId)], request, reply);
  },
};

type Request = Parameters<StyleErrors['refuse']>[1];
type Reply = Parameters<StyleErrors['refuse']>[2];

function send(status: number, errors: readonly GraphQLFormattedError[], request: Request, reply: Reply): void {
  // What cannot be said in an acceptable type is said all the same.
  const type = responseTypeFor(request.headers.accept) ?? JSON_RESPONSE;
  reply.code(status).header('cache-control', 'no-store').type(contentTypeOf(type)).send(JSON.stringify({ errors }));
}
