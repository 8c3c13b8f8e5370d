import {
  applyDecorators,
  type CallHandler,
  Controller,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  NotAcceptableException,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import type { Actor } from '@rungs/domain';
import { JsonOnly, RESOURCES, UriMap } from '@rungs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { acceptedOf, HAL, HAL_FORMS, type Hal, halDocument } from './hal.ts';

/** Every path of this style: routes and hrefs are both made from here, and no client knows any but the first. */
export const uris = new UriMap('/level3', { home: '', relation: '/rels/{rel}', ...RESOURCES });

/** Sends a resource in the media type that the client asked for; asks before anything is done whether there is one. */
@Injectable()
class HalDocuments implements NestInterceptor<Hal, object> {
  intercept(context: ExecutionContext, next: CallHandler<Hal>): Observable<object> {
    const http = context.switchToHttp();
    const mediaType = acceptedOf(http.getRequest<FastifyRequest>().headers.accept, [HAL_FORMS, HAL]);
    if (mediaType === undefined) {
      throw new NotAcceptableException(`This is to be had as ${HAL_FORMS} and as ${HAL}.`);
    }
    return next.handle().pipe(
      map((resource) => {
        void http.getResponse<FastifyReply>().type(mediaType);
        return halDocument(resource, uris.template('relation'), mediaType === HAL_FORMS);
      }),
    );
  }
}

/** Names the style: a controller of level 3. */
export function Level3(): ClassDecorator {
  return applyDecorators(Controller(), UseGuards(JsonOnly), UseInterceptors(HalDocuments));
}

// RFC 9111 §5.2.2. Everything is revalidated before it is used again; what depends on who asks is for nobody else.
export const SHARED = { 'cache-control': 'public, no-cache', vary: 'Accept' };
export const PRIVATE = { 'cache-control': 'private, no-cache', vary: 'Accept, Authorization' };

/** A page for everybody becomes private as soon as it carries the controls of one. */
export function cachedFor(actor: Actor): typeof PRIVATE {
  return actor.role === 'anonymous' ? { ...SHARED, vary: PRIVATE.vary } : PRIVATE;
}
