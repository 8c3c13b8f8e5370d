import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestContextResponseForOperation } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { isRefusal } from '@rungs/domain';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import type { GraphqlContext } from '../context.ts';
import { logDefects } from '../defect-log.ts';
import { defect, errorBodyOf, formatError } from '../graphql-errors.ts';
import { StreamEnd, type AnswerStream } from './answer-stream.ts';

/**
 * Subscriptions go through Apollo Server as queries do, up to where they would be executed: so the same documents are
 * trusted, the same rules hold and the same operations are too dear, whichever door they come through.
 */
export const subscribing: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart({ contextValue }) {
    if (contextValue.stream) contextValue.stream.isReached = true;
    return Promise.resolve({
      didResolveOperation({ operation, contextValue: { stream } }) {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION && !stream) return Promise.reject(needsStream());
        if (operation?.operation === OperationTypeNode.MUTATION && stream?.isReadOnly) return Promise.reject(changes());
        return Promise.resolve();
      },
      async responseForOperation(operating) {
        const { operation, contextValue } = operating;
        const { stream } = contextValue;
        // Apollo comes here without an operation, too, where a request names none of several.
        const kind = (operation as typeof operation | undefined)?.operation;
        if (kind !== OperationTypeNode.SUBSCRIPTION || !stream) return null;
        const source = await createSourceEventStream(executable(operating, contextValue));
        if (!(Symbol.asyncIterator in source)) return only({ errors: masked(source.errors ?? [], contextValue) });
        stream.answers = leaving(answersTo(source, operating, stream), stream);
        return only({ data: null });
      },
    });
  },
};

type Operating = GraphQLRequestContextResponseForOperation<GraphqlContext>;

function executable({ schema, document, request, operationName }: Operating, contextValue: GraphqlContext) {
  return { schema, document, contextValue, variableValues: request.variables, operationName };
}

function only(singleResult: FormattedExecutionResult) {
  return { body: { kind: 'single' as const, singleResult }, http: { headers: new HeaderMap() } };
}

/** GraphQL specification (October 2021) §6.2.3.2: each event is executed by itself. */
async function* answersTo(
  source: AsyncIterable<unknown>,
  operating: Operating,
  stream: AnswerStream,
): AsyncGenerator<FormattedExecutionResult, undefined> {
  const { contextValue } = operating;
  try {
    for await (const rootValue of source) {
      if (stream.signal.aborted) break;
      const answer = formatted(await execute({ ...executable(operating, contextValue), rootValue }), contextValue);
      const { extensions } = stream;
      stream.extensions = undefined;
      yield { ...answer, ...(extensions && { extensions }) };
    }
  } catch (error) {
    if (isRefusal(error)) throw new StreamEnd(errorBodyOf(error).errors);
    throw new StreamEnd([defect(contextValue.reportDefect(error))]);
  } finally {
    stream.end();
  }
  if (stream.signal.reason instanceof StreamEnd) throw stream.signal.reason;
}

/** Whoever leaves a generator that waits for its source is heard only when that says something; so it is told first. */
function leaving<T extends AsyncGenerator<unknown, undefined>>(answers: T, stream: AnswerStream): T {
  const { return: leave } = answers;
  return Object.assign(answers, {
    return: (value: undefined) => {
      stream.end();
      return leave.call(answers, value);
    },
  });
}

function formatted({ errors, ...result }: ExecutionResult, context: GraphqlContext): FormattedExecutionResult {
  return { ...(errors && { errors: masked(errors, context) }), ...result };
}

/** What Apollo does to the errors of what it executes itself: a code for each, a line in the log for those of ours. */
function masked(errors: readonly GraphQLError[], context: GraphqlContext): readonly GraphQLFormattedError[] {
  const coded = errors.map(withCode);
  logDefects(coded, context);
  return coded.map((error) => formatError(error.toJSON(), error));
}

function withCode(error: GraphQLError): GraphQLError {
  const isOfVariable = error.nodes?.length === 1 && error.nodes[0]?.kind === Kind.VARIABLE_DEFINITION;
  const code = isOfVariable ? ApolloServerErrorCode.BAD_USER_INPUT : ApolloServerErrorCode.INTERNAL_SERVER_ERROR;
  error.extensions['code'] ??= code;
  return error;
}

function needsStream(): GraphQLError {
  const message =
    'A subscription is answered over a WebSocket (graphql-transport-ws), or to a request that accepts text/event-stream.';
  return new GraphQLError(message, {
    extensions: { code: ApolloServerErrorCode.BAD_REQUEST, http: { status: 406, headers: new HeaderMap() } },
  });
}

/** GraphQL over HTTP, GET: mutations are not for it, in an event stream neither. */
function changes(): GraphQLError {
  const http = { status: 405, headers: new HeaderMap([['allow', 'POST']]) };
  return new GraphQLError('GET is for queries and subscriptions.', {
    extensions: { code: ApolloServerErrorCode.BAD_REQUEST, http },
  });
}
