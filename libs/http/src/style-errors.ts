import type { Provider } from '@nestjs/common';
import type { Refusal } from '@rungs/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What HTTP itself refuses before any operation was asked for: no such route, 405, 406, 413, 415, 431 … */
export interface ProtocolError {
  readonly httpStatus: number;
  readonly title: string;
  readonly detail: string;
  /** For 405: what is allowed. */
  readonly allow?: readonly string[];
  /** For 429: `Retry-After` says it already, in every style. */
  readonly retryAfterSeconds?: number;
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

/** Wraps what a style registered, so that it can be told from every other provider. */
export class RegisteredStyleErrors {
  constructor(readonly errors: StyleErrors) {}
}

/** For the `providers` of a style's module: from now on it answers for everything below its prefix. */
export function provideStyleErrors(errors: StyleErrors): Provider {
  return { provide: `StyleErrors ${errors.prefix}`, useValue: new RegisteredStyleErrors(errors) };
}

/** The style that answers for a path, if any does. */
export function styleErrorsFor(styles: readonly StyleErrors[], url: string): StyleErrors | undefined {
  const path = url.split(/[?#]/, 1)[0] as string;
  return styles.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
}
