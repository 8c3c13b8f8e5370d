import {
  BASKET_FIRST,
  AS_SEEN,
  HOME,
  placedOrder,
  type OrderDishesTask,
  type PlacedOrder,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { ask, askTogether, type Asked } from '../ask.ts';
import { callOf } from '../json-rpc.ts';
import { knowing } from '../knowledge.ts';

const FILLED_IN = [
  'consumerId',
  'restaurantId',
  'menuItemId',
  'quantity',
  'idempotencyKey',
  'paymentToken',
  'expectedVersion',
];

/** Ordering two dishes by JSON-RPC: into a basket one by one or in a batch and then checked out, or all in one call. */
export const orderDishesPrograms: ScenarioPrograms<OrderDishesTask, OrderDishesTask, PlacedOrder> = {
  arrive: async (_options, task) => task,

  granular: {
    knows: knowing(['addToBasket', 'checkoutBasket'], FILLED_IN, [BASKET_FIRST, AS_SEEN, HOME]),
    run: async (context, { consumerId, restaurantId, lines, paymentToken }) => {
      const basket = { consumerId, restaurantId };
      let seen: Asked<'addToBasket'> | undefined;
      // A person adds one dish after the other. Sent twice without a key, a dish would be in there twice.
      for (const [index, { menuItemId, quantity }] of lines.entries()) {
        const dish = { ...basket, menuItemId, quantity, idempotencyKey: context.newKey() };
        seen = await ask(context, `dish ${index + 1}`, seen ? [seen.n] : [], 'addToBasket', dish);
      }
      const { outcome } = await ask(context, 'checkout', seen ? [seen.n] : [], 'checkoutBasket', {
        ...basket,
        paymentToken,
        expectedVersion: seen?.outcome.version,
        idempotencyKey: context.newKey(),
      });
      return placedOrder(outcome);
    },
  },

  composed: {
    knows: knowing(['addToBasket', 'checkoutBasket'], FILLED_IN, [
      BASKET_FIRST,
      AS_SEEN,
      HOME,
      'the changes in a batch are made in the order in which they stand there',
    ]),
    run: async (context, { consumerId, restaurantId, lines, paymentToken }) => {
      const basket = { consumerId, restaurantId };
      const adding = lines.map(({ menuItemId, quantity }, index) =>
        callOf(index + 1, 'addToBasket', { ...basket, menuItemId, quantity, idempotencyKey: context.newKey() }),
      );
      const added = await askTogether(context, 'dishes', [], adding);
      // JSON-RPC 2.0 §6 promises no order; that the last call's answer shows the basket as it is now, the server does.
      const basketNow = adding.map((call) => added.outcomeOf(call)).at(-1);
      // Checking out takes the version that the batch answers, and a batch cannot refer to its own answers.
      const { outcome } = await ask(context, 'checkout', [added.n], 'checkoutBasket', {
        ...basket,
        paymentToken,
        expectedVersion: basketNow?.version,
        idempotencyKey: context.newKey(),
      });
      return placedOrder(outcome);
    },
  },

  'purpose-built': {
    knows: knowing(
      ['placeOrder'],
      ['restaurantId', 'lines', 'menuItemId', 'quantity', 'paymentToken', 'idempotencyKey'],
      [HOME],
    ),
    run: async (context, { restaurantId, lines, paymentToken }) => {
      const dishes = lines.map(({ menuItemId, quantity }) => ({ menuItemId, quantity }));
      const asked = { restaurantId, lines: dishes, paymentToken, idempotencyKey: context.newKey() };
      const { outcome } = await ask(context, 'order', [], 'placeOrder', asked);
      return placedOrder(outcome);
    },
  },
};
