import type { FormattedExecutionResult } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { createClient as createEventStreamClient } from 'graphql-sse';

/** What a door hands on of one subscription; an error is thrown with what was said of it. */
export type Answers = AsyncIterableIterator<FormattedExecutionResult<Readonly<Record<string, unknown>>>>;

export interface Request {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly extensions?: Record<string, unknown>;
}

/** A published client of one of the two protocols. */
export interface Subscriber {
  ask(request: Request): Answers;
  leave(): void;
}

/** `graphql-transport-ws`, by graphql-ws. */
export function overWebSocket(url: string, authorization?: string): Subscriber {
  const client: Client = createClient({
    url: url.replace('http', 'ws'),
    retryAttempts: 0,
    ...(authorization !== undefined && { connectionParams: { authorization } }),
  });
  return { ask: (request) => client.iterate(request) as Answers, leave: () => void client.dispose() };
}

/** Distinct connections mode, by graphql-sse. */
export function overEventStream(url: string, authorization?: string): Subscriber {
  const client = createEventStreamClient({
    url,
    retryAttempts: 0,
    ...(authorization !== undefined && { headers: { authorization } }),
  });
  return { ask: (request) => client.iterate(request) as Answers, leave: () => client.dispose() };
}

export const DOORS = [
  ['GraphQL over WebSocket', overWebSocket],
  ['GraphQL over SSE', overEventStream],
] as const;

/** All of them, or the first so many. */
export async function taken(answers: Answers, count = Infinity) {
  const all = [];
  for await (const answer of answers) {
    all.push(answer);
    if (all.length === count) break;
  }
  return all;
}
