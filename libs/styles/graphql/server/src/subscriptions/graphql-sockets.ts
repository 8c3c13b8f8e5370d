import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { SocketRequest, StyleErrors } from '@rungs/http';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { ExecutionArgs, ExecutionResult, FormattedExecutionResult } from 'graphql';
import { WebSocketServer, type WebSocket } from 'ws';
import { ApolloInstance } from './apollo-instance.ts';
import { GraphqlSocket, type Begun } from './graphql-socket.ts';
import { formattedErrorsOf } from './refused-operation.ts';

// GraphQL over WebSocket, sub-protocol `graphql-transport-ws`: https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md

type Fastify = Parameters<StyleErrors['refuse']>[1]['server'];

const PATH = '/graphql';
/** As much as a body over HTTP may have. RFC 6455 §7.4.1: more is closed with 1009. */
const MAX_PAYLOAD_BYTES = 1024 * 1024;
const INIT_WAIT_MS = 3_000;

/** The WebSockets at `/graphql`: each speaks the protocol of graphql-ws, whose states that library keeps. */
@Injectable()
export class GraphqlSockets implements OnModuleInit, BeforeApplicationShutdown {
  readonly #open = new Set<GraphqlSocket>();
  #isStopping = false;
  readonly #protocol = makeServer<Record<string, unknown>, GraphqlSocket>({
    connectionInitWaitTimeout: INIT_WAIT_MS,
    onConnect: ({ extra, connectionParams }) => extra.signIn(connectionParams, this.#open),
    onSubscribe: ({ extra }, _id, asked) => extra.begin(asked),
    // What was begun is handed on as it is: it has been executed by Apollo Server.
    execute: (begun: ExecutionArgs) => (begun as Begun).answer as ExecutionResult,
    subscribe: (begun: ExecutionArgs) => (begun as Begun).answers as AsyncGenerator<ExecutionResult>,
    onNext: (_context, _id, _asked, _begun, answer) => answer as FormattedExecutionResult,
    onError: (_context, _id, _asked, errors) => formattedErrorsOf(errors),
  });

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly apollo: ApolloInstance,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<Fastify>();
    const server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: MAX_PAYLOAD_BYTES,
      perMessageDeflate: false,
      autoPong: false,
      // RFC 6455 §4.1: without a sub-protocol in common the client fails; whoever goes on is closed with 4406.
      handleProtocols: (offered) => handleProtocols(offered),
    });
    fastify.webSockets.serve(PATH, (request) => {
      server.handleUpgrade(request.raw, request.socket, request.head, (webSocket) => {
        this.#serve(webSocket, request, fastify);
      });
    });
  }

  /** Before the HTTP server is closed, which waits for every connection. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#open].map((socket) => socket.goAway()));
  }

  #serve(webSocket: WebSocket, request: SocketRequest, fastify: Fastify): void {
    const socket = new GraphqlSocket(webSocket, request, { fastify, apollo: this.apollo });
    this.#open.add(socket);
    const closed = this.#protocol.opened(socket, socket);
    webSocket.once('close', (code, reason) => {
      this.#open.delete(socket);
      socket.closed();
      void closed(code, String(reason)).catch((error: unknown) => socket.reportDefect(error));
    });
    if (this.#isStopping) void socket.goAway();
  }
}
