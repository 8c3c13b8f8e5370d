import { PERSONAS } from '@rungs/application';
import type { Scenario } from './scenario.ts';

export interface MenuTask {
  readonly restaurantId: string;
}

/** What a look at the menu shows of a dish. */
export interface DishShown {
  readonly name: string;
  readonly price: { readonly amount: number; readonly currency: string };
  readonly available: boolean;
}

/** The menu, as it was at each of the two looks. */
export interface MenuScreen {
  readonly looks: readonly [readonly DishShown[], readonly DishShown[]];
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
export function menuScreen(first: readonly DishShown[], second: readonly DishShown[]): MenuScreen {
  return { looks: [first.map(dishShown), second.map(dishShown)] };
}

function dishShown({ name, price, available }: DishShown): DishShown {
  return { name, price: { amount: price.amount, currency: price.currency }, available };
}
