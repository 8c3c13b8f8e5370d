import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { Refusal, subjectOf, type Actor } from '@rungs/domain';
import { LONGEST_TIMER_MS, signInEndsAtMs, type Asker, type SocketRequest, type StyleErrors } from '@rungs/http';
import { parse, type DocumentNode, type FormattedExecutionResult, type GraphQLError } from 'graphql';
import { CloseCode, type SubscribePayload, type WebSocket as ProtocolSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { defect, errorBodyOf } from '../graphql-errors.ts';
import { AnswerStream, StreamEnd } from './answer-stream.ts';
import type { ApolloInstance } from './apollo-instance.ts';
import { refusedByHttp, refusedWith, tooMany } from './refused-operation.ts';

/** RFC 6455 §7.4.1 and the registry that it opened. */
const GOING_AWAY = 1001;
const POLICY_VIOLATION = 1008;
const INTERNAL_ERROR = 1011;
const TRY_AGAIN_LATER = 1013;

/** Operations of one socket that are under way at a time: more than a page has of them. */
export const MOST_OPERATIONS = 50;
/** A client that leaves more than this for later is not listened to until it has taken it. */
const MOST_HELD_BYTES = 64 * 1024;
/** What a client may say between two heartbeats: far more than the budget of its requests comes to. */
const MOST_MESSAGES = 2_000;
const MOST_SAID_BYTES = 16 * 1024 * 1024;
/** What is under way when a socket has to end may take so long to be told. */
const FINISH_LIMIT_MS = 5_000;
/** A client that does not answer the closing handshake is cut. */
const CLOSING_LIMIT_MS = 1_000;
const RETRY_AFTER_SECONDS = 1;

/** An operation that Apollo Server has executed, for the library to tell of. */
export interface Begun {
  /** Says whether there is one answer or many, which is all that the library wants of it. */
  readonly document: DocumentNode;
  readonly schema: never;
  readonly answer?: FormattedExecutionResult;
  readonly answers?: AsyncGenerator<FormattedExecutionResult>;
}

const ONE_ANSWER = { document: parse('{ answer }'), schema: undefined as never };
const MANY_ANSWERS = { document: parse('subscription { answers }'), schema: undefined as never };

export interface SocketServices {
  readonly fastify: Parameters<StyleErrors['refuse']>[1]['server'];
  readonly apollo: ApolloInstance;
}

/** One WebSocket: who asks, what they have under way, and how much of it they take. */
export class GraphqlSocket implements ProtocolSocket {
  #actor: Actor;
  #isEnding = false;
  readonly #connection: Socket;
  readonly #streams = new Set<AnswerStream>();
  readonly #underWay = new Set<Promise<void>>();
  #begun = 0;
  readonly #timers: NodeJS.Timeout[];
  #isHeard = true;
  #saidMessages = 0;
  #saidBytes = 0;
  #takenBytes = 0;
  /** Whether there was more for it at the last beat than its side of the network had taken. */
  #hadMore = false;

  constructor(
    private readonly webSocket: WebSocket,
    private readonly request: SocketRequest,
    private readonly services: SocketServices,
  ) {
    this.#actor = request.actor;
    this.#connection = request.socket as Socket;
    this.#timers = [setInterval(() => this.#beat(), services.fastify.eventStreams.heartbeatMs).unref()];
    // The closing that follows says all there is to say.
    webSocket.on('error', () => undefined);
    webSocket.on('pong', () => (this.#isHeard = true));
    webSocket.on('ping', (data) => {
      if (this.#mayHear(data.length)) this.#hold((taken) => webSocket.pong(data, false, taken));
    });
  }

  get protocol(): string {
    return this.webSocket.protocol;
  }

  get #isOpen(): boolean {
    return this.webSocket.readyState === this.webSocket.OPEN && !this.#isEnding;
  }

  /** Whoever is signed in by name, and everybody else by where they come from. */
  get #asker(): Asker {
    return { subject: subjectOf(this.#actor), address: this.request.address };
  }

  get #owner(): string {
    return this.#actor.role === 'anonymous' ? this.request.address : subjectOf(this.#actor);
  }

  /** Resolves once the client's side of the network has it: nothing more is asked of a source before. */
  send(message: string): Promise<void> {
    if (this.webSocket.readyState !== this.webSocket.OPEN) return Promise.resolve();
    return new Promise((resolve) =>
      this.#hold((taken) =>
        this.webSocket.send(message, () => {
          taken();
          resolve();
        }),
      ),
    );
  }

  close(code: number, reason: string): void {
    this.webSocket.close(code, reason);
    this.#timers.push(setTimeout(() => this.webSocket.terminate(), CLOSING_LIMIT_MS).unref());
  }

  onMessage(handle: (message: string) => Promise<void>): void {
    this.webSocket.on('message', (data, isBinary) => {
      const message = data as Buffer;
      if (!this.#isOpen || !this.#mayHear(message.length)) return;
      if (isBinary) {
        // "Receiving a message of a type or format which is not specified": messages are JSON.
        this.close(CloseCode.BadRequest, 'Messages are text');
        return;
      }
      const begunBefore = this.#begun;
      const handling = handle(message.toString())
        .catch((error: unknown) => {
          this.reportDefect(error);
          this.close(INTERNAL_ERROR, 'Something went wrong on our side');
        })
        .finally(() => this.#underWay.delete(handling));
      // The library takes an operation to `begin` at once, and is done with its message when all is told.
      if (this.#begun > begunBefore) this.#underWay.add(handling);
    });
  }

  /**
   * The credential of `connection_init`, in `authorization` as the field of HTTP has it; else the one that came with the
   * upgrade.
   *
   * @param open all sockets of this server, of which each actor may have so many
   * @returns false when the socket has been closed: "it is recommended to close the socket with 4403: Forbidden"
   */
  async signIn(parameters: Readonly<Record<string, unknown>> = {}, open: Iterable<GraphqlSocket>): Promise<boolean> {
    const { fastify } = this.services;
    const given = parameters['authorization'] ?? parameters['Authorization'] ?? undefined;
    // What is no text is no credential, and of deeply nested arrays none can be made.
    const said = typeof given === 'string' ? given : '';
    const authorization = given === undefined ? this.request.raw.headers.authorization : said;
    const actor = await fastify.signInWith(authorization);
    if (actor instanceof Refusal) {
      this.close(actor.code === 'unavailable' ? TRY_AGAIN_LATER : CloseCode.Forbidden, actor.message);
      return false;
    }
    this.#actor = actor;
    const { mostPerActor } = fastify.eventStreams;
    if ([...open].filter((socket) => socket.#owner === this.#owner).length > mostPerActor) {
      this.close(TRY_AGAIN_LATER, `You have ${mostPerActor} sockets open already`);
      return false;
    }
    const leftMs = Math.min(signInEndsAtMs(authorization) - Date.now(), LONGEST_TIMER_MS);
    this.#timers.push(setTimeout(() => void this.#expire(), leftMs).unref());
    return true;
  }

  async begin(asked: SubscribePayload): Promise<Begun | readonly GraphQLError[]> {
    const { fastify, apollo } = this.services;
    this.#begun += 1;
    if (this.#underWay.size >= MOST_OPERATIONS) {
      return refusedWith([tooMany(`At most ${MOST_OPERATIONS} operations of a socket may be under way at a time.`)]);
    }
    const stream = new AnswerStream();
    this.#streams.add(stream);
    stream.signal.addEventListener('abort', () => this.#streams.delete(stream), { once: true });
    try {
      await fastify.takeFromBudget(this.#asker);
      const { query, operationName, variables, extensions } = asked;
      const { body } = await apollo.server.executeOperation(
        // An empty text is as good as none where the document is named in the extensions.
        {
          query: query || undefined,
          operationName: operationName ?? undefined,
          variables: variables ?? {},
          extensions: extensions ?? {},
        },
        { contextValue: { actor: this.#actor, reportDefect: this.reportDefect, stream } },
      );
      if (body.kind !== 'single') throw new Error('Apollo Server answered in parts.');
      const answer = body.singleResult;
      if (stream.answers) {
        this.#place(stream);
        stream.extensions = answer.extensions;
        return { ...MANY_ANSWERS, answers: stream.answers };
      }
      stream.end();
      // Nothing has been executed: that is an `error` here, and no result.
      if (!('data' in answer) && answer.errors) return refusedWith(answer.errors);
      return { ...ONE_ANSWER, answer };
    } catch (error) {
      stream.end();
      return refusedWith([this.#refused(error)]);
    }
  }

  readonly reportDefect = (error: unknown, part?: string): string => {
    const traceId = randomBytes(16).toString('hex');
    this.services.fastify.reportDefect(error, { traceId, method: 'SUBSCRIBE', path: '/graphql', part });
    return traceId;
  };

  /** The server stops: what has one answer still gets it, what has many is to be asked for elsewhere. */
  async goAway(): Promise<void> {
    const part = 'The server';
    await this.#end(new Refusal('unavailable', { part, retryAfterSeconds: RETRY_AFTER_SECONDS }));
    this.close(GOING_AWAY, 'Going away');
    await new Promise<void>((resolve) => {
      if (this.webSocket.readyState === this.webSocket.CLOSED) resolve();
      else this.webSocket.once('close', () => resolve());
    });
  }

  /** The connection is gone. */
  closed(): void {
    this.#timers.forEach(clearTimeout);
    for (const stream of this.#streams) stream.end();
  }

  async #expire(): Promise<void> {
    const expired = new Refusal('unauthenticated', { reason: 'expired' });
    await this.#end(expired);
    this.close(CloseCode.Forbidden, expired.message);
  }

  /** Tells whoever waits for answers why there are no more, and lets what is under way be told. */
  async #end(why: Refusal): Promise<void> {
    this.#isEnding = true;
    for (const stream of this.#streams) stream.end(new StreamEnd(errorBodyOf(why).errors));
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const limit = setTimeout(resolve, FINISH_LIMIT_MS);
    await Promise.race([Promise.allSettled(this.#underWay), late]);
    clearTimeout(limit);
  }

  /** A subscription is one of the streams that an actor may have, through whatever door. */
  #place(stream: AnswerStream): void {
    const leave = this.services.fastify.eventStreams.open(subjectOf(this.#actor));
    if (stream.signal.aborted) leave();
    else stream.signal.addEventListener('abort', leave, { once: true });
  }

  #refused(error: unknown) {
    try {
      return refusedByHttp(error);
    } catch {
      return defect(this.reportDefect(error));
    }
  }

  /** Whoever asks and does not read is not listened to. */
  #hold(send: (taken: () => void) => void): void {
    send(() => {
      if (this.webSocket.isPaused && this.webSocket.bufferedAmount <= MOST_HELD_BYTES) this.webSocket.resume();
    });
    if (this.webSocket.bufferedAmount > MOST_HELD_BYTES) this.webSocket.pause();
  }

  /** A client that says so much that only listening to it is work is closed: RFC 6455 §7.4.1. */
  #mayHear(bytes: number): boolean {
    this.#saidMessages += 1;
    this.#saidBytes += bytes;
    if (this.#saidMessages <= MOST_MESSAGES && this.#saidBytes <= MOST_SAID_BYTES) return true;
    this.close(POLICY_VIOLATION, 'Too many messages');
    return false;
  }

  /** Cuts a client that for a whole heartbeat has neither answered nor taken any of what there is for it. */
  #beat(): void {
    const takenBytes = this.#connection.bytesWritten - this.#connection.writableLength;
    if (!this.#isHeard && (!this.#hadMore || takenBytes === this.#takenBytes)) {
      this.webSocket.terminate();
      return;
    }
    this.#hadMore = this.#connection.writableLength > 0;
    this.#takenBytes = takenBytes;
    this.#isHeard = false;
    this.#saidMessages = 0;
    this.#saidBytes = 0;
    this.webSocket.ping();
  }
}
