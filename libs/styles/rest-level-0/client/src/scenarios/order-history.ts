import {
  NEWEST_FIRST,
  DELIVERY_BY_ORDER,
  orderHistoryRow,
  orderHistoryRowOfEntry,
  type OrderHistoryScreen,
  type OrderHistoryTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask, askTogether, type Asked } from '../ask.ts';
import { callOf, type Call } from '../json-rpc.ts';
import { knowing } from '../knowledge.ts';

const NAMES = ['listOrders', 'getRestaurant', 'getDelivery'] as const;
const FILLED_IN = ['consumerId', 'limit', 'restaurantId', 'orderId'];
const RULES = [NEWEST_FIRST, DELIVERY_BY_ORDER];

/** The order history by JSON-RPC: a call per thing that the list names, all of them in a batch, one call made for it. */
export const orderHistoryPrograms: ScenarioPrograms<OrderHistoryTask, OrderHistoryTask, OrderHistoryScreen> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing(NAMES, FILLED_IN, RULES),
    run: async (context, { consumerId, limit }) => {
      const list = await ask(context, 'orders', [], 'listOrders', { consumerId, limit });
      // Many orders are from the same few restaurants: each is asked for once.
      const restaurants = new Map<string, Promise<Asked<'getRestaurant'>>>();
      const restaurantOf = (restaurantId: string): Promise<Asked<'getRestaurant'>> => {
        const asked =
          restaurants.get(restaurantId) ??
          ask(context, `restaurant ${restaurants.size + 1}`, [list.n], 'getRestaurant', { restaurantId });
        restaurants.set(restaurantId, asked);
        return asked;
      };
      const rows = list.outcome.items.map(async (order, index) => {
        const [r, d] = await Promise.all([
          restaurantOf(order.restaurantId),
          ask(context, `delivery ${index + 1}`, [list.n], 'getDelivery', { orderId: order.id }),
        ]);
        return orderHistoryRow({ order, restaurant: r.outcome, delivery: d.outcome });
      });
      return { orders: await Promise.all(rows) };
    },
  },

  composed: {
    knows: knowing(NAMES, FILLED_IN, [...RULES, 'a batch may hold a call for each order and restaurant of a page']),
    run: async (context, { consumerId, limit }) => {
      // A batch cannot say "the restaurants of the orders above": the list comes alone, and what it names in one batch.
      const list = await ask(context, 'orders', [], 'listOrders', { consumerId, limit });
      let lastId = 0;
      const restaurants = new Map<string, Call<'getRestaurant'>>();
      const rows = list.outcome.items.map((order) => {
        const { id: orderId, restaurantId } = order;
        const restaurant = restaurants.get(restaurantId) ?? callOf((lastId += 1), 'getRestaurant', { restaurantId });
        restaurants.set(restaurantId, restaurant);
        return { order, restaurant, delivery: callOf((lastId += 1), 'getDelivery', { orderId }) };
      });
      // JSON-RPC 2.0 §6: an empty batch is an error.
      if (rows.length === 0) return { orders: [] };
      const calls = [...restaurants.values(), ...rows.map(({ delivery }) => delivery)];
      const { outcomeOf } = await askTogether(context, 'restaurants and deliveries', [list.n], calls);
      const orders = rows.map(({ order, restaurant, delivery }) =>
        orderHistoryRow({ order, restaurant: outcomeOf(restaurant), delivery: outcomeOf(delivery) }),
      );
      return { orders };
    },
  },

  'purpose-built': {
    knows: knowing(['listOrderHistory'], ['consumerId', 'limit']),
    run: async (context, { consumerId, limit }) => {
      const { outcome } = await ask(context, 'order history', [], 'listOrderHistory', { consumerId, limit });
      return { orders: outcome.items.map(orderHistoryRowOfEntry) };
    },
  },
};
