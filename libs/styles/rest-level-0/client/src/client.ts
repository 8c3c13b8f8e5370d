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
    getRestaurant: (input) => call('getRestaurant', input),
    listRestaurants: (input) => call('listRestaurants', input),
    getMenu: (input) => call('getMenu', input),
    getMenuItem: (input) => call('getMenuItem', input),
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
    cancelOrder: (input) => call('cancelOrder', input),
    getTicket: (input) => call('getTicket', input),
    getDelivery: (input) => call('getDelivery', input),
    getCourier: (input) => call('getCourier', input),
    getBill: (input) => call('getBill', input),
  };
}
