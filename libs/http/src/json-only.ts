import {
  applyDecorators,
  SetMetadata,
  UnsupportedMediaTypeException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type {} from 'reflect-metadata';
import { mediaTypeOf } from './sent-file.ts';

/** JSON under any name: `application/json`, `application/vnd.api+json`. */
export const ANY_JSON = 'application/*+json';

const TAKES = 'rungs:takes';

/** Names the media types of the body that a route takes, where they are not just JSON under any name. */
export function Takes(...mediaTypes: readonly string[]): MethodDecorator {
  // For guards, and for those who look at the route alone: OPTIONS, and 415 about what no parser knows.
  return applyDecorators(SetMetadata(TAKES, mediaTypes), RouteConfig({ takes: mediaTypes.map(nameOf) }));
}

/**
 * The shared parsers hand on XML and CSV as text and photos as bytes, for the routes that say with `Takes` what they
 * take. For all others, what is not JSON is of no media type that they understand: RFC 9110 §15.5.16.
 */
export class JsonOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.body === undefined) return true;
    const taken = takenBy(context.getHandler());
    if (taken.some((mediaType) => isOf(mediaType, mediaTypeOf(request)))) return true;
    throw new UnsupportedMediaTypeException();
  }
}

/** The media types of the body that a route takes: those that `Takes` names, or JSON. */
export function takenBy(handler: object): readonly string[] {
  return (Reflect.getMetadata(TAKES, handler) as readonly string[] | undefined) ?? [ANY_JSON];
}

function isOf(mediaType: string, given: string): boolean {
  return mediaType === ANY_JSON ? /^application\/(?:.+\+)?json$/.test(given) : given === mediaType;
}

function nameOf(mediaType: string): string {
  return mediaType === ANY_JSON ? 'application/json' : mediaType;
}
