import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@rungs/domain';
import { acceptedOf } from './accepted.ts';
import { subjectOfRequest } from './current-actor.ts';
import { HttpRefusal } from './http-refusal.ts';
import { signInEndsAtMs } from './sign-in.ts';

// Server-sent events: the event stream format of the WHATWG HTML standard, §9.2.

export const EVENT_STREAM = 'text/event-stream';

export interface ServerSentEvent {
  /** What a client that was cut sends back as `Last-Event-ID`; the one before goes on counting where there is none. */
  readonly id?: string;
  readonly event: string;
  /** Sent as JSON; an event without any has a line of data all the same, since one that has none is not told (§9.2.6). */
  readonly data?: object;
}

export interface EventStreamSettings {
  /** How often a comment is sent where there is no event, and each client is looked at; 10,000 unless given. */
  readonly heartbeatMs?: number;
  /** How many streams one actor may have open in this process; as many as they like unless given. */
  readonly mostPerActor?: number;
}

/** What is said last when the credential has ended, and not the events. */
const TOKEN_EXPIRED: readonly ServerSentEvent[] = [{ event: 'end', data: { reason: 'token-expired' } }];

declare module 'fastify' {
  interface FastifyInstance {
    eventStreams: EventStreams;
  }
}

const HEARTBEAT_MS = 10_000;
/** What a client waits before it comes again (§9.2.6). */
const RETRY_MS = 2_000;
const RETRY_AFTER_SECONDS = 10;
/** What waits for longer would not wait at all. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function registerEventStreams(fastify: FastifyInstance, settings: EventStreamSettings = {}): void {
  fastify.decorate('eventStreams', new EventStreams(settings));
}

/**
 * Answers with a stream of events, or says why not: 406 where the client takes no event stream, 400 for a
 * `Last-Event-ID` that was never ours, 429 for one stream too many, 204 when there is nothing more to tell, which stops
 * an EventSource from coming again (§9.2.3).
 *
 * The stream ends with `follow`'s events, or when the credential does: then it says `event: end` with
 * `{"reason":"token-expired"}`, or what is given instead, and whoever wants more comes with a new token and the last id. Without an `end` it was
 * cut, and the client comes again by itself. A client that takes nothing for a whole heartbeat, while there is something
 * for it, is cut.
 *
 * @param follow the events after that id, if one is given; undefined when there are none and will be none
 */
export async function eventStream<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  follow: (after: string | undefined, signal: AbortSignal) => Promise<AsyncIterable<T> | undefined>,
  represent: (told: T) => ServerSentEvent,
  tokenExpired = TOKEN_EXPIRED,
): Promise<Readable | undefined> {
  if (acceptedOf(request.headers.accept, [EVENT_STREAM]) === undefined) {
    const detail = `This is to be had as ${EVENT_STREAM}.`;
    throw new HttpRefusal({ httpStatus: 406, title: 'Not Acceptable', detail });
  }
  const leaving = new AbortController();
  const events = await follow(lastEventIdFrom(request), leaving.signal);
  void reply.header('cache-control', 'no-store');
  if (!events) {
    void reply.code(204);
    return undefined;
  }
  const end = request.method === 'HEAD' ? undefined : request.server.eventStreams.open(subjectOfRequest(request) ?? '');
  // For proxies of nginx's kind, which hold back what they would send in larger pieces.
  void reply.headers({ 'content-type': EVENT_STREAM, 'x-accel-buffering': 'no' });
  if (!end) return Readable.from([]);
  // RFC 9112 §9.6: nothing comes after a stream, and a server that shuts down would wait for what might.
  void reply.header('connection', 'close');
  const endsAtMs = signInEndsAtMs(request.headers.authorization);
  const stream = new EventStream(request.server.eventStreams.heartbeatMs, endsAtMs, tokenExpired, () => {
    leaving.abort();
    end();
  });
  // A pipelined request's answer may never be closed, even when its connection is.
  request.raw.socket.once('close', () => stream.destroy());
  void stream.send(events, represent).catch((error: unknown) => {
    request.reportDefect(error);
    stream.destroy();
  });
  return stream;
}

/** RFC 9110 has no such field: §9.2.4 of the HTML standard has. Ours are numbers. */
function lastEventIdFrom({ headers }: FastifyRequest): string | undefined {
  const field = headers['last-event-id'];
  if (field === undefined) return undefined;
  if (typeof field !== 'string' || !/^\d{1,18}$/.test(field)) {
    throw new Refusal('unreadable', { reason: 'Last-Event-ID must be the id of an event of this stream.' });
  }
  return field;
}

/** The streams of one server: how many each actor has. */
export class EventStreams {
  readonly heartbeatMs: number;
  readonly mostPerActor: number;
  readonly #open = new Map<string, number>();

  constructor({ heartbeatMs = HEARTBEAT_MS, mostPerActor = Infinity }: EventStreamSettings) {
    this.heartbeatMs = heartbeatMs;
    this.mostPerActor = mostPerActor;
  }

  /**
   * @param subject whose stream it is
   * @returns to be called once it has ended
   */
  open(subject: string): () => void {
    const count = this.#open.get(subject) ?? 0;
    if (count >= this.mostPerActor) {
      throw new HttpRefusal({
        httpStatus: 429,
        title: 'Too Many Requests',
        detail: `You have ${count} ${count === 1 ? 'stream' : 'streams'} of events open, and may not have more at a time: end one first.`,
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    }
    this.#open.set(subject, count + 1);
    return () => {
      const left = (this.#open.get(subject) ?? 0) - 1;
      if (left > 0) this.#open.set(subject, left);
      else this.#open.delete(subject);
    };
  }
}

/** One event in the format of §9.2.5: JSON has no line breaks of its own, so that one line of data holds it. */
export function textOf({ id, event, data }: ServerSentEvent): string {
  const lines = [...(id === undefined ? [] : [`id: ${id}`]), `event: ${event}`];
  return `${[...lines, `data: ${data === undefined ? '' : JSON.stringify(data)}`].join('\n')}\n\n`;
}

/**
 * The bytes of one stream. Nothing is asked of its source before the client has taken what there was, so it holds
 * little, however slow the client is.
 */
class EventStream extends Readable {
  #isOver = false;
  #roomMade: () => void = () => undefined;
  #sentBytes = 0;
  #takenBytes = 0;
  readonly #timers: readonly [NodeJS.Timeout, NodeJS.Timeout];

  constructor(
    heartbeatMs: number,
    endsAtMs: number,
    private readonly tokenExpired: readonly ServerSentEvent[],
    private readonly whenEnded: () => void,
  ) {
    super();
    this.#timers = [
      setInterval(() => this.#beat(), heartbeatMs).unref(),
      setTimeout(() => this.#expire(), Math.min(endsAtMs - Date.now(), LONGEST_TIMER_MS)).unref(),
    ];
    this.#write(`retry: ${RETRY_MS}\n\n`);
  }

  async send<T>(events: AsyncIterable<T>, represent: (told: T) => ServerSentEvent): Promise<void> {
    for await (const told of events) {
      if (this.#isOver) return;
      if (!this.#write(textOf(represent(told)))) await new Promise<void>((resolve) => (this.#roomMade = resolve));
    }
    this.#end();
  }

  override _read(): void {
    this.#roomMade();
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.#isOver = true;
    this.#timers.forEach(clearTimeout);
    this.whenEnded();
    this.#roomMade();
    callback(error);
  }

  /** Comments keep proxies from taking a quiet connection for a dead one (§9.2.7). */
  #beat(): void {
    const takenBytes = this.#sentBytes - this.readableLength;
    if (this.readableLength === 0) this.#write(':\n\n');
    else if (takenBytes === this.#takenBytes) this.destroy();
    this.#takenBytes = takenBytes;
  }

  #expire(): void {
    if (this.#isOver) return;
    this.#write(this.tokenExpired.map(textOf).join(''));
    this.#end();
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.push(null);
  }

  /** False when the client has not taken what there is already. */
  #write(text: string): boolean {
    if (this.#isOver) return false;
    const bytes = Buffer.from(text);
    this.#sentBytes += bytes.length;
    return this.push(bytes);
  }
}
