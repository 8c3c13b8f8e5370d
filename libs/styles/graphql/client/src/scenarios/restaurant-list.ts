import {
  restaurantRow,
  type RestaurantListScreen,
  type RestaurantListTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { documentOf } from '../exchange.ts';
import { knowledgeOf, knowledgeOfPersisted } from '../knowledge.ts';
import { DOCUMENT_IDS } from '../persisted.generated.ts';
import { find, findPersisted } from '../program.ts';

export const RESTAURANTS_OF_LIST = documentOf<
  { restaurants: { readonly nodes: RestaurantListScreen['restaurants'] } | null },
  { readonly first: number }
>('query RestaurantsOfList($first: Int!) { restaurants(first: $first) { nodes { name cuisine } } }');

const PERSISTED = { ...RESTAURANTS_OF_LIST, id: DOCUMENT_IDS.RESTAURANTS_OF_LIST };

/** A list of restaurants in GraphQL: what the screen shows of each is what is asked for. */
export const restaurantList: ScenarioPrograms<RestaurantListTask, RestaurantListTask, RestaurantListScreen> = {
  arrive: async (_options, task) => task,

  granular: {
    async run(context, { limit }) {
      const { found } = await find(context, 'restaurants', [], RESTAURANTS_OF_LIST, { first: limit });
      return { restaurants: found.nodes.map(restaurantRow) };
    },
    knows: knowledgeOf([RESTAURANTS_OF_LIST]),
  },

  composed: { notApplicable: 'one list is one thing: the query for it is the query for the whole screen' },

  'purpose-built': {
    async run(context, { limit }) {
      const { found } = await findPersisted(context, 'restaurants', [], PERSISTED, { first: limit });
      return { restaurants: found.nodes.map(restaurantRow) };
    },
    knows: knowledgeOfPersisted(PERSISTED),
  },
};
