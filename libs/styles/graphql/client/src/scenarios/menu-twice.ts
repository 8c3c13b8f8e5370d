import { menuScreen, type DishShown, type MenuScreen, type MenuTask, type ScenarioPrograms } from '@rungs/scenarios';
import { documentOf } from '../exchange.ts';
import { knowledgeOf } from '../knowledge.ts';
import { find, type ById } from '../program.ts';

export const MENU_OF_SCREEN = documentOf<{ menu: { readonly items: readonly DishShown[] } | null }, ById>(
  'query MenuOfScreen($id: ID!) { menu(restaurantId: $id) { items { name price { amount currency } available } } }',
);

/** A menu in GraphQL, and the same menu again: a POST, of which nobody on the way keeps anything. */
export const menuTwice: ScenarioPrograms<MenuTask, MenuTask, MenuScreen> = {
  arrive: async (_options, task) => task,

  granular: {
    async run(context, { restaurantId: id }) {
      const first = await find(context, 'menu', [], MENU_OF_SCREEN, { id }, 'menu 1');
      const again = await find(context, 'menu', [first.n], MENU_OF_SCREEN, { id }, 'menu 2');
      return menuScreen(first.found.items, again.found.items);
    },
    knows: knowledgeOf([MENU_OF_SCREEN]),
  },

  composed: { notApplicable: 'a document that holds the menu twice is one look at it, not a look and another one' },

  'purpose-built': {
    notApplicable:
      'an answer that caches may keep needs a query by GET, short enough for an address; that is what persisted ' +
      'queries are for, which are not offered',
  },
};
