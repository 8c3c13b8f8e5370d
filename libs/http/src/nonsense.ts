import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEM_MEDIA_TYPE } from './problem.ts';

const STATUS_OF_PARSER_ERROR: Readonly<Record<string, number>> = {
  // RFC 6585 §5.
  HPE_HEADER_OVERFLOW: 431,
  // RFC 9110 §15.6.2: a method that is not known at all; one that is known, but not to the resource, is 405.
  HPE_INVALID_METHOD: 501,
  // RFC 9110 §15.5.9: the request did not come to its end in time.
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers bytes that are not HTTP, or not enough of it: there is no request yet, only a connection to end. */
export function answerNonsense(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS_OF_PARSER_ERROR[error.code ?? ''] ?? 400;
  const title = STATUS_CODES[status] ?? 'Bad Request';
  const body = JSON.stringify({ type: 'about:blank', title, status });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Connection: close',
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${body.length}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
