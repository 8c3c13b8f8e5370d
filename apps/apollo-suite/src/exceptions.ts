/** A test of Apollo's suite that our server fails, and why it is to. */
export interface Exception {
  /** Its groups and its name, as the runner prints them below "integration tests". */
  readonly test: string;
  readonly reason: string;
}

const LEGACY_200 =
  'To a client that takes plain JSON, a well-formed request is answered with 200, whatever is wrong with its operation: ' +
  "GraphQL over HTTP says so, and graphql-http's audits 572B, FDE2 and 7B9B hold us to it. Apollo says 400.";
const STANDARD_STATUS =
  'With data the status is GraphQL over HTTP’s (§5.4: a 2xx). What a plugin or a field’s error would have it be is not ' +
  'taken; the headers of such an error are.';
const TYPE_FIRST =
  'A body of no type, or of one that is not JSON, is 415 here as in every style (RFC 9110 §15.5.16), before Apollo looks.';

const REFUSED_LATER =
  'It is refused, in Apollo’s words, but with a code, which Apollo’s error lacks (it would be a defect to our logs): so ' +
  'in the first hook that may refuse. The hook before that one has been called by then, with nothing of the text.';

const http = (test: string, reason: string): Exception => ({ test: `httpServerTests.ts > ${test}`, reason });
const server = (test: string, reason: string): Exception => ({ test: `apolloServerTests.ts > ${test}`, reason });

/** All of them: a test that is not listed must pass, and one that is must fail. */
export const EXCEPTIONS: readonly Exception[] = [
  http('graphqlHTTP > returns an error on parse failure', LEGACY_200),
  http('graphqlHTTP > returns an error on validation failure', LEGACY_200),
  http('graphqlHTTP > unknown operation name returns 400 and OPERATION_RESOLUTION_FAILURE', LEGACY_200),
  http(
    'graphqlHTTP > unknown operation name returns 400 and OPERATION_RESOLUTION_FAILURE for GET requests',
    LEGACY_200,
  ),
  http(
    'graphqlHTTP > multiple operations with no `operationName` specified returns 400 and OPERATION_RESOLUTION_FAILURE',
    LEGACY_200,
  ),
  http('graphqlHTTP > formatError receives correct error for parse failure', LEGACY_200),
  http('graphqlHTTP > applies additional validationRules', LEGACY_200),
  http('graphqlHTTP > GraphQLError HTTP extensions are respected and stripped', STANDARD_STATUS),
  http('status code > allows setting a custom status code', STANDARD_STATUS),
  http('graphqlHTTP > throws an error if POST body is empty', TYPE_FIRST),
  http('graphqlHTTP > throws an error if invalid content-type', TYPE_FIRST),
  server('CSRF prevention > default', TYPE_FIRST),
  http(
    'graphqlHTTP > throws an error if POST JSON is malformed',
    'It is 400, in the words that all styles refuse unreadable bodies with; the suite looks for words of other servers.',
  ),
  http('Persisted Queries > errors when hash is mismatched', REFUSED_LATER),
  http('Persisted Queries > returns error when hash does not match', REFUSED_LATER),
  server(
    'renderLandingPage > defaults to LocalDefault',
    'Nest, which makes the server, asks for no page of Apollo’s, whose scripts come from elsewhere: GraphiQL is served ' +
      'from our own bundle.',
  ),
];
