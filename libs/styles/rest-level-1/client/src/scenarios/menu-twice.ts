import { menuScreen, type MenuScreen, type MenuTask, type ScenarioPrograms } from '@rungs/scenarios';
import { ask } from '../ask.ts';
import { NOTHING_TO_COMPOSE } from '../composition.ts';
import { knowing } from '../knowledge.ts';
import { resources } from '../resources.ts';

const { menu } = resources;

/** A menu read twice: it has a URI of its own now, but an answer to a POST is kept by nobody. */
export const menuTwicePrograms: ScenarioPrograms<MenuTask, MenuTask, MenuScreen> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing([menu], ['getMenu']),
    run: async (context, { restaurantId }) => {
      const first = await ask(context, 'menu 1', [], menu({ restaurantId }), 'getMenu');
      const again = await ask(context, 'menu 2', [first.n], menu({ restaurantId }), 'getMenu');
      return menuScreen(first.outcome.items, again.outcome.items);
    },
  },

  composed: NOTHING_TO_COMPOSE,

  'purpose-built': {
    notApplicable: 'no action tells whether a menu has changed: getMenu answers all of it, every time',
  },
};
