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
    getConsumer: ({ consumerId, ...members }) => act(resources.consumer({ consumerId }), 'getConsumer', members),
    listConsumers: (members) => act(resources.consumers(), 'listConsumers', members),
    registerConsumer: (members) => act(resources.consumers(), 'registerConsumer', members),
    updateConsumer: ({ consumerId, ...members }) => act(resources.consumer({ consumerId }), 'updateConsumer', members),

    getRestaurant: ({ restaurantId, ...members }) =>
      act(resources.restaurant({ restaurantId }), 'getRestaurant', members),
    listRestaurants: (members) => act(resources.restaurants(), 'listRestaurants', members),
    getMenu: ({ restaurantId, ...members }) => act(resources.menu({ restaurantId }), 'getMenu', members),
    getMenuItem: ({ restaurantId, menuItemId, ...members }) =>
      act(resources.menuItem({ restaurantId, menuItemId }), 'getMenuItem', members),
    openRestaurant: (members) => act(resources.restaurants(), 'openRestaurant', members),
    updateRestaurant: ({ restaurantId, ...members }) =>
      act(resources.restaurant({ restaurantId }), 'updateRestaurant', members),
    replaceMenu: ({ restaurantId, ...members }) => act(resources.menu({ restaurantId }), 'replaceMenu', members),
    updateMenuItem: ({ restaurantId, menuItemId, ...members }) =>
      act(resources.menuItem({ restaurantId, menuItemId }), 'updateMenuItem', members),
    importMenu: ({ restaurantId, ...members }) => act(resources.menuImports({ restaurantId }), 'importMenu', members),
    getMenuImport: ({ restaurantId, menuImportId, ...members }) =>
      act(resources.menuImport({ restaurantId, menuImportId }), 'getMenuImport', members),
    getPhoto: ({ restaurantId, menuItemId, ...members }) =>
      act(resources.photo({ restaurantId, menuItemId }), 'getPhoto', members),
    setPhoto: ({ restaurantId, menuItemId, ...members }) =>
      act(resources.photo({ restaurantId, menuItemId }), 'setPhoto', members),
    deletePhoto: ({ restaurantId, menuItemId, ...members }) =>
      act(resources.photo({ restaurantId, menuItemId }), 'deletePhoto', members),

    getBasket: ({ consumerId, restaurantId, ...members }) =>
      act(resources.basket({ consumerId, restaurantId }), 'getBasket', members),
    addToBasket: ({ consumerId, restaurantId, ...members }) =>
      act(resources.basket({ consumerId, restaurantId }), 'addToBasket', members),
    setBasketLine: ({ consumerId, restaurantId, ...members }) =>
      act(resources.basket({ consumerId, restaurantId }), 'setBasketLine', members),
    clearBasket: ({ consumerId, restaurantId, ...members }) =>
      act(resources.basket({ consumerId, restaurantId }), 'clearBasket', members),
    checkoutBasket: ({ consumerId, restaurantId, ...members }) =>
      act(resources.basket({ consumerId, restaurantId }), 'checkoutBasket', members),

    getOrder: ({ orderId, ...members }) => act(resources.order({ orderId }), 'getOrder', members),
    listOrders: (members) => act(resources.orders(), 'listOrders', members),
    getOrderDetails: ({ orderId, ...members }) => act(resources.order({ orderId }), 'getOrderDetails', members),
    listOrderHistory: ({ consumerId, ...members }) =>
      act(resources.orderHistory({ consumerId }), 'listOrderHistory', members),
    placeOrder: (members) => act(resources.orders(), 'placeOrder', members),
    reviseOrder: ({ orderId, ...members }) => act(resources.order({ orderId }), 'reviseOrder', members),
    cancelOrder: ({ orderId, ...members }) => act(resources.order({ orderId }), 'cancelOrder', members),

    getTicket: ({ orderId, ...members }) => act(resources.ticket({ orderId }), 'getTicket', members),
    listTickets: (members) => act(resources.tickets(), 'listTickets', members),
    acceptTicket: ({ orderId, ...members }) => act(resources.ticket({ orderId }), 'acceptTicket', members),
    rejectTicket: ({ orderId, ...members }) => act(resources.ticket({ orderId }), 'rejectTicket', members),
    startPreparing: ({ orderId, ...members }) => act(resources.ticket({ orderId }), 'startPreparing', members),
    finishPreparing: ({ orderId, ...members }) => act(resources.ticket({ orderId }), 'finishPreparing', members),
    acceptTickets: (members) => act(resources.tickets(), 'acceptTickets', members),

    getDelivery: ({ orderId, ...members }) => act(resources.delivery({ orderId }), 'getDelivery', members),
    listDeliveries: (members) => act(resources.deliveries(), 'listDeliveries', members),
    getTrack: ({ orderId, ...members }) => act(resources.track({ orderId }), 'getTrack', members),
    assignCourier: ({ orderId, ...members }) => act(resources.delivery({ orderId }), 'assignCourier', members),
    notePickedUp: ({ orderId, ...members }) => act(resources.delivery({ orderId }), 'notePickedUp', members),
    noteDelivered: ({ orderId, ...members }) => act(resources.delivery({ orderId }), 'noteDelivered', members),
    reportLocation: ({ orderId, ...members }) => act(resources.track({ orderId }), 'reportLocation', members),
    getCourier: ({ courierId, ...members }) => act(resources.courier({ courierId }), 'getCourier', members),
    listCouriers: (members) => act(resources.couriers(), 'listCouriers', members),
    setOnDuty: ({ courierId, ...members }) => act(resources.courier({ courierId }), 'setOnDuty', members),

    getBill: ({ orderId, ...members }) => act(resources.bill({ orderId }), 'getBill', members),
    refundBill: ({ orderId, ...members }) => act(resources.bill({ orderId }), 'refundBill', members),
  };
}
