/* eslint-disable max-lines -- THE catalogue: one list that everything is held against; in two it could disagree */
import type {
  Address,
  ConsumerId,
  CourierId,
  DeliveryState,
  Dish,
  Instant,
  Location,
  LocationPing,
  MenuItemId,
  Money,
  OrderId,
  OrderLine,
  OrderState,
  PersonName,
  Photo,
  RefusalCode,
  RefusalOf,
  RestaurantId,
  Role,
  TicketState,
} from '@rungs/domain';
import type { Page, PageInput } from './paging.ts';
import type {
  BasketView,
  BillView,
  ConsumerView,
  CourierView,
  DeliveryView,
  MenuImportId,
  MenuImportView,
  MenuItemView,
  MenuView,
  OrderDetails,
  OrderHistoryEntry,
  OrderPart,
  OrderView,
  PhotographedView,
  RestaurantView,
  TicketView,
} from './views.ts';

/** What a change may carry besides its own input; where each style puts it is said in its README. */
export interface ChangeInput {
  /** The version of the thing that the actor saw. Required where the thing is versioned and known. */
  readonly expectedVersion?: number | undefined;
  /** Instead of one version: whichever of several that the actor holds, which only HTTP's `If-Match` can say. */
  readonly heldVersions?: HeldVersions | undefined;
  /** What the change is not meant for, as `If-None-Match` says it: 'any' where there must be nothing yet. */
  readonly unlessVersions?: HeldVersions | undefined;
  /** The request in canonical text, where the input was made of it and of what was there at the time: a patch. */
  readonly asSent?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

/**
 * What an actor holds of a thing: any state at all, or some of these. Each begins with the thing's own version, and goes
 * on with those of what is shown with it.
 */
export type HeldVersions = 'any' | readonly (readonly [number, ...number[]])[];

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

export interface ListConsumersInput extends PageInput {
  /** Words that first name, last name or e-mail address begin with. */
  readonly text?: string | undefined;
}

export interface ListTicketsInput extends PageInput {
  readonly restaurantId?: RestaurantId | undefined;
  readonly states?: readonly TicketState[] | undefined;
}

export interface ListDeliveriesInput extends PageInput {
  readonly courierId?: CourierId | undefined;
  readonly states?: readonly DeliveryState[] | undefined;
}

export interface ListCouriersInput extends PageInput {
  readonly onDuty?: boolean | undefined;
}

export interface RegisterConsumerInput extends Keyed {
  readonly name: PersonName;
  readonly email: string;
  /** None when absent. */
  readonly addresses?: readonly Address[] | undefined;
}

export interface UpdateConsumerInput extends ChangeInput {
  readonly consumerId: ConsumerId;
  readonly name?: PersonName | undefined;
  readonly email?: string | undefined;
  readonly addresses?: readonly Address[] | undefined;
}

export interface RestaurantById {
  readonly restaurantId: RestaurantId;
}

export interface MenuItemById extends RestaurantById {
  readonly menuItemId: MenuItemId;
}

export interface OpenRestaurantInput extends Keyed {
  readonly name: string;
  readonly address: Address;
  readonly location: Location;
  readonly cuisine: string;
  /** ISO 4217; for good. */
  readonly currency: string;
  /** False when absent: its staff switches it on. */
  readonly open?: boolean | undefined;
}

export interface UpdateRestaurantInput extends ChangeInput, RestaurantById {
  readonly name?: string | undefined;
  readonly address?: Address | undefined;
  readonly location?: Location | undefined;
  readonly cuisine?: string | undefined;
  readonly open?: boolean | undefined;
}

export interface UpdateMenuItemInput extends ChangeInput, MenuItemById {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly price?: Money | undefined;
  readonly available?: boolean | undefined;
  readonly tags?: readonly string[] | undefined;
}

export interface ReviseOrderInput extends OrderById, ChangeInput {
  /** All of them, as they shall be; they stay when absent, as everything else does. */
  readonly lines?: readonly OrderLine[] | undefined;
  readonly deliveryAddress?: Address | undefined;
  /** Empty takes the note away. */
  readonly deliveryNote?: string | undefined;
  /** What the new authorization is asked with; the card of the first when absent. */
  readonly paymentToken?: string | undefined;
}

export interface AcceptTicketInput extends OrderById, ChangeInput {
  readonly readyBy: Instant;
}

export interface ReportLocationInput extends OrderById, Keyed, Location {
  /** Now when absent. */
  readonly at?: Instant | undefined;
}

/** What became of one ticket of several. */
export type TicketAcceptance =
  | { readonly orderId: OrderId; readonly ticket: TicketView }
  | { readonly orderId: OrderId; readonly refusal: RefusalOf };

/** The catalogue: input and outcome of every operation. Styles, clients and suites are all typed from it. */
export interface Operations {
  getConsumer: { input: { readonly consumerId: ConsumerId }; outcome: ConsumerView };
  listConsumers: { input: ListConsumersInput; outcome: Page<ConsumerView> };
  registerConsumer: { input: RegisterConsumerInput; outcome: ConsumerView };
  updateConsumer: { input: UpdateConsumerInput; outcome: ConsumerView };

  getRestaurant: { input: RestaurantById; outcome: RestaurantView };
  listRestaurants: { input: ListRestaurantsInput; outcome: Page<RestaurantView> };
  openRestaurant: { input: OpenRestaurantInput; outcome: RestaurantView };
  updateRestaurant: { input: UpdateRestaurantInput; outcome: RestaurantView };
  getMenu: { input: RestaurantById; outcome: MenuView };
  replaceMenu: { input: RestaurantById & ChangeInput & { readonly items: readonly Dish[] }; outcome: MenuView };
  getMenuItem: { input: MenuItemById; outcome: MenuItemView };
  updateMenuItem: { input: UpdateMenuItemInput; outcome: MenuItemView };
  /** CSV with a line of column names: `name,description,price,available,tags`. */
  importMenu: { input: RestaurantById & Keyed & { readonly csv: string }; outcome: MenuImportView };
  getMenuImport: { input: RestaurantById & { readonly menuImportId: MenuImportId }; outcome: MenuImportView };
  getPhoto: { input: MenuItemById; outcome: Photo };
  setPhoto: { input: MenuItemById & ChangeInput & Photo; outcome: PhotographedView };
  deletePhoto: { input: MenuItemById & ChangeInput; outcome: MenuItemView };

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
  reviseOrder: { input: ReviseOrderInput; outcome: OrderView };
  cancelOrder: { input: OrderById & ChangeInput; outcome: OrderView };

  getTicket: { input: OrderById; outcome: TicketView };
  /** Oldest order first. */
  listTickets: { input: ListTicketsInput; outcome: Page<TicketView> };
  acceptTicket: { input: AcceptTicketInput; outcome: TicketView };
  rejectTicket: { input: OrderById & ChangeInput & { readonly reason: string }; outcome: TicketView };
  startPreparing: { input: OrderById & ChangeInput; outcome: TicketView };
  finishPreparing: { input: OrderById & ChangeInput; outcome: TicketView };
  /** Each on its own, in the order given. */
  acceptTickets: {
    input: Keyed & { readonly tickets: readonly Omit<AcceptTicketInput, 'idempotencyKey'>[] };
    outcome: readonly TicketAcceptance[];
  };

  getDelivery: { input: OrderById; outcome: DeliveryView };
  /** Newest order first. */
  listDeliveries: { input: ListDeliveriesInput; outcome: Page<DeliveryView> };
  /** Oldest first. */
  getTrack: { input: OrderById & PageInput; outcome: Page<LocationPing> };
  assignCourier: {
    input: OrderById & ChangeInput & { readonly courierId?: CourierId | undefined };
    outcome: DeliveryView;
  };
  notePickedUp: { input: OrderById & ChangeInput; outcome: DeliveryView };
  noteDelivered: { input: OrderById & ChangeInput; outcome: DeliveryView };
  reportLocation: { input: ReportLocationInput; outcome: LocationPing };
  getCourier: { input: { readonly courierId: CourierId }; outcome: CourierView };
  listCouriers: { input: ListCouriersInput; outcome: Page<CourierView> };
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
  /** Roles for whom it may succeed; the others are refused as `unauthenticated`, `…-not-found` or `forbidden`. */
  readonly roles: readonly Role[];
  /** Beyond `unreadable`, `invalid-input` and `unavailable`, which everything may answer. */
  readonly refusals: readonly RefusalCode[];
}

const ALL: readonly Role[] = ['anonymous', 'consumer', 'restaurant', 'courier', 'support'];
const SIGNED_IN: readonly Role[] = ['consumer', 'restaurant', 'courier', 'support'];
/** A restaurant's own staff, and support. */
const STAFF: readonly Role[] = ['restaurant', 'support'];
const STALE: readonly RefusalCode[] = ['version-required', 'stale-version', 'idempotency-conflict'];

function operation(
  context: Context,
  kind: 'read' | 'write',
  roles: readonly Role[],
  refusals: readonly RefusalCode[],
): OperationFacts {
  const signedInOnly = !roles.includes('anonymous');
  return { context, kind, roles, refusals: signedInOnly ? ['unauthenticated', ...refusals] : refusals };
}

/** Every operation's facts. */
export const OPERATIONS = {
  getConsumer: operation('consumer', 'read', SIGNED_IN, ['consumer-not-found']),
  listConsumers: operation('consumer', 'read', ['support'], ['forbidden']),
  registerConsumer: operation('consumer', 'write', ['anonymous'], ['forbidden', 'idempotency-conflict']),
  updateConsumer: operation('consumer', 'write', ['consumer'], ['consumer-not-found', 'forbidden', ...STALE]),

  getRestaurant: operation('restaurant', 'read', ALL, ['restaurant-not-found']),
  listRestaurants: operation('restaurant', 'read', ALL, []),
  getMenu: operation('restaurant', 'read', ALL, ['restaurant-not-found']),
  getMenuItem: operation('restaurant', 'read', ALL, ['menu-item-not-found']),
  openRestaurant: operation('restaurant', 'write', ['support'], ['forbidden', 'idempotency-conflict']),
  updateRestaurant: operation('restaurant', 'write', STAFF, ['restaurant-not-found', 'forbidden', ...STALE]),
  replaceMenu: operation('restaurant', 'write', STAFF, ['restaurant-not-found', 'forbidden', ...STALE]),
  updateMenuItem: operation('restaurant', 'write', STAFF, ['menu-item-not-found', 'forbidden', ...STALE]),
  importMenu: operation('restaurant', 'write', STAFF, ['restaurant-not-found', 'forbidden', 'idempotency-conflict']),
  getMenuImport: operation('restaurant', 'read', STAFF, ['menu-import-not-found']),
  getPhoto: operation('restaurant', 'read', ALL, ['photo-not-found']),
  setPhoto: operation('restaurant', 'write', STAFF, ['menu-item-not-found', 'forbidden', ...STALE]),
  deletePhoto: operation('restaurant', 'write', STAFF, ['menu-item-not-found', 'forbidden', ...STALE]),

  getBasket: operation('basket', 'read', ['consumer', 'support'], ['basket-not-found']),
  addToBasket: operation(
    'basket',
    'write',
    ['consumer'],
    ['basket-not-found', 'forbidden', 'menu-item-unavailable', 'idempotency-conflict'],
  ),
  setBasketLine: operation(
    'basket',
    'write',
    ['consumer'],
    ['basket-not-found', 'forbidden', 'menu-item-unavailable', ...STALE],
  ),
  clearBasket: operation('basket', 'write', ['consumer'], ['basket-not-found', 'forbidden', ...STALE]),
  checkoutBasket: operation(
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

  getOrder: operation('order', 'read', SIGNED_IN, ['order-not-found']),
  listOrders: operation('order', 'read', SIGNED_IN, []),
  getOrderDetails: operation('order', 'read', SIGNED_IN, ['order-not-found']),
  listOrderHistory: operation('order', 'read', ['consumer', 'support'], ['consumer-not-found', 'forbidden']),
  placeOrder: operation(
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
  reviseOrder: operation(
    'order',
    'write',
    ['consumer'],
    [
      'order-not-found',
      'forbidden',
      'order-not-revisable',
      'restaurant-closed',
      'menu-item-unavailable',
      'payment-declined',
      ...STALE,
    ],
  ),
  cancelOrder: operation(
    'order',
    'write',
    ['consumer', 'support'],
    ['order-not-found', 'forbidden', 'order-not-cancellable', ...STALE],
  ),

  getTicket: operation('kitchen', 'read', SIGNED_IN, ['ticket-not-found']),
  listTickets: operation('kitchen', 'read', SIGNED_IN, []),
  acceptTicket: operation(
    'kitchen',
    'write',
    ['restaurant'],
    ['ticket-not-found', 'forbidden', 'ticket-not-acceptable', 'ready-by-out-of-range', ...STALE],
  ),
  rejectTicket: operation(
    'kitchen',
    'write',
    ['restaurant'],
    ['ticket-not-found', 'forbidden', 'ticket-not-rejectable', ...STALE],
  ),
  startPreparing: operation(
    'kitchen',
    'write',
    ['restaurant'],
    ['ticket-not-found', 'forbidden', 'preparation-not-startable', ...STALE],
  ),
  finishPreparing: operation(
    'kitchen',
    'write',
    ['restaurant'],
    ['ticket-not-found', 'forbidden', 'preparation-not-finishable', ...STALE],
  ),
  acceptTickets: operation('kitchen', 'write', ['restaurant'], ['forbidden', 'idempotency-conflict']),

  getDelivery: operation('delivery', 'read', SIGNED_IN, ['delivery-not-found']),
  listDeliveries: operation('delivery', 'read', SIGNED_IN, []),
  getTrack: operation('delivery', 'read', SIGNED_IN, ['delivery-not-found']),
  assignCourier: operation(
    'delivery',
    'write',
    ['support'],
    ['delivery-not-found', 'forbidden', 'courier-not-assignable', 'courier-unavailable', ...STALE],
  ),
  notePickedUp: operation(
    'delivery',
    'write',
    ['courier'],
    ['delivery-not-found', 'forbidden', 'pickup-not-allowed', ...STALE],
  ),
  noteDelivered: operation(
    'delivery',
    'write',
    ['courier'],
    ['delivery-not-found', 'forbidden', 'dropoff-not-allowed', ...STALE],
  ),
  reportLocation: operation(
    'delivery',
    'write',
    ['courier'],
    ['delivery-not-found', 'forbidden', 'location-not-reportable', 'idempotency-conflict'],
  ),
  getCourier: operation('delivery', 'read', SIGNED_IN, ['courier-not-found']),
  listCouriers: operation('delivery', 'read', ['support'], ['forbidden']),
  setOnDuty: operation('delivery', 'write', ['courier'], ['courier-not-found', 'forbidden', 'courier-busy', ...STALE]),

  getBill: operation('accounting', 'read', ['consumer', 'restaurant', 'support'], ['bill-not-found']),
  refundBill: operation(
    'accounting',
    'write',
    ['support'],
    ['bill-not-found', 'forbidden', 'bill-not-refundable', 'refund-exceeds-payment', 'idempotency-conflict'],
  ),
} as const satisfies Record<OperationName, OperationFacts>;

export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[];
