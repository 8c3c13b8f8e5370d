/* eslint-disable max-lines -- THE catalogue: one list that everything is held against; in two it could disagree */
import type {
  Address,
  ConsumerId,
  CourierId,
  Instant,
  Location,
  LocationPing,
  Menu,
  MenuItem,
  MenuItemId,
  Money,
  OrderId,
  OrderLine,
  OrderState,
  PersonName,
  RefusalCode,
  RefusalOf,
  Restaurant,
  RestaurantId,
  Role,
  Ticket,
  TicketState,
  DeliveryState,
} from '@rungs/domain';
import type { Page, PageInput } from './paging.ts';
import type {
  BasketView,
  BillView,
  ConsumerView,
  CourierView,
  DeliveryView,
  OrderDetails,
  OrderHistoryEntry,
  OrderPart,
  OrderView,
} from './views.ts';

/** What a change may carry besides its own input; where each style puts it is said in its README. */
export interface ChangeInput {
  /** The version of the thing that the actor saw. Required where the thing is versioned and known. */
  readonly expectedVersion?: number | undefined;
  readonly idempotencyKey?: string | undefined;
}

export type Keyed = Pick<ChangeInput, 'idempotencyKey'>;
export interface OrderById {
  readonly orderId: OrderId;
}
export interface BasketById {
  readonly consumerId: ConsumerId;
  readonly restaurantId: RestaurantId;
}

export interface ListOrdersInput extends PageInput {
  readonly consumerId?: ConsumerId | undefined;
  readonly restaurantId?: RestaurantId | undefined;
  readonly states?: readonly OrderState[] | undefined;
  /** Inclusive. */
  readonly placedFrom?: Instant | undefined;
  /** Exclusive. */
  readonly placedTo?: Instant | undefined;
  /** Newest first when absent. */
  readonly sort?: 'placedAt' | '-placedAt' | undefined;
}

export interface ListRestaurantsInput extends PageInput {
  readonly text?: string | undefined;
  readonly cuisine?: string | undefined;
  readonly open?: boolean | undefined;
  readonly near?: Location | undefined;
}

export interface PlaceOrderInput extends Keyed {
  readonly restaurantId: RestaurantId;
  readonly lines: readonly OrderLine[];
  /** The consumer's first address when absent. */
  readonly deliveryAddress?: Address | undefined;
  readonly deliveryNote?: string | undefined;
  readonly paymentToken: string;
}

export interface CheckoutBasketInput extends BasketById, ChangeInput {
  readonly deliveryAddress?: Address | undefined;
  readonly deliveryNote?: string | undefined;
  readonly paymentToken: string;
}

/** Progress of a bulk menu import: a report per line. */
export interface MenuImport {
  readonly id: string;
  readonly state: 'WAITING' | 'RUNNING' | 'DONE';
  readonly lines: readonly { readonly line: number; readonly refusal?: RefusalOf }[];
}

export interface Photo {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The catalogue: input and outcome of every operation. Styles, clients and suites are all typed from it. */
export interface Operations {
  getConsumer: { input: { readonly consumerId: ConsumerId }; outcome: ConsumerView };
  listConsumers: { input: PageInput & { readonly text?: string }; outcome: Page<ConsumerView> };
  registerConsumer: {
    input: Keyed & { readonly name: PersonName; readonly email: string; readonly addresses: readonly Address[] };
    outcome: ConsumerView;
  };
  updateConsumer: {
    input: ChangeInput & {
      readonly consumerId: ConsumerId;
      readonly name?: PersonName;
      readonly email?: string;
      readonly addresses?: readonly Address[];
    };
    outcome: ConsumerView;
  };

  getRestaurant: { input: { readonly restaurantId: RestaurantId }; outcome: Restaurant };
  listRestaurants: { input: ListRestaurantsInput; outcome: Page<Restaurant> };
  getMenu: { input: { readonly restaurantId: RestaurantId }; outcome: Menu };
  getMenuItem: {
    input: { readonly restaurantId: RestaurantId; readonly menuItemId: MenuItemId };
    outcome: MenuItem;
  };
  openRestaurant: { input: Keyed & Omit<Restaurant, 'id' | 'version'>; outcome: Restaurant };
  updateRestaurant: {
    input: ChangeInput & { readonly restaurantId: RestaurantId } & Partial<
        Pick<Restaurant, 'name' | 'address' | 'location' | 'cuisine' | 'open'>
      >;
    outcome: Restaurant;
  };
  replaceMenu: {
    input: ChangeInput & {
      readonly restaurantId: RestaurantId;
      readonly items: readonly Omit<MenuItem, 'id' | 'version'>[];
    };
    outcome: Menu;
  };
  updateMenuItem: {
    input: ChangeInput & { readonly restaurantId: RestaurantId; readonly menuItemId: MenuItemId } & Partial<
        Omit<MenuItem, 'id' | 'version'>
      >;
    outcome: MenuItem;
  };
  importMenu: { input: Keyed & { readonly restaurantId: RestaurantId; readonly csv: string }; outcome: MenuImport };
  getPhoto: { input: { readonly restaurantId: RestaurantId; readonly menuItemId: MenuItemId }; outcome: Photo };
  setPhoto: {
    input: ChangeInput & Photo & { readonly restaurantId: RestaurantId; readonly menuItemId: MenuItemId };
    outcome: MenuItem;
  };
  deletePhoto: {
    input: ChangeInput & { readonly restaurantId: RestaurantId; readonly menuItemId: MenuItemId };
    outcome: MenuItem;
  };

  getBasket: { input: BasketById; outcome: BasketView };
  addToBasket: { input: BasketById & Keyed & OrderLine; outcome: BasketView };
  setBasketLine: { input: BasketById & ChangeInput & OrderLine; outcome: BasketView };
  clearBasket: { input: BasketById & ChangeInput; outcome: BasketView };
  checkoutBasket: { input: CheckoutBasketInput; outcome: OrderView };

  getOrder: { input: OrderById; outcome: OrderView };
  listOrders: { input: ListOrdersInput; outcome: Page<OrderView> };
  getOrderDetails: { input: OrderById & { readonly parts?: readonly OrderPart[] | undefined }; outcome: OrderDetails };
  listOrderHistory: { input: PageInput & { readonly consumerId: ConsumerId }; outcome: Page<OrderHistoryEntry> };
  placeOrder: { input: PlaceOrderInput; outcome: OrderView };
  reviseOrder: {
    input: OrderById &
      ChangeInput & {
        readonly lines?: readonly OrderLine[];
        readonly deliveryAddress?: Address;
        readonly deliveryNote?: string;
      };
    outcome: OrderView;
  };
  cancelOrder: { input: OrderById & ChangeInput; outcome: OrderView };

  getTicket: { input: OrderById; outcome: Ticket };
  listTickets: {
    input: PageInput & { readonly restaurantId?: RestaurantId; readonly states?: readonly TicketState[] };
    outcome: Page<Ticket>;
  };
  acceptTicket: { input: OrderById & ChangeInput & { readonly readyBy: Instant }; outcome: Ticket };
  rejectTicket: { input: OrderById & ChangeInput & { readonly reason: string }; outcome: Ticket };
  startPreparing: { input: OrderById & ChangeInput; outcome: Ticket };
  finishPreparing: { input: OrderById & ChangeInput; outcome: Ticket };
  acceptTickets: {
    input: Keyed & { readonly tickets: readonly (OrderById & ChangeInput & { readonly readyBy: Instant })[] };
    outcome: readonly ({ readonly ticket: Ticket } | { readonly orderId: OrderId; readonly refusal: RefusalOf })[];
  };

  getDelivery: { input: OrderById; outcome: DeliveryView };
  listDeliveries: {
    input: PageInput & { readonly courierId?: CourierId; readonly states?: readonly DeliveryState[] };
    outcome: Page<DeliveryView>;
  };
  getTrack: { input: OrderById & PageInput; outcome: Page<LocationPing> };
  assignCourier: { input: OrderById & ChangeInput & { readonly courierId?: CourierId }; outcome: DeliveryView };
  notePickedUp: { input: OrderById & ChangeInput; outcome: DeliveryView };
  noteDelivered: { input: OrderById & ChangeInput; outcome: DeliveryView };
  reportLocation: { input: OrderById & Keyed & LocationPing; outcome: LocationPing };
  getCourier: { input: { readonly courierId: CourierId }; outcome: CourierView };
  listCouriers: { input: PageInput & { readonly onDuty?: boolean }; outcome: Page<CourierView> };
  setOnDuty: {
    input: ChangeInput & { readonly courierId: CourierId; readonly onDuty: boolean };
    outcome: CourierView;
  };

  getBill: { input: OrderById; outcome: BillView };
  refundBill: { input: OrderById & Keyed & { readonly amount: Money; readonly reason: string }; outcome: BillView };
}

export type OperationName = keyof Operations;
export type InputOf<N extends OperationName> = Operations[N]['input'];
export type OutcomeOf<N extends OperationName> = Operations[N]['outcome'];

/** The folder, in every style, in which an operation lives. */
export type Context = 'consumer' | 'restaurant' | 'basket' | 'order' | 'kitchen' | 'delivery' | 'accounting';

export interface OperationFacts {
  readonly context: Context;
  readonly kind: 'read' | 'write';
  readonly built: boolean;
  /** Roles for whom it may succeed; the others are refused as `unauthenticated`, `…-not-found` or `forbidden`. */
  readonly roles: readonly Role[];
  /** Beyond `unreadable`, `invalid-input` and `unavailable`, which everything may answer. */
  readonly refusals: readonly RefusalCode[];
}

const ALL: readonly Role[] = ['anonymous', 'consumer', 'restaurant', 'courier', 'support'];
const SIGNED_IN: readonly Role[] = ['consumer', 'restaurant', 'courier', 'support'];
const STALE: readonly RefusalCode[] = ['version-required', 'stale-version', 'idempotency-conflict'];

function operation(
  context: Context,
  kind: 'read' | 'write',
  roles: readonly Role[],
  refusals: readonly RefusalCode[],
): OperationFacts {
  return {
    context,
    kind,
    built: true,
    roles,
    refusals: roles.includes('anonymous') ? refusals : ['unauthenticated', ...refusals],
  };
}

function notYet(...facts: Parameters<typeof operation>): OperationFacts & { readonly built: false } {
  return { ...operation(...facts), built: false };
}

function built(...facts: Parameters<typeof operation>): OperationFacts & { readonly built: true } {
  return { ...operation(...facts), built: true };
}

/** Every operation's facts. Those that are `notYet` are refused as `operation-unknown` in every style. */
export const OPERATIONS = {
  getConsumer: built('consumer', 'read', SIGNED_IN, ['consumer-not-found']),
  listConsumers: notYet('consumer', 'read', ['support'], ['forbidden']),
  registerConsumer: notYet('consumer', 'write', ['anonymous'], ['idempotency-conflict']),
  updateConsumer: notYet('consumer', 'write', ['consumer'], ['consumer-not-found', 'forbidden', ...STALE]),

  getRestaurant: built('restaurant', 'read', ALL, ['restaurant-not-found']),
  listRestaurants: built('restaurant', 'read', ALL, []),
  getMenu: built('restaurant', 'read', ALL, ['restaurant-not-found']),
  getMenuItem: built('restaurant', 'read', ALL, ['menu-item-not-found']),
  openRestaurant: notYet('restaurant', 'write', ['support'], ['forbidden', 'idempotency-conflict']),
  updateRestaurant: notYet(
    'restaurant',
    'write',
    ['restaurant', 'support'],
    ['restaurant-not-found', 'forbidden', ...STALE],
  ),
  replaceMenu: notYet('restaurant', 'write', ['restaurant'], ['restaurant-not-found', 'forbidden', ...STALE]),
  updateMenuItem: notYet('restaurant', 'write', ['restaurant'], ['menu-item-not-found', 'forbidden', ...STALE]),
  importMenu: notYet('restaurant', 'write', ['restaurant'], ['restaurant-not-found', 'forbidden']),
  getPhoto: notYet('restaurant', 'read', ALL, ['photo-not-found']),
  setPhoto: notYet('restaurant', 'write', ['restaurant'], ['menu-item-not-found', 'forbidden', ...STALE]),
  deletePhoto: notYet('restaurant', 'write', ['restaurant'], ['menu-item-not-found', 'forbidden', ...STALE]),

  getBasket: built('basket', 'read', ['consumer', 'support'], ['basket-not-found']),
  addToBasket: built(
    'basket',
    'write',
    ['consumer'],
    ['basket-not-found', 'forbidden', 'menu-item-unavailable', 'idempotency-conflict'],
  ),
  setBasketLine: built(
    'basket',
    'write',
    ['consumer'],
    ['basket-not-found', 'forbidden', 'menu-item-unavailable', ...STALE],
  ),
  clearBasket: built('basket', 'write', ['consumer'], ['basket-not-found', 'forbidden', ...STALE]),
  checkoutBasket: built(
    'basket',
    'write',
    ['consumer'],
    [
      'basket-not-found',
      'forbidden',
      'basket-empty',
      'restaurant-closed',
      'menu-item-unavailable',
      'payment-declined',
      ...STALE,
    ],
  ),

  getOrder: built('order', 'read', SIGNED_IN, ['order-not-found']),
  listOrders: built('order', 'read', SIGNED_IN, []),
  getOrderDetails: built('order', 'read', SIGNED_IN, ['order-not-found']),
  listOrderHistory: built('order', 'read', ['consumer', 'support'], ['consumer-not-found', 'forbidden']),
  placeOrder: built(
    'order',
    'write',
    ['consumer'],
    [
      'restaurant-not-found',
      'forbidden',
      'restaurant-closed',
      'menu-item-unavailable',
      'payment-declined',
      'idempotency-conflict',
    ],
  ),
  reviseOrder: notYet(
    'order',
    'write',
    ['consumer'],
    ['order-not-found', 'forbidden', 'order-not-revisable', 'payment-declined', ...STALE],
  ),
  cancelOrder: built(
    'order',
    'write',
    ['consumer', 'support'],
    ['order-not-found', 'forbidden', 'order-not-cancellable', ...STALE],
  ),

  getTicket: built('kitchen', 'read', SIGNED_IN, ['ticket-not-found']),
  listTickets: notYet('kitchen', 'read', SIGNED_IN, []),
  acceptTicket: notYet(
    'kitchen',
    'write',
    ['restaurant'],
    ['ticket-not-found', 'forbidden', 'ticket-not-acceptable', 'ready-by-out-of-range', ...STALE],
  ),
  rejectTicket: notYet(
    'kitchen',
    'write',
    ['restaurant'],
    ['ticket-not-found', 'forbidden', 'ticket-not-rejectable', ...STALE],
  ),
  startPreparing: notYet(
    'kitchen',
    'write',
    ['restaurant'],
    ['ticket-not-found', 'forbidden', 'preparation-not-startable', ...STALE],
  ),
  finishPreparing: notYet(
    'kitchen',
    'write',
    ['restaurant'],
    ['ticket-not-found', 'forbidden', 'preparation-not-finishable', ...STALE],
  ),
  acceptTickets: notYet('kitchen', 'write', ['restaurant'], ['forbidden', 'idempotency-conflict']),

  getDelivery: built('delivery', 'read', SIGNED_IN, ['delivery-not-found']),
  listDeliveries: notYet('delivery', 'read', SIGNED_IN, []),
  getTrack: notYet('delivery', 'read', SIGNED_IN, ['delivery-not-found']),
  assignCourier: notYet(
    'delivery',
    'write',
    ['support'],
    ['delivery-not-found', 'forbidden', 'courier-not-assignable', 'courier-unavailable', ...STALE],
  ),
  notePickedUp: notYet(
    'delivery',
    'write',
    ['courier'],
    ['delivery-not-found', 'forbidden', 'pickup-not-allowed', ...STALE],
  ),
  noteDelivered: notYet(
    'delivery',
    'write',
    ['courier'],
    ['delivery-not-found', 'forbidden', 'dropoff-not-allowed', ...STALE],
  ),
  reportLocation: notYet('delivery', 'write', ['courier'], ['delivery-not-found', 'forbidden']),
  getCourier: built('delivery', 'read', SIGNED_IN, ['courier-not-found']),
  listCouriers: notYet('delivery', 'read', ['support'], ['forbidden']),
  setOnDuty: notYet('delivery', 'write', ['courier'], ['courier-not-found', 'forbidden', 'courier-busy', ...STALE]),

  getBill: built('accounting', 'read', ['consumer', 'restaurant', 'support'], ['bill-not-found']),
  refundBill: notYet(
    'accounting',
    'write',
    ['support'],
    ['bill-not-found', 'forbidden', 'bill-not-refundable', 'refund-exceeds-payment', 'idempotency-conflict'],
  ),
} as const satisfies Record<OperationName, OperationFacts>;

type Catalogue = typeof OPERATIONS;

/** The operations that every style answers today. A style or client that lacks one does not compile. */
export type BuiltOperation = { [N in OperationName]: Catalogue[N]['built'] extends true ? N : never }[OperationName];

export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[];

export function isBuilt(name: OperationName): name is BuiltOperation {
  return OPERATIONS[name].built;
}

export const BUILT_OPERATIONS: readonly BuiltOperation[] = OPERATION_NAMES.filter(isBuilt);
