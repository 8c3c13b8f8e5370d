import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GraphqlContext } from './context.ts';
import { causeOf, isDefect } from './graphql-errors.ts';

/** Has what is our fault logged, under the trace id that its answer names; refusals are no news. */
export const defectLog: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors({ errors, contextValue: { req } }) {
        for (const error of errors) {
          if (!isDefect(error)) continue;
          const traceId = req.reportDefect(causeOf(error), error.path?.join('.'));
          if (error instanceof GraphQLError) error.extensions['traceId'] = traceId;
        }
        return Promise.resolve();
      },
    }),
};
