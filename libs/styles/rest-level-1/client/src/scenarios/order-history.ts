import {
  NEWEST_FIRST,
  DELIVERY_BY_ORDER,
  orderHistoryRow,
  orderHistoryRowOfEntry,
  type OrderHistoryScreen,
  type OrderHistoryTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask, type Asked } from '../ask.ts';
import { NO_COMPOSITION } from '../composition.ts';
import { knowing } from '../knowledge.ts';
import { resources } from '../resources.ts';

const { orders, restaurant, delivery, orderHistory } = resources;

/** The order history with a URI per thing: the list, each thing that it names, or one action made for the screen. */
export const orderHistoryPrograms: ScenarioPrograms<OrderHistoryTask, OrderHistoryTask, OrderHistoryScreen> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing(
      [orders, restaurant, delivery],
      ['listOrders', 'getRestaurant', 'getDelivery'],
      ['consumerId', 'limit'],
      [NEWEST_FIRST, DELIVERY_BY_ORDER],
    ),
    run: async (context, { consumerId, limit }) => {
      const list = await ask(context, 'orders', [], orders(), 'listOrders', { consumerId, limit });
      // Many orders are from the same few restaurants: each is asked for once.
      const restaurants = new Map<string, Promise<Asked<'getRestaurant'>>>();
      const restaurantOf = (restaurantId: string): Promise<Asked<'getRestaurant'>> => {
        const asked =
          restaurants.get(restaurantId) ??
          ask(context, `restaurant ${restaurants.size + 1}`, [list.n], restaurant({ restaurantId }), 'getRestaurant');
        restaurants.set(restaurantId, asked);
        return asked;
      };
      const rows = list.outcome.items.map(async (order, index) => {
        const [r, d] = await Promise.all([
          restaurantOf(order.restaurantId),
          ask(context, `delivery ${index + 1}`, [list.n], delivery({ orderId: order.id }), 'getDelivery'),
        ]);
        return orderHistoryRow({ order, restaurant: r.outcome, delivery: d.outcome });
      });
      return { orders: await Promise.all(rows) };
    },
  },

  composed: NO_COMPOSITION,

  'purpose-built': {
    knows: knowing([orderHistory], ['listOrderHistory'], ['limit']),
    run: async (context, { consumerId, limit }) => {
      const path = orderHistory({ consumerId });
      const { outcome } = await ask(context, 'order history', [], path, 'listOrderHistory', { limit });
      return { orders: outcome.items.map(orderHistoryRowOfEntry) };
    },
  },
};
