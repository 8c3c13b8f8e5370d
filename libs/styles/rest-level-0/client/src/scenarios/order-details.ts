import type { OperationName, InputOf } from '@rungs/application';
import type { OutcomeJson } from '@rungs/json';
import {
  orderDetailsPartsOf,
  orderDetailsScreen,
  type OrderDetailsScreen,
  type OrderDetailsTask,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { callOf, endpointOf, outcomeOf, outcomesOf, postOf } from '../json-rpc.ts';

/** One call in one exchange, with the exchange's number for those that depend on it. */
async function ask<N extends OperationName>(
  context: ProgramContext,
  label: string,
  dependsOn: readonly number[],
  method: N,
  params: InputOf<N>,
): Promise<{ readonly n: number; readonly outcome: OutcomeJson<N> }> {
  const call = callOf(1, method, params);
  const { n, response } = await context.asking.fetch(label, dependsOn, endpointOf(context), postOf(call, context));
  return { n, outcome: await outcomeOf(call, response) };
}

/** The order details screen by JSON-RPC: a call per thing, the same things in two batches, one call made for it. */
export const orderDetailsPrograms: ScenarioPrograms<OrderDetailsTask, OrderDetailsTask, OrderDetailsScreen> = {
  // The id is all that a client of level 0 needs to hold.
  arrive: async (_options, task) => task,

  granular: async (context, { orderId }) => {
    const asked = {
      order: ask(context, 'order', [], 'getOrder', { orderId }),
      ticket: ask(context, 'ticket', [], 'getTicket', { orderId }),
      delivery: ask(context, 'delivery', [], 'getDelivery', { orderId }),
      bill: ask(context, 'bill', [], 'getBill', { orderId }),
    };
    const consumer = asked.order.then(({ n, outcome: { consumerId } }) =>
      ask(context, 'consumer', [n], 'getConsumer', { consumerId }),
    );
    const restaurant = asked.order.then(({ n, outcome: { restaurantId } }) =>
      ask(context, 'restaurant', [n], 'getRestaurant', { restaurantId }),
    );
    const courier = asked.delivery.then(({ n, outcome: { courierId } }) =>
      courierId === undefined ? undefined : ask(context, 'courier', [n], 'getCourier', { courierId }),
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

  composed: async (context, { orderId }) => {
    const url = endpointOf(context);
    const first = {
      order: callOf(1, 'getOrder', { orderId }),
      ticket: callOf(2, 'getTicket', { orderId }),
      delivery: callOf(3, 'getDelivery', { orderId }),
      bill: callOf(4, 'getBill', { orderId }),
    };
    const byId = await context.asking.fetch('by order id', [], url, postOf(Object.values(first), context));
    const outcome = await outcomesOf(byId.response);
    const parts = {
      order: outcome(first.order),
      ticket: outcome(first.ticket),
      delivery: outcome(first.delivery),
      bill: outcome(first.bill),
    };
    // A batch cannot say "the consumer of the order above", so the ids in the first answer cost a second batch.
    const { consumerId, restaurantId } = parts.order;
    const { courierId } = parts.delivery;
    const second = {
      consumer: callOf(5, 'getConsumer', { consumerId }),
      restaurant: callOf(6, 'getRestaurant', { restaurantId }),
      ...(courierId !== undefined && { courier: callOf(7, 'getCourier', { courierId }) }),
    };
    const calls = Object.values(second);
    const people = await context.asking.fetch('people and place', [byId.n], url, postOf(calls, context));
    const further = await outcomesOf(people.response);
    return orderDetailsScreen({
      ...parts,
      consumer: further(second.consumer),
      restaurant: further(second.restaurant),
      ...(second.courier && { courier: further(second.courier) }),
    });
  },

  'purpose-built': async (context, { orderId }) => {
    const { outcome } = await ask(context, 'order details', [], 'getOrderDetails', { orderId });
    return orderDetailsScreen(orderDetailsPartsOf(outcome));
  },
};
