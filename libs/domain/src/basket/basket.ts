import type { ConsumerId, RestaurantId } from '../identifiers.ts';
import type { OrderLine } from '../order/order.ts';

/** One per consumer and restaurant. Never touched, it is version 0 and empty. */
export interface Basket {
  readonly consumerId: ConsumerId;
  readonly restaurantId: RestaurantId;
  readonly version: number;
  readonly lines: readonly OrderLine[];
}

export function emptyBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Basket {
  return { consumerId, restaurantId, version: 0, lines: [] };
}

/** True when the basket holds the line already as asked; a quantity of 0 asks for none. */
export function holdsLine({ lines }: Basket, { menuItemId, quantity }: OrderLine): boolean {
  return (lines.find((line) => line.menuItemId === menuItemId)?.quantity ?? 0) === quantity;
}

/** Sets a line's quantity; 0 takes the line out. Lines keep the order in which they came. */
export function withLine(basket: Basket, line: OrderLine): Basket {
  const held = basket.lines.some((other) => other.menuItemId === line.menuItemId);
  const lines = held
    ? basket.lines.map((other) => (other.menuItemId === line.menuItemId ? line : other))
    : [...basket.lines, line];
  return { ...basket, version: basket.version + 1, lines: lines.filter(({ quantity }) => quantity > 0) };
}

export function withAdded(basket: Basket, line: OrderLine): Basket {
  const held = basket.lines.find((other) => other.menuItemId === line.menuItemId)?.quantity ?? 0;
  return withLine(basket, { ...line, quantity: held + line.quantity });
}

export function cleared(basket: Basket): Basket {
  return { ...basket, version: basket.version + 1, lines: [] };
}
