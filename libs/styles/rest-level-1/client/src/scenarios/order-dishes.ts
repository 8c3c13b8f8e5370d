import {
  BASKET_FIRST,
  AS_SEEN,
  HOME,
  placedOrder,
  type OrderDishesTask,
  type PlacedOrder,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask, type Asked } from '../ask.ts';
import { NO_COMPOSITION } from '../composition.ts';
import { knowing } from '../knowledge.ts';
import { resources } from '../resources.ts';

const { basket, orders } = resources;

/** Ordering two dishes: into the basket one by one and then checked out, or all in one action on the orders. */
export const orderDishesPrograms: ScenarioPrograms<OrderDishesTask, OrderDishesTask, PlacedOrder> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing(
      [basket],
      ['addToBasket', 'checkoutBasket'],
      ['menuItemId', 'quantity', 'idempotencyKey', 'paymentToken', 'expectedVersion'],
      [BASKET_FIRST, AS_SEEN, HOME],
    ),
    run: async (context, { consumerId, restaurantId, lines, paymentToken }) => {
      const path = basket({ consumerId, restaurantId });
      let seen: Asked<'addToBasket'> | undefined;
      // A person adds one dish after the other. Sent twice without a key, a dish would be in there twice.
      for (const [index, { menuItemId, quantity }] of lines.entries()) {
        const dish = { menuItemId, quantity, idempotencyKey: context.newKey() };
        seen = await ask(context, `dish ${index + 1}`, seen ? [seen.n] : [], path, 'addToBasket', dish);
      }
      const { outcome } = await ask(context, 'checkout', seen ? [seen.n] : [], path, 'checkoutBasket', {
        paymentToken,
        expectedVersion: seen?.outcome.version,
        idempotencyKey: context.newKey(),
      });
      return placedOrder(outcome);
    },
  },

  composed: NO_COMPOSITION,

  'purpose-built': {
    knows: knowing(
      [orders],
      ['placeOrder'],
      ['restaurantId', 'lines', 'menuItemId', 'quantity', 'paymentToken', 'idempotencyKey'],
      [HOME],
    ),
    run: async (context, { restaurantId, lines, paymentToken }) => {
      const dishes = lines.map(({ menuItemId, quantity }) => ({ menuItemId, quantity }));
      const asked = { restaurantId, lines: dishes, paymentToken, idempotencyKey: context.newKey() };
      const { outcome } = await ask(context, 'order', [], orders(), 'placeOrder', asked);
      return placedOrder(outcome);
    },
  },
};
