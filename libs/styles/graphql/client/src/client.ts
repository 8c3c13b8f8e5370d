import { RefusedError, UnexpectedAnswerError, type ClientOptions, type StyleClient } from '@rungs/scenarios';
import type { MenuImportJson, OrderDetailsJson, PageJson, RefusalJson, TicketAcceptanceJson } from '@rungs/json';
import * as accounting from './accounting/accounting.documents.ts';
import * as basket from './basket/basket.documents.ts';
import * as consumer from './consumer/consumer.documents.ts';
import * as delivery from './delivery/delivery.documents.ts';
import type { ConnectionJson, PageVariables, Payload } from './documents.ts';
import { dataOf, endpointOf, postOf, type GraphqlDocument } from './exchange.ts';
import * as kitchen from './kitchen/kitchen.documents.ts';
import * as order from './order/order.documents.ts';
import * as restaurant from './restaurant/restaurant.documents.ts';
import { refusalOfUserError } from './user-errors.ts';

/** How an honest client of GraphQL does every operation: always the same URI, a document that says what is wanted. */
export function connect(options: ClientOptions): StyleClient {
  const { fetch } = options;
  const send = <D, V>(document: GraphqlDocument<D, V>, variables: V): Promise<Response> =>
    fetch(endpointOf(options), postOf(document, variables, options));
  const ask = async <D, V>(document: GraphqlDocument<D, V>, variables: V): Promise<D> =>
    dataOf(document, await send(document, variables));

  /** A thing by the id that names it: hidden and missing ones are null, and here they are refused. */
  const find = async <K extends string, T, V>(
    document: GraphqlDocument<{ readonly [P in K]?: T }, V>,
    member: K,
    notFound: NotFoundCode,
    id: string,
    variables: V,
  ): Promise<T> => {
    const response = await send(document, variables);
    const found = (await dataOf(document, response))[member];
    if (found === undefined) throw new RefusedError(notThere(notFound, id), response.status);
    return found;
  };

  /** A mutation refuses in its payload. */
  const change = async <T, V>(document: GraphqlDocument<{ payload: Payload<T> }, V>, variables: V): Promise<T> => {
    const response = await send(document, variables);
    const { result, userErrors } = (await dataOf(document, response)).payload;
    const [refused] = userErrors;
    if (refused) throw new RefusedError(refusalOfUserError(refused), response.status);
    if (result === undefined) throw new UnexpectedAnswerError('The payload holds neither a result nor an error.');
    return result;
  };

  return {
    getConsumer: ({ consumerId: id }) => find(consumer.GET_CONSUMER, 'consumer', 'consumer-not-found', id, { id }),
    listConsumers: async (input) => pageOf((await ask(consumer.LIST_CONSUMERS, listVariables(input))).consumers),
    registerConsumer: (input) => change(consumer.REGISTER_CONSUMER, { input }),
    updateConsumer: (input) => change(consumer.UPDATE_CONSUMER, { input }),

    getRestaurant: ({ restaurantId: id }) =>
      find(restaurant.GET_RESTAURANT, 'restaurant', 'restaurant-not-found', id, { id }),
    listRestaurants: async (input) =>
      pageOf((await ask(restaurant.LIST_RESTAURANTS, listVariables(input))).restaurants),
    openRestaurant: (input) => change(restaurant.OPEN_RESTAURANT, { input }),
    updateRestaurant: (input) => change(restaurant.UPDATE_RESTAURANT, { input }),
    getMenu: ({ restaurantId: id }) => find(restaurant.GET_MENU, 'menu', 'restaurant-not-found', id, { id }),
    replaceMenu: (input) => change(restaurant.REPLACE_MENU, { input }),
    getMenuItem: (input) => find(restaurant.GET_MENU_ITEM, 'menuItem', 'menu-item-not-found', input.menuItemId, input),
    updateMenuItem: (input) => change(restaurant.UPDATE_MENU_ITEM, { input }),
    importMenu: async (input) => menuImportOf(await change(restaurant.IMPORT_MENU, { input })),
    getMenuImport: async (input) =>
      menuImportOf(
        await find(restaurant.GET_MENU_IMPORT, 'menuImport', 'menu-import-not-found', input.menuImportId, input),
      ),
    getPhoto: (input) => find(restaurant.GET_PHOTO, 'photo', 'photo-not-found', input.menuItemId, input),
    setPhoto: (input) => change(restaurant.SET_PHOTO, { input }),
    deletePhoto: (input) => change(restaurant.DELETE_PHOTO, { input }),

    getBasket: (input) => {
      const id = `${input.consumerId}/${input.restaurantId}`;
      return find(basket.GET_BASKET, 'basket', 'basket-not-found', id, input);
    },
    addToBasket: (input) => change(basket.ADD_TO_BASKET, { input }),
    setBasketLine: (input) => change(basket.SET_BASKET_LINE, { input }),
    clearBasket: (input) => change(basket.CLEAR_BASKET, { input }),
    checkoutBasket: (input) => change(basket.CHECKOUT_BASKET, { input }),

    getOrder: ({ orderId: id }) => find(order.GET_ORDER, 'order', 'order-not-found', id, { id }),
    listOrders: async ({ sort, ...input }) => {
      const direction = sort === 'placedAt' ? ('OLDEST_FIRST' as const) : ('NEWEST_FIRST' as const);
      return pageOf((await ask(order.LIST_ORDERS, { ...listVariables(input), sort: direction })).orders);
    },
    getOrderDetails: async ({ orderId: id, parts }) => {
      const wants = (part: NonNullable<typeof parts>[number]): boolean => parts?.includes(part) ?? true;
      const found = await find(order.GET_ORDER_DETAILS, 'order', 'order-not-found', id, {
        id,
        consumer: wants('consumer'),
        restaurant: wants('restaurant'),
        ticket: wants('ticket'),
        delivery: wants('delivery'),
        courier: wants('courier'),
        bill: wants('bill'),
      });
      return detailsOf(found, wants('delivery'));
    },
    listOrderHistory: async ({ consumerId: id, ...page }) => {
      const variables = { consumerId: id, ...pageVariables(page) };
      return pageOf(await find(order.LIST_ORDER_HISTORY, 'orderHistory', 'consumer-not-found', id, variables));
    },
    placeOrder: (input) => change(order.PLACE_ORDER, { input }),
    reviseOrder: (input) => change(order.REVISE_ORDER, { input }),
    cancelOrder: (input) => change(order.CANCEL_ORDER, { input }),

    getTicket: ({ orderId: id }) => find(kitchen.GET_TICKET, 'ticket', 'ticket-not-found', id, { id }),
    listTickets: async (input) => pageOf((await ask(kitchen.LIST_TICKETS, listVariables(input))).tickets),
    acceptTicket: (input) => change(kitchen.ACCEPT_TICKET, { input }),
    rejectTicket: (input) => change(kitchen.REJECT_TICKET, { input }),
    startPreparing: (input) => change(kitchen.START_PREPARING, { input }),
    finishPreparing: (input) => change(kitchen.FINISH_PREPARING, { input }),
    acceptTickets: async (input) => (await change(kitchen.ACCEPT_TICKETS, { input })).map(acceptanceOf),

    getDelivery: ({ orderId: id }) => find(delivery.GET_DELIVERY, 'delivery', 'delivery-not-found', id, { id }),
    listDeliveries: async (input) => pageOf((await ask(delivery.LIST_DELIVERIES, listVariables(input))).deliveries),
    getTrack: async ({ orderId: id, ...page }) => {
      const variables = { id, ...pageVariables(page) };
      return pageOf(await find(delivery.GET_TRACK, 'track', 'delivery-not-found', id, variables));
    },
    assignCourier: (input) => change(delivery.ASSIGN_COURIER, { input }),
    notePickedUp: (input) => change(delivery.NOTE_PICKED_UP, { input }),
    noteDelivered: (input) => change(delivery.NOTE_DELIVERED, { input }),
    reportLocation: (input) => change(delivery.REPORT_LOCATION, { input }),
    getCourier: ({ courierId: id }) => find(delivery.GET_COURIER, 'courier', 'courier-not-found', id, { id }),
    listCouriers: async (input) => pageOf((await ask(delivery.LIST_COURIERS, listVariables(input))).couriers),
    setOnDuty: (input) => change(delivery.SET_ON_DUTY, { input }),

    getBill: ({ orderId: id }) => find(accounting.GET_BILL, 'bill', 'bill-not-found', id, { id }),
    refundBill: (input) => change(accounting.REFUND_BILL, { input }),
  };
}

type NotFoundCode = Extract<RefusalJson['code'], `${string}-not-found`>;

function notThere(code: NotFoundCode, id: string): RefusalJson {
  const thing = code.replace('-not-found', '').replaceAll('-', ' ');
  return { code, message: `There is no ${thing} ${id} that you may see.`, details: { id } };
}

interface Paging {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

/** A list's page and, apart from it, what it is narrowed by. */
function listVariables<F>({ limit, after, before, ...filter }: Paging & F) {
  return { ...pageVariables({ limit, after, before }), filter };
}

/** `first` walks forwards from `after`, `last` backwards from `before`. */
function pageVariables({ limit, after, before }: Paging): PageVariables {
  return before === undefined || after !== undefined ? { first: limit, after, before } : { last: limit, before };
}

function pageOf<T>({ nodes, pageInfo }: ConnectionJson<T>): PageJson<T> {
  const { hasNextPage, endCursor, hasPreviousPage, startCursor } = pageInfo;
  return {
    items: nodes,
    page: {
      ...(hasNextPage && endCursor !== undefined && { next: endCursor }),
      ...(hasPreviousPage && startCursor !== undefined && { previous: startCursor }),
    },
  };
}

/** The nested answer as the flat one of plain JSON, where the courier stands beside the delivery. */
function detailsOf(
  { consumer: who, restaurant: where, ticket, delivery: nested, bill, ...itself }: order.OrderWithParts,
  wantsDelivery: boolean,
): OrderDetailsJson {
  const { courier, ...rest } = nested ?? {};
  return {
    order: itself,
    ...(who && { consumer: who }),
    ...(where && { restaurant: where }),
    ...(ticket && { ticket }),
    ...(nested && wantsDelivery && { delivery: rest as Omit<typeof nested, 'courier'> }),
    ...(courier && { courier }),
    ...(bill && { bill }),
  };
}

/** A line that was refused says so as a payload does. */
function menuImportOf({ lines, ...facts }: restaurant.MenuImportAnswer): MenuImportJson {
  return {
    ...facts,
    lines: lines.map(({ line, menuItemId, userError }) => {
      if (userError) return { line, refusal: refusalOfUserError(userError) };
      if (menuItemId === undefined) throw new UnexpectedAnswerError(`Line ${line} has neither a dish nor an error.`);
      return { line, menuItemId };
    }),
  };
}

function acceptanceOf({ orderId, ticket, userError }: kitchen.AcceptanceAnswer): TicketAcceptanceJson {
  if (userError) return { orderId, refusal: refusalOfUserError(userError) };
  if (!ticket) throw new UnexpectedAnswerError(`The order ${orderId} has neither a ticket nor an error.`);
  return { orderId, ticket };
}
