import { describe, expect, it } from 'vitest';
import { inShort, runAgainst } from '../../spec/fake-server.ts';
import { menuTwicePrograms } from './menu-twice.ts';

describe('a menu read twice at level 1', () => {
  it('is asked for twice in full, and shown as it was each time', async () => {
    let looks = 0;
    const perform = () => {
      looks += 1;
      return { items: [{ name: 'Tiramisù', price: { amount: 600 + looks, currency: 'EUR' }, available: true }] };
    };
    const ran = await runAgainst(perform, menuTwicePrograms.granular, { restaurantId: 'luigi' });
    expect(inShort(ran.exchanges)).toEqual([
      [[], '/level1/restaurants/luigi/menu', 'getMenu'],
      [[1], '/level1/restaurants/luigi/menu', 'getMenu'],
    ]);
    const dish = { name: 'Tiramisù', available: true };
    expect(ran.view.looks).toEqual([
      [{ ...dish, price: { amount: 601, currency: 'EUR' } }],
      [{ ...dish, price: { amount: 602, currency: 'EUR' } }],
    ]);
    expect(menuTwicePrograms.granular).toMatchObject({ knows: ran.used });
  });

  it('says why there is nothing to compose, and that no action tells of changes', () => {
    expect(menuTwicePrograms.composed).toEqual({ notApplicable: expect.stringContaining('one action') });
    expect(menuTwicePrograms['purpose-built']).toEqual({ notApplicable: expect.stringContaining('has changed') });
  });
});
