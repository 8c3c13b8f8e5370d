import { describe, expect, it } from 'vitest';
import { runAgainst } from '../../spec/fake-server.ts';
import { restaurantListPrograms } from './restaurant-list.ts';

describe('the restaurant list at level 0', () => {
  it('takes one call, of whose answer it shows two members', async () => {
    const items = [{ id: 'luigi', name: 'Da Luigi', cuisine: 'Italian', open: true }];
    const ran = await runAgainst(() => ({ items, page: {} }), restaurantListPrograms.granular, { limit: 20 });
    expect(ran.exchanges).toMatchObject([
      { dependsOn: [], calls: [{ method: 'listRestaurants', params: { limit: 20 } }] },
    ]);
    expect(ran.view).toEqual({ restaurants: [{ name: 'Da Luigi', cuisine: 'Italian' }] });
    expect(restaurantListPrograms.granular).toMatchObject({ knows: { names: ran.names } });
  });

  it('says why a batch would not help, and that nothing was made for it', () => {
    expect(restaurantListPrograms.composed).toEqual({ notApplicable: expect.stringContaining('one call already') });
    expect(restaurantListPrograms['purpose-built']).toEqual({
      notApplicable: expect.stringContaining('listRestaurants answers whole restaurants'),
    });
  });
});
