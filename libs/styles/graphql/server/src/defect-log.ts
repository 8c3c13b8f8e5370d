import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import type {} from '@rungs/telemetry';
import { GraphQLError } from 'graphql';
import type { GraphqlContext } from './context.ts';
import { isDefect } from './graphql-errors.ts';

const logger = new Logger('GraphQL');

/** Logs what is our fault with the trace id that its answer names; refusals are no news. */
export const defectLog: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors({ errors, contextValue: { req } }) {
        for (const error of errors) {
          if (!isDefect(error)) continue;
          const traceId = req.traceId || req.id;
          const cause = unwrapResolverError(error);
          const where = error.path?.join('.') ?? 'the operation';
          logger.error(
            `${where} failed: ${String(cause)} (trace ${traceId})`,
            cause instanceof Error ? cause.stack : '',
          );
          if (error instanceof GraphQLError) error.extensions['traceId'] = traceId;
        }
        return Promise.resolve();
      },
    }),
};
