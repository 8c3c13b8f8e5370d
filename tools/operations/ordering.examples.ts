import { BOBS_ORDER, DEMO_DISHES, DEMO_ORDERS, ORDER_PARTS, PERSONAS } from '@rungs/application';
import { example, type Chapter } from './example.ts';
import { number, text } from './variables.ts';

const { consumerId } = PERSONAS.ann;
const { restaurantId } = PERSONAS.luigi;
const ann = { consumerId };

const key = { idempotencyKey: text('$guid') };
const PRATI = { street: 'Via Cola di Rienzo 42', city: 'Roma', postalCode: '00192', country: 'IT' } as const;
export const MONTI = { street: 'Via Panisperna 7', city: 'Roma', postalCode: '00184', country: 'IT' } as const;

const basket = { consumerId, restaurantId };

export const CONSUMERS: Chapter = {
  context: 'consumer',
  title: 'consumers',
  examples: [
    example('getConsumer', 'ann', 'ann sees all of herself', ann, {
      saves: { annVersion: 'version' },
      shows: { 'name.first': 'Ann', email: 'ann@example.com' },
    }),
    example('getConsumer', 'bob', 'for bob there is no ann', ann, { refused: 'consumer-not-found' }),
    example(
      'registerConsumer',
      'anonymous',
      'whoever is not signed in may join',
      { name: { first: 'Nora', last: 'Bassi' }, email: 'nora.bassi@example.com', addresses: [PRATI], ...key },
      { shows: { version: 1, 'name.last': 'Bassi' } },
    ),
    example(
      'registerConsumer',
      'anonymous',
      'an address for mail belongs to one',
      { name: { first: 'Noah', last: 'Bassi' }, email: 'Nora.Bassi@example.com', ...key },
      { refused: 'invalid-input' },
    ),
    example(
      'listConsumers',
      'sam',
      'support finds people by the beginnings of words',
      { text: 'nora bas', limit: 5 },
      {
        shows: { 'items.0.email': 'nora.bassi@example.com' },
      },
    ),
    example('listConsumers', 'ann', 'consumers do not list each other', {}, { refused: 'forbidden' }),
    example(
      'updateConsumer',
      'ann',
      'ann gets a second address',
      {
        consumerId,
        name: { first: 'Ann', last: 'Conti' },
        email: 'ann@example.com',
        addresses: [MONTI, PRATI],
        expectedVersion: number('annVersion'),
        ...key,
      },
      { shows: { version: 2, 'addresses.1.street': PRATI.street } },
    ),
    example(
      'updateConsumer',
      'ann',
      'version 1 is no longer the one that she would change',
      { consumerId, addresses: [], expectedVersion: 1, ...key },
      { refused: 'stale-version' },
    ),
  ],
};

export const BASKETS: Chapter = {
  context: 'basket',
  title: 'basket',
  examples: [
    example(
      'addToBasket',
      'ann',
      'two portions of tonnarelli, under a key of her own',
      { ...basket, menuItemId: DEMO_DISHES.tonnarelli, quantity: 2, idempotencyKey: 'anns-first-line' },
      { saves: { basketVersion: 'version' }, shows: { 'lines.0.quantity': 2 } },
    ),
    example(
      'addToBasket',
      'ann',
      'the same key stands for another line already',
      { ...basket, menuItemId: DEMO_DISHES.tiramisu, quantity: 1, idempotencyKey: 'anns-first-line' },
      { refused: 'idempotency-conflict' },
    ),
    example(
      'addToBasket',
      'ann',
      'artichokes are out of season',
      { ...basket, menuItemId: DEMO_DISHES.soldOut, quantity: 1, ...key },
      { refused: 'menu-item-unavailable' },
    ),
    example(
      'setBasketLine',
      'ann',
      'one portion will do',
      {
        ...basket,
        menuItemId: DEMO_DISHES.tonnarelli,
        quantity: 1,
        expectedVersion: number('basketVersion'),
        ...key,
      },
      { saves: { basketVersion: 'version' }, shows: { 'lines.0.quantity': 1 } },
    ),
    example('getBasket', 'ann', 'at the prices of now', basket, { shows: { 'lines.0.unitPrice.amount': 1350 } }),
    example('getBasket', 'bob', 'baskets are for their owners', basket, { refused: 'basket-not-found' }),
    example(
      'clearBasket',
      'ann',
      'or rather something else',
      { ...basket, expectedVersion: number('basketVersion'), ...key },
      { shows: { 'charges.subtotal.amount': 0 } },
    ),
    example(
      'addToBasket',
      'ann',
      'three portions of tiramisù',
      { ...basket, menuItemId: DEMO_DISHES.tiramisu, quantity: 3, ...key },
      { saves: { basketVersion: 'version' }, shows: { 'lines.0.total.amount': 1770 } },
    ),
    example(
      'checkoutBasket',
      'ann',
      'her card is declined, and nothing is lost',
      { ...basket, paymentToken: 'tok_declined', expectedVersion: number('basketVersion'), ...key },
      { refused: 'payment-declined' },
    ),
    example(
      'checkoutBasket',
      'ann',
      'the basket becomes an order',
      {
        ...basket,
        deliveryAddress: MONTI,
        deliveryNote: 'Ring twice, please.',
        paymentToken: 'tok_visa',
        expectedVersion: number('basketVersion'),
        ...key,
      },
      { saves: { orderId: 'id' }, shows: { state: 'APPROVED' } },
    ),
  ],
};

const anns = { consumerId, restaurantId, states: ['DELIVERED'] as const };

export const ORDERS: Chapter = {
  context: 'order',
  title: 'orders',
  examples: [
    example(
      'getOrder',
      'ann',
      'the one that is on its way',
      { orderId: DEMO_ORDERS.PICKED_UP },
      {
        shows: { state: 'PICKED_UP' },
      },
    ),
    example('getOrder', 'ann', "bob's does not exist for her", { orderId: BOBS_ORDER }, { refused: 'order-not-found' }),
    example(
      'getOrder',
      'anonymous',
      'orders are for those who sign in',
      { orderId: DEMO_ORDERS.PICKED_UP },
      {
        refused: 'unauthenticated',
      },
    ),
    example(
      'listOrders',
      'ann',
      'what luigi delivered this year, oldest first',
      {
        ...anns,
        placedFrom: '2026-01-01T00:00:00.000Z',
        placedTo: '2027-01-01T00:00:00.000Z',
        sort: 'placedAt',
        limit: 5,
      },
      { saves: { nextPage: 'page.next' }, shows: { 'items.4.state': 'DELIVERED' } },
    ),
    example(
      'listOrders',
      'ann',
      'the page after it',
      {
        ...anns,
        placedFrom: '2026-01-01T00:00:00.000Z',
        placedTo: '2027-01-01T00:00:00.000Z',
        sort: 'placedAt',
        limit: 5,
        after: text('nextPage'),
      },
      { shows: { 'items.4.state': 'DELIVERED' } },
    ),
    example(
      'getOrderDetails',
      'ann',
      'one screen: the order with all that belongs to it',
      { orderId: DEMO_ORDERS.PICKED_UP, parts: ORDER_PARTS },
      { shows: { 'courier.name': 'Dana Ferri', 'bill.paymentState': 'AUTHORIZED' } },
    ),
    example(
      'listOrderHistory',
      'ann',
      'what she ordered, newest first',
      { ...ann, limit: 5 },
      {
        shows: { 'items.0.restaurantName': 'Trattoria da Luigi' },
      },
    ),
    example(
      'placeOrder',
      'ann',
      'without a basket',
      {
        restaurantId,
        lines: [
          { menuItemId: DEMO_DISHES.tonnarelli, quantity: 2 },
          { menuItemId: DEMO_DISHES.tiramisu, quantity: 1 },
        ],
        deliveryAddress: MONTI,
        deliveryNote: 'Second courtyard, stairs B.',
        paymentToken: 'tok_visa',
        ...key,
      },
      { saves: { secondOrderId: 'id', secondOrderVersion: 'version' }, shows: { state: 'APPROVED' } },
    ),
    example(
      'reviseOrder',
      'ann',
      'more, and elsewhere, while luigi has not accepted',
      {
        orderId: text('secondOrderId'),
        lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 3 }],
        deliveryAddress: PRATI,
        deliveryNote: 'Leave it with the porter.',
        paymentToken: 'tok_visa',
        expectedVersion: number('secondOrderVersion'),
        ...key,
      },
      { saves: { secondOrderVersion: 'version' }, shows: { 'lineItems.0.quantity': 3 } },
    ),
    example(
      'cancelOrder',
      'ann',
      'or not at all',
      { orderId: text('secondOrderId'), expectedVersion: number('secondOrderVersion'), ...key },
      { shows: { state: 'CANCELLED' } },
    ),
    example(
      'cancelOrder',
      'ann',
      'what is on its way cannot be called back',
      { orderId: DEMO_ORDERS.PICKED_UP, expectedVersion: 5, ...key },
      { refused: 'order-not-cancellable' },
    ),
  ],
};
