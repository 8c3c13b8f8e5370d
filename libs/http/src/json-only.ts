import { UnsupportedMediaTypeException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * The shared parsers hand on XML as text, for the one style that speaks it. For the others it is of no media type that
 * they understand: RFC 9110 §15.5.16.
 */
export class JsonOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { body, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (body !== undefined && /^[^;]*xml/i.test(headers['content-type'] ?? ''))
      throw new UnsupportedMediaTypeException();
    return true;
  }
}
