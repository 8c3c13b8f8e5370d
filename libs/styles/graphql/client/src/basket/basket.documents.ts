import type { InputOf } from '@rungs/application';
import type { BasketJson, OrderJson } from '@rungs/json';
import { mutationOf } from '../documents.ts';
import { documentOf } from '../exchange.ts';
import { ORDER, BASKET } from '../selections.ts';

export const GET_BASKET = documentOf<{ basket?: BasketJson }, InputOf<'getBasket'>>(`
  query GetBasket($consumerId: ID!, $restaurantId: ID!) {
    basket(consumerId: $consumerId, restaurantId: $restaurantId) { ${BASKET} }
  }
`);

const result = `basket { ${BASKET} }`;
export const ADD_TO_BASKET = mutationOf<'addToBasket', BasketJson>('addToBasket', result, 'menu-item-unavailable');
export const SET_BASKET_LINE = mutationOf<'setBasketLine', BasketJson>(
  'setBasketLine',
  result,
  'menu-item-unavailable',
);
export const CLEAR_BASKET = mutationOf<'clearBasket', BasketJson>('clearBasket', result);
export const CHECKOUT_BASKET = mutationOf<'checkoutBasket', OrderJson>(
  'checkoutBasket',
  `order { ${ORDER} }`,
  'basket-empty',
  'restaurant-closed',
  'menu-item-unavailable',
  'payment-declined',
);
