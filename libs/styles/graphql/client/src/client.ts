import { RefusedError, UnexpectedAnswerError, type ClientOptions, type StyleClient } from '@rungs/scenarios';
import type { OrderDetailsJson, PageJson, RefusalJson } from '@rungs/json';
import * as documents from './documents.ts';
import { dataOf, endpointOf, postOf, type GraphqlDocument } from './exchange.ts';
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
  const change = async <T, V>(
    document: GraphqlDocument<{ payload: documents.Payload<T> }, V>,
    variables: V,
  ): Promise<T> => {
    const response = await send(document, variables);
    const { result, userErrors } = (await dataOf(document, response)).payload;
    const [refused] = userErrors;
    if (refused) throw new RefusedError(refusalOfUserError(refused), response.status);
    if (result === undefined) throw new UnexpectedAnswerError('The payload holds neither a result nor an error.');
    return result;
  };

  return {
    getConsumer: ({ consumerId: id }) => find(documents.GET_CONSUMER, 'consumer', 'consumer-not-found', id, { id }),
    getRestaurant: ({ restaurantId: id }) =>
      find(documents.GET_RESTAURANT, 'restaurant', 'restaurant-not-found', id, { id }),
    listRestaurants: async ({ text, cuisine, open, near, ...page }) => {
      const variables = { ...pageVariables(page), filter: { text, cuisine, open, near } };
      return pageOf((await ask(documents.LIST_RESTAURANTS, variables)).restaurants);
    },
    getMenu: ({ restaurantId: id }) => find(documents.GET_MENU, 'menu', 'restaurant-not-found', id, { id }),
    getMenuItem: (input) => find(documents.GET_MENU_ITEM, 'menuItem', 'menu-item-not-found', input.menuItemId, input),
    getBasket: (input) => {
      const id = `${input.consumerId}/${input.restaurantId}`;
      return find(documents.GET_BASKET, 'basket', 'basket-not-found', id, input);
    },
    addToBasket: (input) => change(documents.ADD_TO_BASKET, { input }),
    setBasketLine: (input) => change(documents.SET_BASKET_LINE, { input }),
    clearBasket: (input) => change(documents.CLEAR_BASKET, { input }),
    checkoutBasket: (input) => change(documents.CHECKOUT_BASKET, { input }),
    getOrder: ({ orderId: id }) => find(documents.GET_ORDER, 'order', 'order-not-found', id, { id }),
    listOrders: async ({ consumerId, restaurantId, states, placedFrom, placedTo, sort, limit, after, before }) => {
      const variables = {
        ...pageVariables({ limit, after, before }),
        filter: { consumerId, restaurantId, states, placedFrom, placedTo },
        sort: sort === 'placedAt' ? ('OLDEST_FIRST' as const) : ('NEWEST_FIRST' as const),
      };
      return pageOf((await ask(documents.LIST_ORDERS, variables)).orders);
    },
    getOrderDetails: async ({ orderId: id, parts }) => {
      const wants = (part: NonNullable<typeof parts>[number]): boolean => parts?.includes(part) ?? true;
      const order = await find(documents.GET_ORDER_DETAILS, 'order', 'order-not-found', id, {
        id,
        consumer: wants('consumer'),
        restaurant: wants('restaurant'),
        ticket: wants('ticket'),
        delivery: wants('delivery'),
        courier: wants('courier'),
        bill: wants('bill'),
      });
      return detailsOf(order, wants('delivery'));
    },
    listOrderHistory: async ({ consumerId, ...page }) =>
      pageOf(
        await find(documents.LIST_ORDER_HISTORY, 'orderHistory', 'consumer-not-found', consumerId, {
          consumerId,
          ...pageVariables(page),
        }),
      ),
    placeOrder: (input) => change(documents.PLACE_ORDER, { input }),
    cancelOrder: (input) => change(documents.CANCEL_ORDER, { input }),
    getTicket: ({ orderId: id }) => find(documents.GET_TICKET, 'ticket', 'ticket-not-found', id, { id }),
    getDelivery: ({ orderId: id }) => find(documents.GET_DELIVERY, 'delivery', 'delivery-not-found', id, { id }),
    getCourier: ({ courierId: id }) => find(documents.GET_COURIER, 'courier', 'courier-not-found', id, { id }),
    getBill: ({ orderId: id }) => find(documents.GET_BILL, 'bill', 'bill-not-found', id, { id }),
  };
}

type NotFoundCode = Extract<RefusalJson['code'], `${string}-not-found`>;

function notThere(code: NotFoundCode, id: string): RefusalJson {
  const thing = code.replace('-not-found', '').replaceAll('-', ' ');
  return { code, message: `There is no ${thing} ${id} that you may see.`, details: { id } };
}

/** `first` walks forwards from `after`, `last` backwards from `before`. */
function pageVariables({
  limit,
  after,
  before,
}: {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}): documents.PageVariables {
  return before === undefined || after !== undefined ? { first: limit, after, before } : { last: limit, before };
}

function pageOf<T>({ nodes, pageInfo }: documents.ConnectionJson<T>): PageJson<T> {
  const { hasNextPage, endCursor, hasPreviousPage, startCursor } = pageInfo;
  return {
    items: nodes,
    page: {
      ...(hasNextPage && endCursor !== undefined && { next: endCursor }),
      ...(hasPreviousPage && startCursor !== undefined && { previous: startCursor }),
    },
  };
}

type OrderWithParts = NonNullable<
  typeof documents.GET_ORDER_DETAILS extends GraphqlDocument<infer D, infer _V>
    ? D extends { order?: infer O }
      ? O
      : never
    : never
>;

/** The nested answer as the flat one of plain JSON, where the courier stands beside the delivery. */
function detailsOf(
  { consumer, restaurant, ticket, delivery: nested, bill, ...order }: OrderWithParts,
  wantsDelivery: boolean,
): OrderDetailsJson {
  const { courier, ...delivery } = nested ?? {};
  return {
    order,
    ...(consumer && { consumer }),
    ...(restaurant && { restaurant }),
    ...(ticket && { ticket }),
    ...(nested && wantsDelivery && { delivery: delivery as Omit<typeof nested, 'courier'> }),
    ...(courier && { courier }),
    ...(bill && { bill }),
  };
}
