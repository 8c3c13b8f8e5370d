import { anAddress, restaurantsOf, sometimes, WRONG_PAGE_SIZES, type Scene, type Wish } from './wish.ts';

const everyRestaurant = ({ state }: Scene) => [...state.restaurants.keys()].map((restaurantId) => ({ restaurantId }));

const WRONG = [{ name: '' }, { cuisine: 'x'.repeat(51) }, { location: { lat: 91, lon: 12 } }];

const getRestaurant: Wish<'getRestaurant'> = { weight: 1, inputs: everyRestaurant };

const listRestaurants: Wish<'listRestaurants'> = {
  weight: 2,
  inputs: (scene) => [
    {
      ...sometimes(scene, 30, { text: scene.picks.of(['luigi', 'ital', 'mei house', 'café', '+']) }),
      ...sometimes(scene, 30, { cuisine: scene.picks.of(['Italian', 'Chinese']) }),
      ...sometimes(scene, 40, { open: scene.picks.chance(70) }),
      ...sometimes(scene, 30, { near: { lat: 41.9, lon: scene.picks.of([12.4, 12.5]) } }),
      ...sometimes(scene, 40, { limit: scene.picks.whole(1, 2) }),
    },
  ],
  spoilt: () => [...WRONG_PAGE_SIZES, { text: 'x'.repeat(101) }],
};

const openRestaurant: Wish<'openRestaurant'> = {
  weight: 2,
  inputs: (scene) => [
    {
      name: `${scene.picks.of(['Café', 'Bar', 'Pizzeria'])} ${scene.n}`,
      address: anAddress(scene),
      location: { lat: 41.9, lon: 12.45 },
      cuisine: scene.picks.of(['Italian', 'Korean']),
      currency: scene.picks.of(['EUR', 'JPY', 'KWD']),
      ...sometimes(scene, 60, { open: scene.picks.chance(80) }),
    },
  ],
  spoilt: () => [...WRONG, { currency: 'XYZ' }],
};

const updateRestaurant: Wish<'updateRestaurant'> = {
  weight: 4,
  inputs: (scene) =>
    restaurantsOf(scene).map((restaurantId) => {
      const open = scene.state.restaurants.get(restaurantId)?.open === true;
      return {
        restaurantId,
        // Nobody orders anything where everything is closed.
        ...(open && !scene.picks.chance(15) ? { name: `Renamed ${scene.n}` } : { open: !open }),
        ...sometimes(scene, 20, { address: anAddress(scene) }),
        ...sometimes(scene, 20, { cuisine: scene.picks.of(['Italian', 'Roman']) }),
        ...sometimes(scene, 10, { location: { lat: 41.88, lon: 12.48 } }),
      };
    }),
  spoilt: () => WRONG,
};

export const RESTAURANT_WISHES = { getRestaurant, listRestaurants, openRestaurant, updateRestaurant };
