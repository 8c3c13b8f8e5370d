import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Refusal, subjectOf, type Actor } from '@rungs/domain';
import type { FastifyRequest } from 'fastify';

/** Why nobody could be signed in: the credential is not ours, or the keys to check it with cannot be had. */
export type SignInRefusal = Refusal<'unauthenticated'> | Refusal<'unavailable'>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the sign-in hook on every request: who asks, or why the credential was refused. */
    signIn?: Actor | SignInRefusal;
  }
}

/** Who asks; throws `unauthenticated` for a bad credential (none at all is `anonymous`). */
export function actorOf(request: FastifyRequest): Actor {
  const { signIn } = request;
  if (signIn === undefined) throw new Error('The sign-in hook has not run.');
  if (signIn instanceof Refusal) throw signIn;
  return signIn;
}

/** Whose request it is, as one text (`consumer:0190…`); undefined when the credential was refused or never looked at. */
export function subjectOfRequest({ signIn }: FastifyRequest): string | undefined {
  return signIn === undefined || signIn instanceof Refusal ? undefined : subjectOf(signIn);
}

/** Controller parameter: the actor of this request. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Who changes something. Not signed in is refused before the body is looked at: the order of checks, in every style. */
export const SignedInActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (actor.role === 'anonymous') throw new Refusal('unauthenticated', { reason: 'missing' });
  return actor;
});
