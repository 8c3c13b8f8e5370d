import { describe, expect, it } from 'vitest';
import { runAgainst, type Perform } from '../../spec/fake-server.ts';
import { orderDishesPrograms } from './order-dishes.ts';

const LINES = [
  { menuItemId: 'tonnarelli', quantity: 2 },
  { menuItemId: 'tiramisu', quantity: 1 },
];
const TASK = {
  consumerId: 'bob',
  restaurantId: 'luigi',
  lines: LINES,
  paymentToken: 'tok',
  latestOrderId: undefined,
};
const ORDER = {
  state: 'APPROVED',
  lineItems: [{ name: 'Tonnarelli', quantity: 2 }],
  deliveryAddress: { street: 'Via Appia 1', city: 'Roma' },
  total: { amount: 2300, currency: 'EUR' },
};

/** A basket whose version rises with each dish, from where others left it. */
function server(): Perform {
  let version = 7;
  return (action) => (action === 'addToBasket' ? { version: (version += 1) } : ORDER);
}

const run = (mode: 'granular' | 'purpose-built') => runAgainst(server(), orderDishesPrograms[mode], TASK);

describe('ordering two dishes at level 1', () => {
  it('adds one after the other and checks out what was seen last, each change with a key of its own', async () => {
    const { exchanges } = await run('granular');
    const path = '/level1/consumers/bob/baskets/luigi';
    expect(exchanges).toMatchObject([
      { dependsOn: [], path, action: 'addToBasket', members: { ...LINES[0], idempotencyKey: 'key-1' } },
      { dependsOn: [1], path, action: 'addToBasket', members: { ...LINES[1], idempotencyKey: 'key-2' } },
      {
        dependsOn: [2],
        path,
        action: 'checkoutBasket',
        members: { paymentToken: 'tok', expectedVersion: 9, idempotencyKey: 'key-3' },
      },
    ]);
  });

  it('cannot be composed, and says why', () => {
    expect(orderDishesPrograms.composed).toEqual({ notApplicable: expect.stringContaining('joins several requests') });
  });

  it('places the order in one action, with a key', async () => {
    const { exchanges } = await run('purpose-built');
    expect(exchanges).toMatchObject([
      {
        dependsOn: [],
        path: '/level1/orders',
        action: 'placeOrder',
        members: { restaurantId: 'luigi', lines: LINES, paymentToken: 'tok', idempotencyKey: 'key-1' },
      },
    ]);
  });

  it('shows the same confirmation, and declares the addresses and actions that it uses', async () => {
    for (const mode of ['granular', 'purpose-built'] as const) {
      const { view, used } = await run(mode);
      expect(view).toEqual({
        state: 'APPROVED',
        dishes: [{ name: 'Tonnarelli', quantity: 2 }],
        deliverTo: 'Via Appia 1, Roma',
        total: { amount: 2300, currency: 'EUR' },
      });
      expect(orderDishesPrograms[mode]).toMatchObject({ knows: used });
    }
  });
});
