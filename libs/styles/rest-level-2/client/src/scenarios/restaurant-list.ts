import type { PageJson, RestaurantJson } from '@rungs/json';
import {
  restaurantRow,
  type ProgramContext,
  type RestaurantListScreen,
  type RestaurantListTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { expanded, namesIn, Requests } from './requests.ts';

const RESTAURANTS = '/level2/restaurants{?limit}';
const CHOSEN = '/level2/restaurants{?limit,fields}';
const SHOWN = ['name', 'cuisine'];

async function granular(context: ProgramContext, { limit }: RestaurantListTask): Promise<RestaurantListScreen> {
  const list = expanded(RESTAURANTS, { limit });
  const { json } = await new Requests(context).get<PageJson<RestaurantJson>>('restaurants', [], list);
  return { restaurants: json.items.map(restaurantRow) };
}

type ChosenRestaurant = Pick<RestaurantJson, 'name' | 'cuisine'>;

async function composed(context: ProgramContext, { limit }: RestaurantListTask): Promise<RestaurantListScreen> {
  const chosen = expanded(CHOSEN, { limit, fields: SHOWN });
  const { json } = await new Requests(context).get<PageJson<ChosenRestaurant>>('restaurants', [], chosen);
  return { restaurants: json.items.map(restaurantRow) };
}

export const restaurantListPrograms: ScenarioPrograms<RestaurantListTask, RestaurantListTask, RestaurantListScreen> = {
  arrive: (_options, task) => Promise.resolve(task),
  granular: { run: granular, knows: { addresses: [RESTAURANTS], names: ['items'], rules: [] } },
  composed: { run: composed, knows: { addresses: [CHOSEN], names: ['items', ...namesIn(SHOWN)], rules: [] } },
  'purpose-built': {
    notApplicable:
      'no address was made for this screen: the list lets its client choose, and shows the same to everybody',
  },
};
