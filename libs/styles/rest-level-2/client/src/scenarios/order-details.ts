import type { BillJson, ConsumerJson, CourierJson, DeliveryJson, OrderDetailsJson, OrderJson } from '@rungs/json';
import type { RestaurantJson, TicketJson } from '@rungs/json';
import {
  orderDetailsPartsOf,
  orderDetailsScreen,
  type OrderDetailsScreen,
  type OrderDetailsTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { answerOf, headersFor, urlOf } from '../exchange.ts';

/** GETs through the recorder, each with the numbers of the exchanges that it needed. */
function asker({ baseUrl, accessToken, asking }: ProgramContext) {
  return async <T>(label: string, dependsOn: readonly number[], path: string): Promise<{ n: number; json: T }> => {
    const headers = headersFor(accessToken, {});
    const { n, response } = await asking.fetch(label, dependsOn, urlOf(baseUrl, path), { headers });
    return { n, json: await answerOf<T>(response) };
  };
}

async function granular(context: ProgramContext, { orderId }: OrderDetailsTask): Promise<OrderDetailsScreen> {
  const get = asker(context);
  // One id serves four things, so all four go out at once …
  const order = get<OrderJson>('order', [], `/orders/${orderId}`);
  const ticket = get<TicketJson>('ticket', [], `/tickets/${orderId}`);
  const delivery = get<DeliveryJson>('delivery', [], `/deliveries/${orderId}`);
  const bill = get<BillJson>('bill', [], `/orders/${orderId}/bill`);
  // … and what they name follows as soon as each has come.
  const consumer = order.then(({ n, json }) => get<ConsumerJson>('consumer', [n], `/consumers/${json.consumerId}`));
  const restaurant = order.then(({ n, json }) =>
    get<RestaurantJson>('restaurant', [n], `/restaurants/${json.restaurantId}`),
  );
  const courier = delivery.then(async ({ n, json }) =>
    json.courierId === undefined ? undefined : get<CourierJson>('courier', [n], `/couriers/${json.courierId}`),
  );
  const [o, t, d, b, c, r, by] = await Promise.all([order, ticket, delivery, bill, consumer, restaurant, courier]);
  return orderDetailsScreen({
    order: o.json,
    ticket: t.json,
    delivery: d.json,
    bill: b.json,
    consumer: c.json,
    restaurant: r.json,
    courier: by?.json,
  });
}

async function purposeBuilt(context: ProgramContext, { orderId }: OrderDetailsTask): Promise<OrderDetailsScreen> {
  const { json } = await asker(context)<OrderDetailsJson>('details', [], `/orders/${orderId}/details`);
  return orderDetailsScreen(orderDetailsPartsOf(json));
}

export const orderDetailsPrograms: ScenarioPrograms<OrderDetailsTask, OrderDetailsTask, OrderDetailsScreen> = {
  arrive: (_options, task) => Promise.resolve(task),
  granular,
  composed: {
    notApplicable:
      'a client cannot choose the parts of an answer here: resources have neither `expand` nor `fields` parameters',
  },
  'purpose-built': purposeBuilt,
};
