import { isRefusal, type Actor, type RefusalCode } from '@rungs/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { countingIds, fixedClock, InMemoryWorld } from '../../spec/in-memory-world.ts';
import { aMenuItem, aRestaurant } from '../../spec/order.mother.ts';
import { CLOSED_RESTAURANT, PERSONAS } from '../demo.ts';
import type { PlaceOrderInput } from '../operations.ts';
import { InvalidInput } from '../unchecked.ts';
import { PlaceOrder } from './place-order.ts';

let world: InMemoryWorld;
let placeOrder: PlaceOrder;

const input: PlaceOrderInput = {
  restaurantId: PERSONAS.luigi.restaurantId,
  lines: [{ menuItemId: aMenuItem().id, quantity: 2 }],
  paymentToken: 'tok_visa',
};

beforeEach(() => {
  world = new InMemoryWorld();
  placeOrder = new PlaceOrder(world, world, fixedClock, countingIds());
});

async function refusalOf(actor: Actor, asked: PlaceOrderInput | InvalidInput<PlaceOrderInput>): Promise<RefusalCode> {
  const error: unknown = await placeOrder.execute(actor, asked).catch((caught: unknown) => caught);
  if (!isRefusal(error)) throw new Error('was not refused');
  return error.code;
}

describe('placing an order', () => {
  it('approves it at the menu’s prices, to the consumer’s first address', async () => {
    const order = await placeOrder.execute(PERSONAS.ann, input);
    expect(order).toMatchObject({ state: 'APPROVED', version: 1, deliveryAddress: { street: 'Via Giulia 1' } });
    // 2900 + 399 + 145 + 8 % of 3045 (243.6).
    expect(order.total).toEqual({ amount: 3688, currency: 'EUR' });
    expect(world.cases.get(order.id)?.bill).toMatchObject({ paymentState: 'AUTHORIZED', authorizationCode: 'auth-1' });
  });

  it('refuses in the fixed order: sign-in, not found, forbidden, closed, invalid', async () => {
    const wrong = new InvalidInput<PlaceOrderInput>(input, [{ path: '/lines', message: 'must be a list' }]);
    expect(await refusalOf({ role: 'anonymous' }, wrong)).toBe('unauthenticated');
    expect(await refusalOf(PERSONAS.luigi, { ...input, restaurantId: CLOSED_RESTAURANT })).toBe('restaurant-not-found');
    expect(await refusalOf(PERSONAS.luigi, wrong)).toBe('forbidden');
    world.restaurants = [aRestaurant({ open: false })];
    expect(await refusalOf(PERSONAS.ann, wrong)).toBe('restaurant-closed');
    world.restaurants = [aRestaurant()];
    expect(await refusalOf(PERSONAS.ann, wrong)).toBe('invalid-input');
    expect(world.authorized).toEqual([]);
  });

  it('gives the authorization back when the price moved before the transaction', async () => {
    const authorize = world.authorize.bind(world);
    world.authorize = (token) => {
      world.menuItems = [aMenuItem({ price: { amount: 1500, currency: 'EUR' } })];
      return authorize(token);
    };
    expect(await refusalOf(PERSONAS.ann, input)).toBe('unavailable');
    expect(world.voided).toEqual(['auth-1']);
    expect(world.cases.size).toBe(0);
  });

  it('does not take a request put right for the refused one that had the same key', async () => {
    // Nothing is missing from what could be read: the request had a member too many.
    const uninvited = new InvalidInput<PlaceOrderInput>({ ...input, idempotencyKey: 'k' }, [
      { path: '/state', message: 'is not yours to set' },
    ]);
    expect(await refusalOf(PERSONAS.ann, uninvited)).toBe('invalid-input');
    expect(await refusalOf(PERSONAS.ann, { ...input, idempotencyKey: 'k' })).toBe('idempotency-conflict');
  });

  it('answers the same key with the same order', async () => {
    const first = await placeOrder.execute(PERSONAS.ann, { ...input, idempotencyKey: 'k' });
    expect(await placeOrder.execute(PERSONAS.ann, { ...input, idempotencyKey: 'k' })).toEqual(first);
    expect(await refusalOf(PERSONAS.ann, { ...input, deliveryNote: 'other', idempotencyKey: 'k' })).toBe(
      'idempotency-conflict',
    );
  });
});
