import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Bytes of one exchange at the TCP socket, as they travelled: framing, compression and status line included. */
export interface WireBytes {
  /** Request line, fields and the empty line after them. */
  readonly requestHead: number;
  /** With chunk framing and trailers, if any. */
  readonly requestBody: number;
  /** Status line, fields and the empty line after them; interim responses (100) too. */
  readonly responseHead: number;
  /** Compressed if it was, with chunk framing if any. */
  readonly responseBodyWire: number;
}

/** How far a connection has been booked on earlier exchanges. */
interface Booked {
  readBytes: number;
  writtenBytes: number;
  open: Exchange | undefined;
}

interface Exchange {
  pipelined: boolean;
}

/**
 * Books the bytes of HTTP/1.1 connections on their exchanges, from the kernel's own counts (`socket.bytesRead` and
 * `bytesWritten`): what lies between the end of one exchange and the end of the next belongs to the next.
 *
 * That needs clients which send a request only after the answer to the one before on the same connection, as browsers
 * and Node's fetch do. Pipelined exchanges are recognised and not attributed. Over TLS the counts would be those of the
 * plain text; HTTP/2 is not metered.
 */
export class SocketMeter {
  readonly #connections = new WeakMap<Socket, Booked>();

  /**
   * Call when the request's head has been parsed and before anything is answered.
   *
   * @returns the bytes, once request and response have been completed or the connection was lost;
   *   undefined where they cannot be attributed
   */
  measure(request: IncomingMessage, response: ServerResponse): Promise<WireBytes | undefined> {
    const { socket } = request;
    // Requests injected by a test have no connection.
    if (typeof socket.bytesRead !== 'number') return closed(response).then(() => undefined);
    const connection = this.#connectionOf(socket);
    const exchange: Exchange = { pipelined: connection.open !== undefined };
    if (connection.open) connection.open.pipelined = true;
    connection.open = exchange;
    // Node has already written `100 Continue` where it was asked for (RFC 9110 §10.1.1).
    const interimBytes = socket.bytesWritten - connection.writtenBytes;
    return Promise.all([closed(request), closed(response)]).then(() => {
      const readBytes = socket.bytesRead - connection.readBytes;
      const writtenBytes = socket.bytesWritten - connection.writtenBytes;
      connection.readBytes = socket.bytesRead;
      connection.writtenBytes = socket.bytesWritten;
      if (connection.open === exchange) connection.open = undefined;
      return exchange.pipelined
        ? undefined
        : {
            ...splitRequest(request, readBytes),
            ...splitResponse(response, interimBytes, writtenBytes),
          };
    });
  }

  #connectionOf(socket: Socket): Booked {
    const known = this.#connections.get(socket);
    if (known) return known;
    const connection: Booked = { readBytes: 0, writtenBytes: 0, open: undefined };
    this.#connections.set(socket, connection);
    return connection;
  }
}

function closed(message: IncomingMessage | ServerResponse): Promise<void> {
  return new Promise((resolve) => message.once('close', resolve));
}

function splitRequest(request: IncomingMessage, readBytes: number): Pick<WireBytes, 'requestHead' | 'requestBody'> {
  const requestHead = Math.min(readBytes, requestHeadBytes(request, readBytes));
  return { requestHead, requestBody: readBytes - requestHead };
}

function requestHeadBytes(request: IncomingMessage, readBytes: number): number {
  const chunked = request.headers['transfer-encoding'] !== undefined;
  if (request.complete && !chunked) return readBytes - Number(request.headers['content-length'] ?? 0);
  // Where chunk framing hides the body's size (or the body never came), the head is counted from its fields as they
  // were parsed, with the one space after the colon that clients write.
  const requestLineBytes = `${request.method} ${request.url} HTTP/${request.httpVersion}\r\n`.length;
  const fieldsBytes = request.rawHeaders.reduce((sum, nameOrValue) => sum + nameOrValue.length + 2, 0);
  return requestLineBytes + fieldsBytes + 2;
}

function splitResponse(
  response: ServerResponse,
  interimBytes: number,
  writtenBytes: number,
): Pick<WireBytes, 'responseHead' | 'responseBodyWire'> {
  const responseHead = Math.min(writtenBytes, interimBytes + finalHeadBytes(response, writtenBytes));
  return { responseHead, responseBodyWire: writtenBytes - responseHead };
}

function finalHeadBytes(response: ServerResponse, writtenBytes: number): number {
  // Node keeps the head as it was sent, the fields that it adds by itself included, under this name alone.
  const { _header: head } = response as ServerResponse & { readonly _header?: string | null };
  // Without one Node has refused the connection's bytes by itself, with a bare head.
  return head?.length ?? writtenBytes;
}
