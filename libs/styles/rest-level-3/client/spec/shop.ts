import type { Noted, NotingServer, Prepared } from './noting-server.ts';

// A shop in which every scenario can be gone through once, as level 3 shows it. Its addresses are none that any style of
// ours has: who gets around in here follows what is offered.

const link = (href: string) => ({ href });
const templated = (href: string) => ({ href, templated: true });
const hidden = (name: string, value: string) => ({ name, type: 'hidden', value });
const form = (method: string, target: string, properties: readonly object[]) => ({
  title: 'A form',
  method,
  target,
  contentType: 'application/json',
  properties,
});

const total = { amount: 2598, currency: 'EUR' };
const lineItems = [
  { menuItemId: 'dish/1', name: 'Tonnarelli', quantity: 2 },
  { menuItemId: 'dish/2', name: 'Tiramisù', quantity: 1 },
];
const order = (id: string, place: string, state = 'PICKED_UP') => ({
  id,
  state,
  placedAt: `2026-11-22T18:00:0${id.at(-1)}.000Z`,
  lineItems,
  deliveryAddress: { street: 'Via Giulia 1', city: 'Roma' },
  total,
  _links: {
    self: link(`/a/${id}`),
    'rungs:order-details': link(`/b/${id}`),
    'rungs:ticket': link(`/c/${id}`),
    'rungs:delivery': link(`/d/${id}`),
    'rungs:bill': link(`/e/${id}`),
    'rungs:consumer': link('/f/ann'),
    'rungs:restaurant': link(`/g/${place}`),
  },
});
const ORDERS = [order('o1', 'luigi'), order('o2', 'mei'), order('o3', 'luigi')] as const;
const restaurant = (name: string, cuisine: string) => ({
  name,
  cuisine,
  address: { city: 'Roma' },
  _links: { 'rungs:menu': link(`/m/${name}`), 'rungs:basket': link('/n/empty') },
});
const RESTAURANTS = { luigi: restaurant('Luigi', 'Roman'), mei: restaurant('Mei', 'Sichuan') };
const DELIVERY = {
  state: 'PICKED_UP',
  estimatedAt: '2026-11-22T19:00:00.000Z',
  _links: { 'rungs:courier': link('/h/dana') },
};
const CONSUMER = { name: { first: 'Ann', last: 'Moreau' } };
const COURIER = { name: 'Dana', vehicle: 'BICYCLE' };
const BILL = { total, paymentState: 'AUTHORIZED' };
const DISHES = [{ id: 'dish/1', name: 'Tonnarelli', price: total, available: true }];
/** Resources behind links: with the list where it is asked to embed them, or else where its links say. */
const list = (item: readonly object[], others: object = {}) => ({ ...others, [ITEMS]: item });
const ITEMS = Symbol('items');
/** Outcomes and entries, which have no address. */
const rows = (item: readonly object[], others: object = {}) => ({ _embedded: { item }, ...others });

const basket = (filled: number) => ({
  lines: [],
  _templates: {
    addToBasket: form('POST', '/n/add', [
      { name: 'menuItemId', required: true },
      { name: 'quantity', type: 'number', required: true, value: '1' },
      hidden('idempotencyKey', `add-${filled}`),
    ]),
    ...(filled > 0 && {
      checkoutBasket: form('POST', '/n/order', [
        { name: 'paymentToken', required: true },
        { name: 'deliveryAddress.street' },
        { name: 'deliveryNote', type: 'textarea' },
        { ...hidden('version', String(filled + 4)), required: true },
        hidden('idempotencyKey', `order-${filled}`),
      ]),
    }),
  },
});

const ticket = (orderId: string, state = 'AWAITING_ACCEPTANCE') => ({
  orderId,
  state,
  _links: { self: link(`/c/${orderId}`) },
});
const acceptTicket = (orderId: string) =>
  form('PUT', `/c/${orderId}/yes`, [
    { name: 'readyBy', required: true, minLength: 20 },
    { ...hidden('version', '1'), required: true },
    hidden('idempotencyKey', `ticket-${orderId}`),
  ]);
const awaiting = (orderId: string) => ({
  ...ticket(orderId),
  _templates: { acceptTicket: acceptTicket(orderId) },
});
const tickets = (orderIds: readonly string[], others: object) =>
  list(
    orderIds.map((orderId) => awaiting(orderId)),
    {
      ...others,
      _templates: {
        acceptTickets: form('POST', '/k/yes', [
          ...orderIds.flatMap((orderId, at) => [
            hidden(`tickets.${at}.orderId`, orderId),
            hidden(`tickets.${at}.expectedVersion`, String(at + 1)),
            { name: `tickets.${at}.readyBy`, minLength: 20 },
          ]),
          hidden('idempotencyKey', `tickets-${orderIds.join('-')}`),
        ]),
      },
    },
  );
const acceptance = (orderId: string) => ({
  orderId,
  status: 200,
  _embedded: { 'rungs:ticket': ticket(orderId, 'ACCEPTED') },
});

const THINGS: Readonly<Record<string, unknown>> = {
  'GET /level3': {
    _links: {
      'rungs:order': templated('/a/{orderId}'),
      'rungs:orders': templated('/a{?consumerId,limit}'),
      'rungs:order-history': templated('/b{?consumerId,limit}'),
      'rungs:restaurants': templated('/g{?limit}'),
      'rungs:restaurant': templated('/g/{restaurantId}'),
      'rungs:tickets': templated('/k{?states,limit}'),
    },
  },
  'GET /a/o1': ORDERS[0],
  'GET /b/o1': {
    _embedded: {
      'rungs:order': ORDERS[0],
      'rungs:consumer': CONSUMER,
      'rungs:restaurant': RESTAURANTS.luigi,
      'rungs:ticket': { state: 'PICKED_UP' },
      'rungs:delivery': DELIVERY,
      'rungs:courier': COURIER,
      'rungs:bill': BILL,
    },
  },
  'GET /c/o1': ticket('o1', 'PICKED_UP'),
  'GET /d/o1': DELIVERY,
  'GET /d/o2': { state: 'DELIVERED' },
  'GET /d/o3': { state: 'CANCELLED' },
  'GET /e/o1': BILL,
  'GET /f/ann': CONSUMER,
  'GET /g/luigi': RESTAURANTS.luigi,
  'GET /g/mei': RESTAURANTS.mei,
  'GET /h/dana': COURIER,
  'GET /a?consumerId=ann&limit=3': list(ORDERS),
  'GET /b?consumerId=ann&limit=3': rows(
    ['PICKED_UP', 'DELIVERED', 'CANCELLED'].map((deliveryState, at) => ({
      placedAt: ORDERS[at]?.placedAt,
      state: 'PICKED_UP',
      restaurantName: at === 1 ? 'Mei' : 'Luigi',
      itemCount: 3,
      total,
      deliveryState,
    })),
  ),
  'GET /g?limit=2': list([RESTAURANTS.luigi, RESTAURANTS.mei]),
  'GET /m/Luigi': list(DISHES),
  'GET /n/empty': basket(0),
  'POST /n/order': order('o4', 'luigi', 'APPROVED'),
  'GET /a/new': {
    ...order('new', 'luigi', 'APPROVED'),
    _templates: { cancelOrder: form('PUT', '/a/new/no', [{ ...hidden('version', '3'), required: true }]) },
  },
  'PUT /a/new/no': order('new', 'luigi', 'CANCELLED'),
  'GET /a/old': order('old', 'luigi', 'DELIVERED'),
  // Oldest first, and what is to be accepted is on two pages of three.
  'GET /k?states=AWAITING_ACCEPTANCE&limit=100': tickets(['t1'], { _links: { next: link('/k/2') } }),
  'GET /k/2': tickets(['t2', 't3', 't4'], { _links: { next: link('/k/3') } }),
  'GET /k/3': tickets(['t5'], {}),
  'PUT /c/t3/yes': ticket('t3', 'ACCEPTED'),
  'PUT /c/t4/yes': ticket('t4', 'ACCEPTED'),
  'PUT /c/t5/yes': ticket('t5', 'ACCEPTED'),
};

interface Linked {
  readonly [ITEMS]?: readonly Linked[];
  readonly _links?: Readonly<Record<string, { readonly href: string }>>;
}

/** With what is behind the links that a client would like to have with it, in a list with what they lead to from there. */
function transcluded(thing: Linked, wanted: readonly string[]): object {
  const { [ITEMS]: items, ...rest } = thing;
  const behind = Object.entries(thing._links ?? {}).filter(([relation]) => wanted.includes(relation));
  const parts = behind.map(([relation, { href }]) => [relation, THINGS[`GET ${href}`]]);
  const isOrder = thing._links?.['rungs:order-details'] !== undefined;
  const _embedded = {
    ...Object.fromEntries(parts),
    ...(isOrder && wanted.includes('rungs:courier') && { 'rungs:courier': COURIER }),
    ...(wanted.includes('item') && items && { item: items.map((item) => transcluded(item, wanted)) }),
  };
  return Object.keys(_embedded).length === 0 ? rest : { ...rest, _embedded };
}

export function shop(request: Noted, server: NotingServer): Prepared {
  const { body, ...prepared } = answered(request, server);
  const [, wanted = ''] = /^transclude="(.*)"$/.exec(request.headers.get('prefer') ?? '') ?? [];
  return { ...prepared, body: transcluded(body as Linked, wanted.split(';')) };
}

function answered({ method, path, body: sent }: Noted, { requests, pauses }: NotingServer): Prepared {
  switch (`${method} ${path}`) {
    case 'GET /a/waiting':
      return { body: order('waiting', 'luigi', pauses < 2 ? 'APPROVED' : 'ACCEPTED') };
    case 'POST /n/add':
      return { body: basket(requests.length) };
    case 'POST /k/yes':
      return { body: rows(orderIdsIn(sent).map(acceptance)) };
  }
  const [, ticketId] = /^\/c\/([^/]+)$/.exec(path) ?? [];
  const body = ticketId
    ? {
        ...ticket(ticketId, ticketId === 'o1' ? 'PICKED_UP' : undefined),
        _templates: { acceptTicket: acceptTicket(ticketId) },
      }
    : THINGS[`${method} ${path}`];
  return body === undefined
    ? { status: 404, body: { code: 'operation-unknown', detail: `${method} ${path}` } }
    : { body };
}

function orderIdsIn(sent: unknown): string[] {
  return Object.entries(sent as Record<string, string>).flatMap(([name, value]) =>
    name.endsWith('.orderId') ? [value] : [],
  );
}

const bobs = { consumerId: 'bob', restaurantId: 'luigi', paymentToken: 'tok_visa' };

/** What each scenario asks for in this shop. */
export const TASKS = {
  'order-details': { orderId: 'o1' },
  'order-history': { consumerId: 'ann', limit: 3 },
  'restaurant-list': { limit: 2 },
  'menu-twice': { restaurantId: 'luigi' },
  'poll-order': { orderId: 'waiting', placedAt: '2026-11-22T18:00:00.000Z' },
  'order-dishes': { ...bobs, lines: lineItems.map(({ menuItemId, quantity }) => ({ menuItemId, quantity })) },
  'cancel-allowed': { orderId: 'new' },
  'cancel-refused': { orderId: 'old' },
  'accept-tickets': {
    tickets: ['t5', 't4', 't3'].map((orderId) => ({ orderId, version: 1 })),
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
    restaurant: 'Luigi',
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
      { ...row, placedAt: '2026-11-22T18:00:01.000Z', restaurant: 'Luigi', delivery: 'PICKED_UP' },
      { ...row, placedAt: '2026-11-22T18:00:02.000Z', restaurant: 'Mei', delivery: 'DELIVERED' },
      { ...row, placedAt: '2026-11-22T18:00:03.000Z', restaurant: 'Luigi', delivery: 'CANCELLED' },
    ],
  },
  'restaurant-list': {
    restaurants: [
      { name: 'Luigi', cuisine: 'Roman' },
      { name: 'Mei', cuisine: 'Sichuan' },
    ],
  },
  'menu-twice': { looks: [[tonnarelli], [tonnarelli]] },
  'poll-order': { before: 'APPROVED', after: 'ACCEPTED' },
  'order-dishes': { ...placed, deliverTo: 'Via Giulia 1, Roma', total },
  'cancel-allowed': { before: 'APPROVED', after: 'CANCELLED' },
  'cancel-refused': { state: 'DELIVERED', cancelled: false, learned: 'told in advance' },
  'accept-tickets': { states: ['ACCEPTED', 'ACCEPTED', 'ACCEPTED'] },
};
