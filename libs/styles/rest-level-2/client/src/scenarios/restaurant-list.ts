import type { PageJson, RestaurantJson } from '@rungs/json';
import {
  restaurantRow,
  type ProgramContext,
  type RestaurantListScreen,
  type RestaurantListTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { expanded, Requests } from './requests.ts';

const RESTAURANTS = '/level2/restaurants{?limit}';

async function granular(context: ProgramContext, { limit }: RestaurantListTask): Promise<RestaurantListScreen> {
  const list = expanded(RESTAURANTS, { limit });
  const { json } = await new Requests(context).get<PageJson<RestaurantJson>>('restaurants', [], list);
  return { restaurants: json.items.map(restaurantRow) };
}

export const restaurantListPrograms: ScenarioPrograms<RestaurantListTask, RestaurantListTask, RestaurantListScreen> = {
  arrive: (_options, task) => Promise.resolve(task),
  granular: { run: granular, knows: { addresses: [RESTAURANTS], names: ['items'], rules: [] } },
  composed: {
    notApplicable: 'a client cannot ask for two members of each restaurant: the list has no `fields` parameter',
  },
  'purpose-built': {
    notApplicable: 'no address was made for this screen: restaurants are to be had whole, or not at all',
  },
};
