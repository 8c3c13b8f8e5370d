import type { OperationName, InputOf } from '@rungs/application';
import type { OutcomeJson } from '@rungs/json';
import type { ClientOptions, StyleClient } from '@rungs/scenarios';
import { callOf, endpointOf, outcomeOf, postOf } from './json-rpc.ts';

/** How an honest client of level 0 does every operation: always the same URI, the operation's name in the body. */
export function connect(options: ClientOptions): StyleClient {
  const { fetch } = options;
  let lastId = 0;
  const call = async <N extends OperationName>(method: N, params: InputOf<N>): Promise<OutcomeJson<N>> => {
    const sent = callOf((lastId += 1), method, params);
    return outcomeOf(sent, await fetch(endpointOf(options), postOf(sent, options)));
  };
  return {
    getConsumer: (input) => call('getConsumer', input),
    listConsumers: (input) => call('listConsumers', input),
    registerConsumer: (input) => call('registerConsumer', input),
    updateConsumer: (input) => call('updateConsumer', input),

    getRestaurant: (input) => call('getRestaurant', input),
    listRestaurants: (input) => call('listRestaurants', input),
    getMenu: (input) => call('getMenu', input),
    getMenuItem: (input) => call('getMenuItem', input),
    openRestaurant: (input) => call('openRestaurant', input),
    updateRestaurant: (input) => call('updateRestaurant', input),
    replaceMenu: (input) => call('replaceMenu', input),
    updateMenuItem: (input) => call('updateMenuItem', input),
    importMenu: (input) => call('importMenu', input),
    getMenuImport: (input) => call('getMenuImport', input),
    getPhoto: (input) => call('getPhoto', input),
    setPhoto: (input) => call('setPhoto', input),
    deletePhoto: (input) => call('deletePhoto', input),

    getBasket: (input) => call('getBasket', input),
    addToBasket: (input) => call('addToBasket', input),
    setBasketLine: (input) => call('setBasketLine', input),
    clearBasket: (input) => call('clearBasket', input),
    checkoutBasket: (input) => call('checkoutBasket', input),

    getOrder: (input) => call('getOrder', input),
    listOrders: (input) => call('listOrders', input),
    getOrderDetails: (input) => call('getOrderDetails', input),
    listOrderHistory: (input) => call('listOrderHistory', input),
    placeOrder: (input) => call('placeOrder', input),
    reviseOrder: (input) => call('reviseOrder', input),
    cancelOrder: (input) => call('cancelOrder', input),

    getTicket: (input) => call('getTicket', input),
    listTickets: (input) => call('listTickets', input),
    acceptTicket: (input) => call('acceptTicket', input),
    rejectTicket: (input) => call('rejectTicket', input),
    startPreparing: (input) => call('startPreparing', input),
    finishPreparing: (input) => call('finishPreparing', input),
    acceptTickets: (input) => call('acceptTickets', input),

    getDelivery: (input) => call('getDelivery', input),
    listDeliveries: (input) => call('listDeliveries', input),
    getTrack: (input) => call('getTrack', input),
    assignCourier: (input) => call('assignCourier', input),
    notePickedUp: (input) => call('notePickedUp', input),
    noteDelivered: (input) => call('noteDelivered', input),
    reportLocation: (input) => call('reportLocation', input),
    getCourier: (input) => call('getCourier', input),
    listCouriers: (input) => call('listCouriers', input),
    setOnDuty: (input) => call('setOnDuty', input),

    getBill: (input) => call('getBill', input),
    refundBill: (input) => call('refundBill', input),
  };
}
