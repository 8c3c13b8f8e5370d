import { Refusal, type Actor } from '@rungs/domain';

export type SignedInActor = Exclude<Actor, { readonly role: 'anonymous' }>;

/** The first check of every operation that is not open to all. */
export function signedIn(actor: Actor): SignedInActor {
  if (actor.role === 'anonymous') throw new Refusal('unauthenticated', { reason: 'missing' });
  return actor;
}
