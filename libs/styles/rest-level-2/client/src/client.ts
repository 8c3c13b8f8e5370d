import type { InputOf } from '@rungs/application';
import type { OutcomeJson, TicketJson } from '@rungs/json';
import type { ClientOptions, StyleClient } from '@rungs/scenarios';
import {
  answerOf,
  type Content,
  headersFor,
  json,
  mergePatch,
  photoContent,
  photoOf,
  type Problem,
  type Query,
  refusalOf,
  urlOf,
} from './exchange.ts';

interface Asked {
  readonly query?: Query;
  readonly content?: Content;
  readonly expectedVersion?: number | undefined;
  readonly idempotencyKey?: string | undefined;
}

/**
 * An honest client of level 2: it was written with the table of paths and methods at hand, reads status codes, and
 * carries what it saw back in `If-Match`.
 */
export function connect(options: ClientOptions): StyleClient {
  function send(method: string, path: string, asked: Asked): Promise<Response> {
    return options.fetch(urlOf(options.baseUrl, path, asked.query), {
      method,
      headers: headersFor(options.accessToken, asked),
      ...(asked.content && { body: asked.content.body }),
    });
  }

  async function ask<T>(method: string, path: string, asked: Asked = {}): Promise<T> {
    return answerOf<T>(await send(method, path, asked));
  }

  return {
    ...consumers(ask),
    ...restaurants(ask),
    getPhoto: async (key) => photoOf(await send('GET', `${menuItemPath(key)}/photo`, {})),
    ...baskets(ask),
    ...orders(ask),
    ...tickets(ask),
    ...deliveries(ask),
    ...bills(ask),
  };
}

type Ask = <T>(method: string, path: string, asked?: Asked) => Promise<T>;

/** RFC 3986 §3.3: an id is one path segment, whatever it holds. */
const segment = encodeURIComponent;

const consumerPath = (id: string): string => `/consumers/${segment(id)}`;
const restaurantPath = (id: string): string => `/restaurants/${segment(id)}`;
const menuItemPath = ({ restaurantId, menuItemId }: InputOf<'getMenuItem'>): string =>
  `${restaurantPath(restaurantId)}/menu/${segment(menuItemId)}`;
const basketPath = ({ consumerId, restaurantId }: InputOf<'getBasket'>): string =>
  `${consumerPath(consumerId)}/baskets/${segment(restaurantId)}`;
const orderPath = (id: string): string => `/orders/${segment(id)}`;
const ticketPath = (id: string): string => `/tickets/${segment(id)}`;
const deliveryPath = (id: string): string => `/deliveries/${segment(id)}`;
const courierPath = (id: string): string => `/couriers/${segment(id)}`;

function consumers(ask: Ask) {
  return {
    getConsumer: ({ consumerId }) => ask('GET', consumerPath(consumerId)),
    listConsumers: (query) => ask('GET', '/consumers', { query }),
    registerConsumer: ({ idempotencyKey, ...body }) =>
      ask('POST', '/consumers', { content: json(body), idempotencyKey }),
    updateConsumer: ({ consumerId, expectedVersion, idempotencyKey, ...changes }) =>
      ask('PATCH', consumerPath(consumerId), { content: mergePatch(changes), expectedVersion, idempotencyKey }),
  } satisfies Partial<StyleClient>;
}

function restaurants(ask: Ask) {
  return {
    getRestaurant: ({ restaurantId }) => ask('GET', restaurantPath(restaurantId)),
    listRestaurants: (query) => ask('GET', '/restaurants', { query }),
    openRestaurant: ({ idempotencyKey, ...body }) =>
      ask('POST', '/restaurants', { content: json(body), idempotencyKey }),
    updateRestaurant: ({ restaurantId, expectedVersion, idempotencyKey, ...changes }) =>
      ask('PATCH', restaurantPath(restaurantId), { content: mergePatch(changes), expectedVersion, idempotencyKey }),
    getMenu: ({ restaurantId }) => ask('GET', `${restaurantPath(restaurantId)}/menu`),
    replaceMenu: ({ restaurantId, items, ...conditions }) =>
      ask('PUT', `${restaurantPath(restaurantId)}/menu`, { content: json({ items }), ...conditions }),
    getMenuItem: (key) => ask('GET', menuItemPath(key)),
    updateMenuItem: ({ restaurantId, menuItemId, expectedVersion, idempotencyKey, ...changes }) =>
      ask('PATCH', menuItemPath({ restaurantId, menuItemId }), {
        content: mergePatch(changes),
        expectedVersion,
        idempotencyKey,
      }),
    importMenu: ({ restaurantId, csv, idempotencyKey }) =>
      ask('POST', `${restaurantPath(restaurantId)}/menu-imports`, {
        content: { mediaType: 'text/csv', body: csv },
        idempotencyKey,
      }),
    getMenuImport: ({ restaurantId, menuImportId }) =>
      ask('GET', `${restaurantPath(restaurantId)}/menu-imports/${segment(menuImportId)}`),
    setPhoto: ({ restaurantId, menuItemId, contentType, data, ...conditions }) =>
      ask('PUT', `${menuItemPath({ restaurantId, menuItemId })}/photo`, {
        content: photoContent({ contentType, data }),
        ...conditions,
      }),
    deletePhoto: ({ restaurantId, menuItemId, ...conditions }) =>
      ask('DELETE', `${menuItemPath({ restaurantId, menuItemId })}/photo`, conditions),
  } satisfies Partial<StyleClient>;
}

function baskets(ask: Ask) {
  return {
    getBasket: (key) => ask('GET', basketPath(key)),
    addToBasket: ({ menuItemId, quantity, idempotencyKey, ...key }) =>
      ask('POST', `${basketPath(key)}/lines`, { content: json({ menuItemId, quantity }), idempotencyKey }),
    setBasketLine: ({ consumerId, restaurantId, menuItemId, quantity, ...conditions }) =>
      ask('PUT', `${basketPath({ consumerId, restaurantId })}/lines/${segment(menuItemId)}`, {
        content: json({ quantity }),
        ...conditions,
      }),
    clearBasket: ({ consumerId, restaurantId, ...conditions }) =>
      ask('DELETE', basketPath({ consumerId, restaurantId }), conditions),
    checkoutBasket: ({ consumerId, restaurantId, expectedVersion, idempotencyKey, ...body }) =>
      ask('POST', `${basketPath({ consumerId, restaurantId })}/checkout`, {
        content: json(body),
        expectedVersion,
        idempotencyKey,
      }),
  } satisfies Partial<StyleClient>;
}

function orders(ask: Ask) {
  return {
    getOrder: ({ orderId }) => ask('GET', orderPath(orderId)),
    listOrders: (query) => ask('GET', '/orders', { query }),
    getOrderDetails: ({ orderId, parts }) => ask('GET', `${orderPath(orderId)}/details`, { query: { parts } }),
    listOrderHistory: ({ consumerId, ...query }) => ask('GET', `${consumerPath(consumerId)}/order-history`, { query }),
    placeOrder: ({ idempotencyKey, ...body }) => ask('POST', '/orders', { content: json(body), idempotencyKey }),
    reviseOrder: ({ orderId, expectedVersion, idempotencyKey, ...changes }) =>
      ask('PATCH', orderPath(orderId), { content: mergePatch(changes), expectedVersion, idempotencyKey }),
    cancelOrder: ({ orderId, ...conditions }) => ask('PUT', `${orderPath(orderId)}/cancellation`, conditions),
  } satisfies Partial<StyleClient>;
}

/** What level 2 says of each ticket of several. */
type TicketAnswer = { readonly orderId: string } & ({ readonly ticket: TicketJson } | { readonly problem: Problem });

function tickets(ask: Ask) {
  return {
    getTicket: ({ orderId }) => ask('GET', ticketPath(orderId)),
    listTickets: (query) => ask('GET', '/tickets', { query }),
    acceptTicket: ({ orderId, readyBy, ...conditions }) =>
      ask('PUT', `${ticketPath(orderId)}/acceptance`, { content: json({ readyBy }), ...conditions }),
    rejectTicket: ({ orderId, reason, ...conditions }) =>
      ask('PUT', `${ticketPath(orderId)}/rejection`, { content: json({ reason }), ...conditions }),
    startPreparing: ({ orderId, ...conditions }) => ask('PUT', `${ticketPath(orderId)}/preparation`, conditions),
    finishPreparing: ({ orderId, ...conditions }) => ask('PUT', `${ticketPath(orderId)}/readiness`, conditions),
    acceptTickets: async ({ idempotencyKey, ...body }): Promise<OutcomeJson<'acceptTickets'>> => {
      const answers = await ask<TicketAnswer[]>('POST', '/ticket-acceptances', { content: json(body), idempotencyKey });
      return answers.map(({ orderId, ...answer }) =>
        'ticket' in answer ? { orderId, ticket: answer.ticket } : { orderId, refusal: refusalOf(answer.problem) },
      );
    },
  } satisfies Partial<StyleClient>;
}

function deliveries(ask: Ask) {
  return {
    getDelivery: ({ orderId }) => ask('GET', deliveryPath(orderId)),
    listDeliveries: (query) => ask('GET', '/deliveries', { query }),
    getTrack: ({ orderId, ...query }) => ask('GET', `${deliveryPath(orderId)}/track`, { query }),
    assignCourier: ({ orderId, courierId, ...conditions }) =>
      ask('PUT', `${deliveryPath(orderId)}/courier`, { content: json({ courierId }), ...conditions }),
    notePickedUp: ({ orderId, ...conditions }) => ask('PUT', `${deliveryPath(orderId)}/pickup`, conditions),
    noteDelivered: ({ orderId, ...conditions }) => ask('PUT', `${deliveryPath(orderId)}/dropoff`, conditions),
    reportLocation: ({ orderId, idempotencyKey, ...body }) =>
      ask('POST', `${deliveryPath(orderId)}/track`, { content: json(body), idempotencyKey }),
    getCourier: ({ courierId }) => ask('GET', courierPath(courierId)),
    listCouriers: (query) => ask('GET', '/couriers', { query }),
    setOnDuty: ({ courierId, onDuty, ...conditions }) =>
      ask('PUT', `${courierPath(courierId)}/duty`, { content: json({ onDuty }), ...conditions }),
  } satisfies Partial<StyleClient>;
}

function bills(ask: Ask) {
  return {
    getBill: ({ orderId }) => ask('GET', `${orderPath(orderId)}/bill`),
    refundBill: ({ orderId, idempotencyKey, ...body }) =>
      ask('POST', `${orderPath(orderId)}/bill/refunds`, { content: json(body), idempotencyKey }),
  } satisfies Partial<StyleClient>;
}
