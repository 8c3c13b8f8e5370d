import { SetMetadata, type CanActivate, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type {} from 'reflect-metadata';
import { acceptedOf } from './accepted.ts';
import { HttpRefusal } from './http-refusal.ts';

const OFFERS = 'rungs:offers';
const JSON_ALONE = ['application/json'] as const;

/** Names the media types of the answers that a route has, where they are not just JSON. */
export function Offers(...mediaTypes: readonly string[]): CustomDecorator {
  return SetMetadata(OFFERS, mediaTypes);
}

/** Asks before anything is read or done whether the client takes what a route has to answer with. */
export class AcceptedOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const offers = Reflect.getMetadata(OFFERS, context.getHandler()) as readonly string[] | undefined;
    requireAccepted(context.switchToHttp().getRequest<FastifyRequest>(), offers ?? JSON_ALONE);
    return true;
  }
}

/** RFC 9110 §15.5.7: a 406 says what there is. */
export function requireAccepted<T extends string>(
  { headers }: Pick<FastifyRequest, 'headers'>,
  offers: readonly T[],
): T {
  const accepted = acceptedOf(headers.accept, offers);
  if (accepted !== undefined) return accepted;
  const detail = `Accept takes nothing that there is here: ${offers.join(', ')}.`;
  throw new HttpRefusal({ httpStatus: 406, title: 'Not Acceptable', detail });
}
