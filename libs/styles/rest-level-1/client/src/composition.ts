import type { NotApplicable } from '@rungs/scenarios';

/** Of every scenario that asks for several things. */
export const NO_COMPOSITION: NotApplicable = {
  notApplicable: 'a request names one resource and one action, and nothing in this style joins several requests',
};

/** Of every scenario that asks for one thing. */
export const NOTHING_TO_COMPOSE: NotApplicable = {
  notApplicable: 'the screen is one action on one resource already, and an action cannot be asked for less',
};
