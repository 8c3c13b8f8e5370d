import { PERSONAS } from '@rungs/application';
import type { MenuItemJson } from '@rungs/json';
import type { Scenario } from './scenario.ts';

export interface MenuTask {
  readonly restaurantId: string;
}

/** The menu, as it was at the second look. */
export interface MenuScreen {
  readonly dishes: readonly {
    readonly name: string;
    readonly price: { readonly amount: number; readonly currency: string };
    readonly available: boolean;
  }[];
}

export const menuTwiceScenario: Scenario<'menu-twice'> = {
  id: 'menu-twice',
  title: 'A menu read twice',
  question: 'What does it cost to look again at what has not changed?',
  holds: 'the restaurant’s id; at level 3 the link to the menu that the previous screen gave',
  personas: ['ann', 'bob', 'luigi', 'mei', 'dana', 'sam'],
  secondVisit: true,
  prepare: () => Promise.resolve({ restaurantId: PERSONAS.luigi.restaurantId }),
};

/** Both plain JSON and a GraphQL answer fit. */
export function menuScreen(items: readonly Pick<MenuItemJson, 'name' | 'price' | 'available'>[]): MenuScreen {
  return {
    dishes: items.map(({ name, price, available }) => ({
      name,
      price: { amount: price.amount, currency: price.currency },
      available,
    })),
  };
}
