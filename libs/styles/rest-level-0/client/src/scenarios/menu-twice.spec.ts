import { describe, expect, it } from 'vitest';
import { inShort, runAgainst } from '../../spec/fake-server.ts';
import { menuTwicePrograms } from './menu-twice.ts';

describe('a menu read twice at level 0', () => {
  it('is asked for twice in full, and shown as it was each time', async () => {
    let looks = 0;
    const perform = () => {
      looks += 1;
      return { items: [{ name: 'Tiramisù', price: { amount: 600 + looks, currency: 'EUR' }, available: true }] };
    };
    const ran = await runAgainst(perform, menuTwicePrograms.granular, { restaurantId: 'luigi' });
    expect(inShort(ran.exchanges)).toEqual([
      [[], 'getMenu'],
      [[1], 'getMenu'],
    ]);
    const dish = { name: 'Tiramisù', available: true };
    expect(ran.view.looks).toEqual([
      [{ ...dish, price: { amount: 601, currency: 'EUR' } }],
      [{ ...dish, price: { amount: 602, currency: 'EUR' } }],
    ]);
    expect(menuTwicePrograms.granular).toMatchObject({ knows: { names: ran.names } });
  });

  it('says why two looks are no batch, and that no operation tells of changes', () => {
    expect(menuTwicePrograms.composed).toEqual({ notApplicable: expect.stringContaining('after the first') });
    expect(menuTwicePrograms['purpose-built']).toEqual({ notApplicable: expect.stringContaining('has changed') });
  });
});
