import type { DeliveryJson, OrderHistoryEntryJson, OrderJson, PageJson, RestaurantJson } from '@rungs/json';
import {
  NEWEST_FIRST,
  DELIVERY_BY_ORDER,
  orderHistoryRow,
  orderHistoryRowOfEntry,
  type OrderHistoryScreen,
  type OrderHistoryTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { expanded, Requests } from './requests.ts';

const ORDERS = '/level2/orders{?consumerId,limit}';
const RESTAURANT = '/level2/restaurants/{restaurantId}';
const DELIVERY = '/level2/deliveries/{orderId}';
const HISTORY = '/level2/consumers/{consumerId}/order-history{?limit}';

async function granular(context: ProgramContext, { consumerId, limit }: OrderHistoryTask): Promise<OrderHistoryScreen> {
  const requests = new Requests(context);
  const list = await requests.get<PageJson<OrderJson>>('orders', [], expanded(ORDERS, { consumerId, limit }));
  const { items } = list.json;
  // One orders where one has ordered before: each restaurant is asked for once …
  const restaurantIds = [...new Set(items.map(({ restaurantId }) => restaurantId))];
  const restaurants = restaurantIds.map((restaurantId, at) =>
    requests.get<RestaurantJson>(`restaurant ${at + 1}`, [list.n], expanded(RESTAURANT, { restaurantId })),
  );
  // … but every order has a delivery of its own.
  const deliveries = items.map(({ id: orderId }, at) =>
    requests.get<DeliveryJson>(`delivery ${at + 1}`, [list.n], expanded(DELIVERY, { orderId })),
  );
  const [places, ways] = await Promise.all([Promise.all(restaurants), Promise.all(deliveries)]);
  const placeOf = new Map(restaurantIds.map((id, at) => [id, places[at]?.json as RestaurantJson]));
  return {
    orders: items.map((order, at) =>
      orderHistoryRow({
        order,
        restaurant: placeOf.get(order.restaurantId) as RestaurantJson,
        delivery: ways[at]?.json as DeliveryJson,
      }),
    ),
  };
}

async function purposeBuilt(
  context: ProgramContext,
  { consumerId, limit }: OrderHistoryTask,
): Promise<OrderHistoryScreen> {
  const history = expanded(HISTORY, { consumerId, limit });
  const { json } = await new Requests(context).get<PageJson<OrderHistoryEntryJson>>('history', [], history);
  return { orders: json.items.map(orderHistoryRowOfEntry) };
}

export const orderHistoryPrograms: ScenarioPrograms<OrderHistoryTask, OrderHistoryTask, OrderHistoryScreen> = {
  arrive: (_options, task) => Promise.resolve(task),
  granular: {
    run: granular,
    knows: {
      addresses: [ORDERS, RESTAURANT, DELIVERY],
      names: ['items', 'id', 'restaurantId'],
      rules: [NEWEST_FIRST, DELIVERY_BY_ORDER],
    },
  },
  composed: {
    notApplicable:
      'a list cannot be asked to bring along what its orders name: there is no `expand` parameter, and no address takes several ids',
  },
  'purpose-built': { run: purposeBuilt, knows: { addresses: [HISTORY], names: ['items'], rules: [] } },
};
