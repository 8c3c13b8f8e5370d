import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { isRefusal, Refusal, subjectOf, type Actor } from '@rungs/domain';
import type { FastifyInstance } from 'fastify';
import { HttpRefusal } from './http-refusal.ts';
import { networkOf } from './rate-limit.ts';
import { pathAndQueryOf } from './request-target.ts';
import { challengeFor } from './sign-in.ts';

/** A request to go on as a WebSocket (RFC 6455 §4.2.1), from somebody who may ask. */
export interface SocketRequest {
  readonly raw: IncomingMessage;
  readonly socket: Duplex;
  /** What the client sent already after its request. */
  readonly head: Buffer;
  /** Whom the request's `Authorization` field names; anonymous without one, as browsers cannot send it. */
  readonly actor: Actor;
  /** Where it comes from: an IPv4 address, or a network of IPv6. */
  readonly address: string;
}

declare module 'fastify' {
  interface FastifyInstance {
    webSockets: WebSockets;
  }
}

const RETRY_AFTER_SECONDS = 5;

/**
 * Which paths of a server go on as WebSockets. Everywhere else a request to upgrade is answered as if it had not asked:
 * "a server MAY ignore a received Upgrade header field" (RFC 9110 §7.8).
 */
export class WebSockets {
  readonly #doors = new Map<string, (request: SocketRequest) => void>();
  #isStopping = false;

  register(fastify: FastifyInstance): void {
    fastify.addHook('preClose', (done) => {
      this.#isStopping = true;
      done();
    });
    fastify.server.on('upgrade', (raw, socket, head) => {
      // Whoever is gone is told nothing.
      socket.on('error', () => socket.destroy());
      void this.#open(fastify, raw, socket, head).catch((error: unknown) => refuse(error, socket, fastify, raw));
    });
  }

  /** @param open is called for whoever may ask; it answers the request by itself */
  serve(path: string, open: (request: SocketRequest) => void): void {
    this.#doors.set(path, open);
  }

  /** RFC 9110 §7.8: not of HTTP/1.0. Without a Host (§7.2) a request is refused where all requests are. */
  takes(request: IncomingMessage): boolean {
    const { httpVersion, headers } = request;
    if (httpVersion !== '1.1' || headers.host === undefined) return false;
    return headers.upgrade?.toLowerCase() === 'websocket' && this.#doors.has(pathOf(request));
  }

  async #open(fastify: FastifyInstance, raw: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const actor = await fastify.signInWith(raw.headers.authorization);
    if (actor instanceof Refusal) throw actor;
    const address = networkOf(raw.socket.remoteAddress ?? '');
    await fastify.takeFromBudget({ subject: subjectOf(actor), address });
    if (this.#isStopping) {
      const detail = 'The server is shutting down; ask again in a moment.';
      const retryAfterSeconds = RETRY_AFTER_SECONDS;
      throw new HttpRefusal({ httpStatus: 503, title: 'Service Unavailable', detail, retryAfterSeconds });
    }
    if (!socket.destroyed) this.#doors.get(pathOf(raw))?.({ raw, socket, head, actor, address });
  }
}

/** Says no as HTTP does: RFC 6455 §4.2.2, the handshake is an HTTP request until it is answered with 101. */
function refuse(error: unknown, socket: Duplex, fastify: FastifyInstance, raw: IncomingMessage): void {
  const { status, fields, text } = answerTo(error, fastify, raw);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    'content-type: text/plain; charset=utf-8',
    `content-length: ${Buffer.byteLength(text)}`,
    ...fields,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`, () => socket.destroy());
}

interface Answer {
  readonly status: number;
  readonly fields: readonly string[];
  readonly text: string;
}

function answerTo(error: unknown, fastify: FastifyInstance, raw: IncomingMessage): Answer {
  if (isRefusal(error, 'unauthenticated')) {
    return { status: 401, fields: [`www-authenticate: ${challengeFor(error)}`], text: error.message };
  }
  if (isRefusal(error, 'unavailable')) {
    return { status: 503, fields: [`retry-after: ${error.details.retryAfterSeconds}`], text: error.message };
  }
  if (error instanceof HttpRefusal) {
    const { httpStatus: status, retryAfterSeconds, detail: text } = error.error;
    return { status, fields: retryAfterSeconds === undefined ? [] : [`retry-after: ${retryAfterSeconds}`], text };
  }
  const traceId = crypto.randomUUID().replaceAll('-', '');
  fastify.reportDefect(error, { traceId, method: raw.method ?? '', path: pathOf(raw) });
  return { status: 500, fields: [], text: `Something went wrong on our side; look for ${traceId} in the log.` };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return pathAndQueryOf(url).split('?', 1)[0]!;
}
