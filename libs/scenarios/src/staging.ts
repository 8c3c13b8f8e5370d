import { DEMO_DISHES, PERSONAS } from '@rungs/application';
import type { OrderJson } from '@rungs/json';
import type { Stage } from './scenario.ts';
import type { StyleClient } from './style-client.ts';

// Scenarios that change something are bob's: ann's orders stay as the seed made them, for those that only read.

/** Bob's basket at luigi's. */
export const BASKET = { consumerId: PERSONAS.bob.consumerId, restaurantId: PERSONAS.luigi.restaurantId };

/** What bob orders there. */
export const TWO_DISHES = [
  { menuItemId: DEMO_DISHES.tonnarelli, quantity: 2 },
  { menuItemId: DEMO_DISHES.tiramisu, quantity: 1 },
] as const;

export const PAYMENT_TOKEN = 'tok_visa';

/** Leaves nothing in the basket that somebody else may have put there. */
export async function emptyBasket(bob: StyleClient): Promise<void> {
  const { version, lines } = await bob.getBasket(BASKET);
  if (lines.length > 0) await bob.clearBasket({ ...BASKET, expectedVersion: version });
}

/** An APPROVED order of bob's, made by basket and checkout: the way that every style has. */
export async function newOrder(stage: Stage): Promise<OrderJson> {
  const bob = await stage.as('bob');
  await emptyBasket(bob);
  const [dish] = TWO_DISHES;
  const { version } = await bob.addToBasket({ ...BASKET, ...dish });
  return bob.checkoutBasket({ ...BASKET, expectedVersion: version, paymentToken: PAYMENT_TOKEN });
}

/** Takes bob's order back if that is still possible, which also frees its courier. */
export async function takeBack(stage: Stage, orderId: string): Promise<void> {
  const bob = await stage.as('bob');
  const { state, version } = await bob.getOrder({ orderId });
  if (state === 'APPROVED' || state === 'ACCEPTED') await bob.cancelOrder({ orderId, expectedVersion: version });
}

/** All of them, whatever becomes of each; the first failure is told when all have been tried. */
export async function takeAllBack(stage: Stage, orderIds: readonly string[]): Promise<void> {
  const failures: unknown[] = [];
  for (const orderId of orderIds) {
    await takeBack(stage, orderId).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

/** Half an hour after an instant: in time for the kitchen, by the server's own clock. */
export function halfAnHourAfter(instant: string): string {
  return new Date(Date.parse(instant) + 30 * 60_000).toISOString();
}

/** Of scenarios that change something. */
export const NO_SECOND_VISIT = {
  notApplicable: 'it changes something: doing it again is another change, and not a second visit',
};
