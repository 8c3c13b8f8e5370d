import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { codedTag } from './compression.ts';
import { isNotModified } from './conditional.ts';
import { preferencesOf, sayApplied } from './prefer.ts';

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
 * - a change by a client that wants no more than that it was done has no body (RFC 7240 §4.2)
 *
 * What is never coded keeps its validator as it is: whether that matches is found once its media type is known.
 */
@Injectable()
export class Answers implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const isRead = request.method === 'GET' || request.method === 'HEAD' || request.method === 'QUERY';
    return next
      .handle()
      .pipe(
        map((answer: unknown) => (isRead ? answerRead(answer, request, reply) : answerChange(answer, request, reply))),
      );
  }
}

function answerRead(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  const etag = fieldOf(reply, 'etag');
  if (isNotModified(request, etag && codedTag(etag, request), fieldOf(reply, 'last-modified'))) {
    void reply.code(304);
    return undefined;
  }
  return made(answer);
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
  return undefined;
}

function fieldOf(reply: FastifyReply, name: string): string | undefined {
  const value = reply.getHeader(name);
  return value === undefined ? undefined : String(value);
}
