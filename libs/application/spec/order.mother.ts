import { placeCase, type Consumer, type Courier, type MenuItem, type OrderCase, type Restaurant } from '@rungs/domain';
import { DEMO_DISHES, PERSONAS } from '../src/demo.ts';

// Small, plain things for specs that need no database. Each can be varied by what a spec cares about.

const address = { street: 'Via dei Giubbonari 21', city: 'Roma', postalCode: '00186', country: 'IT' };

export const aConsumer = (changed: Partial<Consumer> = {}): Consumer => ({
  id: PERSONAS.ann.consumerId,
  version: 1,
  name: { first: 'Ann', last: 'Moreau' },
  email: 'ann@example.com',
  addresses: [{ ...address, street: 'Via Giulia 1' }],
  ...changed,
});

export const aRestaurant = (changed: Partial<Restaurant> = {}): Restaurant => ({
  id: PERSONAS.luigi.restaurantId,
  version: 1,
  name: 'Da Luigi',
  address,
  location: { lat: 41.8955, lon: 12.4723 },
  cuisine: 'Italian',
  open: true,
  currency: 'EUR',
  ...changed,
});

export const aMenuItem = (changed: Partial<MenuItem> = {}): MenuItem => ({
  id: DEMO_DISHES.tonnarelli,
  version: 1,
  name: 'Tonnarelli cacio e pepe',
  description: 'Pecorino, black pepper, nothing else.',
  price: { amount: 1450, currency: 'EUR' },
  available: true,
  tags: ['pasta'],
  ...changed,
});

/** Dana, on duty and free, seen at the Pantheon. */
export const aCourier = (changed: Partial<Courier> = {}): Courier => ({
  id: PERSONAS.dana.courierId,
  version: 1,
  name: 'Dana Ferri',
  phone: '+390612345678',
  vehicle: 'SCOOTER',
  onDuty: true,
  lastLocation: { lat: 41.8986, lon: 12.4769, at: '2026-11-01T11:00:00.000Z' },
  ...changed,
});

/** An order of ann's for two portions, just placed. */
export const anOrderCase = (orderId = '01900000-0000-7000-8000-0000000000aa'): OrderCase =>
  placeCase(
    {
      orderId,
      consumerId: aConsumer().id,
      restaurant: aRestaurant(),
      menuItems: [aMenuItem()],
      lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 2 }],
      deliveryAddress: address,
      placedAt: '2026-11-01T12:00:00.000Z',
    },
    'auth-0',
  );
