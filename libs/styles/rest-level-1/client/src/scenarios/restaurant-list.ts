import {
  restaurantRow,
  type RestaurantListScreen,
  type RestaurantListTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask } from '../ask.ts';
import { NOTHING_TO_COMPOSE } from '../composition.ts';
import { knowing } from '../knowledge.ts';
import { resources } from '../resources.ts';

const { restaurants } = resources;

/** The restaurant list: one action, which answers whole restaurants. */
export const restaurantListPrograms: ScenarioPrograms<RestaurantListTask, RestaurantListTask, RestaurantListScreen> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing([restaurants], ['listRestaurants'], ['limit']),
    run: async (context, { limit }) => {
      const { outcome } = await ask(context, 'restaurants', [], restaurants(), 'listRestaurants', { limit });
      return { restaurants: outcome.items.map(restaurantRow) };
    },
  },

  composed: NOTHING_TO_COMPOSE,

  'purpose-built': {
    notApplicable: 'no action was made for this screen: listRestaurants answers whole restaurants to everybody',
  },
};
