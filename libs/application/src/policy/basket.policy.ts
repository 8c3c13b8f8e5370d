import { billLines, charge, type Actor, type OrderLineItem } from '@rungs/domain';
import { isBuilt, type OperationName } from '../operations.ts';
import type { BasketRecord } from '../ports/reads.ts';
import type { BasketLineView, BasketView } from '../views.ts';

/** What its consumer may do with a basket now; nobody else may do anything with it. */
export function basketActionsFor({ basket, restaurant, menuItems }: BasketRecord, actor: Actor): OperationName[] {
  if (actor.role !== 'consumer' || actor.consumerId !== basket.consumerId) return [];
  const actions: OperationName[] = ['addToBasket'];
  if (basket.lines.length > 0) {
    actions.push('setBasketLine', 'clearBasket');
    const available = new Set(menuItems.filter((item) => item.available).map((item) => item.id));
    if (restaurant.open && basket.lines.every((line) => available.has(line.menuItemId))) actions.push('checkoutBasket');
  }
  return actions.filter(isBuilt);
}

/** A basket at today's names and prices. A dish that left the menu is not shown, and cannot be ordered. */
export function basketAsSeenBy(actor: Actor, record: BasketRecord): BasketView {
  const { basket, restaurant, menuItems } = record;
  const byId = new Map(menuItems.map((item) => [item.id, item]));
  const priced: (OrderLineItem & { available: boolean })[] = basket.lines.flatMap(({ menuItemId, quantity }) => {
    const item = byId.get(menuItemId);
    return item ? [{ menuItemId, name: item.name, unitPrice: item.price, quantity, available: item.available }] : [];
  });
  const totals = billLines(priced);
  const lines: BasketLineView[] = priced.map((line, index) => ({
    ...line,
    total: (totals[index] as (typeof totals)[number]).total,
  }));
  return {
    consumerId: basket.consumerId,
    restaurantId: basket.restaurantId,
    version: basket.version,
    lines,
    charges: charge(priced, restaurant.currency),
    actions: basketActionsFor(record, actor),
  };
}
