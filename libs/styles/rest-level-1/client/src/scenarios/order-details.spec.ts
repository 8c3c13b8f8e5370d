import { isApplicable, type Asking } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { orderDetailsPrograms } from './order-details.ts';

const ORDER = {
  state: 'PICKED_UP',
  placedAt: '2026-11-22T18:00:00.000Z',
  consumerId: 'ann',
  restaurantId: 'luigi',
  lineItems: [{ name: 'Tiramisù', quantity: 2 }],
  deliveryAddress: { street: 'Via Appia 1', city: 'Roma' },
};
const OUTCOMES: Record<string, object> = {
  getOrder: ORDER,
  getTicket: { state: 'PICKED_UP' },
  getDelivery: { state: 'PICKED_UP', courierId: 'dana' },
  getBill: { total: { amount: 1299, currency: 'EUR' }, paymentState: 'AUTHORIZED' },
  getConsumer: { name: { first: 'Ann', last: 'Rossi' } },
  getRestaurant: { name: 'Da Luigi', address: { city: 'Roma' } },
  getCourier: { name: 'Dana', vehicle: 'BICYCLE' },
};
const { getOrder, getTicket, getDelivery, getBill, getConsumer, getRestaurant, getCourier } = OUTCOMES;
OUTCOMES['getOrderDetails'] = {
  order: getOrder,
  ticket: getTicket,
  delivery: getDelivery,
  bill: getBill,
  consumer: getConsumer,
  restaurant: getRestaurant,
  courier: getCourier,
};

/** Answers each action, and notes each exchange. */
function notingServer(outcomes = OUTCOMES) {
  const exchanges: { dependsOn: readonly number[]; path: string; action: string }[] = [];
  const asking: Asking = {
    fetch: async (_label, dependsOn, url, init) => {
      const { action } = JSON.parse(String(init?.body)) as { action: string };
      exchanges.push({ dependsOn, path: new URL(url).pathname, action });
      const n = exchanges.length;
      return { n, response: new Response(JSON.stringify({ ok: true, result: outcomes[action] })) };
    },
  };
  return { exchanges, context: { baseUrl: 'http://rungs', asking } };
}

async function run(mode: 'granular' | 'purpose-built', outcomes?: Record<string, object>) {
  const { exchanges, context } = notingServer(outcomes);
  const program = orderDetailsPrograms[mode];
  if (!isApplicable(program)) throw new Error(program.notApplicable);
  return { exchanges, screen: await program(context, { orderId: 'o' }) };
}

describe('the order details screen at level 1', () => {
  it('takes seven resources one by one, in two dependent round trips', async () => {
    const { exchanges } = await run('granular');
    expect(exchanges.map(({ dependsOn, path, action }) => [...dependsOn, path, action])).toEqual([
      ['/level1/orders/o', 'getOrder'],
      ['/level1/tickets/o', 'getTicket'],
      ['/level1/deliveries/o', 'getDelivery'],
      ['/level1/orders/o/bill', 'getBill'],
      [1, '/level1/consumers/ann', 'getConsumer'],
      [1, '/level1/restaurants/luigi', 'getRestaurant'],
      [3, '/level1/couriers/dana', 'getCourier'],
    ]);
  });

  it('cannot be composed, and says why', () => {
    expect(orderDetailsPrograms.composed).toEqual({
      notApplicable: expect.stringContaining('one resource and one action'),
    });
  });

  it('takes one action that was made for it', async () => {
    const { exchanges } = await run('purpose-built');
    expect(exchanges).toEqual([{ dependsOn: [], path: '/level1/orders/o', action: 'getOrderDetails' }]);
  });

  it('is the same however it was asked for', async () => {
    const { screen } = await run('granular');
    expect(screen).toMatchObject({ consumer: 'Ann Rossi', courier: { name: 'Dana' }, total: { amount: 1299 } });
    expect((await run('purpose-built')).screen).toEqual(screen);
  });

  it('asks for no courier where the delivery has none', async () => {
    const { exchanges, screen } = await run('granular', { ...OUTCOMES, getDelivery: { state: 'PENDING' } });
    expect(exchanges.map(({ action }) => action)).not.toContain('getCourier');
    expect(screen.courier).toBeNull();
  });
});
