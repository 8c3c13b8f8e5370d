import { describe, expect, it } from 'vitest';
import { inShort, runAgainst, type Perform } from '../../spec/fake-server.ts';
import { orderHistoryPrograms } from './order-history.ts';

const TOTAL = { amount: 900, currency: 'EUR' };
const orderOf = (id: string, restaurantId: string) => ({
  id,
  restaurantId,
  placedAt: `2026-11-22T18:00:0${id}.000Z`,
  state: 'DELIVERED',
  lineItems: [{ quantity: 2 }, { quantity: Number(id) }],
  total: TOTAL,
});
const ORDERS = [orderOf('3', 'luigi'), orderOf('2', 'mei'), orderOf('1', 'luigi')];

const perform: Perform = (action, path) => {
  switch (action) {
    case 'listOrders':
      return { items: ORDERS, page: { next: 'cursor' } };
    case 'getRestaurant':
      return { name: `At ${path.slice('/level1/restaurants/'.length)}’s` };
    case 'getDelivery':
      return { state: path === '/level1/deliveries/2' ? 'CANCELLED' : 'DELIVERED' };
    default:
      return {
        items: ORDERS.map(({ id, restaurantId, placedAt, state, total }) => ({
          placedAt,
          state,
          total,
          itemCount: 2 + Number(id),
          restaurantName: `At ${restaurantId}’s`,
          deliveryState: id === '2' ? 'CANCELLED' : 'DELIVERED',
        })),
        page: {},
      };
  }
};

const run = (mode: 'granular' | 'purpose-built') =>
  runAgainst(perform, orderHistoryPrograms[mode], { consumerId: 'ann', limit: 3 });

describe('the order history at level 1', () => {
  it('takes the list, each restaurant once, and each delivery', async () => {
    const { exchanges } = await run('granular');
    expect(exchanges.map(({ label }) => label)).toEqual([
      'orders',
      'restaurant 1',
      'delivery 1',
      'restaurant 2',
      'delivery 2',
      'delivery 3',
    ]);
    expect(exchanges[0]?.members).toEqual({ consumerId: 'ann', limit: 3 });
    expect(inShort(exchanges)).toEqual([
      [[], '/level1/orders', 'listOrders'],
      [[1], '/level1/restaurants/luigi', 'getRestaurant'],
      [[1], '/level1/deliveries/3', 'getDelivery'],
      [[1], '/level1/restaurants/mei', 'getRestaurant'],
      [[1], '/level1/deliveries/2', 'getDelivery'],
      [[1], '/level1/deliveries/1', 'getDelivery'],
    ]);
  });

  it('cannot be composed, and says why', () => {
    expect(orderHistoryPrograms.composed).toEqual({ notApplicable: expect.stringContaining('joins several requests') });
  });

  it('takes one action that was made for it', async () => {
    const { exchanges } = await run('purpose-built');
    expect(inShort(exchanges)).toEqual([[[], '/level1/consumers/ann/order-history', 'listOrderHistory']]);
    expect(exchanges[0]?.members).toEqual({ limit: 3 });
  });

  it('is the same however it was asked for', async () => {
    const { view } = await run('granular');
    expect(view.orders.map(({ restaurant, itemCount, delivery }) => [restaurant, itemCount, delivery])).toEqual([
      ['At luigi’s', 5, 'DELIVERED'],
      ['At mei’s', 4, 'CANCELLED'],
      ['At luigi’s', 3, 'DELIVERED'],
    ]);
    expect((await run('purpose-built')).view).toEqual(view);
  });

  it('declares the addresses and actions that it uses, and no more', async () => {
    for (const mode of ['granular', 'purpose-built'] as const) {
      expect(orderHistoryPrograms[mode]).toMatchObject({ knows: (await run(mode)).used });
    }
  });
});
