import type { Actor, OrderState } from '@rungs/domain';

// Names and ids that documents, the lab, scripts and tests may rely on: the seed makes exactly these.

export const PERSONA_NAMES = ['ann', 'bob', 'luigi', 'mei', 'dana', 'sam'] as const;
export type PersonaName = (typeof PERSONA_NAMES)[number];

/** Who each persona is. `luigi` runs the restaurant that ann orders from most; `mei` another. */
export const PERSONAS = {
  ann: { role: 'consumer', consumerId: '01900000-0000-7000-8000-00000000a001' },
  bob: { role: 'consumer', consumerId: '01900000-0000-7000-8000-00000000a002' },
  luigi: { role: 'restaurant', restaurantId: '01900000-0000-7000-8000-00000000b001' },
  mei: { role: 'restaurant', restaurantId: '01900000-0000-7000-8000-00000000b002' },
  dana: { role: 'courier', courierId: '01900000-0000-7000-8000-00000000c001' },
  sam: { role: 'support', supportAgentId: '01900000-0000-7000-8000-00000000d001' },
} as const satisfies Record<PersonaName, Actor>;

/** Ann's order in each state, all from luigi's restaurant; dana delivers the one that is PICKED_UP. */
export const DEMO_ORDERS = {
  APPROVAL_PENDING: '01900000-0000-7000-8000-00000000e001',
  APPROVED: '01900000-0000-7000-8000-00000000e002',
  REVISION_PENDING: '01900000-0000-7000-8000-00000000e003',
  CANCEL_PENDING: '01900000-0000-7000-8000-00000000e004',
  ACCEPTED: '01900000-0000-7000-8000-00000000e005',
  REJECTED: '01900000-0000-7000-8000-00000000e006',
  PREPARING: '01900000-0000-7000-8000-00000000e007',
  READY_FOR_PICKUP: '01900000-0000-7000-8000-00000000e008',
  PICKED_UP: '01900000-0000-7000-8000-00000000e009',
  DELIVERED: '01900000-0000-7000-8000-00000000e00a',
  CANCELLED: '01900000-0000-7000-8000-00000000e00b',
} as const satisfies Record<OrderState, string>;

/** An APPROVED order of bob's, from mei's restaurant: what ann must not see. */
export const BOBS_ORDER = '01900000-0000-7000-8000-00000000e101';

/** Dishes of luigi's menu that are always available, and one that never is. */
export const DEMO_DISHES = {
  tonnarelli: '01900000-0000-7000-8000-00000000f001',
  tiramisu: '01900000-0000-7000-8000-00000000f002',
  soldOut: '01900000-0000-7000-8000-00000000f003',
} as const;

/** A restaurant whose switch is off. */
export const CLOSED_RESTAURANT = '01900000-0000-7000-8000-00000000b003';
