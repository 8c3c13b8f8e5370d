import type { OrderJson } from '@rungs/json';
import {
  BASKET_FIRST,
  HOME,
  placedOrder,
  type ClientOptions,
  type OrderDishesTask,
  type PlacedOrder,
  type ProgramContext,
  type ScenarioPrograms,
} from '@rungs/scenarios';
import { WHY_NO_FORM_PLACES_AN_ORDER } from '../exceptions.ts';
import type { Resource } from '../hypermedia.ts';
import { Walker } from '../walker.ts';
import { shown, type Step, Steps } from './steps.ts';

/** The empty basket as it was shown, with its form to add a dish, and what was chosen from the menu beside it. */
export interface ShownBasket extends Pick<OrderDishesTask, 'lines' | 'paymentToken'> {
  readonly basket: Resource;
}

async function arrive(
  options: ClientOptions,
  { restaurantId, lines, paymentToken }: OrderDishesTask,
): Promise<ShownBasket> {
  const web = new Walker(options);
  const restaurant = await web.begin('getRestaurant', 'rungs:restaurant', { restaurantId });
  return { basket: await web.follow('getBasket', restaurant, 'rungs:basket'), lines, paymentToken };
}

/** Each answer is the basket as it is now, with the forms for what comes next; so is the one to check out. */
async function granular(context: ProgramContext, { basket, lines, paymentToken }: ShownBasket): Promise<PlacedOrder> {
  const steps = new Steps(context);
  let filled: Step = { resource: basket };
  for (const [at, { menuItemId, quantity }] of lines.entries()) {
    filled = await steps.submit(`dish ${at + 1}`, filled, 'addToBasket', { menuItemId, quantity });
  }
  const { resource } = await steps.submit('checkout', filled, 'checkoutBasket', { paymentToken });
  return placedOrder(shown<OrderJson>(resource));
}

export const orderDishesPrograms: ScenarioPrograms<OrderDishesTask, ShownBasket, PlacedOrder> = {
  arrive,
  granular: {
    run: granular,
    knows: {
      addresses: [],
      names: ['addToBasket', 'menuItemId', 'quantity', 'checkoutBasket', 'paymentToken'],
      rules: [BASKET_FIRST, HOME],
    },
  },
  composed: {
    notApplicable: 'a form adds one dish, and one form is submitted at a time: there is no way to send several as one',
  },
  'purpose-built': { notApplicable: `no form places an order at once: ${WHY_NO_FORM_PLACES_AN_ORDER}` },
};
