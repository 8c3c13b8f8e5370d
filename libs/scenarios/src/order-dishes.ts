import type { OrderJson } from '@rungs/json';
import type { Scenario } from './scenario.ts';
import type { StyleClient } from './style-client.ts';
import { BASKET, emptyBasket, NO_SECOND_VISIT, PAYMENT_TOKEN, takeBack, TWO_DISHES } from './staging.ts';

export interface OrderDishesTask {
  readonly consumerId: string;
  readonly restaurantId: string;
  readonly lines: readonly { readonly menuItemId: string; readonly quantity: number }[];
  readonly paymentToken: string;
  /** The consumer's latest order before this one, if any: what is newer was placed by the client. */
  readonly latestOrderId: string | undefined;
}

/** The confirmation. */
export interface PlacedOrder {
  readonly state: string;
  readonly dishes: readonly { readonly name: string; readonly quantity: number }[];
  readonly deliverTo: string;
  readonly total: { readonly amount: number; readonly currency: string };
}

export const orderDishesScenario: Scenario<'order-dishes'> = {
  id: 'order-dishes',
  title: 'Ordering two dishes',
  question: 'What does a workflow cost: dish by dish into a basket, or all at once?',
  holds: 'the dishes’ ids from the menu, and an empty basket; at level 3 the menu and the basket as they were shown',
  personas: ['bob'],
  secondVisit: NO_SECOND_VISIT,
  async prepare(stage) {
    const bob = await stage.as('bob');
    await emptyBasket(bob);
    const latestOrderId = await latestOrderOf(bob);
    return { ...BASKET, lines: TWO_DISHES, paymentToken: PAYMENT_TOKEN, latestOrderId };
  },
  async finish(stage, { latestOrderId }) {
    const bob = await stage.as('bob');
    const placed = await latestOrderOf(bob);
    if (placed !== undefined && placed !== latestOrderId) await takeBack(stage, placed);
    await emptyBasket(bob);
  },
};

async function latestOrderOf(bob: StyleClient): Promise<string | undefined> {
  const { items } = await bob.listOrders({ consumerId: BASKET.consumerId, limit: 1 });
  return items[0]?.id;
}

/** Both plain JSON and a GraphQL answer fit. */
export function placedOrder(
  order: Pick<OrderJson, 'state' | 'total'> & {
    readonly lineItems: readonly { readonly name: string; readonly quantity: number }[];
    readonly deliveryAddress: { readonly street: string; readonly city: string };
  },
): PlacedOrder {
  return {
    state: order.state,
    dishes: order.lineItems.map(({ name, quantity }) => ({ name, quantity })),
    deliverTo: `${order.deliveryAddress.street}, ${order.deliveryAddress.city}`,
    total: { amount: order.total.amount, currency: order.total.currency },
  };
}
