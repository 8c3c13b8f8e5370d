import { PERSONAS, type BasketView } from '@rungs/application';
import { describe, expect, it } from 'vitest';
import { representBasket } from './basket.representation.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const consumerId = PERSONAS.ann.consumerId;
const restaurantId = PERSONAS.luigi.restaurantId;
const href = `/level3/consumers/${consumerId}/baskets/${restaurantId}`;

const basket: BasketView = {
  consumerId,
  restaurantId,
  version: 2,
  lines: [
    {
      menuItemId: 'dish-1',
      name: 'Tonnarelli',
      unitPrice: euros(1200),
      quantity: 2,
      total: euros(2400),
      available: true,
    },
  ],
  charges: {
    subtotal: euros(2400),
    deliveryFee: euros(399),
    serviceFee: euros(120),
    tax: euros(202),
    total: euros(3121),
  },
  actions: ['addToBasket', 'setBasketLine', 'clearBasket', 'checkoutBasket'],
};

describe('the basket', () => {
  it('offers a form for each action that the policy allows, one for each line', () => {
    const { _templates: forms = {} } = representBasket(basket);
    expect(Object.entries(forms).map(([name, { method, target }]) => [name, method, target])).toEqual([
      ['addToBasket', 'POST', `${href}/lines`],
      ['clearBasket', 'DELETE', href],
      ['checkoutBasket', 'POST', `${href}/checkout`],
      ['setBasketLine-dish-1', 'PUT', `${href}/lines/dish-1`],
    ]);
  });

  it('says where the dishes to add are, and how many of one there may be', () => {
    const [dish, quantity] = representBasket(basket)._templates?.['addToBasket']?.properties ?? [];
    expect(dish?.options).toEqual({
      link: { href: `/level3/restaurants/${restaurantId}/menu?embed=item`, type: 'application/hal+json' },
      promptField: 'name',
      valueField: 'id',
      minItems: 1,
      maxItems: 1,
    });
    expect(quantity).toMatchObject({ type: 'number', min: 1, max: 99 });
  });

  it('lets a dish that is sold out be taken out, and no more', () => {
    const lines = basket.lines.map((line) => ({ ...line, available: false }));
    const form = representBasket({ ...basket, lines })._templates?.['setBasketLine-dish-1'];
    expect(form?.title).toBe('Take Tonnarelli out, which is sold out');
    expect(form?.properties[1]).toMatchObject({ name: 'quantity', min: 0, max: 0, value: '0' });
  });

  it('offers nothing to those who may only look', () => {
    expect(representBasket({ ...basket, actions: [] })._templates).toEqual({});
  });

  it('asks for nothing nested: an address is four fields with dotted names', () => {
    const { _templates: forms = {} } = representBasket(basket);
    const names = Object.values(forms).flatMap(({ properties }) => properties.map(({ name }) => name));
    const address = ['street', 'city', 'postalCode', 'country'].map((name) => `deliveryAddress.${name}`);
    expect(names.filter((name) => !/^[a-zA-Z]+$/.test(name))).toEqual(address);
  });
});
