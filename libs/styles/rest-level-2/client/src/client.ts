import type { InputOf } from '@rungs/application';
import type { BasketJson, OrderJson } from '@rungs/json';
import type { ClientOptions, StyleClient } from '@rungs/scenarios';
import { answerOf, headersFor, type Query, urlOf } from './exchange.ts';

interface Asked {
  readonly query?: Query;
  readonly body?: object;
  readonly expectedVersion?: number | undefined;
  readonly idempotencyKey?: string | undefined;
}

/**
 * An honest client of level 2: it was written with the table of paths and methods at hand, reads status codes, and
 * carries what it saw back in `If-Match`.
 */
export function connect(options: ClientOptions): StyleClient {
  async function ask<T>(method: string, path: string, asked: Asked = {}): Promise<T> {
    const response = await options.fetch(urlOf(options.baseUrl, path, asked.query), {
      method,
      headers: headersFor(options.accessToken, asked),
      ...(asked.body && { body: JSON.stringify(asked.body) }),
    });
    return answerOf<T>(response);
  }

  const basketPath = ({ consumerId, restaurantId }: { consumerId: string; restaurantId: string }): string =>
    `/consumers/${segment(consumerId)}/baskets/${segment(restaurantId)}`;

  return {
    getConsumer: ({ consumerId }) => ask('GET', `/consumers/${segment(consumerId)}`),

    getRestaurant: ({ restaurantId }) => ask('GET', `/restaurants/${segment(restaurantId)}`),
    listRestaurants: (query) => ask('GET', '/restaurants', { query }),
    getMenu: ({ restaurantId }) => ask('GET', `/restaurants/${segment(restaurantId)}/menu`),
    getMenuItem: ({ restaurantId, menuItemId }) =>
      ask('GET', `/restaurants/${segment(restaurantId)}/menu/${segment(menuItemId)}`),

    getBasket: (key) => ask('GET', basketPath(key)),
    addToBasket: ({ menuItemId, quantity, idempotencyKey, ...key }) =>
      ask<BasketJson>('POST', `${basketPath(key)}/lines`, { body: { menuItemId, quantity }, idempotencyKey }),
    setBasketLine: ({ menuItemId, quantity, expectedVersion, idempotencyKey, ...key }) =>
      ask<BasketJson>('PUT', `${basketPath(key)}/lines/${segment(menuItemId)}`, {
        body: { quantity },
        expectedVersion,
        idempotencyKey,
      }),
    clearBasket: ({ expectedVersion, idempotencyKey, ...key }) =>
      ask('DELETE', basketPath(key), { expectedVersion, idempotencyKey }),
    checkoutBasket: ({ consumerId, restaurantId, expectedVersion, idempotencyKey, ...body }) =>
      ask<OrderJson>('POST', `${basketPath({ consumerId, restaurantId })}/checkout`, {
        body,
        expectedVersion,
        idempotencyKey,
      }),

    getOrder: ({ orderId }) => ask('GET', `/orders/${segment(orderId)}`),
    listOrders: (query) => ask('GET', '/orders', { query }),
    getOrderDetails: ({ orderId, parts }) => ask('GET', `/orders/${segment(orderId)}/details`, { query: { parts } }),
    listOrderHistory: ({ consumerId, ...query }) =>
      ask('GET', `/consumers/${segment(consumerId)}/order-history`, { query }),
    placeOrder: ({ idempotencyKey, ...body }) => ask('POST', '/orders', { body, idempotencyKey }),
    cancelOrder: ({ orderId, ...conditions }: InputOf<'cancelOrder'>) =>
      ask('PUT', `/orders/${segment(orderId)}/cancellation`, conditions),

    getTicket: ({ orderId }) => ask('GET', `/tickets/${segment(orderId)}`),
    getDelivery: ({ orderId }) => ask('GET', `/deliveries/${segment(orderId)}`),
    getCourier: ({ courierId }) => ask('GET', `/couriers/${segment(courierId)}`),
    getBill: ({ orderId }) => ask('GET', `/orders/${segment(orderId)}/bill`),
  };
}

/** RFC 3986 §3.3: an id is one path segment, whatever it holds. */
function segment(id: string): string {
  return encodeURIComponent(id);
}
