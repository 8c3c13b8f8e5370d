import { describe, expect, it } from 'vitest';
import { ran } from '../../spec/noting-server.ts';
import { orderHistory } from './order-history.ts';

const rowOf = (placedAt: string) => ({
  placedAt,
  state: 'DELIVERED',
  lineItems: [{ quantity: 2 }, { quantity: 1 }],
  total: { amount: 2400, currency: 'EUR' },
});
const shownAt = (placedAt: string, restaurant: string) => ({
  placedAt,
  state: 'DELIVERED',
  restaurant,
  itemCount: 3,
  total: { amount: 2400, currency: 'EUR' },
  delivery: 'DELIVERED',
});
const RESTAURANTS = { luigi: { name: 'Da Luigi' }, mei: { name: 'Mei’s' } };
const DELIVERY = { state: 'DELIVERED' };
const task = { consumerId: 'ann', limit: 20 };
const SCREEN = { orders: [shownAt('3', 'Da Luigi'), shownAt('2', 'Mei’s'), shownAt('1', 'Da Luigi')] };

const ONE_BY_ONE = {
  OrdersOfHistory: {
    orders: {
      nodes: [
        { orderId: 'c', restaurantId: 'luigi', ...rowOf('3') },
        { orderId: 'b', restaurantId: 'mei', ...rowOf('2') },
        { orderId: 'a', restaurantId: 'luigi', ...rowOf('1') },
      ],
    },
  },
  RestaurantOfHistory: [{ restaurant: RESTAURANTS.luigi }, { restaurant: RESTAURANTS.mei }],
  DeliveryOfHistory: { delivery: DELIVERY },
};

describe('the order history in GraphQL', () => {
  it('asks for the list, then for each restaurant once and for each delivery', async () => {
    const { exchanges, view } = await ran(orderHistory.granular, task, ONE_BY_ONE);
    expect(view).toEqual(SCREEN);
    expect(exchanges[0]).toMatchObject({ dependsOn: [], variables: { consumerId: 'ann', first: 20 } });
    expect(exchanges.slice(1).every(({ dependsOn }) => String(dependsOn) === '1')).toBe(true);
    expect(exchanges.slice(1).map(({ label, variables }) => [label, variables['id']])).toEqual([
      ['restaurant 1', 'luigi'],
      ['restaurant 2', 'mei'],
      ['delivery 1', 'c'],
      ['delivery 2', 'b'],
      ['delivery 3', 'a'],
    ]);
  });

  it('is one nested query, which shows the same', async () => {
    const nodes = [
      { ...rowOf('3'), restaurant: RESTAURANTS.luigi, delivery: DELIVERY },
      { ...rowOf('2'), restaurant: RESTAURANTS.mei, delivery: DELIVERY },
      { ...rowOf('1'), restaurant: RESTAURANTS.luigi, delivery: DELIVERY },
    ];
    const { exchanges, view } = await ran(orderHistory.composed, task, { OrderHistoryScreen: { orders: { nodes } } });
    expect(exchanges).toMatchObject([{ dependsOn: [], variables: { consumerId: 'ann', first: 20 } }]);
    expect(view).toEqual(SCREEN);
  });

  it('does not show a row that lacks a part', async () => {
    const nodes = [{ ...rowOf('3'), restaurant: RESTAURANTS.luigi, delivery: null }];
    const lacking = { OrderHistoryScreen: { orders: { nodes } } };
    await expect(ran(orderHistory.composed, task, lacking)).rejects.toThrow('lacks a part');
  });

  it('shows the same of the list that was made for it', async () => {
    const entryOf = (placedAt: string, restaurantName: string) => {
      const { state, total } = rowOf(placedAt);
      return { placedAt, state, restaurantName, itemCount: 3, total, deliveryState: 'DELIVERED' };
    };
    const nodes = [entryOf('3', 'Da Luigi'), entryOf('2', 'Mei’s'), entryOf('1', 'Da Luigi')];
    const { exchanges, view } = await ran(orderHistory['purpose-built'], task, {
      OrderHistory: { orderHistory: { nodes } },
    });
    expect(exchanges).toMatchObject([{ dependsOn: [], variables: { consumerId: 'ann', first: 20 } }]);
    expect(view).toEqual(SCREEN);
  });
});
