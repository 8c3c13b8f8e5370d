import type { InputOf } from '@rungs/application';
import { ANONYMOUS, type Actor, type Basket } from '@rungs/domain';
import type { Answer, ModelState } from '../conformance/model-state.ts';
import { modelAnswer } from '../conformance/model.ts';

/**
 * What the oracle says of an order that is placed by filling the restaurant's basket and checking it out, as a style
 * without a form for nested lines does. A basket that holds just these lines is checked out as it is; any other is
 * emptied first.
 */
export function answerByBasket(state: ModelState, actor: Actor, input: InputOf<'placeOrder'>): Answer {
  const { restaurantId, lines, idempotencyKey, ...checkout } = input;
  const restaurant = state.restaurants.get(restaurantId);
  // A basket has one line for each dish: with a dish twice it would be another order than the one asked for.
  if (new Set(lines.map(({ menuItemId }) => menuItemId)).size < lines.length) return { refused: 'invalid-input' };
  if (!restaurant) return { refused: 'restaurant-not-found' };
  if (actor.role === ANONYMOUS.role) return { refused: 'unauthenticated' };
  if (actor.role !== 'consumer') return { refused: 'forbidden' };
  // Who is closed shows nobody a basket.
  if (!restaurant.open) return { refused: 'restaurant-closed' };
  const key = { consumerId: actor.consumerId, restaurantId };
  let basket = state.baskets.get(`${key.consumerId}/${restaurantId}`) ?? { ...key, version: 0, lines: [] };
  if (!holds(basket, lines)) {
    if (basket.lines.length > 0) {
      modelAnswer(state, actor, 'clearBasket', { ...key, expectedVersion: basket.version });
    }
    for (const [at, line] of lines.entries()) {
      const keyed = idempotencyKey !== undefined && { idempotencyKey: `${idempotencyKey}.${at}` };
      const added = modelAnswer(state, actor, 'addToBasket', { ...key, ...line, ...keyed });
      if ('refused' in added) return added;
      // There is nothing in a basket that only the server could say.
      added.adopt?.(added.outcome);
      basket = added.outcome as Basket;
    }
  }
  const { version: expectedVersion } = basket;
  return modelAnswer(state, actor, 'checkoutBasket', { ...key, ...checkout, expectedVersion, idempotencyKey });
}

function holds({ lines: held }: Basket, lines: InputOf<'placeOrder'>['lines']): boolean {
  return (
    held.length === lines.length &&
    lines.every(({ menuItemId, quantity }, at) => held[at]?.menuItemId === menuItemId && held[at].quantity === quantity)
  );
}
