// Generated from the .graphql files by codegen.mjs.
import type { OrderState } from '@rungs/domain';
import type { TicketState } from '@rungs/domain';
import type { DeliveryState } from '@rungs/domain';
import type { PaymentState } from '@rungs/domain';
import type { RefusalCode } from '@rungs/domain';
import type { Role } from '@rungs/domain';
import type { OperationName as Action } from '@rungs/application';
import type { Instant } from '@rungs/domain';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { OrderNode, RestaurantNode, MenuNode, MenuItemNode, ConsumerNode, ViewerNode, BasketNode, TicketNode, DeliveryNode, CourierNode, BillNode } from './nodes.ts';
import type { GraphqlContext } from './context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A point in time: RFC 3339 in UTC with milliseconds, `2026-11-22T18:04:11.201Z`. Any offset is understood on the way in. */
  DateTime: { input: Instant; output: Instant; }
};

/** What an order costs and how it was paid. */
export type Bill = Node & {
  readonly __typename?: 'Bill';
  readonly id: Scalars['ID']['output'];
  /** The UUID of the order, which is the bill's too. */
  readonly orderId: Scalars['ID']['output'];
  readonly lines: ReadonlyArray<BillLine>;
  readonly subtotal: Money;
  readonly deliveryFee: Money;
  /** 5 % of the subtotal. */
  readonly serviceFee: Money;
  /** 8 % of subtotal and service fee. */
  readonly tax: Money;
  readonly total: Money;
  readonly paymentState: PaymentState;
  /** Null for the restaurant. */
  readonly authorizationCode?: Maybe<Scalars['String']['output']>;
  readonly refunds: ReadonlyArray<Refund>;
};

export type { PaymentState };

/** A dish on the bill. */
export type BillLine = {
  readonly __typename?: 'BillLine';
  readonly name: Scalars['String']['output'];
  readonly unitPrice: Money;
  readonly quantity: Scalars['Int']['output'];
  readonly total: Money;
};

/** Money given back. */
export type Refund = {
  readonly __typename?: 'Refund';
  readonly amount: Money;
  readonly reason: Scalars['String']['output'];
  readonly refundedAt: Scalars['DateTime']['output'];
};

/** One per consumer and restaurant. */
export type Basket = Node & {
  readonly __typename?: 'Basket';
  readonly id: Scalars['ID']['output'];
  /** The UUID of the consumer. */
  readonly consumerId: Scalars['ID']['output'];
  /** The UUID of the restaurant. */
  readonly restaurantId: Scalars['ID']['output'];
  /** 0 until it is first touched. */
  readonly version: Scalars['Int']['output'];
  readonly lines: ReadonlyArray<BasketLine>;
  /** What it would cost now. */
  readonly charges: Charges;
  /** What the basket's state and the actor's role allow now; each is the mutation of that name. */
  readonly availableActions: ReadonlyArray<Action>;
};

/** So many of one dish, at today's name and price. */
export type BasketLine = {
  readonly __typename?: 'BasketLine';
  /** The UUID of the dish. */
  readonly menuItemId: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly unitPrice: Money;
  readonly quantity: Scalars['Int']['output'];
  readonly total: Money;
  /** Whether the dish can be ordered now. */
  readonly available: Scalars['Boolean']['output'];
};

/** What an order costs. */
export type Charges = {
  readonly __typename?: 'Charges';
  readonly subtotal: Money;
  readonly deliveryFee: Money;
  readonly serviceFee: Money;
  readonly tax: Money;
  readonly total: Money;
};

/** What to put into a basket. */
export type AddToBasketInput = {
  /** Global id or UUID. */
  readonly consumerId: Scalars['ID']['input'];
  /** Global id or UUID. */
  readonly restaurantId: Scalars['ID']['input'];
  /** Global id or UUID. */
  readonly menuItemId: Scalars['ID']['input'];
  /** 1 to 99, together with what is held already. */
  readonly quantity: Scalars['Int']['input'];
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** How many of a dish a basket is to hold. */
export type SetBasketLineInput = {
  /** Global id or UUID. */
  readonly consumerId: Scalars['ID']['input'];
  /** Global id or UUID. */
  readonly restaurantId: Scalars['ID']['input'];
  /** Global id or UUID. */
  readonly menuItemId: Scalars['ID']['input'];
  /** 0 to 99. */
  readonly quantity: Scalars['Int']['input'];
  /** The version of the basket that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which basket to empty. */
export type ClearBasketInput = {
  /** Global id or UUID. */
  readonly consumerId: Scalars['ID']['input'];
  /** Global id or UUID. */
  readonly restaurantId: Scalars['ID']['input'];
  /** The version of the basket that the actor saw. Needed where there is something to clear. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which basket to order, and where to. */
export type CheckoutBasketInput = {
  /** Global id or UUID. */
  readonly consumerId: Scalars['ID']['input'];
  /** Global id or UUID. */
  readonly restaurantId: Scalars['ID']['input'];
  /** The version of the basket that the actor saw. Needed. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The consumer's first address when absent. */
  readonly deliveryAddress?: InputMaybe<AddressInput>;
  /** At most 500 characters. */
  readonly deliveryNote?: InputMaybe<Scalars['String']['input']>;
  /** From the payment provider: `tok_…`. */
  readonly paymentToken: Scalars['String']['input'];
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The basket as it is after the change, or why it was not changed. */
export type BasketPayload = {
  readonly __typename?: 'BasketPayload';
  /** Null when refused. */
  readonly basket?: Maybe<Basket>;
  /** Empty when the basket is as asked. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** The order placed, or why none was. */
export type CheckoutBasketPayload = {
  readonly __typename?: 'CheckoutBasketPayload';
  /** Null when refused. */
  readonly order?: Maybe<Order>;
  /** Empty when the order was placed. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** The actor of the bearer token; anonymous without one. The members of other roles are null. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  readonly role: Role;
  readonly consumer?: Maybe<Consumer>;
  readonly restaurant?: Maybe<Restaurant>;
  readonly courier?: Maybe<Courier>;
};

export type { Role };

/** Someone who orders food. */
export type Consumer = Node & {
  readonly __typename?: 'Consumer';
  readonly id: Scalars['ID']['output'];
  /** The UUID: what all API styles name the consumer by. */
  readonly consumerId: Scalars['ID']['output'];
  readonly version: Scalars['Int']['output'];
  readonly name: PersonName;
  /** Null for all but the consumer and support, as are the addresses. */
  readonly email?: Maybe<Scalars['String']['output']>;
  readonly addresses?: Maybe<ReadonlyArray<Address>>;
  /** The consumer's orders, newest first, as far as the actor may see them. */
  readonly orders?: Maybe<OrderConnection>;
};


/** Someone who orders food. */
export type ConsumerOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** How an order gets to its consumer. */
export type Delivery = Node & {
  readonly __typename?: 'Delivery';
  readonly id: Scalars['ID']['output'];
  /** The UUID of the order, which is the delivery's too. */
  readonly orderId: Scalars['ID']['output'];
  readonly version: Scalars['Int']['output'];
  readonly state: DeliveryState;
  readonly pickupAddress: Address;
  readonly deliveryAddress: Address;
  /** The UUID of the courier; null while none is assigned. */
  readonly courierId?: Maybe<Scalars['ID']['output']>;
  readonly estimatedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly pickedUpAt?: Maybe<Scalars['DateTime']['output']>;
  readonly deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the courier was last seen on this delivery. */
  readonly lastLocation?: Maybe<LocationPing>;
  /** For the consumer only between pickup and delivery; never for the restaurant. */
  readonly courierPhone?: Maybe<Scalars['String']['output']>;
  /** Read together with an order; below the field `delivery` it costs one statement more. */
  readonly courier?: Maybe<Courier>;
};

export type { DeliveryState };

/** Where a courier was, and when. */
export type LocationPing = {
  readonly __typename?: 'LocationPing';
  readonly lat: Scalars['Float']['output'];
  readonly lon: Scalars['Float']['output'];
  readonly at: Scalars['DateTime']['output'];
};

/** Someone who carries food. */
export type Courier = Node & {
  readonly __typename?: 'Courier';
  readonly id: Scalars['ID']['output'];
  /** The UUID: what all API styles name the courier by. */
  readonly courierId: Scalars['ID']['output'];
  readonly version: Scalars['Int']['output'];
  readonly name: Scalars['String']['output'];
  readonly vehicle: Vehicle;
  /** Null for all but the courier and support, as are the two below. ITU-T E.164. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  readonly onDuty?: Maybe<Scalars['Boolean']['output']>;
  /** The UUID of the order being delivered now. */
  readonly currentDeliveryId?: Maybe<Scalars['ID']['output']>;
};

/** What a courier rides. */
export type Vehicle =
  | 'BICYCLE'
  | 'SCOOTER'
  | 'CAR';

/** The kitchen's side of an order. */
export type Ticket = Node & {
  readonly __typename?: 'Ticket';
  readonly id: Scalars['ID']['output'];
  /** The UUID of the order, which is the ticket's too. */
  readonly orderId: Scalars['ID']['output'];
  readonly version: Scalars['Int']['output'];
  readonly state: TicketState;
  /** When the kitchen promises to have it ready. */
  readonly readyBy?: Maybe<Scalars['DateTime']['output']>;
  readonly acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  readonly preparingAt?: Maybe<Scalars['DateTime']['output']>;
  readonly readyAt?: Maybe<Scalars['DateTime']['output']>;
};

export type { TicketState };

/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** Any thing by its global id (Relay's object identification): what a client refetches by. */
  readonly node?: Maybe<Node>;
  /** What an order costs and how it was paid. Not for couriers. */
  readonly bill?: Maybe<Bill>;
  /** What a consumer has put together at a restaurant, at today's prices; one that was never touched is empty. */
  readonly basket?: Maybe<Basket>;
  /** Who is asking, and what is theirs. */
  readonly viewer: Viewer;
  /** One consumer: oneself, or someone whom one serves. */
  readonly consumer?: Maybe<Consumer>;
  /** How an order gets to its consumer. */
  readonly delivery?: Maybe<Delivery>;
  /** One courier: oneself, or the one of a delivery that one may see. */
  readonly courier?: Maybe<Courier>;
  /** The kitchen's side of an order. */
  readonly ticket?: Maybe<Ticket>;
  /** One order. Whatever parts are selected below it are read together with it, in one statement. */
  readonly order?: Maybe<Order>;
  /**
   * The orders that the actor may see. Parts of a listed order (`consumer`, `restaurant`, `ticket`, `delivery`, `bill`)
   * cost one statement more for each order: for a list of orders with their restaurants ask `orderHistory`.
   */
  readonly orders?: Maybe<OrderConnection>;
  /** Made for the order history screen: one statement, whatever the page's size. For the consumer and support. */
  readonly orderHistory?: Maybe<OrderHistoryConnection>;
  /** One restaurant. Open to everybody. */
  readonly restaurant?: Maybe<Restaurant>;
  /** Restaurants by name, or nearest first with `filter.near`. Open to everybody. */
  readonly restaurants?: Maybe<RestaurantConnection>;
  /** What a restaurant cooks, without the restaurant. Open to everybody. */
  readonly menu?: Maybe<Menu>;
  /** One dish. Open to everybody. */
  readonly menuItem?: Maybe<MenuItem>;
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryBillArgs = {
  orderId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryBasketArgs = {
  consumerId: Scalars['ID']['input'];
  restaurantId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryConsumerArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryDeliveryArgs = {
  orderId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryCourierArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryTicketArgs = {
  orderId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  sort?: OrderSort;
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryOrderHistoryArgs = {
  consumerId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryRestaurantArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryRestaurantsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RestaurantFilter>;
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryMenuArgs = {
  restaurantId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error.
 */
export type QueryMenuItemArgs = {
  restaurantId: Scalars['ID']['input'];
  menuItemId: Scalars['ID']['input'];
};

/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Adds to what the basket holds of a dish; needs no version, since adding commutes. */
  readonly addToBasket?: Maybe<BasketPayload>;
  /** Sets how many of a dish the basket holds; 0 takes it out. */
  readonly setBasketLine?: Maybe<BasketPayload>;
  /** Empties the basket. */
  readonly clearBasket?: Maybe<BasketPayload>;
  /** Places an order for what the basket holds, and empties it. */
  readonly checkoutBasket?: Maybe<CheckoutBasketPayload>;
  /** Orders dishes of one restaurant for the consumer who is signed in. */
  readonly placeOrder?: Maybe<PlaceOrderPayload>;
  /**
   * Cancels an order while it is APPROVED or ACCEPTED. The same cancel again by the same actor succeeds and changes
   * nothing.
   */
  readonly cancelOrder?: Maybe<CancelOrderPayload>;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed.
 */
export type MutationAddToBasketArgs = {
  input: AddToBasketInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed.
 */
export type MutationSetBasketLineArgs = {
  input: SetBasketLineInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed.
 */
export type MutationClearBasketArgs = {
  input: ClearBasketInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed.
 */
export type MutationCheckoutBasketArgs = {
  input: CheckoutBasketInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed.
 */
export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed.
 */
export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};

/** A thing with a global id. */
export type Node = {
  /** Names the thing among all things of this server. Opaque: keep it and hand it back, do not read it. */
  readonly id: Scalars['ID']['output'];
};

/** Where a page stands in its list (Relay's cursor connections). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether something follows; ask with `first` and `after: endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether something precedes; ask with `last` and `before: startCursor`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first item; null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** The cursor of the last item; null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** What a consumer ordered at a restaurant, and how far it has come. */
export type Order = Node & {
  readonly __typename?: 'Order';
  readonly id: Scalars['ID']['output'];
  /** The UUID: what all API styles name the order by. */
  readonly orderId: Scalars['ID']['output'];
  /** Raised by every change of the order's own fields; `expectedVersion` of the mutations that change it. */
  readonly version: Scalars['Int']['output'];
  readonly state: OrderState;
  readonly placedAt: Scalars['DateTime']['output'];
  readonly lineItems: ReadonlyArray<OrderLineItem>;
  /** The bill's total. */
  readonly total: Money;
  readonly deliveryAddress: Address;
  readonly deliveryNote?: Maybe<Scalars['String']['output']>;
  readonly consumerId: Scalars['ID']['output'];
  readonly restaurantId: Scalars['ID']['output'];
  /** What the order's state and the actor's role allow now; each is the mutation of that name. */
  readonly availableActions: ReadonlyArray<Action>;
  readonly consumer?: Maybe<Consumer>;
  readonly restaurant?: Maybe<Restaurant>;
  readonly ticket?: Maybe<Ticket>;
  readonly delivery?: Maybe<Delivery>;
  /** Null for couriers. */
  readonly bill?: Maybe<Bill>;
};

export type { OrderState };

/** A dish of an order. Name and price are the menu's at the time of ordering. */
export type OrderLineItem = {
  readonly __typename?: 'OrderLineItem';
  /** The UUID of the dish. */
  readonly menuItemId: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly unitPrice: Money;
  readonly quantity: Scalars['Int']['output'];
};

export type { Action };

/** Narrows a list of orders; members that are absent do not. */
export type OrderFilter = {
  /** Global id or UUID. */
  readonly consumerId?: InputMaybe<Scalars['ID']['input']>;
  /** Global id or UUID. */
  readonly restaurantId?: InputMaybe<Scalars['ID']['input']>;
  readonly states?: InputMaybe<ReadonlyArray<OrderState>>;
  /** Inclusive. */
  readonly placedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Exclusive. */
  readonly placedTo?: InputMaybe<Scalars['DateTime']['input']>;
};

/** In which order orders are listed. */
export type OrderSort =
  | 'NEWEST_FIRST'
  | 'OLDEST_FIRST';

/** A page of orders. */
export type OrderConnection = {
  readonly __typename?: 'OrderConnection';
  readonly edges: ReadonlyArray<OrderEdge>;
  /** The orders themselves, for clients that need no cursors. */
  readonly nodes: ReadonlyArray<Order>;
  readonly pageInfo: PageInfo;
};

/** An order and where it stands in its list. */
export type OrderEdge = {
  readonly __typename?: 'OrderEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Order;
};

/** A line of an order history: made for that screen, with the restaurant's name and how the delivery stands. */
export type OrderHistoryEntry = {
  readonly __typename?: 'OrderHistoryEntry';
  /** The UUID of the order. */
  readonly orderId: Scalars['ID']['output'];
  readonly state: OrderState;
  readonly placedAt: Scalars['DateTime']['output'];
  /** The UUID of the restaurant. */
  readonly restaurantId: Scalars['ID']['output'];
  readonly restaurantName: Scalars['String']['output'];
  /** Dishes, counted by quantity. */
  readonly itemCount: Scalars['Int']['output'];
  readonly total: Money;
  readonly deliveryState: DeliveryState;
};

/** A page of an order history, newest first. */
export type OrderHistoryConnection = {
  readonly __typename?: 'OrderHistoryConnection';
  readonly edges: ReadonlyArray<OrderHistoryEdge>;
  /** The entries themselves, for clients that need no cursors. */
  readonly nodes: ReadonlyArray<OrderHistoryEntry>;
  readonly pageInfo: PageInfo;
};

/** An entry and where it stands in the history. */
export type OrderHistoryEdge = {
  readonly __typename?: 'OrderHistoryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: OrderHistoryEntry;
};

/** So many of one dish. */
export type OrderLineInput = {
  /** Global id or UUID. */
  readonly menuItemId: Scalars['ID']['input'];
  /** 1 to 99. */
  readonly quantity: Scalars['Int']['input'];
};

/** What to order. The same `idempotencyKey` with the same input places one order, however often it is sent. */
export type PlaceOrderInput = {
  /** Global id or UUID. */
  readonly restaurantId: Scalars['ID']['input'];
  /** 1 to 50, each dish once. */
  readonly lines: ReadonlyArray<OrderLineInput>;
  /** The consumer's first address when absent. */
  readonly deliveryAddress?: InputMaybe<AddressInput>;
  /** At most 500 characters. */
  readonly deliveryNote?: InputMaybe<Scalars['String']['input']>;
  /** From the payment provider: `tok_…`. */
  readonly paymentToken: Scalars['String']['input'];
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The order placed, or why none was. */
export type PlaceOrderPayload = {
  readonly __typename?: 'PlaceOrderPayload';
  /** Null when refused. */
  readonly order?: Maybe<Order>;
  /** Empty when the order was placed. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** Which order to cancel, as seen in which version. */
export type CancelOrderInput = {
  /** Global id or UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** The version of the order that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The cancelled order, or why it was not cancelled. */
export type CancelOrderPayload = {
  readonly __typename?: 'CancelOrderPayload';
  /** Null when refused. */
  readonly order?: Maybe<Order>;
  /** Empty when the order is cancelled. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/**
 * Why nothing was changed. What a mutation refuses comes as data in `userErrors`; what else goes wrong is a top-level
 * error with the same code, in its plain spelling, in `extensions.refusal`.
 */
export type Refusal = {
  /** For programs. */
  readonly code: RefusalCode;
  /** For people. */
  readonly message: Scalars['String']['output'];
};

export type { RefusalCode };

/** There is no such thing that the actor may see. */
export type NotFoundRefusal = Refusal & {
  readonly __typename?: 'NotFoundRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** What was asked for. */
  readonly id: Scalars['ID']['output'];
};

/** The actor may see the thing, but the change is not theirs to make. */
export type ForbiddenRefusal = Refusal & {
  readonly __typename?: 'ForbiddenRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The operation's name in all API styles. */
  readonly operation: Scalars['String']['output'];
  readonly role: Role;
};

/** The order has come too far. */
export type OrderNotCancellableRefusal = Refusal & {
  readonly __typename?: 'OrderNotCancellableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The order's state now. */
  readonly state: OrderState;
};

/** The input lacks `expectedVersion`. */
export type VersionRequiredRefusal = Refusal & {
  readonly __typename?: 'VersionRequiredRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  readonly currentVersion: Scalars['Int']['output'];
};

/** Someone else changed the thing since the actor saw it. Read it again. */
export type StaleVersionRefusal = Refusal & {
  readonly __typename?: 'StaleVersionRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  readonly expectedVersion: Scalars['Int']['output'];
  readonly currentVersion: Scalars['Int']['output'];
};

/** Members of the input are wrong. */
export type InvalidInputRefusal = Refusal & {
  readonly __typename?: 'InvalidInputRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  readonly fieldErrors: ReadonlyArray<FieldError>;
};

/** What is wrong with one member of the input. */
export type FieldError = {
  readonly __typename?: 'FieldError';
  /** A JSON pointer (RFC 6901) into the input: `/lines/0/quantity`. */
  readonly path: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
};

/** A dish cannot be ordered now. */
export type MenuItemUnavailableRefusal = Refusal & {
  readonly __typename?: 'MenuItemUnavailableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The UUID of the dish. */
  readonly menuItemId: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
};

/** The restaurant takes no orders now. */
export type RestaurantClosedRefusal = Refusal & {
  readonly __typename?: 'RestaurantClosedRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The UUID of the restaurant. */
  readonly restaurantId: Scalars['ID']['output'];
};

/** There is nothing in the basket to order. */
export type BasketEmptyRefusal = Refusal & {
  readonly __typename?: 'BasketEmptyRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The UUID of the restaurant. */
  readonly restaurantId: Scalars['ID']['output'];
};

/** The card was declined. Nothing was ordered or charged. */
export type PaymentDeclinedRefusal = Refusal & {
  readonly __typename?: 'PaymentDeclinedRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** What was to be authorized. */
  readonly total: Money;
};

/** The idempotency key was used for another request. */
export type IdempotencyConflictRefusal = Refusal & {
  readonly __typename?: 'IdempotencyConflictRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  readonly idempotencyKey: Scalars['String']['output'];
};

/** Something that this needs is down. Try again. */
export type UnavailableRefusal = Refusal & {
  readonly __typename?: 'UnavailableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  readonly part: Scalars['String']['output'];
  readonly retryAfterSeconds: Scalars['Int']['output'];
};

/** A refusal whose code says everything. */
export type OtherRefusal = Refusal & {
  readonly __typename?: 'OtherRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
};

/** A kitchen that takes orders. */
export type Restaurant = Node & {
  readonly __typename?: 'Restaurant';
  readonly id: Scalars['ID']['output'];
  /** The UUID: what all API styles name the restaurant by. */
  readonly restaurantId: Scalars['ID']['output'];
  readonly version: Scalars['Int']['output'];
  readonly name: Scalars['String']['output'];
  readonly address: Address;
  /** As a part of an order this costs one statement more, as do `currency` and `menu`. */
  readonly location: Location;
  readonly cuisine: Scalars['String']['output'];
  /** A switch that its staff sets. */
  readonly open: Scalars['Boolean']['output'];
  /** ISO 4217: every price on its menu is in this currency. */
  readonly currency: Scalars['String']['output'];
  readonly menu?: Maybe<Menu>;
};

/** What a restaurant cooks. */
export type Menu = {
  readonly __typename?: 'Menu';
  /** The UUID of the restaurant. */
  readonly restaurantId: Scalars['ID']['output'];
  /** The restaurant's version. */
  readonly version: Scalars['Int']['output'];
  readonly items: ReadonlyArray<MenuItem>;
};

/** A dish. */
export type MenuItem = Node & {
  readonly __typename?: 'MenuItem';
  readonly id: Scalars['ID']['output'];
  /** The UUID: what all API styles name the dish by. */
  readonly menuItemId: Scalars['ID']['output'];
  readonly version: Scalars['Int']['output'];
  readonly name: Scalars['String']['output'];
  readonly description: Scalars['String']['output'];
  readonly price: Money;
  /** Whether it can be ordered now. */
  readonly available: Scalars['Boolean']['output'];
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
};

/** Narrows the list of restaurants; members that are absent do not. */
export type RestaurantFilter = {
  /** Part of the name; at most 100 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  readonly cuisine?: InputMaybe<Scalars['String']['input']>;
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  /** Nearest first instead of by name. */
  readonly near?: InputMaybe<LocationInput>;
};

/** A page of restaurants. */
export type RestaurantConnection = {
  readonly __typename?: 'RestaurantConnection';
  readonly edges: ReadonlyArray<RestaurantEdge>;
  /** The restaurants themselves, for clients that need no cursors. */
  readonly nodes: ReadonlyArray<Restaurant>;
  readonly pageInfo: PageInfo;
};

/** A restaurant and where it stands in its list. */
export type RestaurantEdge = {
  readonly __typename?: 'RestaurantEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Restaurant;
};

/** An amount of money. */
export type Money = {
  readonly __typename?: 'Money';
  /** In minor units of the currency: cents; whole yen. */
  readonly amount: Scalars['Int']['output'];
  /** ISO 4217, `EUR`. */
  readonly currency: Scalars['String']['output'];
};

/** Where someone lives, cooks or waits for food. */
export type Address = {
  readonly __typename?: 'Address';
  readonly street: Scalars['String']['output'];
  readonly city: Scalars['String']['output'];
  readonly postalCode: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2, `IT`. */
  readonly country: Scalars['String']['output'];
};

/** Where to deliver. */
export type AddressInput = {
  readonly street: Scalars['String']['input'];
  readonly city: Scalars['String']['input'];
  readonly postalCode: Scalars['String']['input'];
  /** ISO 3166-1 alpha-2, `IT`. */
  readonly country: Scalars['String']['input'];
};

/** A place on earth, in WGS 84 degrees. */
export type Location = {
  readonly __typename?: 'Location';
  /** From -90 to 90. */
  readonly lat: Scalars['Float']['output'];
  /** From -180 to 180. */
  readonly lon: Scalars['Float']['output'];
};

/** A place on earth, in WGS 84 degrees. */
export type LocationInput = {
  /** From -90 to 90. */
  readonly lat: Scalars['Float']['input'];
  /** From -180 to 180. */
  readonly lon: Scalars['Float']['input'];
};

/** How a person is called. */
export type PersonName = {
  readonly __typename?: 'PersonName';
  readonly first: Scalars['String']['output'];
  readonly last: Scalars['String']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( BillNode )
    | ( BasketNode )
    | ( ConsumerNode )
    | ( DeliveryNode )
    | ( CourierNode )
    | ( TicketNode )
    | ( OrderNode )
    | ( RestaurantNode )
    | ( MenuItemNode )
  ;
  Refusal:
    | ( NotFoundRefusal )
    | ( ForbiddenRefusal )
    | ( OrderNotCancellableRefusal )
    | ( VersionRequiredRefusal )
    | ( StaleVersionRefusal )
    | ( InvalidInputRefusal )
    | ( MenuItemUnavailableRefusal )
    | ( RestaurantClosedRefusal )
    | ( BasketEmptyRefusal )
    | ( PaymentDeclinedRefusal )
    | ( IdempotencyConflictRefusal )
    | ( UnavailableRefusal )
    | ( OtherRefusal )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Bill: ResolverTypeWrapper<BillNode>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  PaymentState: PaymentState;
  BillLine: ResolverTypeWrapper<BillLine>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Refund: ResolverTypeWrapper<Refund>;
  Basket: ResolverTypeWrapper<BasketNode>;
  BasketLine: ResolverTypeWrapper<BasketLine>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Charges: ResolverTypeWrapper<Charges>;
  AddToBasketInput: AddToBasketInput;
  SetBasketLineInput: SetBasketLineInput;
  ClearBasketInput: ClearBasketInput;
  CheckoutBasketInput: CheckoutBasketInput;
  BasketPayload: ResolverTypeWrapper<Omit<BasketPayload, 'basket' | 'userErrors'> & { basket?: Maybe<ResolversTypes['Basket']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  CheckoutBasketPayload: ResolverTypeWrapper<Omit<CheckoutBasketPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  Viewer: ResolverTypeWrapper<ViewerNode>;
  Role: Role;
  Consumer: ResolverTypeWrapper<ConsumerNode>;
  Delivery: ResolverTypeWrapper<DeliveryNode>;
  DeliveryState: DeliveryState;
  LocationPing: ResolverTypeWrapper<LocationPing>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Courier: ResolverTypeWrapper<CourierNode>;
  Vehicle: Vehicle;
  Ticket: ResolverTypeWrapper<TicketNode>;
  TicketState: TicketState;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Order: ResolverTypeWrapper<OrderNode>;
  OrderState: OrderState;
  OrderLineItem: ResolverTypeWrapper<OrderLineItem>;
  Action: Action;
  OrderFilter: OrderFilter;
  OrderSort: OrderSort;
  OrderConnection: ResolverTypeWrapper<Omit<OrderConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['OrderEdge']>, nodes: ReadonlyArray<ResolversTypes['Order']> }>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderHistoryEntry: ResolverTypeWrapper<OrderHistoryEntry>;
  OrderHistoryConnection: ResolverTypeWrapper<OrderHistoryConnection>;
  OrderHistoryEdge: ResolverTypeWrapper<OrderHistoryEdge>;
  OrderLineInput: OrderLineInput;
  PlaceOrderInput: PlaceOrderInput;
  PlaceOrderPayload: ResolverTypeWrapper<Omit<PlaceOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: ResolverTypeWrapper<Omit<CancelOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  RefusalCode: RefusalCode;
  NotFoundRefusal: ResolverTypeWrapper<NotFoundRefusal>;
  ForbiddenRefusal: ResolverTypeWrapper<ForbiddenRefusal>;
  OrderNotCancellableRefusal: ResolverTypeWrapper<OrderNotCancellableRefusal>;
  VersionRequiredRefusal: ResolverTypeWrapper<VersionRequiredRefusal>;
  StaleVersionRefusal: ResolverTypeWrapper<StaleVersionRefusal>;
  InvalidInputRefusal: ResolverTypeWrapper<InvalidInputRefusal>;
  FieldError: ResolverTypeWrapper<FieldError>;
  MenuItemUnavailableRefusal: ResolverTypeWrapper<MenuItemUnavailableRefusal>;
  RestaurantClosedRefusal: ResolverTypeWrapper<RestaurantClosedRefusal>;
  BasketEmptyRefusal: ResolverTypeWrapper<BasketEmptyRefusal>;
  PaymentDeclinedRefusal: ResolverTypeWrapper<PaymentDeclinedRefusal>;
  IdempotencyConflictRefusal: ResolverTypeWrapper<IdempotencyConflictRefusal>;
  UnavailableRefusal: ResolverTypeWrapper<UnavailableRefusal>;
  OtherRefusal: ResolverTypeWrapper<OtherRefusal>;
  Restaurant: ResolverTypeWrapper<RestaurantNode>;
  Menu: ResolverTypeWrapper<MenuNode>;
  MenuItem: ResolverTypeWrapper<MenuItemNode>;
  RestaurantFilter: RestaurantFilter;
  RestaurantConnection: ResolverTypeWrapper<Omit<RestaurantConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['RestaurantEdge']>, nodes: ReadonlyArray<ResolversTypes['Restaurant']> }>;
  RestaurantEdge: ResolverTypeWrapper<Omit<RestaurantEdge, 'node'> & { node: ResolversTypes['Restaurant'] }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Money: ResolverTypeWrapper<Money>;
  Address: ResolverTypeWrapper<Address>;
  AddressInput: AddressInput;
  Location: ResolverTypeWrapper<Location>;
  LocationInput: LocationInput;
  PersonName: ResolverTypeWrapper<PersonName>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Bill: BillNode;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  BillLine: BillLine;
  Int: Scalars['Int']['output'];
  Refund: Refund;
  Basket: BasketNode;
  BasketLine: BasketLine;
  Boolean: Scalars['Boolean']['output'];
  Charges: Charges;
  AddToBasketInput: AddToBasketInput;
  SetBasketLineInput: SetBasketLineInput;
  ClearBasketInput: ClearBasketInput;
  CheckoutBasketInput: CheckoutBasketInput;
  BasketPayload: Omit<BasketPayload, 'basket' | 'userErrors'> & { basket?: Maybe<ResolversParentTypes['Basket']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  CheckoutBasketPayload: Omit<CheckoutBasketPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  Viewer: ViewerNode;
  Consumer: ConsumerNode;
  Delivery: DeliveryNode;
  LocationPing: LocationPing;
  Float: Scalars['Float']['output'];
  Courier: CourierNode;
  Ticket: TicketNode;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Order: OrderNode;
  OrderLineItem: OrderLineItem;
  OrderFilter: OrderFilter;
  OrderConnection: Omit<OrderConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['OrderEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Order']> };
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderHistoryEntry: OrderHistoryEntry;
  OrderHistoryConnection: OrderHistoryConnection;
  OrderHistoryEdge: OrderHistoryEdge;
  OrderLineInput: OrderLineInput;
  PlaceOrderInput: PlaceOrderInput;
  PlaceOrderPayload: Omit<PlaceOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: Omit<CancelOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  NotFoundRefusal: NotFoundRefusal;
  ForbiddenRefusal: ForbiddenRefusal;
  OrderNotCancellableRefusal: OrderNotCancellableRefusal;
  VersionRequiredRefusal: VersionRequiredRefusal;
  StaleVersionRefusal: StaleVersionRefusal;
  InvalidInputRefusal: InvalidInputRefusal;
  FieldError: FieldError;
  MenuItemUnavailableRefusal: MenuItemUnavailableRefusal;
  RestaurantClosedRefusal: RestaurantClosedRefusal;
  BasketEmptyRefusal: BasketEmptyRefusal;
  PaymentDeclinedRefusal: PaymentDeclinedRefusal;
  IdempotencyConflictRefusal: IdempotencyConflictRefusal;
  UnavailableRefusal: UnavailableRefusal;
  OtherRefusal: OtherRefusal;
  Restaurant: RestaurantNode;
  Menu: MenuNode;
  MenuItem: MenuItemNode;
  RestaurantFilter: RestaurantFilter;
  RestaurantConnection: Omit<RestaurantConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['RestaurantEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Restaurant']> };
  RestaurantEdge: Omit<RestaurantEdge, 'node'> & { node: ResolversParentTypes['Restaurant'] };
  DateTime: Scalars['DateTime']['output'];
  Money: Money;
  Address: Address;
  AddressInput: AddressInput;
  Location: Location;
  LocationInput: LocationInput;
  PersonName: PersonName;
};

export type BillResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Bill'] = ResolversParentTypes['Bill']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['BillLine']>, ParentType, ContextType>;
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  deliveryFee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  serviceFee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  paymentState?: Resolver<ResolversTypes['PaymentState'], ParentType, ContextType>;
  authorizationCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refunds?: Resolver<ReadonlyArray<ResolversTypes['Refund']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentStateResolvers = EnumResolverSignature<{ AUTHORIZED?: any, CAPTURED?: any, VOIDED?: any, PARTLY_REFUNDED?: any, REFUNDED?: any }, ResolversTypes['PaymentState']>;

export type BillLineResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BillLine'] = ResolversParentTypes['BillLine']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type RefundResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Refund'] = ResolversParentTypes['Refund']> = {
  amount?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refundedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BasketResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Basket'] = ResolversParentTypes['Basket']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  consumerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  restaurantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['BasketLine']>, ParentType, ContextType>;
  charges?: Resolver<ResolversTypes['Charges'], ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BasketLineResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BasketLine'] = ResolversParentTypes['BasketLine']> = {
  menuItemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ChargesResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Charges'] = ResolversParentTypes['Charges']> = {
  subtotal?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  deliveryFee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  serviceFee?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  tax?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
};

export type BasketPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BasketPayload'] = ResolversParentTypes['BasketPayload']> = {
  basket?: Resolver<Maybe<ResolversTypes['Basket']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CheckoutBasketPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CheckoutBasketPayload'] = ResolversParentTypes['CheckoutBasketPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  consumer?: Resolver<Maybe<ResolversTypes['Consumer']>, ParentType, ContextType>;
  restaurant?: Resolver<Maybe<ResolversTypes['Restaurant']>, ParentType, ContextType>;
  courier?: Resolver<Maybe<ResolversTypes['Courier']>, ParentType, ContextType>;
};

export type RoleResolvers = EnumResolverSignature<{ ANONYMOUS?: any, CONSUMER?: any, RESTAURANT?: any, COURIER?: any, SUPPORT?: any }, ResolversTypes['Role']>;

export type ConsumerResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Consumer'] = ResolversParentTypes['Consumer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  consumerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['PersonName'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  addresses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Address']>>, ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, Partial<ConsumerOrdersArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  pickupAddress?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  deliveryAddress?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  courierId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  estimatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  pickedUpAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastLocation?: Resolver<Maybe<ResolversTypes['LocationPing']>, ParentType, ContextType>;
  courierPhone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  courier?: Resolver<Maybe<ResolversTypes['Courier']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryStateResolvers = EnumResolverSignature<{ PENDING?: any, SCHEDULED?: any, PICKED_UP?: any, DELIVERED?: any, CANCELLED?: any }, ResolversTypes['DeliveryState']>;

export type LocationPingResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LocationPing'] = ResolversParentTypes['LocationPing']> = {
  lat?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CourierResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Courier'] = ResolversParentTypes['Courier']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  courierId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vehicle?: Resolver<ResolversTypes['Vehicle'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  onDuty?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  currentDeliveryId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TicketState'], ParentType, ContextType>;
  readyBy?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  preparingAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  readyAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketStateResolvers = EnumResolverSignature<{ AWAITING_ACCEPTANCE?: any, ACCEPTED?: any, PREPARING?: any, READY_FOR_PICKUP?: any, PICKED_UP?: any, REJECTED?: any, CANCELLED?: any }, ResolversTypes['TicketState']>;

export type QueryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  bill?: Resolver<Maybe<ResolversTypes['Bill']>, ParentType, ContextType, RequireFields<QueryBillArgs, 'orderId'>>;
  basket?: Resolver<Maybe<ResolversTypes['Basket']>, ParentType, ContextType, RequireFields<QueryBasketArgs, 'consumerId' | 'restaurantId'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  consumer?: Resolver<Maybe<ResolversTypes['Consumer']>, ParentType, ContextType, RequireFields<QueryConsumerArgs, 'id'>>;
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType, RequireFields<QueryDeliveryArgs, 'orderId'>>;
  courier?: Resolver<Maybe<ResolversTypes['Courier']>, ParentType, ContextType, RequireFields<QueryCourierArgs, 'id'>>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<QueryTicketArgs, 'orderId'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<QueryOrdersArgs, 'sort'>>;
  orderHistory?: Resolver<Maybe<ResolversTypes['OrderHistoryConnection']>, ParentType, ContextType, RequireFields<QueryOrderHistoryArgs, 'consumerId'>>;
  restaurant?: Resolver<Maybe<ResolversTypes['Restaurant']>, ParentType, ContextType, RequireFields<QueryRestaurantArgs, 'id'>>;
  restaurants?: Resolver<Maybe<ResolversTypes['RestaurantConnection']>, ParentType, ContextType, Partial<QueryRestaurantsArgs>>;
  menu?: Resolver<Maybe<ResolversTypes['Menu']>, ParentType, ContextType, RequireFields<QueryMenuArgs, 'restaurantId'>>;
  menuItem?: Resolver<Maybe<ResolversTypes['MenuItem']>, ParentType, ContextType, RequireFields<QueryMenuItemArgs, 'restaurantId' | 'menuItemId'>>;
};

export type MutationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addToBasket?: Resolver<Maybe<ResolversTypes['BasketPayload']>, ParentType, ContextType, RequireFields<MutationAddToBasketArgs, 'input'>>;
  setBasketLine?: Resolver<Maybe<ResolversTypes['BasketPayload']>, ParentType, ContextType, RequireFields<MutationSetBasketLineArgs, 'input'>>;
  clearBasket?: Resolver<Maybe<ResolversTypes['BasketPayload']>, ParentType, ContextType, RequireFields<MutationClearBasketArgs, 'input'>>;
  checkoutBasket?: Resolver<Maybe<ResolversTypes['CheckoutBasketPayload']>, ParentType, ContextType, RequireFields<MutationCheckoutBasketArgs, 'input'>>;
  placeOrder?: Resolver<Maybe<ResolversTypes['PlaceOrderPayload']>, ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  cancelOrder?: Resolver<Maybe<ResolversTypes['CancelOrderPayload']>, ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
};

export type NodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Bill' | 'Basket' | 'Consumer' | 'Delivery' | 'Courier' | 'Ticket' | 'Order' | 'Restaurant' | 'MenuItem', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OrderState'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lineItems?: Resolver<ReadonlyArray<ResolversTypes['OrderLineItem']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  deliveryAddress?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  deliveryNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  consumerId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  restaurantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  consumer?: Resolver<Maybe<ResolversTypes['Consumer']>, ParentType, ContextType>;
  restaurant?: Resolver<Maybe<ResolversTypes['Restaurant']>, ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  bill?: Resolver<Maybe<ResolversTypes['Bill']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderStateResolvers = EnumResolverSignature<{ APPROVAL_PENDING?: any, APPROVED?: any, REVISION_PENDING?: any, CANCEL_PENDING?: any, ACCEPTED?: any, REJECTED?: any, PREPARING?: any, READY_FOR_PICKUP?: any, PICKED_UP?: any, DELIVERED?: any, CANCELLED?: any }, ResolversTypes['OrderState']>;

export type OrderLineItemResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderLineItem'] = ResolversParentTypes['OrderLineItem']> = {
  menuItemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitPrice?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActionResolvers = EnumResolverSignature<{ CANCEL_ORDER?: any, ADD_TO_BASKET?: any, SET_BASKET_LINE?: any, CLEAR_BASKET?: any, CHECKOUT_BASKET?: any }, ResolversTypes['Action']>;

export type OrderConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type OrderHistoryEntryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderHistoryEntry'] = ResolversParentTypes['OrderHistoryEntry']> = {
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OrderState'], ParentType, ContextType>;
  placedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  restaurantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  restaurantName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  itemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  deliveryState?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
};

export type OrderHistoryConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderHistoryConnection'] = ResolversParentTypes['OrderHistoryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderHistoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['OrderHistoryEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderHistoryEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderHistoryEdge'] = ResolversParentTypes['OrderHistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrderHistoryEntry'], ParentType, ContextType>;
};

export type PlaceOrderPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PlaceOrderPayload'] = ResolversParentTypes['PlaceOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CancelOrderPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CancelOrderPayload'] = ResolversParentTypes['CancelOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType: TypeResolveFn<'NotFoundRefusal' | 'ForbiddenRefusal' | 'OrderNotCancellableRefusal' | 'VersionRequiredRefusal' | 'StaleVersionRefusal' | 'InvalidInputRefusal' | 'MenuItemUnavailableRefusal' | 'RestaurantClosedRefusal' | 'BasketEmptyRefusal' | 'PaymentDeclinedRefusal' | 'IdempotencyConflictRefusal' | 'UnavailableRefusal' | 'OtherRefusal', ParentType, ContextType>;
};

export type RefusalCodeResolvers = EnumResolverSignature<{ UNAUTHENTICATED?: any, UNREADABLE?: any, OPERATION_UNKNOWN?: any, CONSUMER_NOT_FOUND?: any, RESTAURANT_NOT_FOUND?: any, MENU_ITEM_NOT_FOUND?: any, BASKET_NOT_FOUND?: any, ORDER_NOT_FOUND?: any, TICKET_NOT_FOUND?: any, DELIVERY_NOT_FOUND?: any, COURIER_NOT_FOUND?: any, BILL_NOT_FOUND?: any, PHOTO_NOT_FOUND?: any, FORBIDDEN?: any, ORDER_NOT_CANCELLABLE?: any, ORDER_NOT_REVISABLE?: any, TICKET_NOT_ACCEPTABLE?: any, TICKET_NOT_REJECTABLE?: any, PREPARATION_NOT_STARTABLE?: any, PREPARATION_NOT_FINISHABLE?: any, PICKUP_NOT_ALLOWED?: any, DROPOFF_NOT_ALLOWED?: any, COURIER_NOT_ASSIGNABLE?: any, BILL_NOT_REFUNDABLE?: any, VERSION_REQUIRED?: any, STALE_VERSION?: any, INVALID_INPUT?: any, MENU_ITEM_UNAVAILABLE?: any, RESTAURANT_CLOSED?: any, BASKET_EMPTY?: any, PAYMENT_DECLINED?: any, READY_BY_OUT_OF_RANGE?: any, COURIER_BUSY?: any, COURIER_UNAVAILABLE?: any, REFUND_EXCEEDS_PAYMENT?: any, IDEMPOTENCY_CONFLICT?: any, UNAVAILABLE?: any }, ResolversTypes['RefusalCode']>;

export type NotFoundRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['NotFoundRefusal'] = ResolversParentTypes['NotFoundRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ForbiddenRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ForbiddenRefusal'] = ResolversParentTypes['ForbiddenRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderNotCancellableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderNotCancellableRefusal'] = ResolversParentTypes['OrderNotCancellableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OrderState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VersionRequiredRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['VersionRequiredRefusal'] = ResolversParentTypes['VersionRequiredRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StaleVersionRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['StaleVersionRefusal'] = ResolversParentTypes['StaleVersionRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expectedVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['InvalidInputRefusal'] = ResolversParentTypes['InvalidInputRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fieldErrors?: Resolver<ReadonlyArray<ResolversTypes['FieldError']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FieldErrorResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['FieldError'] = ResolversParentTypes['FieldError']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MenuItemUnavailableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MenuItemUnavailableRefusal'] = ResolversParentTypes['MenuItemUnavailableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  menuItemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RestaurantClosedRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RestaurantClosedRefusal'] = ResolversParentTypes['RestaurantClosedRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  restaurantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BasketEmptyRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BasketEmptyRefusal'] = ResolversParentTypes['BasketEmptyRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  restaurantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PaymentDeclinedRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PaymentDeclinedRefusal'] = ResolversParentTypes['PaymentDeclinedRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IdempotencyConflictRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['IdempotencyConflictRefusal'] = ResolversParentTypes['IdempotencyConflictRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  idempotencyKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnavailableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['UnavailableRefusal'] = ResolversParentTypes['UnavailableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OtherRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OtherRefusal'] = ResolversParentTypes['OtherRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RestaurantResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Restaurant'] = ResolversParentTypes['Restaurant']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  restaurantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  address?: Resolver<ResolversTypes['Address'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['Location'], ParentType, ContextType>;
  cuisine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  menu?: Resolver<Maybe<ResolversTypes['Menu']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MenuResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Menu'] = ResolversParentTypes['Menu']> = {
  restaurantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['MenuItem']>, ParentType, ContextType>;
};

export type MenuItemResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MenuItem'] = ResolversParentTypes['MenuItem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  menuItemId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RestaurantConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RestaurantConnection'] = ResolversParentTypes['RestaurantConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RestaurantEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Restaurant']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RestaurantEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RestaurantEdge'] = ResolversParentTypes['RestaurantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Restaurant'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type MoneyResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AddressResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  lat?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PersonNameResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PersonName'] = ResolversParentTypes['PersonName']> = {
  first?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  last?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = GraphqlContext> = {
  Bill?: BillResolvers<ContextType>;
  PaymentState?: PaymentStateResolvers;
  BillLine?: BillLineResolvers<ContextType>;
  Refund?: RefundResolvers<ContextType>;
  Basket?: BasketResolvers<ContextType>;
  BasketLine?: BasketLineResolvers<ContextType>;
  Charges?: ChargesResolvers<ContextType>;
  BasketPayload?: BasketPayloadResolvers<ContextType>;
  CheckoutBasketPayload?: CheckoutBasketPayloadResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Role?: RoleResolvers;
  Consumer?: ConsumerResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryState?: DeliveryStateResolvers;
  LocationPing?: LocationPingResolvers<ContextType>;
  Courier?: CourierResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  TicketState?: TicketStateResolvers;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderState?: OrderStateResolvers;
  OrderLineItem?: OrderLineItemResolvers<ContextType>;
  Action?: ActionResolvers;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderHistoryEntry?: OrderHistoryEntryResolvers<ContextType>;
  OrderHistoryConnection?: OrderHistoryConnectionResolvers<ContextType>;
  OrderHistoryEdge?: OrderHistoryEdgeResolvers<ContextType>;
  PlaceOrderPayload?: PlaceOrderPayloadResolvers<ContextType>;
  CancelOrderPayload?: CancelOrderPayloadResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RefusalCode?: RefusalCodeResolvers;
  NotFoundRefusal?: NotFoundRefusalResolvers<ContextType>;
  ForbiddenRefusal?: ForbiddenRefusalResolvers<ContextType>;
  OrderNotCancellableRefusal?: OrderNotCancellableRefusalResolvers<ContextType>;
  VersionRequiredRefusal?: VersionRequiredRefusalResolvers<ContextType>;
  StaleVersionRefusal?: StaleVersionRefusalResolvers<ContextType>;
  InvalidInputRefusal?: InvalidInputRefusalResolvers<ContextType>;
  FieldError?: FieldErrorResolvers<ContextType>;
  MenuItemUnavailableRefusal?: MenuItemUnavailableRefusalResolvers<ContextType>;
  RestaurantClosedRefusal?: RestaurantClosedRefusalResolvers<ContextType>;
  BasketEmptyRefusal?: BasketEmptyRefusalResolvers<ContextType>;
  PaymentDeclinedRefusal?: PaymentDeclinedRefusalResolvers<ContextType>;
  IdempotencyConflictRefusal?: IdempotencyConflictRefusalResolvers<ContextType>;
  UnavailableRefusal?: UnavailableRefusalResolvers<ContextType>;
  OtherRefusal?: OtherRefusalResolvers<ContextType>;
  Restaurant?: RestaurantResolvers<ContextType>;
  Menu?: MenuResolvers<ContextType>;
  MenuItem?: MenuItemResolvers<ContextType>;
  RestaurantConnection?: RestaurantConnectionResolvers<ContextType>;
  RestaurantEdge?: RestaurantEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  PersonName?: PersonNameResolvers<ContextType>;
};


