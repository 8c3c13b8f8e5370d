import { describe, expect, it } from 'vitest';
import { ran } from '../../spec/noting-server.ts';
import { orderDishes } from './order-dishes.ts';

const task = {
  consumerId: 'bob',
  restaurantId: 'luigi',
  lines: [
    { menuItemId: 'tonnarelli', quantity: 2 },
    { menuItemId: 'tiramisu', quantity: 1 },
  ],
  paymentToken: 'tok_visa',
  latestOrderId: undefined,
};
const CONFIRMATION = {
  state: 'APPROVED',
  dishes: [{ name: 'Tonnarelli', quantity: 2 }],
  deliverTo: 'Via Appia 1, Roma',
  total: { amount: 2400, currency: 'EUR' },
};
const PLACED = {
  order: {
    state: 'APPROVED',
    lineItems: [{ name: 'Tonnarelli', quantity: 2 }],
    deliveryAddress: { street: 'Via Appia 1', city: 'Roma' },
    total: { amount: 2400, currency: 'EUR' },
  },
  userErrors: [],
};
const basketOf = (version: number) => ({ basket: { version }, userErrors: [] });
const inputOfDish = (menuItemId: string, quantity: number, idempotencyKey: string) => {
  return { consumerId: 'bob', restaurantId: 'luigi', menuItemId, quantity, idempotencyKey };
};
const checkoutOf = (expectedVersion: number) => ({
  consumerId: 'bob',
  restaurantId: 'luigi',
  expectedVersion,
  paymentToken: 'tok_visa',
  idempotencyKey: 'key-3',
});

describe('ordering two dishes in GraphQL', () => {
  it('puts one dish after the other into the basket, and checks out the version that came of it', async () => {
    const { exchanges, view } = await ran(orderDishes.granular, task, {
      DishToBasket: [{ addToBasket: basketOf(7) }, { addToBasket: basketOf(8) }],
      BasketToOrder: { checkoutBasket: PLACED },
    });
    expect(exchanges.map(({ operation, dependsOn, variables }) => [operation, dependsOn, variables['input']])).toEqual([
      ['DishToBasket', [], inputOfDish('tonnarelli', 2, 'key-1')],
      ['DishToBasket', [1], inputOfDish('tiramisu', 1, 'key-2')],
      ['BasketToOrder', [2], checkoutOf(8)],
    ]);
    expect(view).toEqual(CONFIRMATION);
  });

  it('puts both into the basket by one document, and checks out what the last of them made', async () => {
    const { exchanges, view } = await ran(orderDishes.composed, task, {
      Several: { addToBasket1: basketOf(7), addToBasket2: basketOf(8) },
      BasketToOrder: { checkoutBasket: PLACED },
    });
    expect(exchanges.map(({ dependsOn, variables }) => [dependsOn, variables])).toEqual([
      [
        [],
        {
          addToBasket1: inputOfDish('tonnarelli', 2, 'key-1'),
          addToBasket2: inputOfDish('tiramisu', 1, 'key-2'),
        },
      ],
      [[1], { input: checkoutOf(8) }],
    ]);
    expect(view).toEqual(CONFIRMATION);
  });

  it('places the order without a basket, in one mutation', async () => {
    const { exchanges, view } = await ran(orderDishes['purpose-built'], task, {
      DishesToOrder: { placeOrder: PLACED },
    });
    const { restaurantId, lines, paymentToken } = task;
    expect(exchanges).toMatchObject([
      { dependsOn: [], variables: { input: { restaurantId, lines, paymentToken, idempotencyKey: 'key-1' } } },
    ]);
    expect(view).toEqual(CONFIRMATION);
  });

  it('throws what the payload refuses, also when only one of several is refused', async () => {
    const refused = { basket: null, userErrors: [{ code: 'MENU_ITEM_UNAVAILABLE', message: 'Sold out.' }] };
    const one = ran(orderDishes.granular, task, { DishToBasket: { addToBasket: refused } });
    await expect(one).rejects.toMatchObject({ refusal: { code: 'menu-item-unavailable', message: 'Sold out.' } });
    const several = ran(orderDishes.composed, task, { Several: { addToBasket1: refused, addToBasket2: basketOf(8) } });
    await expect(several).rejects.toMatchObject({ refusal: { code: 'menu-item-unavailable' } });
  });
});
