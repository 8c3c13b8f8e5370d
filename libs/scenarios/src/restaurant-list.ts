import type { Scenario } from './scenario.ts';

export interface RestaurantListTask {
  /** Restaurants on the screen. */
  readonly limit: number;
}

/** A list to choose from: two fields of each. */
export interface RestaurantListScreen {
  readonly restaurants: readonly { readonly name: string; readonly cuisine: string }[];
}

export const restaurantListScenario: Scenario<'restaurant-list'> = {
  id: 'restaurant-list',
  title: 'Restaurant list',
  question: 'What does a list cost of which the screen shows two fields?',
  holds: 'nothing; at level 3 the link to the list that the previous screen gave',
  personas: ['ann', 'bob', 'luigi', 'mei', 'dana', 'sam'],
  secondVisit: true,
  prepare: () => Promise.resolve({ limit: 20 }),
};

export function restaurantRow({ name, cuisine }: { readonly name: string; readonly cuisine: string }) {
  return { name, cuisine };
}
