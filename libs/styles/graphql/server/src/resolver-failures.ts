import { isRefusal } from '@rungs/domain';
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { GraphqlContext } from './context.ts';

/**
 * What a resolver threw that is no refusal. It stands in for it from the resolver on, since graphql-js and Apollo take
 * message, `path`, `nodes`, `extensions` and even an HTTP status from whatever was thrown, a driver's error too.
 */
export class ResolverFailure extends Error {
  override readonly name = 'ResolverFailure';

  /** `cause` is what was thrown, for the log. */
  constructor(cause: unknown) {
    super('A resolver failed.', { cause });
  }
}

type FieldResolver = GraphQLFieldResolver<unknown, GraphqlContext>;

/** The same schema, whose resolvers throw refusals and `ResolverFailure`, and nothing else. */
export function withResolverFailures(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) field.resolve = failingOnly(field.resolve);
      if (field.subscribe) field.subscribe = failingOnly(field.subscribe);
    }
  }
  return schema;
}

function failingOnly(resolve: FieldResolver): FieldResolver {
  return (...asked) => {
    try {
      const answer = resolve(...asked);
      return answer instanceof Promise ? answer.catch(refuse) : answer;
    } catch (thrown) {
      return refuse(thrown);
    }
  };
}

/** For a promise that becomes a field's value without a resolver of its own. */
export function failingWith<T>(promise: Promise<T>): Promise<T> {
  return promise.catch(refuse);
}

function refuse(thrown: unknown): never {
  throw isRefusal(thrown) ? thrown : new ResolverFailure(thrown);
}
