import type { InputOf } from '@rungs/application';
import {
  BASKET_FIRST,
  AS_SEEN,
  HOME,
  placedOrder,
  type OrderDishesTask,
  type PlacedOrder,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { documentOf } from '../exchange.ts';
import { knowledgeOf } from '../knowledge.ts';
import { ask, changedIn, changeSeveral, REFUSAL, severalOf, type PayloadWith } from '../program.ts';

const ORDER = 'state lineItems { name quantity } deliveryAddress { street city } total { amount currency }';

type Order = Parameters<typeof placedOrder>[0];
type BasketPayload = PayloadWith<'basket', { readonly version: number }>;
interface With<I> {
  readonly input: I;
}

const ADDING = {
  mutation: 'addToBasket',
  inputType: 'AddToBasketInput',
  payload: `{ basket { version } userErrors ${REFUSAL} }`,
};

export const DISH_TO_BASKET = documentOf<{ addToBasket: BasketPayload | null }, With<InputOf<'addToBasket'>>>(`
  mutation DishToBasket($input: AddToBasketInput!) { addToBasket(input: $input) ${ADDING.payload} }
`);

export const TWO_DISHES_TO_BASKET = severalOf(ADDING, 2).document;

export const BASKET_TO_ORDER = documentOf<
  { checkoutBasket: PayloadWith<'order', Order> | null },
  With<InputOf<'checkoutBasket'>>
>(`
  mutation BasketToOrder($input: CheckoutBasketInput!) {
    checkoutBasket(input: $input) { order { ${ORDER} } userErrors ${REFUSAL} }
  }
`);

export const DISHES_TO_ORDER = documentOf<
  { placeOrder: PayloadWith<'order', Order> | null },
  With<InputOf<'placeOrder'>>
>(`
  mutation DishesToOrder($input: PlaceOrderInput!) {
    placeOrder(input: $input) { order { ${ORDER} } userErrors ${REFUSAL} }
  }
`);

const OF_A_LINE = ['restaurantId', 'menuItemId', 'quantity', 'idempotencyKey'];
const OF_A_BASKET = ['consumerId', 'expectedVersion', 'paymentToken'];

/** Ordering two dishes in GraphQL: dish by dish into the basket, both in one document, or without a basket. */
export const orderDishes: ScenarioPrograms<OrderDishesTask, OrderDishesTask, PlacedOrder> = {
  arrive: async (_options, task) => task,

  granular: {
    async run(context, { consumerId, restaurantId, lines, paymentToken }) {
      let dependsOn: readonly number[] = [];
      let expectedVersion: number | undefined;
      for (const [at, { menuItemId, quantity }] of lines.entries()) {
        const input = { consumerId, restaurantId, menuItemId, quantity, idempotencyKey: context.newKey() };
        const { n, found } = await ask(context, `dish ${at + 1}`, dependsOn, DISH_TO_BASKET, { input });
        expectedVersion = changedIn(found.addToBasket, 'basket').version;
        dependsOn = [n];
      }
      const input = { consumerId, restaurantId, expectedVersion, paymentToken, idempotencyKey: context.newKey() };
      const { found } = await ask(context, 'checkout', dependsOn, BASKET_TO_ORDER, { input });
      return placedOrder(changedIn(found.checkoutBasket, 'order'));
    },
    knows: knowledgeOf([DISH_TO_BASKET, BASKET_TO_ORDER], {
      filledIn: [...OF_A_LINE, ...OF_A_BASKET],
      rules: [BASKET_FIRST, AS_SEEN, HOME],
    }),
  },

  composed: {
    async run(context, { consumerId, restaurantId, lines, paymentToken }) {
      const dishes = lines.map(({ menuItemId, quantity }) => {
        return { consumerId, restaurantId, menuItemId, quantity, idempotencyKey: context.newKey() };
      });
      const adding = await changeSeveral<InputOf<'addToBasket'>, BasketPayload>(context, 'dishes', [], ADDING, dishes);
      // The checkout cannot stand in the same document: it wants the version that only this answer tells.
      const expectedVersion = adding.found.map((payload) => changedIn(payload, 'basket').version).at(-1);
      const input = { consumerId, restaurantId, expectedVersion, paymentToken, idempotencyKey: context.newKey() };
      const { found } = await ask(context, 'checkout', [adding.n], BASKET_TO_ORDER, { input });
      return placedOrder(changedIn(found.checkoutBasket, 'order'));
    },
    knows: knowledgeOf([TWO_DISHES_TO_BASKET, BASKET_TO_ORDER], {
      filledIn: [...OF_A_LINE, ...OF_A_BASKET],
      rules: [BASKET_FIRST, AS_SEEN, HOME],
    }),
  },

  'purpose-built': {
    async run(context, { restaurantId, lines, paymentToken }) {
      const dishes = lines.map(({ menuItemId, quantity }) => ({ menuItemId, quantity }));
      const input = { restaurantId, lines: dishes, paymentToken, idempotencyKey: context.newKey() };
      const { found } = await ask(context, 'order', [], DISHES_TO_ORDER, { input });
      return placedOrder(changedIn(found.placeOrder, 'order'));
    },
    knows: knowledgeOf([DISHES_TO_ORDER], { filledIn: [...OF_A_LINE, 'lines', 'paymentToken'], rules: [HOME] }),
  },
};
