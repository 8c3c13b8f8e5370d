import { ANONYMOUS, Refusal, type Actor } from '@rungs/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SignInRefusal } from './current-actor.ts';
import { goodUntilMs, type TokenService } from './token-service.ts';

const REALM = 'Bearer realm="rungs"';

/** Finds out, once per request and before its body is read, who asks. It refuses nothing itself. */
export function registerSignIn(fastify: FastifyInstance, tokens: TokenService): void {
  fastify.decorateRequest('signIn', undefined);
  fastify.addHook('onRequest', async (request) => {
    request.signIn = await signIn(request.headers.authorization, tokens);
  });
}

/** The actor of an `Authorization` field; none at all is anonymous. Also for what a WebSocket brings instead. */
export async function signIn(authorization: string | undefined, tokens: TokenService): Promise<Actor | SignInRefusal> {
  if (authorization === undefined) return ANONYMOUS;
  const token = bearerTokenIn(authorization);
  return token === undefined ? new Refusal('unauthenticated', { reason: 'invalid' }) : tokens.verify(token);
}

/** Until when the credential of a request is good by which somebody was signed in, in milliseconds of Unix time. */
export function signInEndsAtMs({ headers: { authorization = '' } }: Pick<FastifyRequest, 'headers'>): number {
  const token = bearerTokenIn(authorization);
  if (token === undefined) throw new Error('Nobody is signed in by this request.');
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
