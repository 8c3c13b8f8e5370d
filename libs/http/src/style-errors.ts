import type { Refusal } from '@rungs/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What HTTP itself refuses before any operation was asked for: no such route, 405, 406, 413, 415, 431 … */
export interface ProtocolError {
  readonly httpStatus: number;
  readonly title: string;
  readonly detail: string;
  /** For 405: what is allowed. */
  readonly allow?: readonly string[];
}

/** How one style says no. The style whose prefix begins the path answers, for errors from anywhere. */
export interface StyleErrors {
  /** `/level2`, `/graphql`. */
  readonly prefix: string;
  /** A rule said no, in this style's idiom. */
  refuse(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): void;
  /** HTTP said no. */
  protocol(error: ProtocolError, request: FastifyRequest, reply: FastifyReply): void;
  /** We are at fault: already logged; the answer names the trace and nothing else. */
  defect(traceId: string, request: FastifyRequest, reply: FastifyReply): void;
}
