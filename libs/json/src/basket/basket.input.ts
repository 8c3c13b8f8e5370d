import {
  address,
  change,
  id,
  idempotencyKey,
  inputParser,
  members,
  optional,
  orderLine,
  text,
} from '../input-parser.ts';

const basket = { consumerId: id, restaurantId: id };

export const basketInputs = {
  getBasket: inputParser<'getBasket'>(members(basket)),
  addToBasket: inputParser<'addToBasket'>(members({ ...basket, ...orderLine, idempotencyKey })),
  setBasketLine: inputParser<'setBasketLine'>(members({ ...basket, ...orderLine, ...change })),
  clearBasket: inputParser<'clearBasket'>(members({ ...basket, ...change })),
  checkoutBasket: inputParser<'checkoutBasket'>(
    members({
      ...basket,
      deliveryAddress: optional(address),
      deliveryNote: optional(text),
      paymentToken: text,
      ...change,
    }),
  ),
};
