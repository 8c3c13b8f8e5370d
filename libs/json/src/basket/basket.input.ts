import {
  address,
  change,
  deliveryNote,
  idempotencyKey,
  idOf,
  members,
  optional,
  orderLine,
  paymentToken,
  quantityOrNone,
} from '../input-members.ts';
import { inputParser } from '../input-parser.ts';

const basket = { consumerId: idOf('consumer whose basket it is'), restaurantId: idOf('restaurant to order from') };

export const basketInputs = {
  getBasket: inputParser<'getBasket'>(members(basket)),
  addToBasket: inputParser<'addToBasket'>(members({ ...basket, ...orderLine, idempotencyKey })),
  setBasketLine: inputParser<'setBasketLine'>(
    members({ ...basket, menuItemId: orderLine.menuItemId, quantity: quantityOrNone, ...change }),
  ),
  clearBasket: inputParser<'clearBasket'>(members({ ...basket, ...change })),
  checkoutBasket: inputParser<'checkoutBasket'>(
    members({
      ...basket,
      deliveryAddress: optional(address.meta({ description: 'Where to; the consumer’s first address when left out.' })),
      deliveryNote: optional(deliveryNote),
      paymentToken,
      ...change,
    }),
  ),
};
