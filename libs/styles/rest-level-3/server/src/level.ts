import {
  applyDecorators,
  type CallHandler,
  Controller,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FreshKeys, type Page, type WithActions } from '@rungs/application';
import { subjectOf, type Actor } from '@rungs/domain';
import {
  Answers,
  type Ingredient,
  JsonOnly,
  made,
  type Makings,
  type Represented,
  requireAccepted,
  tagOf,
  tagOfPage,
  tagOfVariant,
} from '@rungs/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { HAL, HAL_FORMS, halDocument, type HalPart } from './hal.ts';
import { uris } from './paths.ts';

export { uris };

/** Says a resource in the media type that the client asked for; asks before anything is done whether there is one. */
@Injectable()
class HalDocuments implements NestInterceptor<HalPart | Represented<HalPart>, Represented<object>> {
  constructor(private readonly keys: FreshKeys) {}

  intercept(
    context: ExecutionContext,
    next: CallHandler<HalPart | Represented<HalPart>>,
  ): Observable<Represented<object>> {
    const http = context.switchToHttp();
    const mediaType = requireAccepted(http.getRequest<FastifyRequest>(), [HAL_FORMS, HAL]);
    return next.handle().pipe(
      map((resource) => {
        const reply = http.getResponse<FastifyReply>();
        sendAs(reply, mediaType);
        const etag = reply.getHeader('etag');
        // RFC 9110 §8.8.3.3: two representations of one thing have two validators.
        if (mediaType === HAL && typeof etag === 'string') void reply.header('etag', tagOfVariant(etag, 'hal'));
        const keys = mediaType === HAL_FORMS ? () => this.keys.next() : 'none';
        return () => {
          explain(reply);
          return halDocument(made(resource), uris.template('relation'), keys);
        };
      }),
    );
  }
}

/** JSON's media types have no charset (RFC 8259 §11); Fastify adds one to what no serializer was named for. */
export function sendAs(reply: FastifyReply, mediaType: string): void {
  void reply.type(mediaType).serializer(JSON.stringify);
}

/**
 * What the names in a document mean (RFC 6906): as a field and not in the body, where every embedded resource would carry
 * it, too, and only with a body: a 304 has nothing to explain.
 */
function explain(reply: FastifyReply): void {
  const held = reply.getHeader('link');
  const profile = `<${uris.href('profile', {})}>; rel="profile"`;
  void reply.header('link', held === undefined ? profile : `${String(held)}, ${profile}`);
}

/** Names the style: a controller of level 3. */
export function Level3(): ClassDecorator {
  return applyDecorators(Controller(), UseGuards(JsonOnly), UseInterceptors(new Answers(uris), HalDocuments));
}

// RFC 9111 §5.2.2. Everything is revalidated before it is used again; what depends on who asks is for nobody else.
export const VARY = 'Accept, Authorization';
export const SHARED = { 'cache-control': 'public, no-cache', vary: VARY };
export const PRIVATE = { 'cache-control': 'private, no-cache', vary: VARY };

/** A page for everybody becomes private as soon as it carries the controls of one. */
export function cachedFor(actor: Actor): typeof PRIVATE {
  return actor.role === 'anonymous' ? SHARED : PRIVATE;
}

/** The same for what has the same links for all, and forms for a few. */
export function cachedWith({ actions }: WithActions): typeof PRIVATE {
  return actions.length === 0 ? SHARED : PRIVATE;
}

/**
 * The validator of a thing as this actor is shown it: links depend on who asks; forms on the actions, which other
 * things' states may change while the version stays.
 */
export function validatorOf(actor: Actor, makings: Makings, { actions }: WithActions, ...more: Ingredient[]): string {
  return tagOf(makings, subjectOf(actor), ...actions, ...more);
}

/** What has the same links for all, and no form for this actor, has the validator that it has for everybody. */
export function sharedValidatorOf(actor: Actor, makings: Makings, thing: WithActions, ...more: Ingredient[]): string {
  return thing.actions.length === 0 ? tagOf(makings, ...more) : validatorOf(actor, makings, thing, ...more);
}

/** The validator of a page, with the links and forms that its actor gets. */
export function pageValidatorOf<T extends object>(
  actor: Actor,
  page: Page<T>,
  makings: (item: T) => Makings,
  ...more: Ingredient[]
): string {
  const offered = (item: T): Makings => {
    const { others, ...made } = makings(item);
    const { actions = [] } = ('order' in item ? item.order : item) as Partial<WithActions>;
    return { ...made, others: [...others, ...actions] };
  };
  return tagOfPage(page, offered, subjectOf(actor), ...more);
}
