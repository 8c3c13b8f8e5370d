import { once } from 'node:events';
import { WebSocket, type ClientOptions } from 'ws';

export type Message = Readonly<Record<string, unknown>> & { readonly type: string; readonly id?: string };

export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** A WebSocket whose messages a test writes itself, right or wrong. */
export class RawSocket {
  readonly closed: Promise<Closing>;
  readonly #messages: Message[] = [];
  #arrived = Promise.withResolvers<void>();

  private constructor(readonly webSocket: WebSocket) {
    this.closed = new Promise((resolve) =>
      webSocket.once('close', (code, reason) => {
        resolve({ code, reason: reason.toString() });
        this.#arrived.resolve();
      }),
    );
    webSocket.on('message', (data) => {
      this.#messages.push(JSON.parse((data as Buffer).toString()) as Message);
      this.#arrived.resolve();
      this.#arrived = Promise.withResolvers();
    });
    webSocket.on('error', () => undefined);
  }

  /** Rejects with the status where the server does not go on as a WebSocket. */
  static async open(
    url: string,
    { protocols = ['graphql-transport-ws'], ...options }: ClientOptions & { protocols?: string[] } = {},
  ): Promise<RawSocket> {
    const webSocket = new WebSocket(url.replace('http', 'ws'), protocols, options);
    const socket = new RawSocket(webSocket);
    await new Promise<void>((resolve, reject) => {
      webSocket.once('open', resolve);
      webSocket.once('unexpected-response', (_request, { statusCode, headers }) => {
        reject(Object.assign(new Error(`Answered with ${statusCode}.`), { statusCode, headers }));
        webSocket.terminate();
      });
      webSocket.once('error', reject);
    });
    return socket;
  }

  /** One that has been acknowledged. */
  static async signedIn(url: string, authorization?: string): Promise<RawSocket> {
    const socket = await RawSocket.open(url);
    socket.say({ type: 'connection_init', ...(authorization !== undefined && { payload: { authorization } }) });
    const acknowledged = await socket.next();
    if (acknowledged?.type !== 'connection_ack') throw new Error(JSON.stringify(acknowledged ?? (await socket.closed)));
    return socket;
  }

  say(message: Message | string | Buffer): void {
    this.webSocket.send(typeof message === 'string' || message instanceof Buffer ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, rest: object = {}): void {
    this.say({ id, type: 'subscribe', payload: { query, ...rest } });
  }

  /** The next message of any kind; undefined when the socket is closed first. */
  async next(): Promise<Message | undefined> {
    while (this.#messages.length === 0) {
      if (this.webSocket.readyState === WebSocket.CLOSED) return undefined;
      await this.#arrived.promise;
    }
    return this.#messages.shift();
  }

  /** All messages of one operation, until it is completed or refused. */
  async allOf(id: string): Promise<Message[]> {
    const all: Message[] = [];
    for (let message = await this.next(); message; message = await this.next()) {
      if (message.id === id) all.push(message);
      if (message.id === id && message.type !== 'next') break;
    }
    return all;
  }

  async leave(): Promise<void> {
    if (this.webSocket.readyState === WebSocket.CLOSED) return;
    this.webSocket.terminate();
    await once(this.webSocket, 'close');
  }
}
