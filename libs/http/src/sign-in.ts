import { ANONYMOUS, Refusal, type Actor } from '@rungs/domain';
import type { FastifyInstance } from 'fastify';
import type { SignInRefusal } from './current-actor.ts';
import { goodUntilMs, type TokenService } from './token-service.ts';

const REALM = 'Bearer realm="rungs"';

declare module 'fastify' {
  interface FastifyInstance {
    /** The same check for a credential that comes otherwise than as a field of a request: a WebSocket's. */
    signInWith(authorization: string | undefined): Promise<Actor | SignInRefusal>;
  }
}

/** Finds out, once per request and before its body is read, who asks. It refuses nothing itself. */
export function registerSignIn(fastify: FastifyInstance, tokens: TokenService): void {
  fastify.decorateRequest('signIn', undefined);
  fastify.decorate('signInWith', (authorization: string | undefined) => signIn(authorization, tokens));
  fastify.addHook('onRequest', async (request) => {
    request.signIn = await signIn(request.headers.authorization, tokens);
  });
}

/** The actor of an `Authorization` field; none at all is anonymous. */
export async function signIn(authorization: string | undefined, tokens: TokenService): Promise<Actor | SignInRefusal> {
  if (authorization === undefined) return ANONYMOUS;
  const token = bearerTokenIn(authorization);
  return token === undefined ? new Refusal('unauthenticated', { reason: 'invalid' }) : tokens.verify(token);
}

/**
 * Until when an `Authorization` field is good that was found good, in milliseconds of Unix time: what needs none is good
 * for ever.
 */
export function signInEndsAtMs(authorization: string | undefined): number {
  if (authorization === undefined) return Infinity;
  const token = bearerTokenIn(authorization);
  if (token === undefined) throw new Error('Nobody is signed in by this field.');
  return goodUntilMs(token);
}

/** RFC 6750 §2.1; the scheme's name is case-insensitive (RFC 9110 §11.1). */
function bearerTokenIn(authorization: string): string | undefined {
  return /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)?.[1];
}

/** The `WWW-Authenticate` field that goes with a 401: RFC 6750 §3, which names no error when no credential came. */
export function challengeFor({ details, message }: Refusal<'unauthenticated'>): string {
  return details.reason === 'missing' ? REALM : `${REALM}, error="invalid_token", error_description="${message}"`;
}
