import type { OperationName, OutcomeOf } from '@rungs/application';
import { representBill } from './accounting/accounting.json.ts';
import { representBasket } from './basket/basket.json.ts';
import { representConsumer } from './consumer/consumer.json.ts';
import { representCourier, representDelivery, representLocationPing } from './delivery/delivery.json.ts';
import { representTicket, representTicketAcceptances } from './kitchen/kitchen.json.ts';
import { representOrder, representOrderDetails, representOrderHistoryEntry } from './order/order.json.ts';
import type { OutcomeJson } from './outcomes.ts';
import { representPage } from './page.json.ts';
import {
  representMenu,
  representMenuImport,
  representMenuItem,
  representPhoto,
  representRestaurant,
} from './restaurant/restaurant.json.ts';

/** The plain JSON of each operation's outcome: named members only, never actions or inner cursors. */
export const represent: { readonly [N in OperationName]: (outcome: OutcomeOf<N>) => OutcomeJson<N> } = {
  getConsumer: representConsumer,
  listConsumers: (page) => representPage(page, representConsumer),
  registerConsumer: representConsumer,
  updateConsumer: representConsumer,

  getRestaurant: representRestaurant,
  listRestaurants: (page) => representPage(page, representRestaurant),
  openRestaurant: representRestaurant,
  updateRestaurant: representRestaurant,
  getMenu: representMenu,
  replaceMenu: representMenu,
  getMenuItem: representMenuItem,
  updateMenuItem: representMenuItem,
  importMenu: representMenuImport,
  getMenuImport: representMenuImport,
  getPhoto: representPhoto,
  setPhoto: representMenuItem,
  deletePhoto: representMenuItem,

  getBasket: representBasket,
  addToBasket: representBasket,
  setBasketLine: representBasket,
  clearBasket: representBasket,
  checkoutBasket: representOrder,

  getOrder: representOrder,
  listOrders: (page) => representPage(page, representOrder),
  getOrderDetails: representOrderDetails,
  listOrderHistory: (page) => representPage(page, representOrderHistoryEntry),
  placeOrder: representOrder,
  reviseOrder: representOrder,
  cancelOrder: representOrder,

  getTicket: representTicket,
  listTickets: (page) => representPage(page, representTicket),
  acceptTicket: representTicket,
  rejectTicket: representTicket,
  startPreparing: representTicket,
  finishPreparing: representTicket,
  acceptTickets: representTicketAcceptances,

  getDelivery: representDelivery,
  listDeliveries: (page) => representPage(page, representDelivery),
  getTrack: (page) => representPage(page, representLocationPing),
  assignCourier: representDelivery,
  notePickedUp: representDelivery,
  noteDelivered: representDelivery,
  reportLocation: representLocationPing,
  getCourier: representCourier,
  listCouriers: (page) => representPage(page, representCourier),
  setOnDuty: representCourier,

  getBill: representBill,
  refundBill: representBill,
};
