import { describe, expect, it } from 'vitest';
import { inShort, runAgainst } from '../../spec/fake-server.ts';
import { orderDetailsPrograms } from './order-details.ts';

const PARTS = {
  order: {
    state: 'PICKED_UP',
    placedAt: '2026-11-22T18:00:00.000Z',
    consumerId: 'ann',
    restaurantId: 'luigi',
    lineItems: [{ name: 'Tiramisù', quantity: 2 }],
    deliveryAddress: { street: 'Via Appia 1', city: 'Roma' },
  },
  ticket: { state: 'PICKED_UP' },
  delivery: { state: 'PICKED_UP', courierId: 'dana' },
  bill: { total: { amount: 1299, currency: 'EUR' }, paymentState: 'AUTHORIZED' },
  consumer: { name: { first: 'Ann', last: 'Rossi' } },
  restaurant: { name: 'Da Luigi', address: { city: 'Roma' } },
  courier: { name: 'Dana', vehicle: 'BICYCLE' },
};
const OUTCOMES: Readonly<Record<string, object>> = {
  getOrder: PARTS.order,
  getTicket: PARTS.ticket,
  getDelivery: PARTS.delivery,
  getBill: PARTS.bill,
  getConsumer: PARTS.consumer,
  getRestaurant: PARTS.restaurant,
  getCourier: PARTS.courier,
  getOrderDetails: PARTS,
};

const run = (mode: 'granular' | 'purpose-built', outcomes = OUTCOMES) =>
  runAgainst((action) => outcomes[action], orderDetailsPrograms[mode], { orderId: 'o' });

describe('the order details screen at level 1', () => {
  it('takes seven resources one by one, in two dependent round trips', async () => {
    const { exchanges } = await run('granular');
    expect(inShort(exchanges)).toEqual([
      [[], '/level1/orders/o', 'getOrder'],
      [[], '/level1/tickets/o', 'getTicket'],
      [[], '/level1/deliveries/o', 'getDelivery'],
      [[], '/level1/orders/o/bill', 'getBill'],
      [[1], '/level1/consumers/ann', 'getConsumer'],
      [[1], '/level1/restaurants/luigi', 'getRestaurant'],
      [[3], '/level1/couriers/dana', 'getCourier'],
    ]);
  });

  it('cannot be composed, and says why', () => {
    expect(orderDetailsPrograms.composed).toEqual({
      notApplicable: expect.stringContaining('one resource and one action'),
    });
  });

  it('takes one action that was made for it', async () => {
    const { exchanges } = await run('purpose-built');
    expect(inShort(exchanges)).toEqual([[[], '/level1/orders/o', 'getOrderDetails']]);
  });

  it('is the same however it was asked for', async () => {
    const { view } = await run('granular');
    expect(view).toMatchObject({ consumer: 'Ann Rossi', courier: { name: 'Dana' }, total: { amount: 1299 } });
    expect((await run('purpose-built')).view).toEqual(view);
  });

  it('declares the addresses and actions that it uses, and no more', async () => {
    for (const mode of ['granular', 'purpose-built'] as const) {
      expect(orderDetailsPrograms[mode]).toMatchObject({ knows: (await run(mode)).used });
    }
  });

  it('asks for no courier where the delivery has none', async () => {
    const { used, view } = await run('granular', { ...OUTCOMES, getDelivery: { state: 'PENDING' } });
    expect(used.names).not.toContain('getCourier');
    expect(view.courier).toBeNull();
  });
});
