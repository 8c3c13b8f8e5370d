import type { DeliveryJson, OrderHistoryEntryJson, OrderJson } from '@rungs/json';
import {
  NEWEST_FIRST,
  DELIVERY_BY_ORDER,
  orderHistoryRow,
  orderHistoryRowOfEntry,
  UnexpectedAnswerError,
  type OrderHistoryParts,
  type OrderHistoryScreen,
  type OrderHistoryTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { documentOf } from '../exchange.ts';
import { knowledgeOf, knowledgeOfPersisted } from '../knowledge.ts';
import { DOCUMENT_IDS } from '../persisted.generated.ts';
import { find, findPersisted, type ById } from '../program.ts';

const ORDER = 'placedAt state lineItems { quantity } total { amount currency }';
const RESTAURANT = 'name';
const DELIVERY = 'state';

interface Nodes<T> {
  readonly nodes: readonly T[];
}

interface OfConsumer {
  readonly consumerId: string;
  readonly first: number;
}

export const ORDERS_OF_HISTORY = documentOf<
  { orders: Nodes<OrderHistoryParts['order'] & Pick<OrderJson, 'restaurantId'> & { readonly orderId: string }> | null },
  OfConsumer
>(`
  query OrdersOfHistory($consumerId: ID!, $first: Int!) {
    orders(first: $first, filter: { consumerId: $consumerId }) { nodes { orderId restaurantId ${ORDER} } }
  }
`);

export const RESTAURANT_OF_HISTORY = documentOf<{ restaurant: OrderHistoryParts['restaurant'] | null }, ById>(
  `query RestaurantOfHistory($id: ID!) { restaurant(id: $id) { ${RESTAURANT} } }`,
);

export const DELIVERY_OF_HISTORY = documentOf<{ delivery: Pick<DeliveryJson, 'state'> | null }, ById>(
  `query DeliveryOfHistory($id: ID!) { delivery(orderId: $id) { ${DELIVERY} } }`,
);

export const WHOLE_HISTORY = documentOf<
  {
    orders: Nodes<
      OrderHistoryParts['order'] & { readonly [K in 'restaurant' | 'delivery']: OrderHistoryParts[K] | null }
    > | null;
  },
  OfConsumer
>(`
  query OrderHistoryScreen($consumerId: ID!, $first: Int!) {
    orders(first: $first, filter: { consumerId: $consumerId }) {
      nodes {
        ${ORDER}
        restaurant { ${RESTAURANT} }
        delivery { ${DELIVERY} }
      }
    }
  }
`);

export const HISTORY_MADE_FOR_IT = documentOf<
  { orderHistory: Nodes<Omit<OrderHistoryEntryJson, 'orderId' | 'restaurantId'>> | null },
  OfConsumer
>(`
  query OrderHistory($consumerId: ID!, $first: Int!) {
    orderHistory(consumerId: $consumerId, first: $first) {
      nodes { placedAt state restaurantName itemCount total { amount currency } deliveryState }
    }
  }
`);

const PERSISTED = { ...HISTORY_MADE_FOR_IT, id: DOCUMENT_IDS.HISTORY_MADE_FOR_IT };

/** The list of past orders in GraphQL: a query for each thing, one for the whole list, or the field made for it. */
export const orderHistory: ScenarioPrograms<OrderHistoryTask, OrderHistoryTask, OrderHistoryScreen> = {
  arrive: async (_options, task) => task,

  granular: {
    async run(context, { consumerId, limit }) {
      const { n, found: orders } = await find(context, 'orders', [], ORDERS_OF_HISTORY, { consumerId, first: limit });
      // Each restaurant once, however many orders name it.
      const ids = [...new Set(orders.nodes.map(({ restaurantId }) => restaurantId))];
      const restaurants = new Map(
        ids.map((id, at) => {
          const label = `restaurant ${at + 1}`;
          return [id, find(context, 'restaurant', [n], RESTAURANT_OF_HISTORY, { id }, label)] as const;
        }),
      );
      const rows = orders.nodes.map(async (order, at) => {
        const label = `delivery ${at + 1}`;
        const delivery = find(context, 'delivery', [n], DELIVERY_OF_HISTORY, { id: order.orderId }, label);
        const [restaurant, { found }] = await Promise.all([restaurants.get(order.restaurantId), delivery]);
        if (!restaurant) throw new UnexpectedAnswerError('An order names no restaurant.');
        return orderHistoryRow({ order, restaurant: restaurant.found, delivery: found });
      });
      return { orders: await Promise.all(rows) };
    },
    knows: knowledgeOf([ORDERS_OF_HISTORY, RESTAURANT_OF_HISTORY, DELIVERY_OF_HISTORY], {
      rules: [NEWEST_FIRST, DELIVERY_BY_ORDER],
    }),
  },

  composed: {
    async run(context, { consumerId, limit }) {
      const { found: orders } = await find(context, 'orders', [], WHOLE_HISTORY, { consumerId, first: limit });
      return {
        orders: orders.nodes.map((order) => {
          const { restaurant, delivery } = order;
          if (!restaurant || !delivery) throw new UnexpectedAnswerError('An order lacks a part that its row shows.');
          return orderHistoryRow({ order, restaurant, delivery });
        }),
      };
    },
    knows: knowledgeOf([WHOLE_HISTORY], { rules: [NEWEST_FIRST] }),
  },

  'purpose-built': {
    async run(context, { consumerId, limit }) {
      const variables = { consumerId, first: limit };
      const { found: entries } = await findPersisted(
        context,
        'orderHistory',
        [],
        PERSISTED,
        variables,
        'order history',
      );
      return { orders: entries.nodes.map(orderHistoryRowOfEntry) };
    },
    knows: knowledgeOfPersisted(PERSISTED),
  },
};
