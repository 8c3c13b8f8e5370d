import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Refusal } from '@rungs/domain';
import { acceptedOf, EVENT_STREAM, eventStream, textOf, type ServerSentEvent, type StyleErrors } from '@rungs/http';
import { contextOf } from '../context.ts';
import { errorBodyOf } from '../graphql-errors.ts';
import { GRAPHQL_RESPONSE, JSON_RESPONSE } from '../transport/media-type.ts';
import { AnswerStream, StreamEnd } from './answer-stream.ts';
import { ApolloInstance } from './apollo-instance.ts';

// GraphQL over Server-Sent Events, "distinct connections mode": https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md

type Request = Parameters<StyleErrors['refuse']>[1];
type Reply = Parameters<StyleErrors['refuse']>[2];

const PATH = '/graphql';
/** Said with an empty line of data: a browser's EventSource passes over an event without any. */
const COMPLETE: ServerSentEvent = { event: 'complete' };
const METHOD_NOT_ALLOWED = 405;

/** Answers requests at `/graphql` that would rather have an event stream than JSON: subscriptions, and all others too. */
@Injectable()
export class EventStreamDoor implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly apollo: ApolloInstance,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<Request['server']>();
    // No promise: Fastify goes on to the route when one is kept and the client has gone, and it would be answered twice.
    fastify.addHook('preHandler', (request, reply, done) => {
      if (request.routeOptions.url !== PATH || !wantsEventStream(request)) done();
      else this.#answer(request, reply).catch((error: unknown) => done(error as Error));
    });
  }

  async #answer(request: Request, reply: Reply): Promise<void> {
    const stream = new AnswerStream(request.method === 'GET');
    const {
      status = 200,
      headers,
      body,
    } = await this.apollo.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: asPost(request),
      context: () => Promise.resolve(contextOf(request, reply, stream)),
    });
    if (body.kind !== 'complete') throw new Error('Apollo Server answered in parts.');
    if (stream.answers) {
      stream.extensions = (JSON.parse(body.string) as { extensions?: Record<string, unknown> }).extensions;
      void reply.send(await streamOf(stream, request, reply));
      return;
    }
    if (!stream.isReached || status === METHOD_NOT_ALLOWED) {
      void reply.code(status).headers(Object.fromEntries(headers)).send(body.string);
      return;
    }
    // What is refused while it is validated, too: a client that asked for a stream reads no other answer.
    const next = { event: 'next', data: JSON.parse(body.string) as object };
    void reply.type(EVENT_STREAM).send(textOf(next) + textOf(COMPLETE));
  }
}

/** Who is as content with JSON gets that. */
function wantsEventStream({ method, headers: { accept } }: Request): boolean {
  if (method !== 'GET' && method !== 'POST') return false;
  return acceptedOf(accept, [JSON_RESPONSE, GRAPHQL_RESPONSE, EVENT_STREAM]) === EVENT_STREAM;
}

/** Apollo takes nothing but queries by GET. What it asks of the fields against forgery, it asks of those that came. */
function asPost(request: Request): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('accept', GRAPHQL_RESPONSE);
  const isGet = request.method === 'GET';
  return { method: 'POST', headers, search: '', body: isGet ? parametersOf(request) : request.body };
}

/** GraphQL over HTTP, GET: `variables` and `extensions` are JSON. */
function parametersOf({ url }: Request): object {
  const parameters = new URL(url, 'http://server').searchParams;
  const text = (name: string): string | undefined => parameters.get(name) || undefined;
  const json = (name: string): unknown => {
    const value = text(name);
    try {
      return value === undefined ? undefined : JSON.parse(value);
    } catch {
      throw new Refusal('unreadable', { reason: `The ${name} search parameter is no JSON.` });
    }
  };
  const asked = {
    query: text('query'),
    operationName: text('operationName'),
    documentId: parameters.get('documentId') ?? undefined,
  };
  return Object.fromEntries(
    Object.entries({ ...asked, variables: json('variables'), extensions: json('extensions') }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

async function streamOf(stream: AnswerStream, request: Request, reply: Reply) {
  const expired = new Refusal('unauthenticated', { reason: 'expired' });
  try {
    return await eventStream(
      request,
      reply,
      (_after, signal) => {
        signal.addEventListener('abort', () => stream.end(), { once: true });
        return Promise.resolve(eventsOf(stream));
      },
      (event) => event,
      [{ event: 'next', data: errorBodyOf(expired) }, COMPLETE],
    );
  } catch (error) {
    stream.end();
    throw error;
  }
}

async function* eventsOf({ answers }: AnswerStream): AsyncGenerator<ServerSentEvent> {
  try {
    for await (const data of answers ?? []) yield { event: 'next', data };
  } catch (error) {
    if (!(error instanceof StreamEnd)) throw error;
    yield { event: 'next', data: { errors: error.errors } };
  }
  yield COMPLETE;
}
