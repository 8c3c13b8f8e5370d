import {
  SetMetadata,
  UnsupportedMediaTypeException,
  type CanActivate,
  type ExecutionContext,
  type CustomDecorator,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mediaTypeOf } from './sent-file.ts';

/** JSON under any name: `application/json`, `application/vnd.api+json`. */
export const ANY_JSON = 'application/*+json';

const TAKES = 'rungs:takes';

/** Names the media types of the body that a route takes, where they are not just JSON under any name. */
export function Takes(...mediaTypes: readonly string[]): CustomDecorator {
  return SetMetadata(TAKES, mediaTypes);
}

/**
 * The shared parsers hand on XML and CSV as text and photos as bytes, for the routes that say with `Takes` what they
 * take. For all others, what is not JSON is of no media type that they understand: RFC 9110 §15.5.16.
 */
export class JsonOnly implements CanActivate {
  private readonly reflector = new Reflector();

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.body === undefined) return true;
    const taken = this.reflector.get<readonly string[] | undefined>(TAKES, context.getHandler()) ?? [ANY_JSON];
    if (!taken.some((mediaType) => isOf(mediaType, mediaTypeOf(request)))) {
      sayWhatIsTaken(context, taken);
      throw new UnsupportedMediaTypeException();
    }
    return true;
  }
}

function isOf(mediaType: string, given: string): boolean {
  return mediaType === ANY_JSON ? /^application\/(?:.+\+)?json$/.test(given) : given === mediaType;
}

/** RFC 9110 §15.5.16: a 415 may say in `Accept` what would be taken; after a PATCH in `Accept-Patch`, RFC 5789 §2.2. */
function sayWhatIsTaken(context: ExecutionContext, taken: readonly string[]): void {
  const http = context.switchToHttp();
  const { method } = http.getRequest<FastifyRequest>();
  const names = taken.map((mediaType) => (mediaType === ANY_JSON ? 'application/json' : mediaType));
  const field = method === 'PATCH' ? 'accept-patch' : 'accept';
  void http.getResponse<FastifyReply>().header(field, names.join(', '));
}
