import type { OperationName } from '@rungs/application';
import { CONSUMER_WISHES } from './consumer-wishes.ts';
import { DELIVERING_WISHES } from './delivering-wishes.ts';
import { MENU_WISHES } from './menu-wishes.ts';
import { ORDERING_WISHES } from './ordering-wishes.ts';
import { RESTAURANT_WISHES } from './restaurant-wishes.ts';
import type { Wish } from './wish.ts';

/** Held against the catalogue: an operation that nobody wishes for does not compile. */
export const WISHES: { readonly [N in OperationName]: Wish<N> } = {
  ...CONSUMER_WISHES,
  ...RESTAURANT_WISHES,
  ...MENU_WISHES,
  ...ORDERING_WISHES,
  ...DELIVERING_WISHES,
};
