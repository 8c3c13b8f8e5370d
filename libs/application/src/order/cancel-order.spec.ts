import { isRefusal, type Actor, type RefusalCode } from '@rungs/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { fixedClock, InMemoryWorld } from '../../spec/in-memory-world.ts';
import { aCourier, anOrderCase } from '../../spec/order.mother.ts';
import { PERSONAS } from '../demo.ts';
import type { InputOf } from '../operations.ts';
import { InvalidInput } from '../unchecked.ts';
import { CancelOrder } from './cancel-order.ts';

const orderId = anOrderCase().order.id;
let world: InMemoryWorld;
let cancelOrder: CancelOrder;

beforeEach(() => {
  world = new InMemoryWorld();
  world.cases.set(orderId, anOrderCase());
  cancelOrder = new CancelOrder(world, world, fixedClock);
});

async function refusalOf(actor: Actor, expectedVersion?: number): Promise<RefusalCode> {
  const asked = cancelOrder.execute(actor, { orderId, expectedVersion });
  const error: unknown = await asked.catch((caught: unknown) => caught);
  if (!isRefusal(error)) throw new Error('was not refused');
  return error.code;
}

describe('cancelling an order', () => {
  it('cancels ticket and delivery with it, and gives the authorization back', async () => {
    await cancelOrder.execute(PERSONAS.ann, { orderId, expectedVersion: 1 });
    expect(world.cases.get(orderId)).toMatchObject({
      order: { state: 'CANCELLED', version: 2 },
      ticket: { state: 'CANCELLED', version: 2 },
      delivery: { state: 'CANCELLED', version: 2 },
      bill: { paymentState: 'VOIDED' },
    });
    expect(world.voided).toEqual(['auth-0']);
  });

  it('frees the courier of an accepted order', async () => {
    const held = anOrderCase();
    const courierId = PERSONAS.dana.courierId;
    world.cases.set(orderId, {
      ...held,
      order: { ...held.order, state: 'ACCEPTED' },
      delivery: { ...held.delivery, state: 'SCHEDULED', courierId },
    });
    world.couriers = [aCourier({ currentDeliveryId: orderId })];
    await cancelOrder.execute(PERSONAS.sam, { orderId, expectedVersion: 1 });
    expect(world.couriers).toEqual([aCourier({ version: 2 })]);
    expect(world.cases.get(orderId)?.delivery.courierId).toBeUndefined();
  });

  it('succeeds again for the same actor, even with the version of the first time, and changes nothing', async () => {
    const first = await cancelOrder.execute(PERSONAS.ann, { orderId, expectedVersion: 1 });
    expect(await cancelOrder.execute(PERSONAS.ann, { orderId, expectedVersion: 1 })).toEqual(first);
    expect(world.events).toHaveLength(1);
    expect(await refusalOf(PERSONAS.sam, 2)).toBe('order-not-cancellable');
  });

  it('refuses in the fixed order: not found, forbidden, state, version', async () => {
    expect(await refusalOf(PERSONAS.bob)).toBe('order-not-found');
    expect(await refusalOf(PERSONAS.luigi)).toBe('forbidden');
    expect(await refusalOf(PERSONAS.ann)).toBe('version-required');
    expect(await refusalOf(PERSONAS.ann, 9)).toBe('stale-version');
    const held = anOrderCase();
    world.cases.set(orderId, { ...held, order: { ...held.order, state: 'PICKED_UP' } });
    expect(await refusalOf(PERSONAS.ann, 9)).toBe('order-not-cancellable');
  });

  it('tells a version that cannot be read from one that is missing', async () => {
    const unreadable = new InvalidInput<InputOf<'cancelOrder'>>({ orderId }, [
      { path: '/expectedVersion', message: 'must be a whole number' },
    ]);
    const error: unknown = await cancelOrder.execute(PERSONAS.ann, unreadable).catch((caught: unknown) => caught);
    expect(isRefusal(error) && error.code).toBe('invalid-input');
  });
});
