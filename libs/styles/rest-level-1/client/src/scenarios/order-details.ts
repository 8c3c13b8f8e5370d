import {
  PARTS_BY_ORDER,
  orderDetailsPartsOf,
  orderDetailsScreen,
  type OrderDetailsScreen,
  type OrderDetailsTask,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask } from '../ask.ts';
import { NO_COMPOSITION } from '../composition.ts';
import { knowing } from '../knowledge.ts';
import { resources } from '../resources.ts';

const { order, ticket, delivery, bill, consumer, restaurant, courier } = resources;

/** The order details screen with a URI per thing: a call to each, or one to an action made for the screen. */
export const orderDetailsPrograms: ScenarioPrograms<OrderDetailsTask, OrderDetailsTask, OrderDetailsScreen> = {
  // The id and the paths in the code are all that a client of level 1 needs.
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing(
      [order, ticket, delivery, bill, consumer, restaurant, courier],
      ['getOrder', 'getTicket', 'getDelivery', 'getBill', 'getConsumer', 'getRestaurant', 'getCourier'],
      [],
      [PARTS_BY_ORDER],
    ),
    run: async (context, { orderId }) => {
      const asked = {
        order: ask(context, 'order', [], order({ orderId }), 'getOrder'),
        ticket: ask(context, 'ticket', [], ticket({ orderId }), 'getTicket'),
        delivery: ask(context, 'delivery', [], delivery({ orderId }), 'getDelivery'),
        bill: ask(context, 'bill', [], bill({ orderId }), 'getBill'),
      };
      const askedConsumer = asked.order.then(({ n, outcome: { consumerId } }) =>
        ask(context, 'consumer', [n], consumer({ consumerId }), 'getConsumer'),
      );
      const askedRestaurant = asked.order.then(({ n, outcome: { restaurantId } }) =>
        ask(context, 'restaurant', [n], restaurant({ restaurantId }), 'getRestaurant'),
      );
      const askedCourier = asked.delivery.then(({ n, outcome: { courierId } }) =>
        courierId === undefined ? undefined : ask(context, 'courier', [n], courier({ courierId }), 'getCourier'),
      );
      const [o, t, d, b, c, r, k] = await Promise.all([
        asked.order,
        asked.ticket,
        asked.delivery,
        asked.bill,
        askedConsumer,
        askedRestaurant,
        askedCourier,
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

  composed: NO_COMPOSITION,

  'purpose-built': {
    knows: knowing([order], ['getOrderDetails']),
    run: async (context, { orderId }) => {
      const { outcome } = await ask(context, 'order details', [], order({ orderId }), 'getOrderDetails');
      return orderDetailsScreen(orderDetailsPartsOf(outcome));
    },
  },
};
