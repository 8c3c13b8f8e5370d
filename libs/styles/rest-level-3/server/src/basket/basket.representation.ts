import type { BasketView } from '@rungs/application';
import * as plain from '@rungs/json';
import { address, conditions, deliveryNote, dish, hidden, idempotencyKey, paymentToken, quantity } from '../fields.ts';
import { form, formsFor, type Forms } from '../forms.ts';
import { type Hal, link } from '../hal.ts';
import { uris } from '../level.ts';

/** The basket with the forms for what its consumer may do with it now. */
export function representBasket(basket: BasketView): Hal<plain.BasketJson> {
  const { consumerId, restaurantId } = basket;
  return {
    ...plain.representBasket(basket),
    _links: {
      self: link(uris.href('basket', { consumerId, restaurantId })),
      'rungs:consumer': link(uris.href('consumer', { consumerId })),
      'rungs:restaurant': link(uris.href('restaurant', { restaurantId })),
      'rungs:menu': link(uris.href('menu', { restaurantId })),
    },
    _templates: basketForms(basket),
  };
}

function basketForms(basket: BasketView): Forms {
  const { consumerId, restaurantId, version, lines, actions } = basket;
  const key = { consumerId, restaurantId };
  const seen = () => conditions(version);
  return {
    ...formsFor(actions, {
      addToBasket: () =>
        form('POST', uris.href('basketLines', key), 'Add a dish', [
          dish('menuItemId', 'Dish', uris.href('menu', { restaurantId, embed: 'item' }), { required: true }),
          quantity('quantity', { required: true, value: 1 }),
          idempotencyKey(),
        ]),
      clearBasket: () => form('DELETE', uris.href('basket', key), 'Empty the basket', seen()),
      checkoutBasket: () =>
        form('POST', uris.href('basketCheckout', key), 'Order what is in the basket', [
          paymentToken({ required: true }),
          deliveryNote(),
          ...address('deliveryAddress.', 'Deliver to (your first address where empty)'),
          ...seen(),
        ]),
    }),
    // One form for each line, because each line is a thing of its own; what is not in the basket is added.
    ...Object.fromEntries(
      (actions.includes('setBasketLine') ? lines : []).map(({ menuItemId, name, quantity: held, available }) => [
        `setBasketLine-${menuItemId}`,
        form(
          'PUT',
          uris.href('basketLine', { ...key, menuItemId }),
          available ? `How many ${name}` : `Take ${name} out, which is sold out`,
          [
            hidden('menuItemId', 'Dish', menuItemId),
            quantity('quantity', { required: true, min: 0, ...(available ? { value: held } : { value: 0, max: 0 }) }),
            ...seen(),
          ],
        ),
      ]),
    ),
  };
}
