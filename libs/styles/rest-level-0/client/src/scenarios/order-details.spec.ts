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

const run = (mode: 'granular' | 'composed' | 'purpose-built', outcomes = OUTCOMES) =>
  runAgainst((method) => outcomes[method], orderDetailsPrograms[mode], { orderId: 'o' });

describe('the order details screen at level 0', () => {
  it('takes seven calls one by one, in two dependent round trips', async () => {
    const { exchanges } = await run('granular');
    expect(inShort(exchanges)).toEqual([
      [[], 'getOrder'],
      [[], 'getTicket'],
      [[], 'getDelivery'],
      [[], 'getBill'],
      [[1], 'getConsumer'],
      [[1], 'getRestaurant'],
      [[3], 'getCourier'],
    ]);
  });

  it('takes two batches, the second of which needs the ids in the first', async () => {
    const { exchanges } = await run('composed');
    expect(inShort(exchanges)).toEqual([
      [[], 'getOrder', 'getTicket', 'getDelivery', 'getBill'],
      [[1], 'getConsumer', 'getRestaurant', 'getCourier'],
    ]);
    expect(exchanges.every(({ batch }) => batch)).toBe(true);
  });

  it('takes one call that was made for it', async () => {
    const { exchanges } = await run('purpose-built');
    expect(inShort(exchanges)).toEqual([[[], 'getOrderDetails']]);
  });

  it('is the same however it was asked for', async () => {
    const { view } = await run('granular');
    expect(view).toMatchObject({ consumer: 'Ann Rossi', courier: { name: 'Dana' }, total: { amount: 1299 } });
    expect((await run('composed')).view).toEqual(view);
    expect((await run('purpose-built')).view).toEqual(view);
  });

  it('declares the operations that it calls, and no more', async () => {
    for (const mode of ['granular', 'composed', 'purpose-built'] as const) {
      expect(orderDetailsPrograms[mode]).toMatchObject({ knows: { names: (await run(mode)).names } });
    }
  });

  it('asks for no courier where the delivery has none', async () => {
    const waiting = { ...OUTCOMES, getDelivery: { state: 'PENDING' } };
    for (const mode of ['granular', 'composed'] as const) {
      const { names, view } = await run(mode, waiting);
      expect(names).not.toContain('getCourier');
      expect(view.courier).toBeNull();
    }
  });
});
