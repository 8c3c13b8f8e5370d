import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  GraphQLError,
  isCompositeType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { GraphqlContext } from '../context.ts';
import { costOfField } from './cost.ts';

/**
 * How long an operation may take as a whole: three statements at their own limit of 5 s, one after the other. A client
 * that waits longer than this has gone, and what it asked for would be read for nobody.
 */
const OPERATION_LIMIT_MS = 15_000;

const RETRY_AFTER_SECONDS = 5;

type FieldResolver = GraphQLFieldResolver<unknown, GraphqlContext>;

/** When the operation of a context has to end; one without a deadline may take as long as it likes. */
const DEADLINES = new WeakMap<object, Deadline>();

class Deadline {
  readonly #timer: NodeJS.Timeout;
  /** Rejects when the time is up. */
  readonly passed: Promise<never>;
  isPassed = false;

  constructor(limitMs: number) {
    const { promise, reject } = Promise.withResolvers<never>();
    this.passed = promise;
    promise.catch(() => undefined);
    this.#timer = setTimeout(() => {
      this.isPassed = true;
      reject(tookTooLong());
    }, limitMs);
  }

  forget(): void {
    clearTimeout(this.#timer);
  }
}

/** Gives every operation a deadline, which the resolvers of a schema made by `withTimeLimit` keep. */
export function timeLimit(limitMs = OPERATION_LIMIT_MS): ApolloServerPlugin<GraphqlContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        executionDidStart({ contextValue }) {
          const deadline = new Deadline(limitMs);
          DEADLINES.set(contextValue, deadline);
          return Promise.resolve({
            executionDidEnd() {
              deadline.forget();
              return Promise.resolve();
            },
          });
        },
      }),
  };
}

/**
 * The same schema, whose resolvers wait no longer than the deadline: what is still being read then is an error at its
 * path, what was read stands, and nothing more is begun, no further mutation of the operation either. What was begun
 * ends by itself, each statement by its own limit: a change may have been made that no answer tells of.
 */
export function withTimeLimit(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      // A leaf without a cost is at hand; on a page there are thousands of them.
      const reads = isCompositeType(getNamedType(field.type)) || costOfField(schema, field) > 0;
      if (field.resolve && reads) field.resolve = untilDeadline(field.resolve);
    }
  }
  return schema;
}

function untilDeadline(resolve: FieldResolver): FieldResolver {
  return (source, args, context, info) => {
    const deadline = DEADLINES.get(context);
    if (deadline?.isPassed) throw tookTooLong();
    const answer: unknown = resolve(source, args, context, info);
    return deadline && answer instanceof Promise ? Promise.race([answer, deadline.passed]) : answer;
  };
}

function tookTooLong(): GraphQLError {
  const message = `The operation took too long. Ask for less, or try again in ${RETRY_AFTER_SECONDS} s.`;
  const details = { part: 'The operation', retryAfterSeconds: RETRY_AFTER_SECONDS };
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TIMEOUT', refusal: 'unavailable', details } });
}
