import { describe, expect, it } from 'vitest';
import { runAgainst } from '../../spec/fake-server.ts';
import { restaurantListPrograms } from './restaurant-list.ts';

describe('the restaurant list at level 1', () => {
  it('takes one action, of whose answer it shows two members', async () => {
    const items = [{ id: 'luigi', name: 'Da Luigi', cuisine: 'Italian', open: true }];
    const ran = await runAgainst(() => ({ items, page: {} }), restaurantListPrograms.granular, { limit: 20 });
    expect(ran.exchanges).toMatchObject([
      { dependsOn: [], path: '/level1/restaurants', action: 'listRestaurants', members: { limit: 20 } },
    ]);
    expect(ran.view).toEqual({ restaurants: [{ name: 'Da Luigi', cuisine: 'Italian' }] });
    expect(restaurantListPrograms.granular).toMatchObject({ knows: ran.used });
  });

  it('says why there is nothing to compose, and that nothing was made for it', () => {
    expect(restaurantListPrograms.composed).toEqual({ notApplicable: expect.stringContaining('one action') });
    expect(restaurantListPrograms['purpose-built']).toEqual({
      notApplicable: expect.stringContaining('listRestaurants answers whole restaurants'),
    });
  });
});
