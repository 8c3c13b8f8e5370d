import { applyDecorators, Controller, createParamDecorator, UseGuards, type ExecutionContext } from '@nestjs/common';
import { Refusal, type Actor } from '@rungs/domain';
import { actorOf, JsonOnly, uriMapOf } from '@rungs/http';
import type { FastifyRequest } from 'fastify';

/** Every path of this style: routes and hrefs are both made from here. */
export const uris = uriMapOf('/level2');

/** Names the style: a controller of level 2. */
export function Level2(): ClassDecorator {
  return applyDecorators(Controller(), UseGuards(JsonOnly));
}

/** Who changes something. Not signed in is refused before the body is looked at: the order of checks, in every style. */
export const SignedInActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (actor.role === 'anonymous') throw new Refusal('unauthenticated', { reason: 'missing' });
  return actor;
});

/** The members of a body, and those that path and header fields say, which win; what has no members stays as it is. */
export function membersOf(body: unknown, said: object): unknown {
  if (body === undefined) return said;
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, ...said } : body;
}

// RFC 9111 §5.2.2. Everything is revalidated before it is used again; what depends on who asks is for nobody else.
export const SHARED = { 'cache-control': 'public, no-cache' };
export const PRIVATE = { 'cache-control': 'private, no-cache', vary: 'Authorization' };
