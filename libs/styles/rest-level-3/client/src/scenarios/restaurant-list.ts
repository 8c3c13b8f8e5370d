import type { RestaurantJson } from '@rungs/json';
import {
  restaurantRow,
  type ClientOptions,
  type ProgramContext,
  type RestaurantListScreen,
  type RestaurantListTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { embeddedIn } from '../hypermedia.ts';
import { ITEMS, offered, Walker } from '../walker.ts';
import { shown, Steps } from './steps.ts';

export interface ListLink {
  readonly restaurantsHref: string;
}

async function arrive(options: ClientOptions, { limit }: RestaurantListTask): Promise<ListLink> {
  const home = await new Walker(options).arrive();
  return { restaurantsHref: offered('listRestaurants', home, 'rungs:restaurants', { limit }) };
}

async function granular(context: ProgramContext, { restaurantsHref }: ListLink): Promise<RestaurantListScreen> {
  const { resource } = await new Steps(context).open('restaurants', restaurantsHref, { wanted: ITEMS });
  const restaurants = embeddedIn(resource, 'item').map(shown<RestaurantJson>);
  return { restaurants: restaurants.map(restaurantRow) };
}

export const restaurantListPrograms: ScenarioPrograms<RestaurantListTask, ListLink, RestaurantListScreen> = {
  arrive,
  granular: { run: granular, knows: { addresses: [], names: ['item'], rules: [] } },
  composed: {
    notApplicable: 'a link is followed as it is: its template has no `fields` variable that would ask for two members',
  },
  'purpose-built': {
    notApplicable: 'no link leads to a list made for this screen: the one that there is embeds restaurants whole',
  },
};
