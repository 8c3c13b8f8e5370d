import { billLines, charge, type Actor, type MenuItem, type OrderLine, type OrderLineItem } from '@rungs/domain';
import type { OperationName } from '../operations.ts';
import type { BasketRecord } from '../ports/reads.ts';
import type { BasketLineView, BasketView } from '../views.ts';

/** A dish that left the menu left every basket with it: what is shown is what would be ordered. */
export function linesOnMenu({ basket, menuItems }: BasketRecord): readonly OrderLine[] {
  const known = new Set(menuItems.map((item) => item.id));
  return basket.lines.filter((line) => known.has(line.menuItemId));
}

/** What its consumer may do with a basket now; nobody else may do anything with it. */
function basketActionsFor(record: BasketRecord, actor: Actor): OperationName[] {
  const { basket, restaurant, menuItems } = record;
  if (actor.role !== 'consumer' || actor.consumerId !== basket.consumerId) return [];
  const lines = linesOnMenu(record);
  if (lines.length === 0) return ['addToBasket'];
  const available = new Set(menuItems.filter((item) => item.available).map((item) => item.id));
  const orderable = restaurant.open && lines.every((line) => available.has(line.menuItemId));
  return ['addToBasket', 'setBasketLine', 'clearBasket', ...(orderable ? (['checkoutBasket'] as const) : [])];
}

/** A basket at today's names and prices. */
export function basketAsSeenBy(actor: Actor, record: BasketRecord): BasketView {
  const { basket, restaurant, menuItems } = record;
  const byId = new Map(menuItems.map((item) => [item.id, item]));
  const priced: (OrderLineItem & { available: boolean })[] = linesOnMenu(record).map(({ menuItemId, quantity }) => {
    const { name, price, available } = byId.get(menuItemId) as MenuItem;
    return { menuItemId, name, unitPrice: price, quantity, available };
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
