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
import { FreshKeys, type WithActions } from '@rungs/application';
import { subjectOf, type Actor } from '@rungs/domain';
import { entityTag, JsonOnly, RESOURCES, UriMap } from '@rungs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { acceptedOf, HAL, HAL_FORMS, halDocument, type HalPart } from './hal.ts';

/** Every path of this style: routes and hrefs are both made from here, and no client knows any but the first. */
export const uris = new UriMap('/level3', {
  home: '',
  relation: '/rels/{rel}',
  ...RESOURCES,
  // Forms that are too long for the thing that they change: level 2 has no such thing, because it has no forms.
  revisionSheet: '/orders/{orderId}/revision-sheet{?rows}',
  menuSheet: '/restaurants/{restaurantId}/menu-sheet{?rows}',
  acceptanceSheet: '/ticket-acceptances/sheet{?rows}',
});

/** Sends a resource in the media type that the client asked for; asks before anything is done whether there is one. */
@Injectable()
class HalDocuments implements NestInterceptor<HalPart, object> {
  constructor(private readonly keys: FreshKeys) {}

  intercept(context: ExecutionContext, next: CallHandler<HalPart>): Observable<object> {
    const http = context.switchToHttp();
    const mediaType = acceptedOf(http.getRequest<FastifyRequest>().headers.accept, [HAL_FORMS, HAL]);
    if (mediaType === undefined) {
      throw new NotAcceptableException(`This is to be had as ${HAL_FORMS} and as ${HAL}.`);
    }
    return next.handle().pipe(
      map((resource) => {
        const reply = http.getResponse<FastifyReply>();
        void reply.type(mediaType);
        const etag = reply.getHeader('etag');
        // RFC 9110 §8.8.3.3: two representations of one thing have two validators.
        if (mediaType === HAL && typeof etag === 'string') void reply.header('etag', etag.replace(/"$/, '.hal"'));
        return halDocument(
          resource,
          uris.template('relation'),
          mediaType === HAL_FORMS ? () => this.keys.next() : 'none',
        );
      }),
    );
  }
}

/** Names the style: a controller of level 3. */
export function Level3(): ClassDecorator {
  return applyDecorators(Controller(), UseGuards(JsonOnly), UseInterceptors(HalDocuments));
}

// RFC 9111 §5.2.2. Everything is revalidated before it is used again; what depends on who asks is for nobody else.
export const SHARED = { 'cache-control': 'public, no-cache', vary: 'Accept, Authorization' };
export const PRIVATE = { 'cache-control': 'private, no-cache', vary: 'Accept, Authorization' };

/** A page for everybody becomes private as soon as it carries the controls of one. */
export function cachedFor(actor: Actor): typeof PRIVATE {
  return actor.role === 'anonymous' ? SHARED : PRIVATE;
}

/** The same for what has the same links for all, and forms for a few. */
export function cachedWith({ actions }: WithActions): typeof PRIVATE {
  return actions.length === 0 ? SHARED : PRIVATE;
}

/**
 * The validator of a thing as this actor is shown it: its own version, then whatever else decides what is shown. Links
 * depend on who asks; forms on the actions, which other things' states may change while the version stays.
 */
export function validatorOf(
  actor: Actor,
  { version, actions }: WithActions & { readonly version: number },
  ...others: readonly (string | number)[]
): string {
  return entityTag(version, subjectOf(actor), ...actions, ...others);
}

/** What has the same links for all, and no form for this actor, has the validator that it has for everybody. */
export function sharedValidatorOf(
  actor: Actor,
  thing: WithActions & { readonly version: number },
  ...others: readonly (string | number)[]
): string {
  return thing.actions.length === 0 ? entityTag(thing.version, ...others) : validatorOf(actor, thing, ...others);
}
