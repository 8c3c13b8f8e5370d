import { expect, it } from 'vitest';
import { ran } from '../../spec/noting-server.ts';
import { restaurantList } from './restaurant-list.ts';

it('asks for the two fields that the list shows, as many as it shows', async () => {
  const nodes = [{ name: 'Da Luigi', cuisine: 'Italian' }];
  const answers = { RestaurantsOfList: { restaurants: { nodes } } };
  const { exchanges, view } = await ran(restaurantList.granular, { limit: 20 }, answers);
  expect(view).toEqual({ restaurants: nodes });
  expect(exchanges).toMatchObject([{ dependsOn: [], variables: { first: 20 } }]);
});
