import { expect, it } from 'vitest';
import { ran } from '../../spec/noting-server.ts';
import { menuTwice } from './menu-twice.ts';

it('looks at the menu, then looks again, and shows each time what it saw', async () => {
  const dish = { name: 'Tiramisù', price: { amount: 600, currency: 'EUR' }, available: true };
  const answers = {
    MenuOfScreen: [{ menu: { items: [dish] } }, { menu: { items: [{ ...dish, available: false }] } }],
  };
  const { exchanges, view } = await ran(menuTwice.granular, { restaurantId: 'luigi' }, answers);
  expect(exchanges.map(({ dependsOn, variables }) => [dependsOn, variables['id']])).toEqual([
    [[], 'luigi'],
    [[1], 'luigi'],
  ]);
  expect(view).toEqual({ looks: [[dish], [{ ...dish, available: false }]] });
});
