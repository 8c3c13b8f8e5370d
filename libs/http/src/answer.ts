import { type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { refuseInvalid } from '@rungs/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, mergeMap, type Observable } from 'rxjs';
import { tagAsSent } from './compression.ts';
import { isMatched, isNotModified } from './conditional.ts';
import { HttpRefusal } from './http-refusal.ts';
import { handlingOf, preferencesOf, sayApplied, unknownInQuery } from './prefer.ts';
import type { UriMap } from './uri-map.ts';

/** A representation that is made only when it is going to be sent; its header fields are on the reply already. */
export type Represented<T> = () => T;

/** A representation, made now or kept as it is. */
export function made<T>(answer: T | Represented<T>): T {
  return typeof answer === 'function' ? (answer as Represented<T>)() : answer;
}

/**
 * How levels 2 and 3 end every request that went well:
 *
 * - a read whose validator the client holds is 304, and its body is never made (RFC 9110 §13.1.2, §15.4.5)
 * - a read by a client that goes on from a representation which is no longer current is 412 (§13.1.1)
 * - a change by a client that wants no more than that it was done has no body (RFC 7240 §4.2)
 *
 * Conditions are looked at last, since they are about what would have been a success (§13.2.1), and in the order of
 * §13.2.2.
 */
export class Answers implements NestInterceptor {
  /** @param uris the style's */
  constructor(private readonly uris: Pick<UriMap, 'queryOf'>) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const isRead = request.method === 'GET' || request.method === 'HEAD' || request.method === 'QUERY';
    const handling = handlingOf(request);
    if (handling !== undefined) sayApplied(reply, `handling=${handling}`);
    const before = reply.getHeaders();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        if (!isRead) return answerChange(answer, request, reply);
        // In a change's query it is refused before anything is changed, with what is wrong in its body.
        refuseInvalid(unknownInQuery(request, this.uris));
        return answerRead(answer, request, reply);
      }),
      catchError((error: unknown) => {
        if (isRead) withdraw(reply, before);
        throw error;
      }),
    );
  }
}

function answerRead(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  const etag = tagAsSent(request, reply);
  const lastModified = fieldOf(reply, 'last-modified');
  if (!isMatched(request, etag, lastModified)) {
    const detail = 'What you hold is not what there is now. Read it again.';
    throw new HttpRefusal({ httpStatus: 412, title: 'Precondition Failed', detail });
  }
  if (isNotModified(request, etag, lastModified)) {
    void reply.code(304);
    return undefined;
  }
  return made(answer);
}

/** What was to be said of the representation is not so of the refusal; save of which bytes there would have been. */
function withdraw(reply: FastifyReply, before: object): void {
  for (const name of Object.keys(reply.getHeaders())) {
    if (!(name in before) && name !== 'content-range') void reply.removeHeader(name);
  }
}

function answerChange(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  const wanted = preferencesOf(request).get('return');
  // Only where the answer is a thing that can be had elsewhere; what was said of each of several is nowhere else.
  const isElsewhere = reply.hasHeader('location') || reply.hasHeader('content-location');
  const isDone = reply.statusCode === 200 || reply.statusCode === 201;
  if (!isElsewhere || !isDone || (wanted !== 'minimal' && wanted !== 'representation')) return made(answer);
  sayApplied(reply, `return=${wanted}`);
  if (wanted === 'representation') return made(answer);
  if (reply.statusCode === 200) void reply.code(204);
  void reply.removeHeader('content-type');
  return undefined;
}

function fieldOf(reply: FastifyReply, name: string): string | undefined {
  const value = reply.getHeader(name);
  return value === undefined ? undefined : String(value);
}
