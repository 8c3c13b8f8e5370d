import { menuScreen, type DishShown, type MenuScreen, type MenuTask, type ScenarioPrograms } from '@rungs/scenarios';
import { documentOf } from '../exchange.ts';
import { knowledgeOf, knowledgeOfPersisted } from '../knowledge.ts';
import { DOCUMENT_IDS } from '../persisted.generated.ts';
import { find, findPersisted, type ById } from '../program.ts';

export const MENU_OF_SCREEN = documentOf<{ menu: { readonly items: readonly DishShown[] } | null }, ById>(
  'query MenuOfScreen($id: ID!) { menu(restaurantId: $id) { items { name price { amount currency } available } } }',
);

const PERSISTED = { ...MENU_OF_SCREEN, id: DOCUMENT_IDS.MENU_OF_SCREEN };

/**
 * A menu in GraphQL, and the same menu again: by POST, of which nobody on the way keeps anything, or by GET of a persisted
 * query, of which a cache keeps the answer and asks whether it is still good.
 */
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
    async run(context, { restaurantId: id }) {
      const first = await findPersisted(context, 'menu', [], PERSISTED, { id }, 'menu 1');
      const again = await findPersisted(context, 'menu', [first.n], PERSISTED, { id }, 'menu 2');
      return menuScreen(first.found.items, again.found.items);
    },
    knows: knowledgeOfPersisted(PERSISTED),
  },
};
