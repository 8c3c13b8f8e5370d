import { ANONYMOUS, type Actor } from '@rungs/domain';
import { PERSONA_NAMES, PERSONAS, type PersonaName } from '@rungs/application';

export type ActorName = PersonaName | 'anonymous';

export const ACTOR_NAMES: readonly ActorName[] = [...PERSONA_NAMES, 'anonymous'];

export function actorNamed(name: ActorName): Actor {
  return name === 'anonymous' ? ANONYMOUS : PERSONAS[name];
}
