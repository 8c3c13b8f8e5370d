import { Refusal } from '@rungs/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { fixedClock, InMemoryWorld } from '../../spec/in-memory-world.ts';
import { aMenuItem, anOrderCase, aRestaurant } from '../../spec/order.mother.ts';
import { refusalOf } from '../../spec/refusal-of.ts';
import { DEMO_DISHES, PERSONAS } from '../demo.ts';
import type { ReviseOrderInput } from '../operations.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { ReviseOrder } from './revise-order.ts';

const { tonnarelli, tiramisu } = DEMO_DISHES;
const orderId = anOrderCase().order.id;
let world: InMemoryWorld;

beforeEach(() => {
  world = new InMemoryWorld();
  world.cases.set(orderId, anOrderCase());
  // Dearer than when the order was placed, and sold out since.
  world.menuItems = [
    aMenuItem({ price: { amount: 9999, currency: 'EUR' }, available: false }),
    aMenuItem({ id: tiramisu, name: 'Tiramisù', price: { amount: 590, currency: 'EUR' } }),
  ];
});

const revise = (asked: Partial<ReviseOrderInput>) =>
  new ReviseOrder(world, world, fixedClock).execute(PERSONAS.ann, { orderId, expectedVersion: 1, ...asked });

describe('revising an order', () => {
  it('prices surviving lines as copied and added ones as on the menu now, under a new authorization', async () => {
    const revised = await revise({
      lines: [
        { menuItemId: tonnarelli, quantity: 1 },
        { menuItemId: tiramisu, quantity: 2 },
      ],
    });
    // 1450 + 2 × 590 = 2630; fee 399; service 5 % = 131.5 → 132; tax 8 % of 2762 = 220.96 → 221.
    expect(revised).toMatchObject({ version: 2, state: 'APPROVED', total: { amount: 3382, currency: 'EUR' } });
    expect(world.cases.get(orderId)?.bill).toMatchObject({
      authorizationCode: 'auth-1',
      lines: [{ total: { amount: 1450 } }, { total: { amount: 1180 } }],
      total: { amount: 3382 },
    });
    expect(world.voided).toEqual([anOrderCase().bill.authorizationCode]);
  });

  it('raises the delivery’s version with a new address, and not without', async () => {
    const deliveryAddress = { street: 'Via Giulia 2', city: 'Roma', postalCode: '00186', country: 'IT' };
    await revise({ deliveryNote: 'Ring twice.' });
    expect(world.cases.get(orderId)).toMatchObject({
      order: { deliveryNote: 'Ring twice.' },
      delivery: { version: 1 },
    });
    await revise({ deliveryAddress, deliveryNote: '', expectedVersion: 2 });
    const { order, delivery } = world.cases.get(orderId) ?? anOrderCase();
    expect(delivery).toMatchObject({ version: 2, deliveryAddress });
    expect(order).toMatchObject({ version: 3, deliveryAddress });
    expect(order.deliveryNote).toBeUndefined();
  });

  it('succeeds without a change when the order is as asked, whatever version was seen', async () => {
    await revise({ lines: [{ menuItemId: tonnarelli, quantity: 2 }], expectedVersion: 7 });
    expect(world.events).toEqual([]);
    expect(world.authorized).toEqual([]);
  });

  it('succeeds again after the restaurant has accepted what was revised', async () => {
    const lines = [{ menuItemId: tonnarelli, quantity: 3 }];
    await revise({ lines });
    const revised = world.cases.get(orderId) ?? anOrderCase();
    world.cases.set(orderId, { ...revised, order: { ...revised.order, state: 'ACCEPTED' } });
    expect(await revise({ lines })).toMatchObject({ state: 'ACCEPTED', version: 2 });
    expect(await refusalOf(revise({ lines: [{ menuItemId: tonnarelli, quantity: 4 }] }))).toBe('order-not-revisable');
  });

  it('changes nothing when the new authorization is declined', async () => {
    const lines = [{ menuItemId: tonnarelli, quantity: 3 }];
    expect(await refusalOf(revise({ lines, paymentToken: 'tok_declined' }))).toBe('payment-declined');
    expect(world.cases.get(orderId)).toEqual(anOrderCase());
    expect(world.voided).toEqual([]);
  });

  it('gives back what its last attempt replaced, and not what one that was rolled back would have', async () => {
    const asked = { orderId, expectedVersion: 1, lines: [{ menuItemId: tonnarelli, quantity: 1 }] };
    const held = anOrderCase();
    const twice: UnitOfWork = {
      run: (command) =>
        world.run({
          ...command,
          work: async (transaction, prepared) => {
            // In the first attempt a rival has made the same revision; by the second it has taken that back.
            const [line] = held.order.lineItems;
            world.cases.set(orderId, { ...held, order: { ...held.order, lineItems: [{ ...line!, quantity: 1 }] } });
            await command.work(transaction, prepared);
            world.cases.set(orderId, held);
            return command.work(transaction, prepared);
          },
        }),
    };
    await new ReviseOrder(twice, world, fixedClock).execute(PERSONAS.ann, asked);
    expect(world.cases.get(orderId)?.bill.authorizationCode).toBe('auth-1');
    expect(world.voided).toEqual([held.bill.authorizationCode]);
  });

  it('succeeds though the authorization that it replaced cannot be given back now', async () => {
    world.void = () => Promise.reject(new Refusal('unavailable', { part: 'The provider', retryAfterSeconds: 5 }));
    expect(await revise({ paymentToken: 'tok_visa', deliveryNote: 'Ring twice.' })).toMatchObject({ version: 2 });
  });

  it('needs an open restaurant and an available dish for added lines only', async () => {
    const added = [{ menuItemId: tiramisu, quantity: 1 }];
    world.restaurants = [aRestaurant({ open: false })];
    expect(await refusalOf(revise({ lines: added }))).toBe('restaurant-closed');
    expect(await revise({ lines: [{ menuItemId: tonnarelli, quantity: 1 }] })).toMatchObject({ version: 2 });
  });

  it('refuses in the fixed order: state, version, input', async () => {
    expect(await refusalOf(revise({ lines: [], expectedVersion: undefined }))).toBe('version-required');
    expect(await refusalOf(revise({ lines: [], expectedVersion: 3 }))).toBe('stale-version');
    expect(await refusalOf(revise({ lines: [] }))).toBe('invalid-input');
    const held = anOrderCase();
    world.cases.set(orderId, { ...held, order: { ...held.order, state: 'ACCEPTED' } });
    expect(await refusalOf(revise({ lines: [], expectedVersion: 3 }))).toBe('order-not-revisable');
  });
});
