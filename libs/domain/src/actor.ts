import type { ConsumerId, CourierId, RestaurantId, SupportAgentId } from './identifiers.ts';

/** Who asks. Use cases take it first; roles and ownership are checked nowhere else. */
export type Actor =
  | { readonly role: 'anonymous' }
  | { readonly role: 'consumer'; readonly consumerId: ConsumerId }
  | { readonly role: 'restaurant'; readonly restaurantId: RestaurantId }
  | { readonly role: 'courier'; readonly courierId: CourierId }
  | { readonly role: 'support'; readonly supportAgentId: SupportAgentId };

export type Role = Actor['role'];

export const ANONYMOUS: Actor = { role: 'anonymous' };

/** One text per actor, `consumer:0192…`: what idempotency keys, cursors and traces are bound to. */
export function subjectOf(actor: Actor): string {
  switch (actor.role) {
    case 'anonymous':
      return 'anonymous';
    case 'consumer':
      return `consumer:${actor.consumerId}`;
    case 'restaurant':
      return `restaurant:${actor.restaurantId}`;
    case 'courier':
      return `courier:${actor.courierId}`;
    case 'support':
      return `support:${actor.supportAgentId}`;
  }
}
