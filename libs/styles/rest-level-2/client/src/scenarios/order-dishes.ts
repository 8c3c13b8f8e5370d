import type { BasketJson, OrderJson } from '@rungs/json';
import {
  BASKET_FIRST,
  AS_SEEN,
  HOME,
  placedOrder,
  type OrderDishesTask,
  type PlacedOrder,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { expanded, type Got, Requests } from './requests.ts';

const BASKET_LINES = '/level2/consumers/{consumerId}/baskets/{restaurantId}/lines';
const CHECKOUT = '/level2/consumers/{consumerId}/baskets/{restaurantId}/checkout';
const ORDERS = '/level2/orders';

async function granular(context: ProgramContext, task: OrderDishesTask): Promise<PlacedOrder> {
  const { consumerId, restaurantId, lines, paymentToken } = task;
  const requests = new Requests(context);
  let basket: Got<BasketJson> | undefined;
  for (const [at, { menuItemId, quantity }] of lines.entries()) {
    basket = await requests.post(
      `dish ${at + 1}`,
      basket ? [basket.n] : [],
      expanded(BASKET_LINES, { consumerId, restaurantId }),
      { body: { menuItemId, quantity }, idempotencyKey: context.newKey() },
    );
  }
  const { json } = await requests.post<OrderJson>(
    'checkout',
    basket ? [basket.n] : [],
    expanded(CHECKOUT, { consumerId, restaurantId }),
    {
      body: { paymentToken },
      idempotencyKey: context.newKey(),
      // What a POST answers has no ETag of the basket, but the basket says its version.
      ...(basket && { expectedVersion: basket.json.version }),
    },
  );
  return placedOrder(json);
}

async function purposeBuilt(context: ProgramContext, task: OrderDishesTask): Promise<PlacedOrder> {
  const { restaurantId, lines, paymentToken } = task;
  const { json } = await new Requests(context).post<OrderJson>('order', [], ORDERS, {
    body: {
      restaurantId,
      lines: lines.map(({ menuItemId, quantity }) => ({ menuItemId, quantity })),
      paymentToken,
    },
    idempotencyKey: context.newKey(),
  });
  return placedOrder(json);
}

export const orderDishesPrograms: ScenarioPrograms<OrderDishesTask, OrderDishesTask, PlacedOrder> = {
  arrive: (_options, task) => Promise.resolve(task),
  granular: {
    run: granular,
    knows: {
      addresses: [BASKET_LINES, CHECKOUT],
      names: ['POST', 'Idempotency-Key', 'If-Match', 'menuItemId', 'quantity', 'version', 'paymentToken'],
      rules: [BASKET_FIRST, AS_SEEN, HOME, 'A thing’s entity tag is its version in quotes.'],
    },
  },
  composed: {
    notApplicable: 'a request changes one thing: HTTP has no way to send several changes as one',
  },
  'purpose-built': {
    run: purposeBuilt,
    knows: {
      addresses: [ORDERS],
      names: ['POST', 'Idempotency-Key', 'restaurantId', 'lines', 'menuItemId', 'quantity', 'paymentToken'],
      rules: [HOME],
    },
  },
};
