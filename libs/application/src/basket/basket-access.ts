import { isUuid, Refusal, type Actor, type Basket, type ConsumerId, type RestaurantId } from '@rungs/domain';
import { basketAsSeenBy } from '../policy/basket.policy.ts';
import type { OperationName } from '../operations.ts';
import type { BasketRecord } from '../ports/reads.ts';
import type { Rows } from '../ports/unit-of-work.ts';
import { checked, readableMembers, type Unchecked } from '../unchecked.ts';
import type { BasketView } from '../views.ts';

export interface BasketKey {
  readonly consumerId: ConsumerId;
  readonly restaurantId: RestaurantId;
}

export function basketNotFound({ consumerId, restaurantId }: BasketKey): Refusal {
  return new Refusal('basket-not-found', { id: `${consumerId}/${restaurantId}` });
}

/** Which basket the input is about, as far as that can be read; refuses what names none. */
export function basketKeyOf<T extends BasketKey>(input: Unchecked<T>): BasketKey {
  const { consumerId = checked(input).consumerId, restaurantId = checked(input).restaurantId } = readableMembers(input);
  return { consumerId, restaurantId };
}

/** A consumer's own, and support's to read; for everybody else there is none. */
export function seesBasket({ consumerId }: BasketKey, actor: Actor): boolean {
  return actor.role === 'support' || (actor.role === 'consumer' && actor.consumerId === consumerId);
}

/** The basket that this actor is about to change, or why not. */
export async function basketToChange(
  rows: Rows,
  actor: Actor,
  key: BasketKey,
  operation: OperationName,
): Promise<Basket> {
  const known = isUuid(key.consumerId) && isUuid(key.restaurantId) && seesBasket(key, actor);
  const basket = known ? await rows.findBasket(key.consumerId, key.restaurantId) : undefined;
  if (!basket) throw basketNotFound(key);
  if (actor.role !== 'consumer') throw new Refusal('forbidden', { operation, role: actor.role });
  return basket;
}

/** The basket with all that prices it. */
export async function withMenu(rows: Rows, basket: Basket): Promise<BasketRecord> {
  const restaurant = await rows.findRestaurant(basket.restaurantId);
  if (!restaurant) throw basketNotFound(basket);
  const ids = basket.lines.map((line) => line.menuItemId);
  return { basket, restaurant, menuItems: ids.length > 0 ? await rows.findMenuItems(restaurant.id, ids) : [] };
}

export async function viewOf(rows: Rows, actor: Actor, basket: Basket): Promise<BasketView> {
  return basketAsSeenBy(actor, await withMenu(rows, basket));
}
