import type { OperationName } from '@rungs/application';
import type { OutcomeJson } from '@rungs/json';
import {
  orderDetailsPartsOf,
  orderDetailsScreen,
  type OrderDetailsScreen,
  type OrderDetailsTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { outcomeOf, postOf } from '../action.ts';
import { resources } from '../resources.ts';

/** One action on one resource, with the exchange's number for those that depend on it. */
async function ask<N extends OperationName>(
  context: ProgramContext,
  label: string,
  dependsOn: readonly number[],
  path: string,
  action: N,
): Promise<{ readonly n: number; readonly outcome: OutcomeJson<N> }> {
  const url = `${context.baseUrl}${path}`;
  const { n, response } = await context.asking.fetch(label, dependsOn, url, postOf(action, {}, context));
  return { n, outcome: await outcomeOf(action, response) };
}

/** The order details screen with a URI per thing: a call to each, or one to an action made for the screen. */
export const orderDetailsPrograms: ScenarioPrograms<OrderDetailsTask, OrderDetailsTask, OrderDetailsScreen> = {
  // The id and the paths in the code are all that a client of level 1 needs.
  arrive: async (_options, task) => task,

  granular: async (context, { orderId }) => {
    const asked = {
      order: ask(context, 'order', [], resources.order(orderId), 'getOrder'),
      ticket: ask(context, 'ticket', [], resources.ticket(orderId), 'getTicket'),
      delivery: ask(context, 'delivery', [], resources.delivery(orderId), 'getDelivery'),
      bill: ask(context, 'bill', [], resources.bill(orderId), 'getBill'),
    };
    const consumer = asked.order.then(({ n, outcome: { consumerId } }) =>
      ask(context, 'consumer', [n], resources.consumer(consumerId), 'getConsumer'),
    );
    const restaurant = asked.order.then(({ n, outcome: { restaurantId } }) =>
      ask(context, 'restaurant', [n], resources.restaurant(restaurantId), 'getRestaurant'),
    );
    const courier = asked.delivery.then(({ n, outcome: { courierId } }) =>
      courierId === undefined ? undefined : ask(context, 'courier', [n], resources.courier(courierId), 'getCourier'),
    );
    const [o, t, d, b, c, r, k] = await Promise.all([
      asked.order,
      asked.ticket,
      asked.delivery,
      asked.bill,
      consumer,
      restaurant,
      courier,
    ]);
    return orderDetailsScreen({
      order: o.outcome,
      ticket: t.outcome,
      delivery: d.outcome,
      bill: b.outcome,
      consumer: c.outcome,
      restaurant: r.outcome,
      ...(k && { courier: k.outcome }),
    });
  },

  composed: {
    notApplicable: 'a request names one resource and one action, and nothing in this style joins several requests',
  },

  'purpose-built': async (context, { orderId }) => {
    const { outcome } = await ask(context, 'order details', [], resources.order(orderId), 'getOrderDetails');
    return orderDetailsScreen(orderDetailsPartsOf(outcome));
  },
};
