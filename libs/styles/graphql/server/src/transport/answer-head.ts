import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import { contentTypeOf, GRAPHQL_RESPONSE, JSON_RESPONSE, responseTypeFor, type ResponseType } from './media-type.ts';

/** "294 Partial Success": no code of HTTP's registry, so it is said beside the media type alone that explains it. */
const PARTIAL_SUCCESS = 294;

/** Status and media type of answers, as GraphQL over HTTP has them (docs/adr/0014-graphql-over-http-2026.md). */
export const answerHead: ApolloServerPlugin = {
  requestDidStart: ({ request: { http } }) => {
    // On a socket there are neither.
    if (!http) return Promise.resolve();
    const type = responseTypeFor(http.headers.get('accept'));
    return Promise.resolve({
      // §5.1: a 406 stops the request. Apollo says it when everything has been done already, a mutation too.
      didResolveOperation: () => (type ? Promise.resolve() : Promise.reject(notAcceptable())),

      willSendResponse({ response }) {
        const { body, http: head } = response;
        if (!type || body.kind !== 'single') return Promise.resolve();
        head.headers.set('content-type', contentTypeOf(type));
        head.status = statusOf(body.singleResult, type, head.status ?? 200);
        return Promise.resolve();
      },
    });
  },
};

/**
 * The status of a well-formed request's answer.
 *
 * @param given what Apollo, or the error that refused it, would have it be
 */
export function statusOf({ data, errors = [] }: FormattedExecutionResult, type: ResponseType, given: number): number {
  if (data !== undefined) {
    // §5.4: 294 for data with errors, and be the data null; for data alone any 2xx.
    if (errors.length > 0) return type === GRAPHQL_RESPONSE ? PARTIAL_SUCCESS : 200;
    return given < 300 ? given : 200;
  }
  const code = errors[0]?.extensions?.['code'];
  // A persisted document that there is none of: Apollo's 200 would claim a result.
  if (code === ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND) return type === GRAPHQL_RESPONSE ? 404 : 200;
  // A legacy client cannot tell whose 400 it is, so it takes 200 for the one status of a GraphQL server. What is no
  // GraphQL request at all is refused by HTTP's means even so.
  const isGraphqls = given === 400 && code !== ApolloServerErrorCode.BAD_REQUEST;
  return type === JSON_RESPONSE && isGraphqls ? 200 : given;
}

function notAcceptable(): GraphQLError {
  const http = { status: 406, headers: new HeaderMap() };
  const message = `Accept takes nothing that there is: ${GRAPHQL_RESPONSE}, ${JSON_RESPONSE}.`;
  return new GraphQLError(message, { extensions: { code: ApolloServerErrorCode.BAD_REQUEST, http } });
}
