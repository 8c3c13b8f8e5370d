import { STATUS_CODES } from 'node:http';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Refusal } from '@rungs/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpRefusal } from './http-refusal.ts';
import { sendDefect, sendProtocolError, sendRefusal } from './problem.ts';
import type { RouteTable } from './route-table.ts';
import { styleErrorsFor, type ProtocolError, type StyleErrors } from './style-errors.ts';

/** What a defect is logged with; its error stays here and is never answered. */
export interface Defect {
  readonly traceId: string;
  readonly method: string;
  readonly path: string;
  /** Of an answer with several parts, the one that failed: `order.bill`. */
  readonly part?: string | undefined;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Has a defect logged that belongs to no request: that of an operation over a WebSocket. */
    reportDefect(error: unknown, defect: Defect): void;
  }
  interface FastifyRequest {
    /**
     * For styles that answer a defect inside of their own envelope: has it logged as any other.
     *
     * @returns the trace id, which is all that may be told of it
     */
    reportDefect(error: unknown, part?: string): string;
  }
}

export interface ExceptionSettings {
  readonly routes: RouteTable;
  readonly traceIdOf: (request: FastifyRequest) => string;
  readonly onDefect: (error: unknown, defect: Defect) => void;
}

/** How we say no where no style does: as problem documents. */
const PLAIN_ERRORS: Omit<StyleErrors, 'prefix'> = {
  refuse: (refusal, _request, reply) => sendRefusal(refusal, reply),
  protocol: (error, request, reply) => sendProtocolError(error, request, reply),
  defect: (traceId, _request, reply) => sendDefect(traceId, reply),
};

/**
 * The one place where something thrown becomes an answer: finds the style whose path it is, and what kind of no it
 * was (a rule's, HTTP's, or a defect of ours), and lets the style say it.
 */
@Catch()
export class StyleExceptionFilter implements ExceptionFilter {
  constructor(
    private readonly styles: () => readonly StyleErrors[],
    private readonly settings: ExceptionSettings,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    // GraphQL's executor turns what a resolver throws into its own errors; it must get it as it is.
    if (host.getType<string>() !== 'http') throw exception;
    const http = host.switchToHttp();
    this.answer(exception, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** The same for what Fastify refuses before Nest sees the request. */
  answer(exception: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent || isCut(exception, request)) return;
    const errors = styleErrorsFor(this.styles(), request.raw.url ?? '/') ?? PLAIN_ERRORS;
    try {
      if (exception instanceof Refusal) {
        errors.refuse(exception, request, reply);
        return;
      }
      const protocol = this.protocolErrorOf(exception, request);
      if (protocol === undefined) this.answerDefect(exception, errors, request, reply);
      // Not signed in comes before everything else, in every style; but who asks too often is not looked at any more.
      else if ('prefix' in errors && request.signIn instanceof Refusal && protocol.httpStatus !== 429)
        errors.refuse(request.signIn, request, reply);
      else {
        if (protocol.retryAfterSeconds !== undefined) void reply.header('retry-after', protocol.retryAfterSeconds);
        errors.protocol(protocol, request, reply);
      }
    } catch (error) {
      this.answerDefect(error, PLAIN_ERRORS, request, reply);
    }
  }

  /** Has the defect logged, and answers the trace id by which it can be found there. */
  reportDefect(error: unknown, request: FastifyRequest, part?: string): string {
    const traceId = this.settings.traceIdOf(request);
    this.settings.onDefect(error, { traceId, method: request.method, path: pathOf(request), part });
    return traceId;
  }

  private answerDefect(
    error: unknown,
    errors: Pick<StyleErrors, 'defect'>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    errors.defect(this.reportDefect(error, request), request, reply);
  }

  /** What HTTP refuses, in our own words; undefined when it is a defect. */
  private protocolErrorOf(exception: unknown, request: FastifyRequest): ProtocolError | undefined {
    if (exception instanceof HttpRefusal) return exception.error;
    const httpStatus = statusOf(exception);
    if (httpStatus === undefined || httpStatus < 400 || httpStatus >= 500) return undefined;
    if (httpStatus === 404) return this.noRoute(request);
    const title = STATUS_CODES[httpStatus] ?? 'Bad Request';
    return { httpStatus, title, detail: detailOf(httpStatus, exception) };
  }

  private noRoute(request: FastifyRequest): ProtocolError {
    const path = pathOf(request);
    const allow = this.settings.routes.methodsOf(path);
    if (allow.length === 0) return { httpStatus: 404, title: 'Not Found', detail: `There is nothing at ${path}.` };
    const detail = `${request.method} is not allowed at ${path}; allowed: ${allow.join(', ')}.`;
    return { httpStatus: 405, title: 'Method Not Allowed', detail, allow };
  }
}

/** A stream ends with the connection that it was for: Node says that of one that has sent nothing yet, too. */
function isCut(exception: unknown, { raw }: FastifyRequest): boolean {
  const { code } = (exception ?? {}) as { readonly code?: unknown };
  return code === 'ERR_STREAM_PREMATURE_CLOSE' && raw.socket.destroyed;
}

function pathOf(request: FastifyRequest): string {
  return (request.raw.url ?? '/').split('?', 1)[0] as string;
}

function statusOf(exception: unknown): number | undefined {
  if (exception instanceof HttpException) return exception.getStatus();
  const { statusCode } = (exception ?? {}) as { readonly statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

const DETAILS: Readonly<Record<number, string>> = {
  400: 'The request is malformed.',
  413: 'The body is larger than 1 MiB.',
  414: 'The address is too long.',
  415: 'The body is of no media type that is understood here.',
};

function detailOf(httpStatus: number, exception: unknown): string {
  const { code } = (exception ?? {}) as { readonly code?: unknown };
  // RFC 10008 §2.
  if (code === 'FST_ERR_ROUTE_MISSING_CONTENT_TYPE') return 'A QUERY must say in Content-Type what its content is.';
  return DETAILS[httpStatus] ?? (exception instanceof Error ? exception.message : 'The request is refused.');
}
