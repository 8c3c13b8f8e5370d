import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GraphqlContext } from './context.ts';
import { causeOf, isDefect } from './graphql-errors.ts';

/** Has what is our fault logged, under the trace id that its answer names; refusals are no news. */
export const defectLog: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors({ errors, contextValue }) {
        logDefects(errors, contextValue);
        return Promise.resolve();
      },
    }),
};

/** The same for errors that Apollo does not see: those of a subscription's events. */
export function logDefects(
  errors: readonly GraphQLError[],
  { reportDefect }: Pick<GraphqlContext, 'reportDefect'>,
): void {
  for (const error of errors) {
    if (!isDefect(error)) continue;
    const traceId = reportDefect(causeOf(error), error.path?.join('.'));
    if (error instanceof GraphQLError) error.extensions['traceId'] = traceId;
  }
}
