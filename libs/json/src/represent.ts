import type { OperationName, OutcomeOf } from '@rungs/application';
import { representBill } from './accounting/accounting.json.ts';
import { representBasket } from './basket/basket.json.ts';
import { representConsumer } from './consumer/consumer.json.ts';
import { representCourier, representDelivery } from './delivery/delivery.json.ts';
import { representTicket } from './kitchen/kitchen.json.ts';
import { representOrder, representOrderDetails, representOrderHistoryEntry } from './order/order.json.ts';
import type { OutcomeJson } from './outcomes.ts';
import { representPage } from './page.json.ts';
import { representMenu, representMenuItem, representRestaurant } from './restaurant/restaurant.json.ts';

/** The plain JSON of each operation's outcome: named members only, never actions or inner cursors. */
export const represent: { readonly [N in OperationName]: (outcome: OutcomeOf<N>) => OutcomeJson<N> } = {
  getConsumer: representConsumer,
  getRestaurant: representRestaurant,
  listRestaurants: (page) => representPage(page, representRestaurant),
  getMenu: representMenu,
  getMenuItem: representMenuItem,
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
  cancelOrder: representOrder,
  getTicket: representTicket,
  getDelivery: representDelivery,
  getCourier: representCourier,
  getBill: representBill,
};
