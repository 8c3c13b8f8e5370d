import { BOBS_ORDER, DEMO_DISHES, DEMO_ORDERS, PERSONAS, type OperationName } from '@rungs/application';

// Requests that can be sent as they stand: the demo data has these ids, and `POST /dev/reset` brings them back.

/** Ids in paths and queries, by their names. */
export const EXAMPLE_IDS: Readonly<Record<string, string>> = {
  consumerId: PERSONAS.ann.consumerId,
  restaurantId: PERSONAS.luigi.restaurantId,
  menuItemId: DEMO_DISHES.tonnarelli,
  menuImportId: '01900000-0000-7000-8000-000000009001',
  orderId: DEMO_ORDERS.DELIVERED,
  courierId: PERSONAS.dana.courierId,
};

const ADDRESS = { street: 'Via Roma 1', city: 'Roma', postalCode: '00184', country: 'IT' };
const LOCATION = { lat: 41.8902, lon: 12.4922 };
const DISH = {
  name: 'Carciofi alla giudia',
  description: 'Artichokes, fried twice.',
  price: { amount: 850, currency: 'EUR' },
  available: true,
  tags: ['vegetarian'],
};
const READY_BY = '2026-11-22T18:30:00Z';

/** What the body of a request may be. */
export const EXAMPLE_BODIES: { readonly [N in OperationName]?: object } = {
  registerConsumer: { name: { first: 'Nora', last: 'Neri' }, email: 'nora.neri@example.net', addresses: [ADDRESS] },
  updateConsumer: { name: { first: 'Anna' } },
  openRestaurant: {
    name: 'Osteria dal Nonno',
    address: ADDRESS,
    location: LOCATION,
    cuisine: 'Italian',
    currency: 'EUR',
    open: true,
  },
  updateRestaurant: { open: false },
  replaceMenu: { items: [DISH] },
  updateMenuItem: { price: { amount: 1290 } },
  importMenu: { csv: 'name,price,tags\nCarciofi alla giudia,850,vegetarian\n' },
  addToBasket: { menuItemId: DEMO_DISHES.tonnarelli, quantity: 2 },
  setBasketLine: { quantity: 3 },
  checkoutBasket: { paymentToken: 'tok_visa', deliveryNote: 'Ring twice.' },
  placeOrder: {
    restaurantId: PERSONAS.luigi.restaurantId,
    lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 2 }],
    paymentToken: 'tok_visa',
  },
  reviseOrder: { deliveryNote: 'Ring twice.' },
  acceptTicket: { readyBy: READY_BY },
  rejectTicket: { reason: 'The oven is out.' },
  acceptTickets: {
    tickets: [
      { orderId: DEMO_ORDERS.APPROVED, expectedVersion: 1, readyBy: READY_BY },
      { orderId: BOBS_ORDER, expectedVersion: 1, readyBy: READY_BY },
    ],
  },
  assignCourier: { courierId: PERSONAS.dana.courierId },
  reportLocation: LOCATION,
  setOnDuty: { onDuty: true },
  refundBill: { amount: { amount: 100, currency: 'EUR' }, reason: 'It came cold.' },
};
