import {
  PARTS_BY_ORDER,
  orderDetailsPartsOf,
  orderDetailsScreen,
  type OrderDetailsScreen,
  type OrderDetailsTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask, askTogether } from '../ask.ts';
import { callOf } from '../json-rpc.ts';
import { knowing } from '../knowledge.ts';

/** What is asked one by one, and in two batches: the same. */
const knows = knowing(
  ['getOrder', 'getTicket', 'getDelivery', 'getBill', 'getConsumer', 'getRestaurant', 'getCourier'],
  ['orderId', 'consumerId', 'restaurantId', 'courierId'],
  [PARTS_BY_ORDER],
);

/** The order details screen by JSON-RPC: a call per thing, the same things in two batches, one call made for it. */
export const orderDetailsPrograms: ScenarioPrograms<OrderDetailsTask, OrderDetailsTask, OrderDetailsScreen> = {
  // The id is all that a client of level 0 needs to hold.
  arrive: async (_options, task) => task,

  granular: {
    knows,
    run: async (context, { orderId }) => {
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
  },

  composed: {
    knows,
    run: async (context, { orderId }) => {
      const first = {
        order: callOf(1, 'getOrder', { orderId }),
        ticket: callOf(2, 'getTicket', { orderId }),
        delivery: callOf(3, 'getDelivery', { orderId }),
        bill: callOf(4, 'getBill', { orderId }),
      };
      const byId = await askTogether(context, 'order and its parts', [], Object.values(first));
      const parts = {
        order: byId.outcomeOf(first.order),
        ticket: byId.outcomeOf(first.ticket),
        delivery: byId.outcomeOf(first.delivery),
        bill: byId.outcomeOf(first.bill),
      };
      // A batch cannot say "the consumer of the order above", so the ids in the first answer cost a second batch.
      const { consumerId, restaurantId } = parts.order;
      const { courierId } = parts.delivery;
      const second = {
        consumer: callOf(5, 'getConsumer', { consumerId }),
        restaurant: callOf(6, 'getRestaurant', { restaurantId }),
        ...(courierId !== undefined && { courier: callOf(7, 'getCourier', { courierId }) }),
      };
      const people = await askTogether(context, 'people and place', [byId.n], Object.values(second));
      return orderDetailsScreen({
        ...parts,
        consumer: people.outcomeOf(second.consumer),
        restaurant: people.outcomeOf(second.restaurant),
        ...(second.courier && { courier: people.outcomeOf(second.courier) }),
      });
    },
  },

  'purpose-built': {
    knows: knowing(['getOrderDetails'], ['orderId']),
    run: async (context, { orderId }) => {
      const { outcome } = await ask(context, 'order details', [], 'getOrderDetails', { orderId });
      return orderDetailsScreen(orderDetailsPartsOf(outcome));
    },
  },
};
