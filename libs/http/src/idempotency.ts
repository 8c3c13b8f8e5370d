import type { FastifyRequest } from 'fastify';

/**
 * The key under which a repeated request is the same request. draft-ietf-httpapi-idempotency-key-header §2.1 makes
 * the field a quoted string (RFC 8941 §3.3.3); many clients send it bare, which is read too.
 */
export function idempotencyKeyFrom(request: Pick<FastifyRequest, 'headers'>): string | undefined {
  const field = request.headers['idempotency-key'];
  const value = Array.isArray(field) ? field[0] : field;
  if (value === undefined) return undefined;
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(value.trim())?.[1];
  return quoted === undefined ? value : quoted.replace(/\\(["\\])/g, '$1');
}
