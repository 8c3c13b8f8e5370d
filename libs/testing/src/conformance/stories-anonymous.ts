import { DEMO_DISHES, DEMO_ORDERS, OPERATIONS, PERSONAS, type InputOf, type OperationName } from '@rungs/application';
import type { Story } from './scene.ts';
import { PNG } from './stories-menus.ts';

const { consumerId } = PERSONAS.ann;
const { restaurantId } = PERSONAS.luigi;
const { courierId } = PERSONAS.dana;
const orderId = DEMO_ORDERS.PICKED_UP;
const menuItemId = DEMO_DISHES.tonnarelli;
const eur = { amount: 100, currency: 'EUR' };
const step = { orderId, expectedVersion: 1 };
const address = { street: 'Via Giulia 1', city: 'Roma', postalCode: '00186', country: 'IT' };

/** One good input of every operation that wants somebody signed in. */
const SIGNED_IN_ONLY: { readonly [N in OperationName]?: InputOf<N> } = {
  getConsumer: { consumerId },
  listConsumers: {},
  updateConsumer: { consumerId, email: 'ann@example.com', expectedVersion: 1 },
  openRestaurant: { name: 'Udon', address, location: { lat: 41.9, lon: 12.5 }, cuisine: 'Japanese', currency: 'JPY' },
  updateRestaurant: { restaurantId, open: true, expectedVersion: 1 },
  replaceMenu: { restaurantId, items: [], expectedVersion: 1 },
  updateMenuItem: { restaurantId, menuItemId, available: true, expectedVersion: 1 },
  importMenu: { restaurantId, csv: 'name,price\nZuppa,700' },
  getMenuImport: { restaurantId, menuImportId: orderId },
  setPhoto: { restaurantId, menuItemId, expectedVersion: 1, ...PNG },
  deletePhoto: { restaurantId, menuItemId, expectedVersion: 1 },
  getBasket: { consumerId, restaurantId },
  addToBasket: { consumerId, restaurantId, menuItemId, quantity: 1 },
  setBasketLine: { consumerId, restaurantId, menuItemId, quantity: 1, expectedVersion: 0 },
  clearBasket: { consumerId, restaurantId, expectedVersion: 0 },
  checkoutBasket: { consumerId, restaurantId, paymentToken: 'tok_visa', expectedVersion: 0 },
  getOrder: { orderId },
  listOrders: {},
  getOrderDetails: { orderId },
  listOrderHistory: { consumerId },
  placeOrder: { restaurantId, lines: [{ menuItemId, quantity: 1 }], paymentToken: 'tok_visa' },
  reviseOrder: { ...step, deliveryNote: 'Ring once.' },
  cancelOrder: step,
  getTicket: { orderId },
  listTickets: {},
  acceptTicket: { ...step, readyBy: '2026-12-01T12:00:00.000Z' },
  rejectTicket: { ...step, reason: 'Closed.' },
  startPreparing: step,
  finishPreparing: step,
  acceptTickets: { tickets: [{ ...step, readyBy: '2026-12-01T12:00:00.000Z' }] },
  getDelivery: { orderId },
  listDeliveries: {},
  getTrack: { orderId },
  assignCourier: step,
  notePickedUp: step,
  noteDelivered: step,
  reportLocation: { orderId, lat: 41.9, lon: 12.5 },
  getCourier: { courierId },
  listCouriers: {},
  setOnDuty: { courierId, onDuty: true, expectedVersion: 1 },
  getBill: { orderId },
  refundBill: { orderId, amount: eur, reason: 'It arrived cold.' },
};

export const signingInFirst: Story = async (scene) => {
  for (const [name, { refusals }] of Object.entries(OPERATIONS)) {
    if (!(refusals as readonly string[]).includes('unauthenticated')) continue;
    const input = SIGNED_IN_ONLY[name as OperationName];
    if (!input) throw new Error(`What ${name} is asked with by nobody is missing here.`);
    await scene.ask('anonymous', name as OperationName, input);
  }
};
