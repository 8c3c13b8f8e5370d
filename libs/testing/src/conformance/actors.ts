import { ANONYMOUS, type Actor } from '@rungs/domain';
import { PERSONA_NAMES, PERSONAS, type PersonaName } from '@rungs/application';

export type ActorName = PersonaName | 'anonymous';

/** A persona, or somebody else of the city. */
export type Who = ActorName | Actor;

export const ACTOR_NAMES: readonly ActorName[] = [...PERSONA_NAMES, 'anonymous'];

export function actorOf(who: Who): Actor {
  if (typeof who !== 'string') return who;
  return who === 'anonymous' ? ANONYMOUS : PERSONAS[who];
}

export function nameOf(who: Who): string {
  return typeof who === 'string' ? who : JSON.stringify(who);
}
