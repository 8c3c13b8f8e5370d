import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from '../context.ts';
import { costOf, tooCostly, type Cost } from './cost.ts';

/**
 * Refuses operations that could cost more than `MAX_COST`, before any of them runs, and says in `extensions.cost` of
 * every answer what its operation was estimated at.
 */
export const costLimit: ApolloServerPlugin<GraphqlContext> = {
  requestDidStart: () => {
    let cost: Cost | undefined;
    return Promise.resolve({
      didResolveOperation({ schema, document, operation, request: { variables } }) {
        // Apollo comes here without one, too, where a request names none of several.
        if (!operation) return Promise.resolve();
        cost = costOf({ schema, document, operation, variables });
        return cost.requested > cost.limit ? Promise.reject(tooCostly(cost)) : Promise.resolve();
      },
      willSendResponse({ response: { body } }) {
        if (cost && body.kind === 'single') {
          body.singleResult.extensions = { ...body.singleResult.extensions, cost };
        }
        return Promise.resolve();
      },
    });
  },
};
