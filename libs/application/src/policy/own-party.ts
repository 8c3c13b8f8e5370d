import { isUuid, type CourierId } from '@rungs/domain';
import type { PartyFilter } from '../ports/reads.ts';
import type { SignedInActor } from './sign-in.ts';

/** Whose orders an actor may list at all; a filter can only narrow it. Support's are everybody's. */
export function ownParty(actor: SignedInActor): PartyFilter & { readonly courierId?: CourierId } {
  switch (actor.role) {
    case 'consumer':
      return { consumerId: actor.consumerId };
    case 'restaurant':
      return { restaurantId: actor.restaurantId };
    case 'courier':
      return { courierId: actor.courierId };
    case 'support':
      return {};
  }
}

/** True when what is asked for is hidden from the actor, or nothing at all: then the list is empty. */
export function hides(asked: string | undefined, allowed: string | undefined): boolean {
  return asked !== undefined && (!isUuid(asked) || asked !== allowed);
}
