import type { DeliveryJson, OrderHistoryEntryJson, OrderJson, PageJson, RestaurantJson } from '@rungs/json';
import {
  NEWEST_FIRST,
  DELIVERY_BY_ORDER,
  orderHistoryRow,
  orderHistoryRowOfEntry,
  UnexpectedAnswerError,
  type OrderHistoryParts,
  type OrderHistoryScreen,
  type OrderHistoryTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { expanded, namesIn, Requests } from './requests.ts';

const ORDERS = '/level2/orders{?consumerId,limit}';
const RESTAURANT = '/level2/restaurants/{restaurantId}';
const DELIVERY = '/level2/deliveries/{orderId}';
const CHOSEN = '/level2/orders{?consumerId,limit,expand,fields}';
const PARTS = ['restaurant', 'delivery'];
const SHOWN = ['placedAt', 'state', 'lineItems.quantity', 'total', 'restaurant.name', 'delivery.state'];
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

/** An order with its parts in it, as far as it was asked for them. */
type ChosenOrder = OrderHistoryParts['order'] & Partial<Omit<OrderHistoryParts, 'order'>>;

async function composed(context: ProgramContext, { consumerId, limit }: OrderHistoryTask): Promise<OrderHistoryScreen> {
  const chosen = expanded(CHOSEN, { consumerId, limit, expand: PARTS, fields: SHOWN });
  const { json } = await new Requests(context).get<PageJson<ChosenOrder>>('orders', [], chosen);
  return {
    orders: json.items.map((order) => {
      const { restaurant, delivery } = order;
      if (!restaurant || !delivery) throw new UnexpectedAnswerError('An order lacks a part that this screen shows.');
      return orderHistoryRow({ order, restaurant, delivery });
    }),
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
    run: composed,
    knows: { addresses: [CHOSEN], names: ['items', ...namesIn(PARTS, SHOWN)], rules: [NEWEST_FIRST] },
  },
  'purpose-built': { run: purposeBuilt, knows: { addresses: [HISTORY], names: ['items'], rules: [] } },
};
