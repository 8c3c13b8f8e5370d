import { describe, expect, it } from 'vitest';
import { ran } from '../../spec/noting-server.ts';
import { orderDetails } from './order-details.ts';

const ORDER = {
  state: 'PICKED_UP',
  placedAt: '2026-11-22T18:00:00.000Z',
  lineItems: [{ name: 'Tiramisù', quantity: 2 }],
  deliveryAddress: { street: 'Via Appia 1', city: 'Roma' },
};
const TICKET = { state: 'PICKED_UP', readyBy: null };
const DELIVERY = { state: 'PICKED_UP', estimatedAt: null, lastLocation: null };
const BILL = { total: { amount: 1299, currency: 'EUR' }, paymentState: 'AUTHORIZED' };
const CONSUMER = { name: { first: 'Ann', last: 'Rossi' } };
const RESTAURANT = { name: 'Da Luigi', address: { city: 'Roma' } };
const COURIER = { name: 'Dana', vehicle: 'BICYCLE' };

const ONE_BY_ONE = {
  OrderOfScreen: { order: { ...ORDER, consumerId: 'ann', restaurantId: 'luigi' } },
  TicketOfScreen: { ticket: TICKET },
  DeliveryOfScreen: { delivery: { ...DELIVERY, courierId: 'dana' } },
  BillOfScreen: { bill: BILL },
  ConsumerOfScreen: { consumer: CONSUMER },
  RestaurantOfScreen: { restaurant: RESTAURANT },
  CourierOfScreen: { courier: COURIER },
};
const PARTS = { consumer: CONSUMER, restaurant: RESTAURANT, ticket: TICKET, bill: BILL };
const nested = (courier: object | null, parts: object = PARTS) => ({
  OrderDetailsScreen: { order: { ...ORDER, ...parts, delivery: { ...DELIVERY, courier } } },
});
const task = { orderId: 'o' };

describe('the order details screen in GraphQL', () => {
  it('asks for what the order’s id serves at once, and for what that names as soon as it is known', async () => {
    const { exchanges } = await ran(orderDetails.granular, task, ONE_BY_ONE);
    expect(exchanges.map(({ operation, dependsOn, variables }) => [operation, dependsOn, variables['id']])).toEqual([
      ['OrderOfScreen', [], 'o'],
      ['TicketOfScreen', [], 'o'],
      ['DeliveryOfScreen', [], 'o'],
      ['BillOfScreen', [], 'o'],
      ['ConsumerOfScreen', [1], 'ann'],
      ['RestaurantOfScreen', [1], 'luigi'],
      ['CourierOfScreen', [3], 'dana'],
    ]);
  });

  it('is one nested query, which shows the same', async () => {
    const granular = await ran(orderDetails.granular, task, ONE_BY_ONE);
    const composed = await ran(orderDetails.composed, task, nested(COURIER));
    expect(composed.exchanges).toMatchObject([{ label: 'order', dependsOn: [], variables: { id: 'o' } }]);
    expect(composed.view).toEqual(granular.view);
    expect(composed.view).toMatchObject({ courier: COURIER, readyBy: null, total: { amount: 1299, currency: 'EUR' } });
  });

  it('asks for no courier, and shows none, while nobody is assigned', async () => {
    const unassigned = { ...ONE_BY_ONE, DeliveryOfScreen: { delivery: { ...DELIVERY, courierId: null } } };
    const { exchanges, view } = await ran(orderDetails.granular, task, unassigned);
    expect(exchanges).toHaveLength(6);
    expect(view.courier).toBeNull();
    expect((await ran(orderDetails.composed, task, nested(null))).view).toEqual(view);
  });

  it('does not show an order that lacks a part, or none at all', async () => {
    const hidden = nested(COURIER, { ...PARTS, bill: null });
    await expect(ran(orderDetails.composed, task, hidden)).rejects.toThrow('lacks a part');
    await expect(ran(orderDetails.composed, task, { OrderDetailsScreen: { order: null } })).rejects.toThrow('no order');
  });
});
