import {
  restaurantRow,
  type RestaurantListScreen,
  type RestaurantListTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask } from '../ask.ts';
import { knowing } from '../knowledge.ts';

/** The restaurant list by JSON-RPC: one call, which answers whole restaurants. */
export const restaurantListPrograms: ScenarioPrograms<RestaurantListTask, RestaurantListTask, RestaurantListScreen> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing(['listRestaurants'], ['limit']),
    run: async (context, { limit }) => {
      const { outcome } = await ask(context, 'restaurants', [], 'listRestaurants', { limit });
      return { restaurants: outcome.items.map(restaurantRow) };
    },
  },

  composed: {
    notApplicable: 'the screen is one call already: a batch joins calls, and leaves out none of what each one answers',
  },

  'purpose-built': {
    notApplicable: 'no operation was made for this screen: listRestaurants answers whole restaurants to everybody',
  },
};
