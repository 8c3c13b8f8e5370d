import type { DeliveryJson, OrderJson, RestaurantJson } from '@rungs/json';
import {
  orderHistoryRow,
  orderHistoryRowOfEntry,
  UnexpectedAnswerError,
  type OrderHistoryScreen,
  type OrderHistoryTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask, askTogether } from '../ask.ts';
import { callOf } from '../json-rpc.ts';
import { knowing } from '../knowledge.ts';

const NAMES = ['listOrders', 'getRestaurant', 'getDelivery'] as const;
const RULES = ['orders are listed newest first unless asked otherwise', 'the delivery of an order has its id'];

/** Many orders are from the same few restaurants: each is asked for once. */
function restaurantIdsIn(orders: readonly OrderJson[]): string[] {
  return [...new Set(orders.map(({ restaurantId }) => restaurantId))];
}

/** What was asked for, by the id that it was asked for with. */
function byId<T>(entries: readonly (readonly [id: string, thing: T])[]): (id: string) => T {
  const things = new Map(entries);
  return (id) => {
    const thing = things.get(id);
    if (thing === undefined) throw new UnexpectedAnswerError(`Nothing was asked for ${id}.`);
    return thing;
  };
}

function screenOf(
  orders: readonly OrderJson[],
  restaurantOf: (restaurantId: string) => RestaurantJson,
  deliveryOf: (orderId: string) => DeliveryJson,
): OrderHistoryScreen {
  return {
    orders: orders.map((order) =>
      orderHistoryRow({ order, restaurant: restaurantOf(order.restaurantId), delivery: deliveryOf(order.id) }),
    ),
  };
}

/** The order history by JSON-RPC: a call per thing that the list names, all of them in a batch, one call made for it. */
export const orderHistoryPrograms: ScenarioPrograms<OrderHistoryTask, OrderHistoryTask, OrderHistoryScreen> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing(NAMES, RULES),
    run: async (context, { consumerId, limit }) => {
      const list = await ask(context, 'orders', [], 'listOrders', { consumerId, limit });
      const orders = list.outcome.items;
      const askedRestaurants = restaurantIdsIn(orders).map(async (restaurantId) => {
        const { outcome } = await ask(context, 'restaurant', [list.n], 'getRestaurant', { restaurantId });
        return [restaurantId, outcome] as const;
      });
      const askedDeliveries = orders.map(async ({ id: orderId }) => {
        const { outcome } = await ask(context, 'delivery', [list.n], 'getDelivery', { orderId });
        return [orderId, outcome] as const;
      });
      const [restaurants, deliveries] = await Promise.all([
        Promise.all(askedRestaurants),
        Promise.all(askedDeliveries),
      ]);
      return screenOf(orders, byId(restaurants), byId(deliveries));
    },
  },

  composed: {
    knows: knowing(NAMES, [...RULES, 'a batch may hold a call for each order and restaurant of a page']),
    run: async (context, { consumerId, limit }) => {
      // A batch cannot say "the restaurants of the orders above": the list comes alone, and what it names in one batch.
      const list = await ask(context, 'orders', [], 'listOrders', { consumerId, limit });
      const orders = list.outcome.items;
      // JSON-RPC 2.0 §6: an empty batch is an error.
      if (orders.length === 0) return { orders: [] };
      let lastId = 1;
      const restaurants = restaurantIdsIn(orders).map(
        (restaurantId) => [restaurantId, callOf((lastId += 1), 'getRestaurant', { restaurantId })] as const,
      );
      const deliveries = orders.map(
        ({ id: orderId }) => [orderId, callOf((lastId += 1), 'getDelivery', { orderId })] as const,
      );
      const calls = [...restaurants, ...deliveries].map(([, call]) => call);
      const { outcomeOf } = await askTogether(context, 'restaurants and deliveries', [list.n], calls);
      return screenOf(
        orders,
        byId(restaurants.map(([id, call]) => [id, outcomeOf(call)])),
        byId(deliveries.map(([id, call]) => [id, outcomeOf(call)])),
      );
    },
  },

  'purpose-built': {
    knows: knowing(['listOrderHistory']),
    run: async (context, { consumerId, limit }) => {
      const { outcome } = await ask(context, 'order history', [], 'listOrderHistory', { consumerId, limit });
      return { orders: outcome.items.map(orderHistoryRowOfEntry) };
    },
  },
};
