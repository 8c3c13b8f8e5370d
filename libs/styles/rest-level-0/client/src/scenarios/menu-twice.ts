import { menuScreen, type MenuScreen, type MenuTask, type ScenarioPrograms } from '@rungs/scenarios';
import { ask } from '../ask.ts';
import { knowing } from '../knowledge.ts';

/** A menu read twice by JSON-RPC: nothing between client and server can tell that it is the same question. */
export const menuTwicePrograms: ScenarioPrograms<MenuTask, MenuTask, MenuScreen> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing(['getMenu'], ['restaurantId']),
    run: async (context, { restaurantId }) => {
      const first = await ask(context, 'menu 1', [], 'getMenu', { restaurantId });
      const again = await ask(context, 'menu 2', [first.n], 'getMenu', { restaurantId });
      return menuScreen(first.outcome.items, again.outcome.items);
    },
  },

  composed: {
    notApplicable: 'the second look comes after the first: in one batch there would be no time between the two',
  },

  'purpose-built': {
    notApplicable: 'no operation tells whether a menu has changed: getMenu answers all of it, every time',
  },
};
