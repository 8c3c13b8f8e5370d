import { isRefusal, type RefusalCode } from '@rungs/domain';
import { beforeEach, describe, expect, it } from 'vitest';
import { countingIds, fixedClock, InMemoryWorld } from '../../spec/in-memory-world.ts';
import { aMenuItem } from '../../spec/order.mother.ts';
import { DEMO_DISHES, PERSONAS } from '../demo.ts';
import { AddToBasket } from './add-to-basket.ts';
import { CheckoutBasket } from './checkout-basket.ts';
import { ClearBasket } from './clear-basket.ts';
import { SetBasketLine } from './set-basket-line.ts';

const { ann } = PERSONAS;
const key = { consumerId: ann.consumerId, restaurantId: PERSONAS.luigi.restaurantId };
const { tonnarelli, tiramisu } = DEMO_DISHES;

let world: InMemoryWorld;
let add: AddToBasket;
let setLine: SetBasketLine;
let checkout: CheckoutBasket;

beforeEach(() => {
  world = new InMemoryWorld();
  world.menuItems.push(aMenuItem({ id: tiramisu, name: 'Tiramisu', price: { amount: 700, currency: 'EUR' } }));
  add = new AddToBasket(world, fixedClock);
  setLine = new SetBasketLine(world, fixedClock);
  checkout = new CheckoutBasket(world, world, fixedClock, countingIds());
});

async function codeOf(refused: Promise<unknown>): Promise<RefusalCode> {
  const error: unknown = await refused.catch((caught: unknown) => caught);
  if (!isRefusal(error)) throw new Error('was not refused');
  return error.code;
}

describe('a line that is set', () => {
  it('twice to the same changes nothing the second time, whatever version is named', async () => {
    const line = { ...key, menuItemId: tonnarelli, quantity: 2 };
    expect((await setLine.execute(ann, { ...line, expectedVersion: 0 })).version).toBe(1);
    expect((await setLine.execute(ann, { ...line, expectedVersion: 0 })).version).toBe(1);
    expect(world.events).toHaveLength(1);
    expect(await codeOf(setLine.execute(ann, { ...line, quantity: 3, expectedVersion: 0 }))).toBe('stale-version');
  });

  it('to 0 where there is none changes nothing', async () => {
    const none = { ...key, menuItemId: tonnarelli, quantity: 0, expectedVersion: 0 };
    expect((await setLine.execute(ann, none)).version).toBe(0);
    expect(world.events).toHaveLength(0);
  });
});

describe('a basket without lines', () => {
  it('costs nothing, offers no checkout and is refused one', async () => {
    await add.execute(ann, { ...key, menuItemId: tonnarelli, quantity: 1 });
    const cleared = await new ClearBasket(world, fixedClock).execute(ann, { ...key, expectedVersion: 1 });
    expect(cleared.charges.total).toEqual({ amount: 0, currency: 'EUR' });
    expect(cleared.actions).toEqual(['addToBasket']);
    const asked = { ...key, expectedVersion: 2, paymentToken: 'tok_visa' };
    expect(await codeOf(checkout.execute(ann, asked))).toBe('basket-empty');
  });
});

describe('a dish that left the menu', () => {
  beforeEach(async () => {
    await add.execute(ann, { ...key, menuItemId: tonnarelli, quantity: 1 });
  });

  it('left the basket with it: what is shown is what is ordered', async () => {
    const shown = await add.execute(ann, { ...key, menuItemId: tiramisu, quantity: 1 });
    world.menuItems = world.menuItems.filter(({ id }) => id !== tonnarelli);
    const order = await checkout.execute(ann, { ...key, expectedVersion: shown.version, paymentToken: 'tok_visa' });
    expect(order.lineItems.map(({ menuItemId }) => menuItemId)).toEqual([tiramisu]);
    // 700 + 399 + 35 + 8 % of 735 (58.8).
    expect(order.total.amount).toBe(1193);
  });

  it('leaves nothing to check out where it was all there was', async () => {
    world.menuItems = [];
    const asked = { ...key, expectedVersion: 1, paymentToken: 'tok_visa' };
    expect(await codeOf(checkout.execute(ann, asked))).toBe('basket-empty');
  });
});
