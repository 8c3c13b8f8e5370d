import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';

const ENDPOINT = '/graphql';

/**
 * Sends operations to this server with the token of whoever asks by then; subscriptions go over a socket of their own.
 * A field of authorization that was typed into the editor is sent instead of the token.
 */
export function fetcherAs(tokenNow: () => Promise<string | undefined>): Fetcher {
  return async (params, options) => {
    const token = await tokenNow();
    const isTyped = Object.keys(options?.headers ?? {}).some((name) => name.toLowerCase() === 'authorization');
    const headers: Record<string, string> = token === undefined || isTyped ? {} : { authorization: `Bearer ${token}` };
    const fetcher = createGraphiQLFetcher({
      url: ENDPOINT,
      headers,
      // This server answers in one piece: then the library asks for the media type of GraphQL over HTTP.
      enableIncrementalDelivery: false,
      subscriptionUrl: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${ENDPOINT}`,
      wsConnectionParams: headers,
    });
    return await fetcher(params, options);
  };
}
