import { PERSONAS, type InputOf } from '@rungs/application';
import type { Actor } from '@rungs/domain';
import { NOBODYS_ID } from './nobody.ts';
import type { Story } from './scene.ts';

const { ann, luigi } = PERSONAS;

const OPENED: InputOf<'openRestaurant'> = {
  name: 'Udon Asakusa',
  address: { street: 'Via Veneto 9', city: 'Roma', postalCode: '00187', country: 'IT' },
  location: { lat: 41.9075, lon: 12.4894 },
  cuisine: 'Japanese',
  currency: 'JPY',
};

/** What may not be said of a restaurant, one thing each. */
const WRONG: readonly Partial<Omit<InputOf<'openRestaurant'>, 'currency'>>[] = [
  { name: '' },
  { name: 'n'.repeat(101) },
  { cuisine: '' },
  { cuisine: 'c'.repeat(51) },
  { location: { lat: 90.5, lon: 12 } },
  { location: { lat: 41, lon: -180.5 } },
];

export const openingRestaurants: Story = async (scene) => {
  for (const as of ['ann', 'luigi', 'dana', 'anonymous'] as const) await scene.ask(as, 'openRestaurant', OPENED);
  for (const wrong of [...WRONG, { currency: 'XYZ' }, { currency: 'eur' }]) {
    await scene.ask('sam', 'openRestaurant', { ...OPENED, ...wrong });
  }
  await scene.ask('sam', 'openRestaurant', { ...OPENED, idempotencyKey: 'udon' });
  const restaurantId = scene.newest('restaurants');
  await scene.ask('sam', 'openRestaurant', { ...OPENED, idempotencyKey: 'udon' });
  await scene.ask('sam', 'openRestaurant', { ...OPENED, open: true, idempotencyKey: 'udon' });
  await scene.ask('anonymous', 'getRestaurant', { restaurantId });
  await scene.ask('anonymous', 'getMenu', { restaurantId });
  for (const text of ['asakusa', 'jap udon', 'x'.repeat(101)])
    await scene.ask('anonymous', 'listRestaurants', { text });

  // Its own staff writes its menu and opens it; prices have no decimals here.
  const staff: Actor = { role: 'restaurant', restaurantId };
  const noodles = { name: 'Kake udon', description: 'In broth', price: { amount: 890, currency: 'JPY' } };
  const items = [{ ...noodles, available: true, tags: ['noodles'] }];
  await scene.ask(staff, 'replaceMenu', { restaurantId, items, expectedVersion: 1 });
  const key = { consumerId: ann.consumerId, restaurantId };
  const [dish] = scene.model.menus.get(restaurantId) ?? [];
  await scene.ask('ann', 'addToBasket', { ...key, menuItemId: dish?.id ?? '', quantity: 3 });
  await scene.ask('ann', 'checkoutBasket', { ...key, expectedVersion: 1, paymentToken: 'tok_visa' });
  await scene.ask(staff, 'updateRestaurant', { restaurantId, open: true, expectedVersion: 2 });
  await scene.ask('ann', 'checkoutBasket', { ...key, expectedVersion: 1, paymentToken: 'tok_visa' });
  await scene.ask('ann', 'getBill', { orderId: scene.newest('cases') });
};

export const updatingRestaurants: Story = async (scene) => {
  const { restaurantId } = luigi;
  const held = scene.model.restaurants.get(restaurantId);
  let version = held?.version ?? 0;
  const change = (changes: Omit<InputOf<'updateRestaurant'>, 'restaurantId'>) => ({ restaurantId, ...changes });
  for (const as of ['ann', 'mei', 'dana', 'anonymous'] as const) {
    await scene.ask(as, 'updateRestaurant', change({ open: false, expectedVersion: version }));
  }
  await scene.ask('luigi', 'updateRestaurant', { restaurantId: NOBODYS_ID, open: false, expectedVersion: 1 });
  await scene.ask('luigi', 'updateRestaurant', change({ open: false }));
  await scene.ask('luigi', 'updateRestaurant', change({ open: false, expectedVersion: version + 7 }));
  for (const wrong of WRONG) {
    await scene.ask('luigi', 'updateRestaurant', change({ ...wrong, expectedVersion: version }));
  }
  await scene.ask('luigi', 'updateRestaurant', change({ open: false, expectedVersion: version }));
  await scene.ask('luigi', 'updateRestaurant', change({ open: false, expectedVersion: version }));
  await scene.ask('luigi', 'updateRestaurant', change({}));
  version += 1;
  await scene.ask('sam', 'updateRestaurant', change({ name: 'Da Luigi', cuisine: 'Pizza', expectedVersion: version }));
  version += 1;
  const { address, location } = OPENED;
  const move = change({ address, location, expectedVersion: version, idempotencyKey: 'move' });
  await scene.ask('luigi', 'updateRestaurant', move);
  await scene.ask('luigi', 'updateRestaurant', move);
  await scene.ask('luigi', 'updateRestaurant', { ...move, open: true });
  for (const open of [true, false]) {
    await scene.ask('anonymous', 'listRestaurants', { text: 'luigi', cuisine: 'Pizza', open });
  }
  await scene.ask('anonymous', 'getMenu', { restaurantId });
  await scene.ask('ann', 'getOrderDetails', { orderId: scene.newest('cases') });
};
