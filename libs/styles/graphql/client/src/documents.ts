import type { InputOf } from '@rungs/application';
import type {
  BasketJson,
  BillJson,
  ConsumerJson,
  CourierJson,
  DeliveryJson,
  MenuItemJson,
  MenuJson,
  OrderDetailsJson,
  OrderHistoryEntryJson,
  OrderJson,
  RestaurantJson,
  TicketJson,
} from '@rungs/json';
import { documentOf } from './exchange.ts';
import type { UserError } from './user-errors.ts';

// The operation behind each method of the client. Aliases give the things' UUIDs the names that plain JSON has.

const MONEY = '{ amount currency }';
const ADDRESS = '{ street city postalCode country }';

const ORDER = `
  id: orderId
  version
  consumerId
  restaurantId
  state
  lineItems { menuItemId name unitPrice ${MONEY} quantity }
  deliveryAddress ${ADDRESS}
  deliveryNote
  placedAt
  total ${MONEY}
`;
const CONSUMER = `id: consumerId version name { first last } email addresses ${ADDRESS}`;
const RESTAURANT_SUMMARY = `id: restaurantId version name address ${ADDRESS} cuisine open`;
const RESTAURANT = `${RESTAURANT_SUMMARY} location { lat lon } currency`;
const MENU_ITEM = `id: menuItemId version name description price ${MONEY} available tags`;
const TICKET = 'orderId version state readyBy acceptedAt preparingAt readyAt';
const DELIVERY = `
  orderId
  version
  state
  pickupAddress ${ADDRESS}
  deliveryAddress ${ADDRESS}
  courierId
  estimatedAt
  pickedUpAt
  deliveredAt
  lastLocation { lat lon at }
  courierPhone
`;
const COURIER = 'id: courierId version name vehicle phone onDuty currentDeliveryId';
const CHARGES = `
  subtotal ${MONEY}
  deliveryFee ${MONEY}
  serviceFee ${MONEY}
  tax ${MONEY}
  total ${MONEY}
`;
const BILL = `
  orderId
  lines { name unitPrice ${MONEY} quantity total ${MONEY} }
  ${CHARGES}
  paymentState
  authorizationCode
  refunds { amount ${MONEY} reason refundedAt }
`;
const BASKET = `
  consumerId
  restaurantId
  version
  lines { menuItemId name unitPrice ${MONEY} quantity total ${MONEY} available }
  charges { ${CHARGES} }
`;
const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const USER_ERRORS = `
  userErrors {
    code
    message
    ... on NotFoundRefusal { id }
    ... on ForbiddenRefusal { operation role }
    ... on OrderNotCancellableRefusal { state }
    ... on VersionRequiredRefusal { currentVersion }
    ... on StaleVersionRefusal { expectedVersion currentVersion }
    ... on InvalidInputRefusal { fieldErrors { path message } }
    ... on MenuItemUnavailableRefusal { menuItemId name }
    ... on RestaurantClosedRefusal { restaurantId }
    ... on BasketEmptyRefusal { restaurantId }
    ... on PaymentDeclinedRefusal { total ${MONEY} }
    ... on IdempotencyConflictRefusal { idempotencyKey }
    ... on UnavailableRefusal { part retryAfterSeconds }
  }
`;

export interface ConnectionJson<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor?: string;
    readonly endCursor?: string;
  };
}

export interface PageVariables {
  readonly first?: number | undefined;
  readonly after?: string | undefined;
  readonly last?: number | undefined;
  readonly before?: string | undefined;
}
const PAGE_VARIABLES = '$first: Int, $after: String, $last: Int, $before: String';
const PAGE_ARGUMENTS = 'first: $first, after: $after, last: $last, before: $before';

interface ById {
  readonly id: string;
}

export const GET_CONSUMER = documentOf<{ consumer?: ConsumerJson }, ById>(
  `query GetConsumer($id: ID!) { consumer(id: $id) { ${CONSUMER} } }`,
);

export const GET_RESTAURANT = documentOf<{ restaurant?: RestaurantJson }, ById>(
  `query GetRestaurant($id: ID!) { restaurant(id: $id) { ${RESTAURANT} } }`,
);

export const LIST_RESTAURANTS = documentOf<
  { restaurants: ConnectionJson<RestaurantJson> },
  PageVariables & { readonly filter: Pick<InputOf<'listRestaurants'>, 'text' | 'cuisine' | 'open' | 'near'> }
>(`
  query ListRestaurants(${PAGE_VARIABLES}, $filter: RestaurantFilter) {
    restaurants(${PAGE_ARGUMENTS}, filter: $filter) { nodes { ${RESTAURANT} } ${PAGE_INFO} }
  }
`);

export const GET_MENU = documentOf<{ menu?: MenuJson }, ById>(
  `query GetMenu($id: ID!) { menu(restaurantId: $id) { restaurantId version items { ${MENU_ITEM} } } }`,
);

export const GET_MENU_ITEM = documentOf<{ menuItem?: MenuItemJson }, InputOf<'getMenuItem'>>(`
  query GetMenuItem($restaurantId: ID!, $menuItemId: ID!) {
    menuItem(restaurantId: $restaurantId, menuItemId: $menuItemId) { ${MENU_ITEM} }
  }
`);

export const GET_BASKET = documentOf<{ basket?: BasketJson }, InputOf<'getBasket'>>(`
  query GetBasket($consumerId: ID!, $restaurantId: ID!) {
    basket(consumerId: $consumerId, restaurantId: $restaurantId) { ${BASKET} }
  }
`);

export const GET_ORDER = documentOf<{ order?: OrderJson }, ById>(
  `query GetOrder($id: ID!) { order(id: $id) { ${ORDER} } }`,
);

export const LIST_ORDERS = documentOf<
  { orders: ConnectionJson<OrderJson> },
  PageVariables & {
    readonly filter: Pick<InputOf<'listOrders'>, 'consumerId' | 'restaurantId' | 'states' | 'placedFrom' | 'placedTo'>;
    readonly sort: 'NEWEST_FIRST' | 'OLDEST_FIRST';
  }
>(`
  query ListOrders(${PAGE_VARIABLES}, $filter: OrderFilter, $sort: OrderSort!) {
    orders(${PAGE_ARGUMENTS}, filter: $filter, sort: $sort) { nodes { ${ORDER} } ${PAGE_INFO} }
  }
`);

type Parts = Omit<OrderDetailsJson, 'order' | 'courier'>;

/** One document for whatever parts are asked for: the server reads only those that are included. */
export const GET_ORDER_DETAILS = documentOf<
  {
    order?: OrderJson &
      Omit<Parts, 'delivery'> & { readonly delivery?: DeliveryJson & { readonly courier?: CourierJson } };
  },
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

export const GET_TICKET = documentOf<{ ticket?: TicketJson }, ById>(
  `query GetTicket($id: ID!) { ticket(orderId: $id) { ${TICKET} } }`,
);

export const GET_DELIVERY = documentOf<{ delivery?: DeliveryJson }, ById>(
  `query GetDelivery($id: ID!) { delivery(orderId: $id) { ${DELIVERY} } }`,
);

export const GET_COURIER = documentOf<{ courier?: CourierJson }, ById>(
  `query GetCourier($id: ID!) { courier(id: $id) { ${COURIER} } }`,
);

export const GET_BILL = documentOf<{ bill?: BillJson }, ById>(
  `query GetBill($id: ID!) { bill(orderId: $id) { ${BILL} } }`,
);

/** A payload: the changed thing, or what was wrong. */
export interface Payload<T> {
  readonly result?: T;
  readonly userErrors: readonly UserError[];
}

function mutationOf<
  N extends 'placeOrder' | 'cancelOrder' | 'addToBasket' | 'setBasketLine' | 'clearBasket' | 'checkoutBasket',
  T,
>(operation: N, result: string) {
  const name = operation.charAt(0).toUpperCase() + operation.slice(1);
  return documentOf<{ payload: Payload<T> }, { readonly input: InputOf<N> }>(`
    mutation ${name}($input: ${name}Input!) { payload: ${operation}(input: $input) { result: ${result} ${USER_ERRORS} } }
  `);
}

export const PLACE_ORDER = mutationOf<'placeOrder', OrderJson>('placeOrder', `order { ${ORDER} }`);
export const CANCEL_ORDER = mutationOf<'cancelOrder', OrderJson>('cancelOrder', `order { ${ORDER} }`);
export const ADD_TO_BASKET = mutationOf<'addToBasket', BasketJson>('addToBasket', `basket { ${BASKET} }`);
export const SET_BASKET_LINE = mutationOf<'setBasketLine', BasketJson>('setBasketLine', `basket { ${BASKET} }`);
export const CLEAR_BASKET = mutationOf<'clearBasket', BasketJson>('clearBasket', `basket { ${BASKET} }`);
export const CHECKOUT_BASKET = mutationOf<'checkoutBasket', OrderJson>('checkoutBasket', `order { ${ORDER} }`);
