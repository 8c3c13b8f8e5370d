import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { Kind, parse, type DocumentNode } from 'graphql';
import { CloseCode, createClient, type Client } from 'graphql-ws';

const ENDPOINT = '/graphql';

/** In place of what a browser says when nobody answers, which would be shown with a stack of the library's own. */
const UNANSWERED = [
  {
    message:
      'The server did not answer. Look whether it still runs where you started it (npm start), then run this again.',
  },
];

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
      fetch: (...request) => fetch(...request).catch(() => Response.json({ errors: UNANSWERED })),
      // This server answers in one piece: then the library asks for the media type of GraphQL over HTTP.
      enableIncrementalDelivery: false,
      wsClient: socketAs({ ...headers, ...options?.headers }),
    });
    const document = parsed(params.query);
    const operationName = nameSent(params.operationName ?? undefined, document);
    return await fetcher({ ...params, operationName }, { ...options, ...(document && { documentAST: document }) });
  };
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    // The server says what is wrong with it.
    return undefined;
  }
}

/**
 * The one operation's name, whatever the editor took it for: it looks at what is written a tenth of a second later, and
 * what is run sooner would be sent under the name of what stood there before.
 */
function nameSent(selected: string | undefined, document: DocumentNode | undefined): string | undefined {
  const operations = document?.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION) ?? [];
  return operations.length === 1 ? operations[0]?.name?.value : selected;
}

/** Connects once something is subscribed to. */
function socketAs(connectionParams: Readonly<Record<string, unknown>>): Client {
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${ENDPOINT}`;
  const client = createClient({
    url,
    connectionParams,
    // The library would offer a refused credential five times more, for half a minute, and say nothing.
    shouldRetry: (reason) => reason instanceof CloseEvent && reason.code !== (CloseCode.Forbidden as number),
  });
  return {
    ...client,
    subscribe: (operation, sink) =>
      client.subscribe(operation, { ...sink, error: (reason) => sink.error(toldErrors(reason)) }),
  };
}

/** What ended a subscription: errors of GraphQL as they are, and in words what the socket has only events for. */
function toldErrors(reason: unknown): unknown {
  if (reason instanceof CloseEvent) {
    return [{ message: `The socket was closed (${reason.code}). ${reason.reason}`.trim() }];
  }
  return reason instanceof Event ? UNANSWERED : reason;
}
