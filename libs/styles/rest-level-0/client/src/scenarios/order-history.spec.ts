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

const perform: Perform = (method, params) => {
  switch (method) {
    case 'listOrders':
      return { items: ORDERS, page: { next: 'cursor' } };
    case 'getRestaurant':
      return { name: `At ${String(params['restaurantId'])}’s` };
    case 'getDelivery':
      return { state: params['orderId'] === '2' ? 'CANCELLED' : 'DELIVERED' };
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

const run = (mode: 'granular' | 'composed' | 'purpose-built', server = perform) =>
  runAgainst(server, orderHistoryPrograms[mode], { consumerId: 'ann', limit: 3 });

describe('the order history at level 0', () => {
  it('takes a call for the list, for each restaurant once, and for each delivery', async () => {
    const { exchanges } = await run('granular');
    expect(exchanges.map(({ label }) => label)).toEqual([
      'orders',
      'restaurant 1',
      'delivery 1',
      'restaurant 2',
      'delivery 2',
      'delivery 3',
    ]);
    expect(exchanges[0]?.calls).toEqual([{ method: 'listOrders', params: { consumerId: 'ann', limit: 3 } }]);
    expect(exchanges.slice(1).map(({ dependsOn, calls }) => [dependsOn, calls[0]?.params])).toEqual([
      [[1], { restaurantId: 'luigi' }],
      [[1], { orderId: '3' }],
      [[1], { restaurantId: 'mei' }],
      [[1], { orderId: '2' }],
      [[1], { orderId: '1' }],
    ]);
  });

  it('takes the list, and then a batch of all that it names', async () => {
    const { exchanges } = await run('composed');
    const all = ['getRestaurant', 'getRestaurant', 'getDelivery', 'getDelivery', 'getDelivery'];
    expect(inShort(exchanges)).toEqual([
      [[], 'listOrders'],
      [[1], ...all],
    ]);
  });

  it('takes one call that was made for it', async () => {
    const { exchanges } = await run('purpose-built');
    expect(inShort(exchanges)).toEqual([[[], 'listOrderHistory']]);
  });

  it('is the same however it was asked for', async () => {
    const { view } = await run('granular');
    expect(view.orders.map(({ restaurant, itemCount, delivery }) => [restaurant, itemCount, delivery])).toEqual([
      ['At luigi’s', 5, 'DELIVERED'],
      ['At mei’s', 4, 'CANCELLED'],
      ['At luigi’s', 3, 'DELIVERED'],
    ]);
    expect((await run('composed')).view).toEqual(view);
    expect((await run('purpose-built')).view).toEqual(view);
  });

  it('sends no empty batch where nothing was ordered', async () => {
    const nothing: Perform = () => ({ items: [], page: {} });
    for (const mode of ['granular', 'composed'] as const) {
      const { exchanges, view } = await run(mode, nothing);
      expect(inShort(exchanges)).toEqual([[[], 'listOrders']]);
      expect(view).toEqual({ orders: [] });
    }
  });

  it('declares the operations that it calls, and no more', async () => {
    for (const mode of ['granular', 'composed', 'purpose-built'] as const) {
      expect(orderHistoryPrograms[mode]).toMatchObject({ knows: { names: (await run(mode)).names } });
    }
  });
});
