import type { Noted, NotingServer, Prepared } from './noting-server.ts';

// A shop in which every scenario can be gone through once, as level 2 shows it.

const total = { amount: 2598, currency: 'EUR' };
const lineItems = [
  { menuItemId: 'dish/1', name: 'Tonnarelli', quantity: 2 },
  { menuItemId: 'dish/2', name: 'Tiramisù', quantity: 1 },
];
const order = (id: string, restaurantId: string, state = 'PICKED_UP') => ({
  id,
  version: 3,
  consumerId: 'ann',
  restaurantId,
  state,
  placedAt: `2026-11-22T18:00:0${id.at(-1)}.000Z`,
  lineItems,
  deliveryAddress: { street: 'Via Giulia 1', city: 'Roma' },
  total,
});
const ORDERS = [order('o/1', 'luigi'), order('o/2', 'mei'), order('o/3', 'luigi')] as const;
const restaurant = (name: string, cuisine: string) => ({ name, cuisine, address: { city: 'Roma' } });
const RESTAURANTS = { luigi: restaurant('Da Luigi', 'Roman'), mei: restaurant('Mei', 'Sichuan') };
const delivery = { state: 'PICKED_UP', estimatedAt: '2026-11-22T19:00:00.000Z', courierId: 'dana' };
const ticket = (state: string) => ({ state });
const CONSUMER = { name: { first: 'Ann', last: 'Moreau' } };
const COURIER = { name: 'Dana', vehicle: 'BICYCLE' };
const BILL = { total, paymentState: 'AUTHORIZED' };
const MENU = { items: [{ id: 'dish/1', name: 'Tonnarelli', price: total, available: true }] };
const page = (items: readonly unknown[]) => ({ items, page: {} });

/** The query of what a client chose of an answer: names after commas, as they are sent. */
const chosen = (...parameters: readonly (readonly [string, ...(readonly string[])])[]) =>
  parameters.map(([name, ...paths]) => `${name}=${paths.join(',')}`).join('&');
const DETAILS_CHOSEN = chosen(
  ['expand', 'consumer', 'restaurant', 'ticket', 'delivery.courier', 'bill'],
  [
    'fields',
    ...['state', 'placedAt', 'lineItems.name', 'lineItems.quantity', 'deliveryAddress.street', 'deliveryAddress.city'],
    ...['consumer.name', 'restaurant.name', 'restaurant.address.city', 'ticket.state', 'ticket.readyBy'],
    ...['delivery.state', 'delivery.estimatedAt', 'delivery.lastLocation.lat', 'delivery.lastLocation.lon'],
    ...['delivery.courier.name', 'delivery.courier.vehicle', 'bill.total', 'bill.paymentState'],
  ],
);
const HISTORY_CHOSEN = chosen(
  ['expand', 'restaurant', 'delivery'],
  ['fields', 'placedAt', 'state', 'lineItems.quantity', 'total', 'restaurant.name', 'delivery.state'],
);
const basket = (version: number) => ({ version, lines: [] });

const THINGS: Readonly<Record<string, unknown>> = {
  'GET /level2/orders/o%2F1': ORDERS[0],
  'GET /level2/tickets/o%2F1': ticket('PICKED_UP'),
  'GET /level2/deliveries/o%2F1': delivery,
  'GET /level2/deliveries/o%2F2': { state: 'DELIVERED' },
  'GET /level2/deliveries/o%2F3': { state: 'CANCELLED' },
  'GET /level2/orders/o%2F1/bill': BILL,
  'GET /level2/consumers/ann': CONSUMER,
  'GET /level2/restaurants/luigi': RESTAURANTS.luigi,
  'GET /level2/restaurants/mei': RESTAURANTS.mei,
  'GET /level2/couriers/dana': COURIER,
  'GET /level2/orders/o%2F1/details': {
    order: ORDERS[0],
    consumer: CONSUMER,
    restaurant: RESTAURANTS.luigi,
    ticket: ticket('PICKED_UP'),
    delivery,
    courier: COURIER,
    bill: BILL,
  },
  [`GET /level2/orders/o%2F1?${DETAILS_CHOSEN}`]: {
    ...ORDERS[0],
    consumer: CONSUMER,
    restaurant: RESTAURANTS.luigi,
    ticket: ticket('PICKED_UP'),
    delivery: { ...delivery, courier: COURIER },
    bill: BILL,
  },
  'GET /level2/orders?consumerId=ann&limit=3': page(ORDERS),
  [`GET /level2/orders?consumerId=ann&limit=3&${HISTORY_CHOSEN}`]: page([
    { ...ORDERS[0], restaurant: RESTAURANTS.luigi, delivery },
    { ...ORDERS[1], restaurant: RESTAURANTS.mei, delivery: { state: 'DELIVERED' } },
    { ...ORDERS[2], restaurant: RESTAURANTS.luigi, delivery: { state: 'CANCELLED' } },
  ]),
  'GET /level2/consumers/ann/order-history?limit=3': page(
    ['PICKED_UP', 'DELIVERED', 'CANCELLED'].map((deliveryState, at) => ({
      placedAt: ORDERS[at]?.placedAt,
      state: 'PICKED_UP',
      restaurantName: at === 1 ? 'Mei' : 'Da Luigi',
      itemCount: 3,
      total,
      deliveryState,
    })),
  ),
  'GET /level2/restaurants?limit=2': page([RESTAURANTS.luigi, RESTAURANTS.mei]),
  'GET /level2/restaurants?limit=2&fields=name,cuisine': page([RESTAURANTS.luigi, RESTAURANTS.mei]),
  'GET /level2/restaurants/luigi/menu': MENU,
  'GET /level2/restaurants/luigi/menu?fields=items.name,items.price,items.available': MENU,
  'POST /level2/consumers/bob/baskets/luigi/checkout': order('o/4', 'luigi', 'APPROVED'),
  'POST /level2/orders': order('o/4', 'luigi', 'APPROVED'),
  'PUT /level2/orders/new/cancellation': order('new', 'luigi', 'CANCELLED'),
  'PUT /level2/tickets/o%2F1/acceptance': ticket('ACCEPTED'),
  'PUT /level2/tickets/o%2F2/acceptance': ticket('PREPARING'),
  'POST /level2/ticket-acceptances': [
    // In another order than they were named in.
    { orderId: 'o/2', status: 200, ticket: ticket('PREPARING') },
    { orderId: 'o/1', status: 200, ticket: ticket('ACCEPTED') },
  ],
};

export function shop({ method, path }: Noted, { requests, pauses }: NotingServer): Prepared {
  switch (`${method} ${path}`) {
    case 'GET /level2/orders/waiting':
    case 'GET /level2/orders/waiting?fields=state':
      return { body: order('waiting', 'luigi', pauses < 2 ? 'APPROVED' : 'ACCEPTED') };
    case 'GET /level2/orders/new':
      return { headers: { etag: '"3.x"' }, body: order('new', 'luigi', 'APPROVED') };
    case 'GET /level2/orders/old':
      return { headers: { etag: '"7"' }, body: order('old', 'luigi', 'DELIVERED') };
    case 'PUT /level2/orders/old/cancellation':
      return { status: 409, body: { status: 409, code: 'order-not-cancellable', detail: 'Too late.' } };
    case 'POST /level2/consumers/bob/baskets/luigi/lines':
      return { body: basket(requests.length + 4) };
  }
  const body = THINGS[`${method} ${path}`];
  return body === undefined
    ? { status: 404, body: { code: 'operation-unknown', detail: `${method} ${path}` } }
    : { body };
}

const bobs = { consumerId: 'bob', restaurantId: 'luigi', paymentToken: 'tok_visa' };

/** What each scenario asks for in this shop. */
export const TASKS = {
  'order-details': { orderId: 'o/1' },
  'order-history': { consumerId: 'ann', limit: 3 },
  'restaurant-list': { limit: 2 },
  'menu-twice': { restaurantId: 'luigi' },
  'poll-order': { orderId: 'waiting', placedAt: '2026-11-22T18:00:00.000Z' },
  'order-dishes': { ...bobs, lines: lineItems.map(({ menuItemId, quantity }) => ({ menuItemId, quantity })) },
  'cancel-allowed': { orderId: 'new' },
  'cancel-refused': { orderId: 'old' },
  'accept-tickets': {
    tickets: [
      { orderId: 'o/1', version: 1 },
      { orderId: 'o/2', version: 5 },
    ],
    readyBy: '2026-11-22T18:30:00.000Z',
  },
};

const tonnarelli = { name: 'Tonnarelli', price: total, available: true };
const placed = { state: 'APPROVED', dishes: lineItems.map(({ name, quantity }) => ({ name, quantity })) };
const row = { state: 'PICKED_UP', itemCount: 3, total };

/** What each of them has to show for it. */
export const VIEWS = {
  'order-details': {
    state: 'PICKED_UP',
    placedAt: '2026-11-22T18:00:01.000Z',
    dishes: placed.dishes,
    deliverTo: 'Via Giulia 1, Roma',
    consumer: 'Ann Moreau',
    restaurant: 'Da Luigi',
    restaurantCity: 'Roma',
    kitchen: 'PICKED_UP',
    readyBy: null,
    delivery: 'PICKED_UP',
    estimatedAt: '2026-11-22T19:00:00.000Z',
    courierAt: null,
    courier: COURIER,
    total,
    payment: 'AUTHORIZED',
  },
  'order-history': {
    orders: [
      { ...row, placedAt: '2026-11-22T18:00:01.000Z', restaurant: 'Da Luigi', delivery: 'PICKED_UP' },
      { ...row, placedAt: '2026-11-22T18:00:02.000Z', restaurant: 'Mei', delivery: 'DELIVERED' },
      { ...row, placedAt: '2026-11-22T18:00:03.000Z', restaurant: 'Da Luigi', delivery: 'CANCELLED' },
    ],
  },
  'restaurant-list': {
    restaurants: [
      { name: 'Da Luigi', cuisine: 'Roman' },
      { name: 'Mei', cuisine: 'Sichuan' },
    ],
  },
  'menu-twice': { looks: [[tonnarelli], [tonnarelli]] },
  'poll-order': { before: 'APPROVED', after: 'ACCEPTED' },
  'order-dishes': { ...placed, deliverTo: 'Via Giulia 1, Roma', total },
  'cancel-allowed': { before: 'APPROVED', after: 'CANCELLED' },
  'cancel-refused': { state: 'DELIVERED', cancelled: false, learned: 'refused when tried' },
  'accept-tickets': { states: ['ACCEPTED', 'PREPARING'] },
};
