import type { OperationName } from '@rungs/application';
import type { OutcomeJson } from '@rungs/json';
import type { ClientOptions, StyleClient } from '@rungs/scenarios';
import { outcomeOf, postOf, type MembersOf } from './action.ts';
import { resources } from './resources.ts';

/** How an honest client of level 1 does every operation: it finds the thing, and says there what it wants. */
export function connect(options: ClientOptions): StyleClient {
  const { fetch } = options;
  const act = async <N extends OperationName>(
    path: string,
    action: N,
    members: MembersOf<N>,
  ): Promise<OutcomeJson<N>> =>
    outcomeOf(action, await fetch(`${options.baseUrl}${path}`, postOf(action, members, options)));
  return {
    getConsumer: ({ consumerId, ...members }) => act(resources.consumer(consumerId), 'getConsumer', members),
    getRestaurant: ({ restaurantId, ...members }) => act(resources.restaurant(restaurantId), 'getRestaurant', members),
    listRestaurants: (members) => act(resources.restaurants(), 'listRestaurants', members),
    getMenu: ({ restaurantId, ...members }) => act(resources.menu(restaurantId), 'getMenu', members),
    getMenuItem: ({ restaurantId, menuItemId, ...members }) =>
      act(resources.menuItem(restaurantId, menuItemId), 'getMenuItem', members),
    getBasket: ({ consumerId, restaurantId, ...members }) =>
      act(resources.basket(consumerId, restaurantId), 'getBasket', members),
    addToBasket: ({ consumerId, restaurantId, ...members }) =>
      act(resources.basket(consumerId, restaurantId), 'addToBasket', members),
    setBasketLine: ({ consumerId, restaurantId, ...members }) =>
      act(resources.basket(consumerId, restaurantId), 'setBasketLine', members),
    clearBasket: ({ consumerId, restaurantId, ...members }) =>
      act(resources.basket(consumerId, restaurantId), 'clearBasket', members),
    checkoutBasket: ({ consumerId, restaurantId, ...members }) =>
      act(resources.basket(consumerId, restaurantId), 'checkoutBasket', members),
    getOrder: ({ orderId, ...members }) => act(resources.order(orderId), 'getOrder', members),
    listOrders: (members) => act(resources.orders(), 'listOrders', members),
    getOrderDetails: ({ orderId, ...members }) => act(resources.order(orderId), 'getOrderDetails', members),
    listOrderHistory: ({ consumerId, ...members }) =>
      act(resources.orderHistory(consumerId), 'listOrderHistory', members),
    placeOrder: (members) => act(resources.orders(), 'placeOrder', members),
    cancelOrder: ({ orderId, ...members }) => act(resources.order(orderId), 'cancelOrder', members),
    getTicket: ({ orderId, ...members }) => act(resources.ticket(orderId), 'getTicket', members),
    getDelivery: ({ orderId, ...members }) => act(resources.delivery(orderId), 'getDelivery', members),
    getCourier: ({ courierId, ...members }) => act(resources.courier(courierId), 'getCourier', members),
    getBill: ({ orderId, ...members }) => act(resources.bill(orderId), 'getBill', members),
  };
}
