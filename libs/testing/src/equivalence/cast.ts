import { CLOSED_RESTAURANT, PERSONAS } from '@rungs/application';
import { ANONYMOUS, type Actor } from '@rungs/domain';

/** Who may act: the personas, one more of each kind where rules are about two, and nobody in particular. */
export const CAST = {
  ...PERSONAS,
  /** A consumer without an address. */
  carl: { role: 'consumer', consumerId: '01900000-0000-7000-8000-00000000a003' },
  /** Runs the restaurant that is closed at first. */
  rosa: { role: 'restaurant', restaurantId: CLOSED_RESTAURANT },
  cleo: { role: 'courier', courierId: '01900000-0000-7000-8000-00000000c002' },
  /** Off duty at first. */
  finn: { role: 'courier', courierId: '01900000-0000-7000-8000-00000000c003' },
  anonymous: ANONYMOUS,
} as const satisfies Record<string, Actor>;

export type CastName = keyof typeof CAST;

export const CAST_NAMES = Object.keys(CAST) as readonly CastName[];
