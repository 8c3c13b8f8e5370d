import type { BasketView } from '@rungs/application';
import type { BasketJson } from '../outcomes.ts';

export function representBasket({ consumerId, restaurantId, version, lines, charges }: BasketView): BasketJson {
  const { subtotal, deliveryFee, serviceFee, tax, total } = charges;
  return {
    consumerId,
    restaurantId,
    version,
    lines: lines.map(({ menuItemId, name, unitPrice, quantity, total: lineTotal, available }) => ({
      menuItemId,
      name,
      unitPrice,
      quantity,
      total: lineTotal,
      available,
    })),
    charges: { subtotal, deliveryFee, serviceFee, tax, total },
  };
}
