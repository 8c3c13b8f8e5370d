import { RefusedError } from '@rungs/scenarios';
import { describe, expect, it } from 'vitest';
import { inShort, Refused, runAgainst, type Perform } from '../../spec/fake-server.ts';
import { orderDishesPrograms } from './order-dishes.ts';

const BASKET = { consumerId: 'bob', restaurantId: 'luigi' };
const LINES = [
  { menuItemId: 'tonnarelli', quantity: 2 },
  { menuItemId: 'tiramisu', quantity: 1 },
];
const TASK = { ...BASKET, lines: LINES, paymentToken: 'tok', latestOrderId: undefined };
const ORDER = {
  state: 'APPROVED',
  lineItems: [{ name: 'Tonnarelli', quantity: 2 }],
  deliveryAddress: { street: 'Via Appia 1', city: 'Roma' },
  total: { amount: 2300, currency: 'EUR' },
};

/** A basket whose version rises with each dish, from where others left it. */
function server(): Perform {
  let version = 7;
  return (method) => (method === 'addToBasket' ? { version: (version += 1) } : ORDER);
}

const run = (mode: 'granular' | 'composed' | 'purpose-built') => runAgainst(server(), orderDishesPrograms[mode], TASK);

describe('ordering two dishes at level 0', () => {
  it('adds one after the other and checks out what was seen last, each change with a key of its own', async () => {
    const { exchanges } = await run('granular');
    expect(exchanges.map(({ dependsOn, calls }) => ({ dependsOn, ...calls[0] }))).toEqual([
      { dependsOn: [], method: 'addToBasket', params: { ...BASKET, ...LINES[0], idempotencyKey: 'key-1' } },
      { dependsOn: [1], method: 'addToBasket', params: { ...BASKET, ...LINES[1], idempotencyKey: 'key-2' } },
      {
        dependsOn: [2],
        method: 'checkoutBasket',
        params: { ...BASKET, paymentToken: 'tok', expectedVersion: 9, idempotencyKey: 'key-3' },
      },
    ]);
  });

  it('adds both in a batch, and checks out with the version that its last call answered', async () => {
    const { exchanges } = await run('composed');
    expect(inShort(exchanges)).toEqual([
      [[], 'addToBasket', 'addToBasket'],
      [[1], 'checkoutBasket'],
    ]);
    expect(exchanges[0]?.calls.map(({ params }) => params)).toEqual([
      { ...BASKET, ...LINES[0], idempotencyKey: 'key-1' },
      { ...BASKET, ...LINES[1], idempotencyKey: 'key-2' },
    ]);
    expect(exchanges[1]?.calls[0]?.params).toMatchObject({ expectedVersion: 9, idempotencyKey: 'key-3' });
  });

  it('checks out nothing when a dish of the batch was refused', async () => {
    const called: string[] = [];
    const soldOut: Perform = (method, { menuItemId }) => {
      called.push(method);
      if (menuItemId === 'tonnarelli') throw new Refused('menu-item-unavailable');
      return { version: 8 };
    };
    await expect(runAgainst(soldOut, orderDishesPrograms.composed, TASK)).rejects.toThrow(RefusedError);
    expect(called).toEqual(['addToBasket', 'addToBasket']);
  });

  it('places the order in one call, with a key', async () => {
    const { exchanges } = await run('purpose-built');
    expect(exchanges).toMatchObject([
      {
        dependsOn: [],
        calls: [
          {
            method: 'placeOrder',
            params: { restaurantId: 'luigi', lines: LINES, paymentToken: 'tok', idempotencyKey: 'key-1' },
          },
        ],
      },
    ]);
  });

  it('shows the same confirmation, and declares the operations that it calls', async () => {
    for (const mode of ['granular', 'composed', 'purpose-built'] as const) {
      const { view, names } = await run(mode);
      expect(view).toEqual({
        state: 'APPROVED',
        dishes: [{ name: 'Tonnarelli', quantity: 2 }],
        deliverTo: 'Via Appia 1, Roma',
        total: { amount: 2300, currency: 'EUR' },
      });
      expect(orderDishesPrograms[mode]).toMatchObject({ knows: { names } });
    }
  });
});
