import { DEMO_DISHES } from '@rungs/application';
import {
  money,
  placeCase,
  type Address,
  type Consumer,
  type Courier,
  type MenuItem,
  type OrderState,
  type Restaurant,
} from '@rungs/domain';
import type { ModelCase, ModelState } from '../conformance/model-state.ts';
import { CAST } from './cast.ts';

// A world just large enough for both sides of every rule: so few couriers that they run short, a currency without
// decimals, a dish that is sold out and one that breaks the limit on an order's total, a restaurant that is closed.

const { ann, bob, carl, luigi, mei, rosa, dana, cleo, finn } = CAST;

const address = (street: string, postalCode: string): Address => ({ street, city: 'Roma', postalCode, country: 'IT' });

const CONSUMERS: readonly Consumer[] = [
  {
    id: ann.consumerId,
    version: 1,
    name: { first: 'Ann', last: 'Conti' },
    email: 'ann@example.com',
    addresses: [address('Via Appia 1', '00179'), address('Via Nazionale 7', '00184')],
  },
  {
    id: bob.consumerId,
    version: 3,
    name: { first: 'Bob', last: 'Marino' },
    email: 'bob@example.com',
    addresses: [address('Via Giulia 20', '00186')],
  },
  { id: carl.consumerId, version: 1, name: { first: 'Carl', last: 'Amato' }, email: 'carl@example.com', addresses: [] },
];

const LUIGIS: Restaurant = {
  id: luigi.restaurantId,
  version: 4,
  name: 'Trattoria da Luigi',
  address: address('Vicolo del Cinque 3', '00153'),
  location: { lat: 41.8897, lon: 12.4694 },
  cuisine: 'Italian',
  open: true,
  currency: 'EUR',
};
const MEIS: Restaurant = {
  id: mei.restaurantId,
  version: 1,
  name: 'Mei Dumpling House',
  address: address('Via Merulana 50', '00185'),
  location: { lat: 41.8937, lon: 12.4989 },
  cuisine: 'Chinese',
  open: true,
  currency: 'JPY',
};
const ROSAS: Restaurant = {
  id: rosa.restaurantId,
  version: 2,
  name: 'Osteria della Luna',
  address: address('Via dei Serpenti 9', '00184'),
  location: { lat: 41.8952, lon: 12.4908 },
  cuisine: 'Italian',
  open: false,
  currency: 'EUR',
};

let dishes = 0;

function dish(
  { currency }: Restaurant,
  name: string,
  amount: number,
  more: Partial<Pick<MenuItem, 'id' | 'available' | 'tags'>> = {},
): MenuItem {
  dishes += 1;
  return {
    id: `01900000-0000-7000-8000-00000000f1${String(dishes).padStart(2, '0')}`,
    version: 1,
    name,
    description: `${name}, as at home`,
    price: money(amount, currency),
    available: true,
    tags: [],
    ...more,
  };
}

const MENUS: readonly (readonly [Restaurant, readonly MenuItem[]])[] = [
  [
    LUIGIS,
    [
      dish(LUIGIS, 'Tonnarelli cacio e pepe', 1250, { id: DEMO_DISHES.tonnarelli, tags: ['pasta', 'vegetarian'] }),
      dish(LUIGIS, 'Tiramisù della casa', 590, { id: DEMO_DISHES.tiramisu, tags: ['dessert'] }),
      dish(LUIGIS, 'Carciofi alla giudia', 890, { id: DEMO_DISHES.soldOut, available: false }),
      dish(LUIGIS, 'Tagliolini al tartufo bianco', 99_000),
    ],
  ],
  [MEIS, [dish(MEIS, 'Xiao long bao', 1200), dish(MEIS, 'Cucumber salad', 455), dish(MEIS, 'Peking duck', 8001)]],
  [ROSAS, [dish(ROSAS, 'Saltimbocca', 1490), dish(ROSAS, 'Puntarelle', 777, { available: false })]],
];

const COURIERS: readonly Courier[] = [
  // Never seen, and so farther than everybody who was.
  { id: dana.courierId, version: 7, name: 'Dana Ferri', phone: '+390600000001', vehicle: 'SCOOTER', onDuty: true },
  {
    id: cleo.courierId,
    version: 1,
    name: 'Cleo Rossi',
    phone: '+390600000002',
    vehicle: 'BICYCLE',
    onDuty: true,
    lastLocation: { lat: 41.89, lon: 12.47, at: '2026-01-05T11:00:00.000Z' },
  },
  {
    id: finn.courierId,
    version: 2,
    name: 'Finn Greco',
    phone: '+390600000003',
    vehicle: 'CAR',
    onDuty: false,
    lastLocation: { lat: 41.894, lon: 12.498, at: '2026-01-05T10:00:00.000Z' },
  },
];

/** How the codes of authorizations begin that no provider gave. */
export const FIXTURE_AUTHORIZATION = 'auth_fixture_';

let orders = 0;

function order(
  consumer: Consumer,
  restaurant: Restaurant,
  menuItem: MenuItem,
  state: OrderState,
  more: Partial<Pick<ModelCase, 'ticket'>> = {},
): ModelCase {
  orders += 1;
  const placed = placeCase(
    {
      orderId: `01900000-0000-7000-8000-00000000e0${String(orders).padStart(2, '0')}`,
      consumerId: consumer.id,
      restaurant,
      menuItems: [menuItem],
      lines: [{ menuItemId: menuItem.id, quantity: 2 }],
      deliveryAddress: consumer.addresses[0] as Address,
      placedAt: `2026-01-05T11:0${orders}:00.000Z`,
    },
    `${FIXTURE_AUTHORIZATION}${orders}`,
  );
  return { ...placed, order: { ...placed.order, state }, track: [], ...more };
}

/** What no operation leads to: deliveries that wait beside free couriers, and the states that pass too quickly. */
function seededCases(): readonly ModelCase[] {
  orders = 0;
  const [annHerself, bobHimself] = CONSUMERS as [Consumer, Consumer];
  const [[, [tonnarelli]], [, [bao]]] = MENUS as unknown as [[Restaurant, [MenuItem]], [Restaurant, [MenuItem]]];
  const waiting = { readyBy: '2026-01-05T12:00:00.000Z', acceptedAt: '2026-01-05T11:30:00.000Z' };
  const cases = [
    order(bobHimself, MEIS, bao, 'ACCEPTED'),
    order(annHerself, LUIGIS, tonnarelli, 'READY_FOR_PICKUP'),
    order(annHerself, LUIGIS, tonnarelli, 'APPROVAL_PENDING'),
    order(annHerself, LUIGIS, tonnarelli, 'REVISION_PENDING'),
    order(bobHimself, LUIGIS, tonnarelli, 'CANCEL_PENDING'),
  ];
  const [accepted, ready] = cases as [ModelCase, ModelCase];
  accepted.ticket = { ...accepted.ticket, ...waiting, version: 2, state: 'ACCEPTED' };
  ready.ticket = {
    ...ready.ticket,
    ...waiting,
    version: 4,
    state: 'READY_FOR_PICKUP',
    preparingAt: '2026-01-05T11:40:00.000Z',
    readyAt: '2026-01-05T11:55:00.000Z',
  };
  return cases;
}

/** The oracle in the state of the fixture; each call makes one of its own. */
export function fixtureModel(): ModelState {
  return {
    consumers: new Map(CONSUMERS.map((consumer) => [consumer.id, consumer])),
    restaurants: new Map(MENUS.map(([restaurant]) => [restaurant.id, restaurant])),
    menus: new Map(MENUS.map(([{ id }, menu]) => [id, menu])),
    photos: new Map(),
    imports: new Map(),
    couriers: new Map(COURIERS.map((courier) => [courier.id, courier])),
    cases: new Map(seededCases().map((held) => [held.order.id, held])),
    baskets: new Map(),
    kept: new Map(),
  };
}
