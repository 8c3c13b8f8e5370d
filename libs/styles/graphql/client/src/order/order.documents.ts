import type { CourierJson, DeliveryJson, OrderDetailsJson, OrderHistoryEntryJson, OrderJson } from '@rungs/json';
import {
  mutationOf,
  PAGE_ARGUMENTS,
  PAGE_INFO,
  PAGE_VARIABLES,
  type ById,
  type ConnectionJson,
  type FilterOf,
  type PageVariables,
} from '../documents.ts';
import { documentOf } from '../exchange.ts';
import { MONEY, ORDER, CONSUMER, RESTAURANT_SUMMARY, TICKET, DELIVERY, COURIER, BILL } from '../selections.ts';

export const GET_ORDER = documentOf<{ order?: OrderJson }, ById>(
  `query GetOrder($id: ID!) { order(id: $id) { ${ORDER} } }`,
);

export const LIST_ORDERS = documentOf<
  { orders: ConnectionJson<OrderJson> },
  PageVariables & { readonly filter: FilterOf<'listOrders'>; readonly sort: 'NEWEST_FIRST' | 'OLDEST_FIRST' }
>(`
  query ListOrders(${PAGE_VARIABLES}, $filter: OrderFilter, $sort: OrderSort!) {
    orders(${PAGE_ARGUMENTS}, filter: $filter, sort: $sort) { nodes { ${ORDER} } ${PAGE_INFO} }
  }
`);

/** An order as it travels with its parts: the courier is the delivery's. */
export type OrderWithParts = OrderJson &
  Omit<OrderDetailsJson, 'order' | 'delivery' | 'courier'> & {
    readonly delivery?: DeliveryJson & { readonly courier?: CourierJson };
  };

/** One document for whatever parts are asked for: the server reads only those that are included. */
export const GET_ORDER_DETAILS = documentOf<
  { order?: OrderWithParts },
  ById & Readonly<Record<'consumer' | 'restaurant' | 'ticket' | 'delivery' | 'courier' | 'bill', boolean>>
>(`
  query GetOrderDetails(
    $id: ID!
    $consumer: Boolean!
    $restaurant: Boolean!
    $ticket: Boolean!
    $delivery: Boolean!
    $courier: Boolean!
    $bill: Boolean!
  ) {
    order(id: $id) {
      ${ORDER}
      consumer @include(if: $consumer) { ${CONSUMER} }
      restaurant @include(if: $restaurant) { ${RESTAURANT_SUMMARY} }
      ticket @include(if: $ticket) { ${TICKET} }
      delivery @include(if: $delivery) { ${DELIVERY} }
      delivery @include(if: $courier) { courier { ${COURIER} } }
      bill @include(if: $bill) { ${BILL} }
    }
  }
`);

export const LIST_ORDER_HISTORY = documentOf<
  { orderHistory?: ConnectionJson<OrderHistoryEntryJson> },
  PageVariables & { readonly consumerId: string }
>(`
  query ListOrderHistory($consumerId: ID!, ${PAGE_VARIABLES}) {
    orderHistory(consumerId: $consumerId, ${PAGE_ARGUMENTS}) {
      nodes { orderId state placedAt restaurantId restaurantName itemCount total ${MONEY} deliveryState }
      ${PAGE_INFO}
    }
  }
`);

const result = `order { ${ORDER} }`;
export const PLACE_ORDER = mutationOf<'placeOrder', OrderJson>(
  'placeOrder',
  result,
  'restaurant-closed',
  'menu-item-unavailable',
  'payment-declined',
);
export const REVISE_ORDER = mutationOf<'reviseOrder', OrderJson>(
  'reviseOrder',
  result,
  'order-not-revisable',
  'restaurant-closed',
  'menu-item-unavailable',
  'payment-declined',
);
export const CANCEL_ORDER = mutationOf<'cancelOrder', OrderJson>('cancelOrder', result, 'order-not-cancellable');
