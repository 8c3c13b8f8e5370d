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
import type { OrderNode, RestaurantNode, MenuNode, MenuItemNode, MenuImportNode, PhotoNode, ConsumerNode, ViewerNode, BasketNode, TicketNode, DeliveryNode, CourierNode, BillNode, OrderPage, OrderHistoryPage, RestaurantPage, ConsumerPage, TicketPage, DeliveryPage, LocationPingPage, CourierPage } from './nodes.ts';
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
  /**
   * An e-mail address (the Mailbox of RFC 5321 §4.1.2), as it was written; at most 254 characters. What does not look like one
   * is an `InvalidInputRefusal`, since an operation looks at a text's form last; whether somebody reads it is found out by
   * writing there.
   */
  EmailAddress: { input: string; output: string; }
  /**
   * A whole number of minor units of a currency: cents; whole yen. A JSON number, and beyond the 32 bits of `Int`, which a
   * basket of dear dishes would exceed.
   */
  MinorUnits: { input: number; output: number; }
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
  /** The payment provider's word for the payment. Null for the restaurant. */
  readonly authorizationCode?: Maybe<Scalars['String']['output']>;
  readonly refunds: ReadonlyArray<Refund>;
  /** What the bill's state and the actor's role allow now; each is the mutation of that name. */
  readonly availableActions: ReadonlyArray<Action>;
  /** What is paid for, read in one statement with the parts selected below it. Null when it cannot be read. */
  readonly order?: Maybe<Order>;
};

export type { PaymentState };

/** A dish on the bill. */
export type BillLine = {
  readonly __typename?: 'BillLine';
  readonly name: Scalars['String']['output'];
  readonly unitPrice: Money;
  /** 1 to 99. */
  readonly quantity: Scalars['Int']['output'];
  readonly total: Money;
};

/** Money given back. */
export type Refund = {
  readonly __typename?: 'Refund';
  readonly amount: Money;
  /** Support's words. */
  readonly reason: Scalars['String']['output'];
  readonly refundedAt: Scalars['DateTime']['output'];
};

/** How much to give back, and why. Send an `idempotencyKey`: a refund that is sent twice without one is paid twice. */
export type RefundBillInput = {
  /** Global id of bill or order, or the order's UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** At least 1 minor unit, in the bill's currency. */
  readonly amount: MoneyInput;
  /** 1 to 500 characters. */
  readonly reason: Scalars['String']['input'];
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The bill with its refund, or why nothing was given back. */
export type BillPayload = {
  readonly __typename?: 'BillPayload';
  /** Null when refused. */
  readonly bill?: Maybe<Bill>;
  /** Empty when the money was given back. */
  readonly userErrors: ReadonlyArray<Refusal>;
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
  /** 1 to 99. */
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
  /** 5 % of the subtotal. */
  readonly serviceFee: Money;
  /** 8 % of subtotal and service fee. */
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
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
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
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
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
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
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
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
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
  /** Null for every other role. */
  readonly consumer?: Maybe<Consumer>;
  /** Where the actor works. Null for every other role. */
  readonly restaurant?: Maybe<Restaurant>;
  /** Null for every other role. */
  readonly courier?: Maybe<Courier>;
};

export type { Role };

/** Someone who orders food. */
export type Consumer = Node & {
  readonly __typename?: 'Consumer';
  readonly id: Scalars['ID']['output'];
  /** The UUID: what all API styles name the consumer by. */
  readonly consumerId: Scalars['ID']['output'];
  /** Raised by every change; `expectedVersion` of the mutation that changes it. */
  readonly version: Scalars['Int']['output'];
  readonly name: PersonName;
  /** Null for all but the consumer and support. */
  readonly email?: Maybe<Scalars['EmailAddress']['output']>;
  /** At most 5. Null for all but the consumer and support. */
  readonly addresses?: Maybe<ReadonlyArray<Address>>;
  /** What the actor's role allows now; each is the mutation of that name. */
  readonly availableActions: ReadonlyArray<Action>;
  /** The consumer's orders, as far as the actor may see them. Null when they cannot be read. */
  readonly orders?: Maybe<OrderConnection>;
};


/** Someone who orders food. */
export type ConsumerOrdersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConsumerOrdersFilter>;
  sort?: OrderSort;
};

/** Narrows the list of a consumer's orders; members that are absent do not. */
export type ConsumerOrdersFilter = {
  /** Global id or UUID. */
  readonly restaurantId?: InputMaybe<Scalars['ID']['input']>;
  /** In any of these. */
  readonly states?: InputMaybe<ReadonlyArray<OrderState>>;
  /** Inclusive. */
  readonly placedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Exclusive. */
  readonly placedTo?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Narrows the list of consumers; members that are absent do not. */
export type ConsumerFilter = {
  /** Words that first name, last name or e-mail address begin with; at most 100 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
};

/** A page of consumers. */
export type ConsumerConnection = {
  readonly __typename?: 'ConsumerConnection';
  readonly edges: ReadonlyArray<ConsumerEdge>;
  /** The consumers themselves, for clients that need no cursors. */
  readonly nodes: ReadonlyArray<Consumer>;
  readonly pageInfo: PageInfo;
  /** On all pages together: one statement, run only when this is selected. Null, with an error, when it fails. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A consumer and where it stands in its list. */
export type ConsumerEdge = {
  readonly __typename?: 'ConsumerEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Consumer;
};

/** Who wants to order food. */
export type RegisterConsumerInput = {
  readonly name: PersonNameInput;
  /** Nobody else's. */
  readonly email: Scalars['EmailAddress']['input'];
  /** At most 5; none when absent. */
  readonly addresses?: InputMaybe<ReadonlyArray<AddressInput>>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What to change of a consumer. */
export type UpdateConsumerInput = {
  /** Global id or UUID. */
  readonly consumerId: Scalars['ID']['input'];
  readonly name?: InputMaybe<PersonNameInput>;
  /** Nobody else's. */
  readonly email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** All of them, as they shall be: at most 5. */
  readonly addresses?: InputMaybe<ReadonlyArray<AddressInput>>;
  /** The version of the consumer that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The consumer as it is after the change, or why it was not changed. */
export type ConsumerPayload = {
  readonly __typename?: 'ConsumerPayload';
  /** Null when refused. */
  readonly consumer?: Maybe<Consumer>;
  /** Empty when the consumer is as asked. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** Someone who carries food. */
export type Courier = Node & {
  readonly __typename?: 'Courier';
  readonly id: Scalars['ID']['output'];
  /** The UUID: what all API styles name the courier by. */
  readonly courierId: Scalars['ID']['output'];
  /** Raised by every change of the courier; `expectedVersion` of the mutation that changes it. */
  readonly version: Scalars['Int']['output'];
  readonly name: Scalars['String']['output'];
  readonly vehicle: Vehicle;
  /** ITU-T E.164. Null for all but the courier and support. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Whether the courier takes deliveries. Null for all but the courier and support. */
  readonly onDuty?: Maybe<Scalars['Boolean']['output']>;
  /** The UUID of the order being delivered now. Null without one, and for all but the courier and support. */
  readonly currentDeliveryId?: Maybe<Scalars['ID']['output']>;
  /** What is being delivered now. Null without one, and for all but the courier and support. */
  readonly currentDelivery?: Maybe<Delivery>;
  /** What the courier's state and the actor's role allow now; each is the mutation of that name. */
  readonly availableActions: ReadonlyArray<Action>;
};

/** What a courier rides. */
export type Vehicle =
  | 'BICYCLE'
  | 'SCOOTER'
  | 'CAR';

/** Narrows the list of couriers; members that are absent do not. */
export type CourierFilter = {
  /** Those who are, or those who are not. */
  readonly onDuty?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of couriers. */
export type CourierConnection = {
  readonly __typename?: 'CourierConnection';
  readonly edges: ReadonlyArray<CourierEdge>;
  /** The couriers themselves, for clients that need no cursors. */
  readonly nodes: ReadonlyArray<Courier>;
  readonly pageInfo: PageInfo;
  /** On all pages together: one statement, run only when this is selected. Null, with an error, when it fails. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A courier and where it stands in its list. */
export type CourierEdge = {
  readonly __typename?: 'CourierEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Courier;
};

/** Whether a courier works. */
export type SetOnDutyInput = {
  /** Global id or UUID. */
  readonly courierId: Scalars['ID']['input'];
  /** Going off duty is refused during a delivery. */
  readonly onDuty: Scalars['Boolean']['input'];
  /** The version of the courier that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The courier as it is after the change, or why it was not changed. */
export type CourierPayload = {
  readonly __typename?: 'CourierPayload';
  /** Null when refused. */
  readonly courier?: Maybe<Courier>;
  /** Empty when the courier is as asked. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** How an order gets to its consumer. */
export type Delivery = Node & {
  readonly __typename?: 'Delivery';
  readonly id: Scalars['ID']['output'];
  /** The UUID of the order, which is the delivery's too. */
  readonly orderId: Scalars['ID']['output'];
  /** Raised by every change of the delivery, but by no ping; `expectedVersion` of the mutations that change it. */
  readonly version: Scalars['Int']['output'];
  readonly state: DeliveryState;
  readonly pickupAddress: Address;
  readonly deliveryAddress: Address;
  /** The UUID of the courier; null while none is assigned. */
  readonly courierId?: Maybe<Scalars['ID']['output']>;
  /** When it is expected to come; null while no courier is assigned. */
  readonly estimatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null until then. */
  readonly pickedUpAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null until then. */
  readonly deliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the courier was last seen on this delivery. Null before the first ping. */
  readonly lastLocation?: Maybe<LocationPing>;
  /** Null for the restaurant, and for the consumer but between pickup and delivery; null without a courier. */
  readonly courierPhone?: Maybe<Scalars['String']['output']>;
  /** What the delivery's state and the actor's role allow now; each is the mutation of that name. */
  readonly availableActions: ReadonlyArray<Action>;
  /** Null while none is assigned, and when it cannot be read. */
  readonly courier?: Maybe<Courier>;
  /** What is delivered, with the parts that are selected below it. Null for a courier who no longer carries it. */
  readonly order?: Maybe<Order>;
  /** Where it has been, oldest first. Null when it cannot be read. */
  readonly track?: Maybe<LocationPingConnection>;
};


/** How an order gets to its consumer. */
export type DeliveryTrackArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type { DeliveryState };

/** Where a courier was, and when. */
export type LocationPing = {
  readonly __typename?: 'LocationPing';
  /** From -90 to 90. */
  readonly lat: Scalars['Float']['output'];
  /** From -180 to 180. */
  readonly lon: Scalars['Float']['output'];
  /** By the courier's clock, or the server's where the courier said nothing. */
  readonly at: Scalars['DateTime']['output'];
};

/** Narrows a list of deliveries; members that are absent do not. */
export type DeliveryFilter = {
  /** Global id or UUID. */
  readonly courierId?: InputMaybe<Scalars['ID']['input']>;
  /** In any of these. */
  readonly states?: InputMaybe<ReadonlyArray<DeliveryState>>;
};

/** A page of deliveries. */
export type DeliveryConnection = {
  readonly __typename?: 'DeliveryConnection';
  readonly edges: ReadonlyArray<DeliveryEdge>;
  /** The deliveries themselves, for clients that need no cursors. */
  readonly nodes: ReadonlyArray<Delivery>;
  readonly pageInfo: PageInfo;
  /** On all pages together: one statement, run only when this is selected. Null, with an error, when it fails. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A delivery and where it stands in its list. */
export type DeliveryEdge = {
  readonly __typename?: 'DeliveryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Delivery;
};

/** A page of a track. It has no `totalCount`: a track grows while it is read. */
export type LocationPingConnection = {
  readonly __typename?: 'LocationPingConnection';
  readonly edges: ReadonlyArray<LocationPingEdge>;
  /** The pings themselves, for clients that need no cursors. */
  readonly nodes: ReadonlyArray<LocationPing>;
  readonly pageInfo: PageInfo;
};

/** A ping and where it stands in its track. */
export type LocationPingEdge = {
  readonly __typename?: 'LocationPingEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: LocationPing;
};

/** Which delivery to give a courier, as seen in which version. */
export type AssignCourierInput = {
  /** Global id of delivery or order, or the order's UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** Global id or UUID. The free courier who is nearest when absent. */
  readonly courierId?: InputMaybe<Scalars['ID']['input']>;
  /** The version of the delivery that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which delivery is picked up, as seen in which version. */
export type NotePickedUpInput = {
  /** Global id of delivery or order, or the order's UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** The version of the delivery that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which delivery has come, as seen in which version. */
export type NoteDeliveredInput = {
  /** Global id of delivery or order, or the order's UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** The version of the delivery that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Where the courier of a delivery is. */
export type ReportLocationInput = {
  /** Global id of delivery or order, or the order's UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** From -90 to 90. */
  readonly lat: Scalars['Float']['input'];
  /** From -180 to 180. */
  readonly lon: Scalars['Float']['input'];
  /** Now when absent; at most 60 s ahead. */
  readonly at?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The delivery as it is after the change, or why it was not changed. */
export type DeliveryPayload = {
  readonly __typename?: 'DeliveryPayload';
  /** Null when refused. */
  readonly delivery?: Maybe<Delivery>;
  /** Empty when the delivery is as asked. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** What was added to the track, or why nothing was. */
export type ReportLocationPayload = {
  readonly __typename?: 'ReportLocationPayload';
  /** Null when refused. */
  readonly ping?: Maybe<LocationPing>;
  /** Empty when the ping was added. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** The kitchen's side of an order. */
export type Ticket = Node & {
  readonly __typename?: 'Ticket';
  readonly id: Scalars['ID']['output'];
  /** The UUID of the order, which is the ticket's too. */
  readonly orderId: Scalars['ID']['output'];
  /** Raised by every change of the ticket; `expectedVersion` of the mutations that change it. */
  readonly version: Scalars['Int']['output'];
  readonly state: TicketState;
  /** When the kitchen promises to have it ready. Null until it is accepted. */
  readonly readyBy?: Maybe<Scalars['DateTime']['output']>;
  /** Null until it is accepted. */
  readonly acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When cooking began. Null until then. */
  readonly preparingAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the food was ready. Null until then. */
  readonly readyAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the restaurant would not cook it. Null unless it is REJECTED. */
  readonly rejectionReason?: Maybe<Scalars['String']['output']>;
  /** What the ticket's state and the actor's role allow now; each is the mutation of that name. */
  readonly availableActions: ReadonlyArray<Action>;
  /** What is to be cooked, with the parts that are selected below it. Null when it cannot be read. */
  readonly order?: Maybe<Order>;
};

export type { TicketState };

/** Narrows a list of tickets; members that are absent do not. */
export type TicketFilter = {
  /** Global id or UUID. */
  readonly restaurantId?: InputMaybe<Scalars['ID']['input']>;
  /** In any of these. */
  readonly states?: InputMaybe<ReadonlyArray<TicketState>>;
};

/** A page of tickets. */
export type TicketConnection = {
  readonly __typename?: 'TicketConnection';
  readonly edges: ReadonlyArray<TicketEdge>;
  /** The tickets themselves, for clients that need no cursors. */
  readonly nodes: ReadonlyArray<Ticket>;
  readonly pageInfo: PageInfo;
  /** On all pages together: one statement, run only when this is selected. Null, with an error, when it fails. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A ticket and where it stands in its list. */
export type TicketEdge = {
  readonly __typename?: 'TicketEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Ticket;
};

/** Which ticket to accept, as seen in which version. */
export type AcceptTicketInput = {
  /** Global id of ticket or order, or the order's UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** When the food will be ready: from now to 24 hours ahead. */
  readonly readyBy: Scalars['DateTime']['input'];
  /** The version of the ticket that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which tickets to accept. */
export type AcceptTicketsInput = {
  /** 1 to 50. */
  readonly tickets: ReadonlyArray<TicketToAcceptInput>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** One ticket of several to accept. */
export type TicketToAcceptInput = {
  /** Global id of ticket or order, or the order's UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** When the food will be ready: from now to 24 hours ahead. */
  readonly readyBy: Scalars['DateTime']['input'];
  /** The version of the ticket that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** Which ticket to turn down, and why. */
export type RejectTicketInput = {
  /** Global id of ticket or order, or the order's UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** 1 to 500 characters. */
  readonly reason: Scalars['String']['input'];
  /** The version of the ticket that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which ticket to begin, as seen in which version. */
export type StartPreparingInput = {
  /** Global id of ticket or order, or the order's UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** The version of the ticket that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which ticket is ready, as seen in which version. */
export type FinishPreparingInput = {
  /** Global id of ticket or order, or the order's UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** The version of the ticket that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The ticket as it is after the change, or why it was not changed. */
export type TicketPayload = {
  readonly __typename?: 'TicketPayload';
  /** Null when refused. */
  readonly ticket?: Maybe<Ticket>;
  /** Empty when the ticket is as asked. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** What became of each ticket, or why none was looked at. */
export type AcceptTicketsPayload = {
  readonly __typename?: 'AcceptTicketsPayload';
  /** In the order in which they were named. Null when the whole was refused. */
  readonly acceptances?: Maybe<ReadonlyArray<TicketAcceptance>>;
  /** Empty when every ticket has its answer. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** What became of one ticket of several. */
export type TicketAcceptance = {
  readonly __typename?: 'TicketAcceptance';
  /** The UUID of the order. */
  readonly orderId: Scalars['ID']['output'];
  /** Null when refused. */
  readonly ticket?: Maybe<Ticket>;
  /** Why this ticket was not accepted; null when it was. */
  readonly userError?: Maybe<Refusal>;
};

/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
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
  /** Consumers by last and first name. For support. */
  readonly consumers?: Maybe<ConsumerConnection>;
  /** One courier: oneself, or the one of a delivery that one may see. */
  readonly courier?: Maybe<Courier>;
  /** Couriers by name. For support. */
  readonly couriers?: Maybe<CourierConnection>;
  /** How an order gets to its consumer. */
  readonly delivery?: Maybe<Delivery>;
  /**
   * The deliveries that the actor may see, newest order first; a courier's past ones too. What a listed delivery leads to
   * (`order`, `courier`, `track`) is read for all of them together, in one statement more each.
   */
  readonly deliveries?: Maybe<DeliveryConnection>;
  /** Where a delivery has been, without the delivery: oldest first. */
  readonly track?: Maybe<LocationPingConnection>;
  /** The kitchen's side of an order. */
  readonly ticket?: Maybe<Ticket>;
  /** The tickets that the actor may see, oldest order first. Their orders are read together, in one statement more. */
  readonly tickets?: Maybe<TicketConnection>;
  /** Made for the order history screen: one statement, whatever the page's size. For the consumer and support. */
  readonly orderHistory?: Maybe<OrderHistoryConnection>;
  /** One order. Whatever parts are selected below it are read together with it, in one statement. */
  readonly order?: Maybe<Order>;
  /**
   * The orders that the actor may see. Whatever parts of them are selected (`consumer`, `restaurant`, `ticket`, `delivery`,
   * `bill`) are read together with the page, in one statement.
   */
  readonly orders?: Maybe<OrderConnection>;
  /** What a restaurant cooks, without the restaurant. Open to everybody. */
  readonly menu?: Maybe<Menu>;
  /** One dish. Open to everybody. */
  readonly menuItem?: Maybe<MenuItem>;
  /** A dish's photo, without the dish. Open to everybody. */
  readonly photo?: Maybe<Photo>;
  /** How far a bulk import of dishes has come: ask again until it is DONE. For the restaurant's staff and support. */
  readonly menuImport?: Maybe<MenuImport>;
  /** One restaurant. Open to everybody. */
  readonly restaurant?: Maybe<Restaurant>;
  /** Restaurants by name, or nearest first with `filter.near`. Open to everybody. */
  readonly restaurants?: Maybe<RestaurantConnection>;
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryBillArgs = {
  orderId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryBasketArgs = {
  consumerId: Scalars['ID']['input'];
  restaurantId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryConsumerArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryConsumersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ConsumerFilter>;
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryCourierArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryCouriersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CourierFilter>;
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryDeliveryArgs = {
  orderId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryDeliveriesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeliveryFilter>;
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryTrackArgs = {
  orderId: Scalars['ID']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryTicketArgs = {
  orderId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryTicketsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TicketFilter>;
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
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
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
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
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryMenuArgs = {
  restaurantId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryMenuItemArgs = {
  restaurantId: Scalars['ID']['input'];
  menuItemId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryPhotoArgs = {
  restaurantId: Scalars['ID']['input'];
  menuItemId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryMenuImportArgs = {
  restaurantId: Scalars['ID']['input'];
  menuImportId: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryRestaurantArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Everything that can be read without signing in or as the actor of the bearer token. What the actor may not see is
 * `null`, just like what does not exist; it is never an error. Where a part cannot be read, that part alone is `null`, with
 * an error at its path.
 */
export type QueryRestaurantsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RestaurantFilter>;
};

/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Gives back a part of a captured payment, or what is left of it. For support. */
  readonly refundBill?: Maybe<BillPayload>;
  /** Adds to what the basket holds of a dish; needs no version, since adding commutes. */
  readonly addToBasket?: Maybe<BasketPayload>;
  /** Sets how many of a dish the basket holds; 0 takes it out. */
  readonly setBasketLine?: Maybe<BasketPayload>;
  /** Empties the basket. */
  readonly clearBasket?: Maybe<BasketPayload>;
  /** Places an order for what the basket holds, and empties it. */
  readonly checkoutBasket?: Maybe<CheckoutBasketPayload>;
  /** Makes a consumer of someone who is not signed in. */
  readonly registerConsumer?: Maybe<ConsumerPayload>;
  /** Changes what a consumer says of itself; members that are absent or null stay. For the consumer. */
  readonly updateConsumer?: Maybe<ConsumerPayload>;
  /** Begins or ends a courier's work; who begins may get a waiting delivery at once. For the courier. */
  readonly setOnDuty?: Maybe<CourierPayload>;
  /** Gives a waiting delivery a courier. For support. */
  readonly assignCourier?: Maybe<DeliveryPayload>;
  /** Says that the food is on its way. For the delivery's courier. */
  readonly notePickedUp?: Maybe<DeliveryPayload>;
  /** Says that the food has come; the payment is captured. For the delivery's courier. */
  readonly noteDelivered?: Maybe<DeliveryPayload>;
  /** Adds to a delivery's track; needs no version, since nothing is overwritten. For the delivery's courier. */
  readonly reportLocation?: Maybe<ReportLocationPayload>;
  /** Takes an order on, and gives its delivery the nearest free courier. For the restaurant. */
  readonly acceptTicket?: Maybe<TicketPayload>;
  /** Takes several orders on, each by itself: one that is refused hinders no other. For the restaurant. */
  readonly acceptTickets?: Maybe<AcceptTicketsPayload>;
  /** Turns an order down: it is not paid for and not delivered. For the restaurant. */
  readonly rejectTicket?: Maybe<TicketPayload>;
  /** Begins to cook. For the restaurant. */
  readonly startPreparing?: Maybe<TicketPayload>;
  /** Has the food ready for its courier. For the restaurant. */
  readonly finishPreparing?: Maybe<TicketPayload>;
  /** Orders dishes of one restaurant for the consumer who is signed in. */
  readonly placeOrder?: Maybe<PlaceOrderPayload>;
  /**
   * Changes an order while it is APPROVED; members that are absent or null stay. Dishes that stay keep the price at which
   * they were ordered, and the payment is authorized again. For its consumer.
   */
  readonly reviseOrder?: Maybe<ReviseOrderPayload>;
  /**
   * Cancels an order while it is APPROVED or ACCEPTED. The same cancel again by the same actor succeeds and changes
   * nothing.
   */
  readonly cancelOrder?: Maybe<CancelOrderPayload>;
  /**
   * Puts these dishes on the menu, in this order, and takes every other one off it. A dish whose name is on the menu
   * already stays the same dish, with its id and photo. For the restaurant's staff and support.
   */
  readonly replaceMenu?: Maybe<MenuPayload>;
  /** Changes one dish; members that are absent or null stay. For the restaurant's staff and support. */
  readonly updateMenuItem?: Maybe<MenuItemPayload>;
  /**
   * Reads dishes from CSV, line by line, after it has answered: `menuImport` tells how far it has come. For the
   * restaurant's staff and support.
   */
  readonly importMenu?: Maybe<MenuImportPayload>;
  /** Gives a dish its photo, in place of the one that it has. For the restaurant's staff and support. */
  readonly setPhoto?: Maybe<MenuItemPayload>;
  /** Takes a dish's photo away. For the restaurant's staff and support. */
  readonly deletePhoto?: Maybe<MenuItemPayload>;
  /** Adds a restaurant, with nothing on its menu. For support. */
  readonly openRestaurant?: Maybe<RestaurantPayload>;
  /** Changes what a restaurant says of itself; members that are absent or null stay. For its staff and support. */
  readonly updateRestaurant?: Maybe<RestaurantPayload>;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationRefundBillArgs = {
  input: RefundBillInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationAddToBasketArgs = {
  input: AddToBasketInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationSetBasketLineArgs = {
  input: SetBasketLineInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationClearBasketArgs = {
  input: ClearBasketInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationCheckoutBasketArgs = {
  input: CheckoutBasketInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationRegisterConsumerArgs = {
  input: RegisterConsumerInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationUpdateConsumerArgs = {
  input: UpdateConsumerInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationSetOnDutyArgs = {
  input: SetOnDutyInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationAssignCourierArgs = {
  input: AssignCourierInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationNotePickedUpArgs = {
  input: NotePickedUpInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationNoteDeliveredArgs = {
  input: NoteDeliveredInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationReportLocationArgs = {
  input: ReportLocationInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationAcceptTicketArgs = {
  input: AcceptTicketInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationAcceptTicketsArgs = {
  input: AcceptTicketsInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationRejectTicketArgs = {
  input: RejectTicketInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationStartPreparingArgs = {
  input: StartPreparingInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationFinishPreparingArgs = {
  input: FinishPreparingInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationPlaceOrderArgs = {
  input: PlaceOrderInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationReviseOrderArgs = {
  input: ReviseOrderInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationCancelOrderArgs = {
  input: CancelOrderInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationReplaceMenuArgs = {
  input: ReplaceMenuInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationUpdateMenuItemArgs = {
  input: UpdateMenuItemInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationImportMenuArgs = {
  input: ImportMenuInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationSetPhotoArgs = {
  input: SetPhotoInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationDeletePhotoArgs = {
  input: DeletePhotoInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationOpenRestaurantArgs = {
  input: OpenRestaurantInput;
};


/**
 * Every change. Each takes one `input` and answers a payload: the changed thing, or `userErrors` that say why nothing
 * was changed. A payload is null, with an error, only for who must sign in first, or when something failed.
 */
export type MutationUpdateRestaurantArgs = {
  input: UpdateRestaurantInput;
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

/**
 * Everything that can be followed, over a WebSocket (`graphql-transport-ws`) or as server-sent events (a request that
 * accepts `text/event-stream`): an answer for each thing that happens, until there is nothing more to tell.
 */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * What happens to one order: each step and each place of its courier, once and in order. The first event says how the
   * order stands, unless `after` names the last one known; then it goes on from there and nothing is lost in between.
   * Completes when nothing more will happen. An error ends it before that when the credential expires (`unauthenticated`)
   * or the server stops (`unavailable`): come again with `after`. An order that the actor may not see is refused with
   * `order-not-found`: nothing stands for null here.
   */
  readonly orderEvents: OrderEvent;
};


/**
 * Everything that can be followed, over a WebSocket (`graphql-transport-ws`) or as server-sent events (a request that
 * accepts `text/event-stream`): an answer for each thing that happens, until there is nothing more to tell.
 */
export type SubscriptionOrderEventsArgs = {
  orderId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['ID']['input']>;
};

/** What whoever follows an order is told. */
export type OrderEvent = OrderStateChanged | OrderLocationReported | OrderFollowingEnded;

/** How an order stands right after a step, or when the following began. */
export type OrderStateChanged = {
  readonly __typename?: 'OrderStateChanged';
  /** What `after` takes: higher than that of each event before it. */
  readonly eventId: Scalars['ID']['output'];
  /** The UUID of the order. */
  readonly orderId: Scalars['ID']['output'];
  /** The step that was taken; null for how the order stood when the following began. */
  readonly action?: Maybe<Action>;
  /** When it was taken. */
  readonly at: Scalars['DateTime']['output'];
  readonly orderState: OrderState;
  readonly orderVersion: Scalars['Int']['output'];
  readonly ticketState: TicketState;
  readonly ticketVersion: Scalars['Int']['output'];
  readonly deliveryState: DeliveryState;
  readonly deliveryVersion: Scalars['Int']['output'];
  /** The UUID of the courier. Null while there is none. */
  readonly courierId?: Maybe<Scalars['ID']['output']>;
  /** Where the courier was when the following began. Null without such a place, and after a step: later places are events. */
  readonly lastLocation?: Maybe<LocationPing>;
  /**
   * The order as it is now, perhaps after further steps. Read only where it is selected: one statement for each event, with
   * whatever parts are selected below it. Null when the actor no longer sees it.
   */
  readonly order?: Maybe<Order>;
};

/** Where the courier of an order is. */
export type OrderLocationReported = {
  readonly __typename?: 'OrderLocationReported';
  /** What `after` takes: higher than that of each event before it. */
  readonly eventId: Scalars['ID']['output'];
  /** The UUID of the order. */
  readonly orderId: Scalars['ID']['output'];
  readonly location: LocationPing;
};

/** The last event: nothing more will be told, and there is no use in coming again. */
export type OrderFollowingEnded = {
  readonly __typename?: 'OrderFollowingEnded';
  readonly reason: OrderFollowingEndReason;
};

/** Why nothing more will be told of an order. */
export type OrderFollowingEndReason =
  /** It has come to its end. */
  | 'ORDER_OVER'
  /** This actor no longer sees it. */
  | 'OUT_OF_SIGHT';

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
  /** On all pages together: one statement, run only when this is selected. Null, with an error, when it fails. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An entry and where it stands in the history. */
export type OrderHistoryEdge = {
  readonly __typename?: 'OrderHistoryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: OrderHistoryEntry;
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
  /** 1 to 50, each dish once. */
  readonly lineItems: ReadonlyArray<OrderLineItem>;
  /** The bill's total. */
  readonly total: Money;
  readonly deliveryAddress: Address;
  /** For the courier, in the consumer's words. Null when there is none. */
  readonly deliveryNote?: Maybe<Scalars['String']['output']>;
  /** The UUID of the consumer. */
  readonly consumerId: Scalars['ID']['output'];
  /** The UUID of the restaurant. */
  readonly restaurantId: Scalars['ID']['output'];
  /** What the state of the order, its ticket, delivery and bill allow this actor now; each is the mutation of that name. */
  readonly availableActions: ReadonlyArray<Action>;
  /** Who ordered. Null when it cannot be read, as every part. */
  readonly consumer?: Maybe<Consumer>;
  /** Who cooks. Null when it cannot be read. */
  readonly restaurant?: Maybe<Restaurant>;
  /** The kitchen's side. Null when it cannot be read. */
  readonly ticket?: Maybe<Ticket>;
  /** The courier's side. Null when it cannot be read. */
  readonly delivery?: Maybe<Delivery>;
  /** What it costs. Null for couriers, and when it cannot be read. */
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
  /** 1 to 99. */
  readonly quantity: Scalars['Int']['output'];
};

export type { Action };

/** Narrows a list of orders; members that are absent do not. */
export type OrderFilter = {
  /** Global id or UUID. */
  readonly consumerId?: InputMaybe<Scalars['ID']['input']>;
  /** Global id or UUID. */
  readonly restaurantId?: InputMaybe<Scalars['ID']['input']>;
  /** In any of these. */
  readonly states?: InputMaybe<ReadonlyArray<OrderState>>;
  /** Inclusive. */
  readonly placedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Exclusive. */
  readonly placedTo?: InputMaybe<Scalars['DateTime']['input']>;
};

/** In which order orders are listed. */
export type OrderSort =
  /** By `placedAt`, descending. */
  | 'NEWEST_FIRST'
  /** By `placedAt`, ascending. */
  | 'OLDEST_FIRST';

/** A page of orders. */
export type OrderConnection = {
  readonly __typename?: 'OrderConnection';
  readonly edges: ReadonlyArray<OrderEdge>;
  /** The orders themselves, for clients that need no cursors. */
  readonly nodes: ReadonlyArray<Order>;
  readonly pageInfo: PageInfo;
  /** On all pages together: one statement, run only when this is selected. Null, with an error, when it fails. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An order and where it stands in its list. */
export type OrderEdge = {
  readonly __typename?: 'OrderEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Order;
};

/** So many of one dish. */
export type OrderLineInput = {
  /** Global id or UUID. */
  readonly menuItemId: Scalars['ID']['input'];
  /** 1 to 99. */
  readonly quantity: Scalars['Int']['input'];
};

/** What to order. */
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
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
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

/** What to change of an order, as seen in which version. */
export type ReviseOrderInput = {
  /** Global id or UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** All of them, as they shall be: 1 to 50, each dish once. */
  readonly lines?: InputMaybe<ReadonlyArray<OrderLineInput>>;
  readonly deliveryAddress?: InputMaybe<AddressInput>;
  /** At most 500 characters; empty takes the note away. */
  readonly deliveryNote?: InputMaybe<Scalars['String']['input']>;
  /** From the payment provider: `tok_…`. The card of the first time when absent. */
  readonly paymentToken?: InputMaybe<Scalars['String']['input']>;
  /** The version of the order that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The order as it is after the change, or why it was not changed. */
export type ReviseOrderPayload = {
  readonly __typename?: 'ReviseOrderPayload';
  /** Null when refused. */
  readonly order?: Maybe<Order>;
  /** Empty when the order is as asked. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** Which order to cancel, as seen in which version. */
export type CancelOrderInput = {
  /** Global id or UUID. */
  readonly orderId: Scalars['ID']['input'];
  /** The version of the order that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
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

/** The order has come too far to be cancelled. */
export type OrderNotCancellableRefusal = Refusal & {
  readonly __typename?: 'OrderNotCancellableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The order's state now. */
  readonly state: OrderState;
};

/** The order has come too far to be revised. */
export type OrderNotRevisableRefusal = Refusal & {
  readonly __typename?: 'OrderNotRevisableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The order's state now. */
  readonly state: OrderState;
};

/** The ticket no longer awaits acceptance. */
export type TicketNotAcceptableRefusal = Refusal & {
  readonly __typename?: 'TicketNotAcceptableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The ticket's state now. */
  readonly state: TicketState;
};

/** The ticket no longer awaits acceptance. */
export type TicketNotRejectableRefusal = Refusal & {
  readonly __typename?: 'TicketNotRejectableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The ticket's state now. */
  readonly state: TicketState;
};

/** Cooking starts from an accepted ticket. */
export type PreparationNotStartableRefusal = Refusal & {
  readonly __typename?: 'PreparationNotStartableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The ticket's state now. */
  readonly state: TicketState;
};

/** Cooking ends from a ticket in preparation. */
export type PreparationNotFinishableRefusal = Refusal & {
  readonly __typename?: 'PreparationNotFinishableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The ticket's state now. */
  readonly state: TicketState;
};

/** Only a scheduled delivery whose food is ready can be picked up. */
export type PickupNotAllowedRefusal = Refusal & {
  readonly __typename?: 'PickupNotAllowedRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The delivery's state now. */
  readonly state: DeliveryState;
};

/** Only a delivery on its way can be dropped off. */
export type DropoffNotAllowedRefusal = Refusal & {
  readonly __typename?: 'DropoffNotAllowedRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The delivery's state now. */
  readonly state: DeliveryState;
};

/** A courier is assigned to an accepted order's waiting delivery. */
export type CourierNotAssignableRefusal = Refusal & {
  readonly __typename?: 'CourierNotAssignableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The delivery's state now. */
  readonly state: DeliveryState;
};

/** A courier reports where a current delivery is. */
export type LocationNotReportableRefusal = Refusal & {
  readonly __typename?: 'LocationNotReportableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The delivery's state now. */
  readonly state: DeliveryState;
};

/** Only a captured payment can be refunded. */
export type BillNotRefundableRefusal = Refusal & {
  readonly __typename?: 'BillNotRefundableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** How far the payment has come: what the bill calls so. */
  readonly paymentState: PaymentState;
  /** @deprecated Ask for `paymentState`, as the bill calls it: of refusals with a `state` each has another type. */
  readonly state: PaymentState;
};

/** The input lacks `expectedVersion`. */
export type VersionRequiredRefusal = Refusal & {
  readonly __typename?: 'VersionRequiredRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** What `expectedVersion` would have to be. */
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
  /** For people, without the path: `must be from 1 to 99`. */
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

/** The card was declined. Nothing was ordered, changed or charged. */
export type PaymentDeclinedRefusal = Refusal & {
  readonly __typename?: 'PaymentDeclinedRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** What was to be authorized. */
  readonly total: Money;
};

/** Nobody can promise food by then. */
export type ReadyByOutOfRangeRefusal = Refusal & {
  readonly __typename?: 'ReadyByOutOfRangeRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** Now, as the server's clock has it. */
  readonly earliest: Scalars['DateTime']['output'];
  /** 24 hours later. */
  readonly latest: Scalars['DateTime']['output'];
};

/** A courier with a current delivery cannot go off duty. */
export type CourierBusyRefusal = Refusal & {
  readonly __typename?: 'CourierBusyRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The UUID of the courier. */
  readonly courierId: Scalars['ID']['output'];
};

/** No courier is free, or not the one who was named. */
export type CourierUnavailableRefusal = Refusal & {
  readonly __typename?: 'CourierUnavailableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The UUID of the order that waits for one. */
  readonly orderId: Scalars['ID']['output'];
};

/** There is not so much left to give back. */
export type RefundExceedsPaymentRefusal = Refusal & {
  readonly __typename?: 'RefundExceedsPaymentRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** What can still be given back. */
  readonly refundable: Money;
};

/** The idempotency key was used for another request. */
export type IdempotencyConflictRefusal = Refusal & {
  readonly __typename?: 'IdempotencyConflictRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** The key that was sent. */
  readonly idempotencyKey: Scalars['String']['output'];
};

/** Something that this needs is down. Try again. */
export type UnavailableRefusal = Refusal & {
  readonly __typename?: 'UnavailableRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
  /** What is down, for people. */
  readonly part: Scalars['String']['output'];
  /** At least 1. */
  readonly retryAfterSeconds: Scalars['Int']['output'];
};

/** A refusal whose code says everything. */
export type OtherRefusal = Refusal & {
  readonly __typename?: 'OtherRefusal';
  readonly code: RefusalCode;
  readonly message: Scalars['String']['output'];
};

/** What a restaurant cooks. */
export type Menu = Node & {
  readonly __typename?: 'Menu';
  readonly id: Scalars['ID']['output'];
  /** The UUID of the restaurant. */
  readonly restaurantId: Scalars['ID']['output'];
  /** The restaurant's; `expectedVersion` of `replaceMenu`. */
  readonly version: Scalars['Int']['output'];
  /** At most 200. */
  readonly items: ReadonlyArray<MenuItem>;
  /** What the actor's role allows now; each is the mutation of that name. */
  readonly availableActions: ReadonlyArray<Action>;
};

/** A dish. */
export type MenuItem = Node & {
  readonly __typename?: 'MenuItem';
  readonly id: Scalars['ID']['output'];
  /** The UUID: what all API styles name the dish by. */
  readonly menuItemId: Scalars['ID']['output'];
  /** Raised by every change of the dish; `expectedVersion` of the mutations that change it. */
  readonly version: Scalars['Int']['output'];
  readonly name: Scalars['String']['output'];
  /** At most 500 characters; empty when there is nothing to say. */
  readonly description: Scalars['String']['output'];
  readonly price: Money;
  /** Whether it can be ordered now. */
  readonly available: Scalars['Boolean']['output'];
  /** At most 10: `vegetarian`. */
  readonly tags: ReadonlyArray<Scalars['String']['output']>;
  /** Null when it has none. */
  readonly photo?: Maybe<Photo>;
  /** What the dish's state and the actor's role allow now; each is the mutation of that name. */
  readonly availableActions: ReadonlyArray<Action>;
};

/** What a dish looks like. */
export type Photo = {
  readonly __typename?: 'Photo';
  /** `image/jpeg`, `image/png` or `image/webp`. */
  readonly contentType: Scalars['String']['output'];
  /** At most 524,288. */
  readonly byteLength: Scalars['Int']['output'];
  /**
   * The bytes in base64 (RFC 4648 §4): a third more of them. Below dishes they cost one statement more, and null means that
   * the photo was taken away meanwhile. Counts as much as ten things, so that nobody asks for a menu full of them.
   */
  readonly data?: Maybe<Scalars['String']['output']>;
};

/** A bulk import of dishes, and what has become of it. */
export type MenuImport = Node & {
  readonly __typename?: 'MenuImport';
  readonly id: Scalars['ID']['output'];
  /** The UUID: what all API styles name the import by. */
  readonly menuImportId: Scalars['ID']['output'];
  /** The UUID of the restaurant. */
  readonly restaurantId: Scalars['ID']['output'];
  readonly state: MenuImportState;
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Lines of dishes in the file. */
  readonly lineCount: Scalars['Int']['output'];
  /** Those that were read, in order; at most 500. */
  readonly lines: ReadonlyArray<MenuImportLine>;
};

/** How far an import has come. */
export type MenuImportState =
  /** No line is read yet. */
  | 'WAITING'
  /** Some lines are read. */
  | 'RUNNING'
  /** Every line is read. */
  | 'DONE';

/** What became of one line of an import. */
export type MenuImportLine = {
  readonly __typename?: 'MenuImportLine';
  /** Numbered as in the file, in which line 1 names the columns. */
  readonly line: Scalars['Int']['output'];
  /** The UUID of the dish that was added or changed; null when the line was refused. */
  readonly menuItemId?: Maybe<Scalars['ID']['output']>;
  /** Why the line changed nothing; null when it did. */
  readonly userError?: Maybe<Refusal>;
};

/** A dish as its restaurant describes it. */
export type DishInput = {
  /** 1 to 100 characters, once on a menu. */
  readonly name: Scalars['String']['input'];
  /** At most 500 characters. */
  readonly description: Scalars['String']['input'];
  /** 0 to 1,000,000 minor units, in the restaurant's currency. */
  readonly price: MoneyInput;
  /** Whether it can be ordered now. */
  readonly available: Scalars['Boolean']['input'];
  /** At most 10, of 1 to 30 characters. */
  readonly tags: ReadonlyArray<Scalars['String']['input']>;
};

/** What a restaurant cooks from now on. */
export type ReplaceMenuInput = {
  /** Global id or UUID. */
  readonly restaurantId: Scalars['ID']['input'];
  /** At most 200, no two of the same name. */
  readonly items: ReadonlyArray<DishInput>;
  /** The version of the menu that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What to change of a dish, as seen in which version. */
export type UpdateMenuItemInput = {
  /** Global id or UUID. */
  readonly restaurantId: Scalars['ID']['input'];
  /** Global id or UUID. */
  readonly menuItemId: Scalars['ID']['input'];
  /** 1 to 100 characters, once on a menu. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** At most 500 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 1,000,000 minor units, in the restaurant's currency. */
  readonly price?: InputMaybe<MoneyInput>;
  /** Whether it can be ordered now. */
  readonly available?: InputMaybe<Scalars['Boolean']['input']>;
  /** All of them, as they shall be: at most 10, of 1 to 30 characters. */
  readonly tags?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The version of the dish that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Dishes in bulk. */
export type ImportMenuInput = {
  /** Global id or UUID. */
  readonly restaurantId: Scalars['ID']['input'];
  /**
   * CSV (RFC 4180) whose first line names the columns: `name,description,price,available,tags`, of which `name` and
   * `price` are needed. Prices are minor units; tags have `|` between. At most 500 lines and 200,000 characters.
   */
  readonly csv: Scalars['String']['input'];
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The photo of which dish, as seen in which version. */
export type SetPhotoInput = {
  /** Global id or UUID. */
  readonly restaurantId: Scalars['ID']['input'];
  /** Global id or UUID. */
  readonly menuItemId: Scalars['ID']['input'];
  /** `image/jpeg`, `image/png` or `image/webp`. */
  readonly contentType: Scalars['String']['input'];
  /** The bytes in base64 (RFC 4648 §4), padded, without line breaks; at most 524,288 of them. */
  readonly data: Scalars['String']['input'];
  /** The version of the dish that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Which dish is to have no photo, as seen in which version. */
export type DeletePhotoInput = {
  /** Global id or UUID. */
  readonly restaurantId: Scalars['ID']['input'];
  /** Global id or UUID. */
  readonly menuItemId: Scalars['ID']['input'];
  /** The version of the dish that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The menu as it is after the change, or why it was not changed. */
export type MenuPayload = {
  readonly __typename?: 'MenuPayload';
  /** Null when refused. */
  readonly menu?: Maybe<Menu>;
  /** Empty when the menu is as asked. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** The dish as it is after the change, or why it was not changed. */
export type MenuItemPayload = {
  readonly __typename?: 'MenuItemPayload';
  /** Null when refused. */
  readonly menuItem?: Maybe<MenuItem>;
  /** Empty when the dish is as asked. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** The import that waits to be read, or why there is none. */
export type MenuImportPayload = {
  readonly __typename?: 'MenuImportPayload';
  /** Null when refused. */
  readonly menuImport?: Maybe<MenuImport>;
  /** Empty when the import was taken. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** A kitchen that takes orders. */
export type Restaurant = Node & {
  readonly __typename?: 'Restaurant';
  readonly id: Scalars['ID']['output'];
  /** The UUID: what all API styles name the restaurant by. */
  readonly restaurantId: Scalars['ID']['output'];
  /** Raised by every change of the restaurant and of its menu's make-up; `expectedVersion` of the mutations that do it. */
  readonly version: Scalars['Int']['output'];
  readonly name: Scalars['String']['output'];
  readonly address: Address;
  readonly location: Location;
  /** In the restaurant's own word: `Italian`. */
  readonly cuisine: Scalars['String']['output'];
  /** A switch that its staff sets. */
  readonly open: Scalars['Boolean']['output'];
  /** ISO 4217: every price on its menu is in this currency. */
  readonly currency: Scalars['String']['output'];
  /** Null when it cannot be read. */
  readonly menu?: Maybe<Menu>;
  /** For its staff and support. Null for everybody else, and when there is none of that id. */
  readonly menuImport?: Maybe<MenuImport>;
  /** What the actor's role allows now; each is the mutation of that name. */
  readonly availableActions: ReadonlyArray<Action>;
};


/** A kitchen that takes orders. */
export type RestaurantMenuImportArgs = {
  id: Scalars['ID']['input'];
};

/** Narrows the list of restaurants; members that are absent do not. */
export type RestaurantFilter = {
  /** What words of name and cuisine begin with; at most 100 characters. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** All of it, as the restaurant says it: `Italian`. */
  readonly cuisine?: InputMaybe<Scalars['String']['input']>;
  /** Those that are, or those that are not. */
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
  /** On all pages together: one statement, run only when this is selected. Null, with an error, when it fails. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A restaurant and where it stands in its list. */
export type RestaurantEdge = {
  readonly __typename?: 'RestaurantEdge';
  /** Signed for who asks. */
  readonly cursor: Scalars['String']['output'];
  readonly node: Restaurant;
};

/** What a new restaurant says of itself. */
export type OpenRestaurantInput = {
  /** 1 to 100 characters. */
  readonly name: Scalars['String']['input'];
  readonly address: AddressInput;
  readonly location: LocationInput;
  /** 1 to 50 characters. */
  readonly cuisine: Scalars['String']['input'];
  /** ISO 4217; for good. */
  readonly currency: Scalars['String']['input'];
  /** False when absent: its staff switches it on. */
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What to change of a restaurant, as seen in which version. */
export type UpdateRestaurantInput = {
  /** Global id or UUID. */
  readonly restaurantId: Scalars['ID']['input'];
  /** 1 to 100 characters. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly address?: InputMaybe<AddressInput>;
  readonly location?: InputMaybe<LocationInput>;
  /** 1 to 50 characters. */
  readonly cuisine?: InputMaybe<Scalars['String']['input']>;
  /** Whether it takes orders. */
  readonly open?: InputMaybe<Scalars['Boolean']['input']>;
  /** The version of the restaurant that the actor saw. Needed where there is something to change. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 255 visible ASCII characters: under one key the same input is carried out once, however often it is sent. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The restaurant as it is after the change, or why it was not changed. */
export type RestaurantPayload = {
  readonly __typename?: 'RestaurantPayload';
  /** Null when refused. */
  readonly restaurant?: Maybe<Restaurant>;
  /** Empty when the restaurant is as asked. */
  readonly userErrors: ReadonlyArray<Refusal>;
};

/** Whose caches may keep an answer. */
export type CacheControlScope =
  /** Anybody's, on the way too. */
  | 'PUBLIC'
  /** Those of the client that asked. */
  | 'PRIVATE';

/**
 * An amount of money. An object and no scalar: there is no text to take apart, no float to round, and who shows one
 * currency only selects the amount alone.
 */
export type Money = {
  readonly __typename?: 'Money';
  /** Never negative. */
  readonly amount: Scalars['MinorUnits']['output'];
  /** ISO 4217, `EUR`. */
  readonly currency: Scalars['String']['output'];
};

/** An amount of money. */
export type MoneyInput = {
  /** The operations say how much it may be. */
  readonly amount: Scalars['MinorUnits']['input'];
  /** ISO 4217, `EUR`. */
  readonly currency: Scalars['String']['input'];
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

/** Where someone lives, cooks or waits for food. */
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

/** How a person is called. */
export type PersonNameInput = {
  /** 1 to 100 characters. */
  readonly first: Scalars['String']['input'];
  /** 1 to 100 characters. */
  readonly last: Scalars['String']['input'];
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



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  OrderEvent:
    | ( Omit<OrderStateChanged, 'lastLocation' | 'order'> & { lastLocation?: Maybe<_RefType['LocationPing']>, order?: Maybe<_RefType['Order']> } )
    | ( Omit<OrderLocationReported, 'location'> & { location: _RefType['LocationPing'] } )
    | ( OrderFollowingEnded )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( BillNode )
    | ( BasketNode )
    | ( ConsumerNode )
    | ( CourierNode )
    | ( DeliveryNode )
    | ( TicketNode )
    | ( OrderNode )
    | ( MenuNode )
    | ( MenuItemNode )
    | ( MenuImportNode )
    | ( RestaurantNode )
  ;
  Refusal:
    | ( NotFoundRefusal )
    | ( ForbiddenRefusal )
    | ( OrderNotCancellableRefusal )
    | ( OrderNotRevisableRefusal )
    | ( TicketNotAcceptableRefusal )
    | ( TicketNotRejectableRefusal )
    | ( PreparationNotStartableRefusal )
    | ( PreparationNotFinishableRefusal )
    | ( PickupNotAllowedRefusal )
    | ( DropoffNotAllowedRefusal )
    | ( CourierNotAssignableRefusal )
    | ( LocationNotReportableRefusal )
    | ( BillNotRefundableRefusal )
    | ( VersionRequiredRefusal )
    | ( StaleVersionRefusal )
    | ( InvalidInputRefusal )
    | ( MenuItemUnavailableRefusal )
    | ( RestaurantClosedRefusal )
    | ( BasketEmptyRefusal )
    | ( PaymentDeclinedRefusal )
    | ( ReadyByOutOfRangeRefusal )
    | ( CourierBusyRefusal )
    | ( CourierUnavailableRefusal )
    | ( RefundExceedsPaymentRefusal )
    | ( IdempotencyConflictRefusal )
    | ( UnavailableRefusal )
    | ( OtherRefusal )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Bill: ResolverTypeWrapper<BillNode>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  PaymentState: PaymentState;
  BillLine: ResolverTypeWrapper<BillLine>;
  Refund: ResolverTypeWrapper<Refund>;
  RefundBillInput: RefundBillInput;
  BillPayload: ResolverTypeWrapper<Omit<BillPayload, 'bill' | 'userErrors'> & { bill?: Maybe<ResolversTypes['Bill']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  Basket: ResolverTypeWrapper<BasketNode>;
  BasketLine: ResolverTypeWrapper<BasketLine>;
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
  ConsumerOrdersFilter: ConsumerOrdersFilter;
  ConsumerFilter: ConsumerFilter;
  ConsumerConnection: ResolverTypeWrapper<ConsumerPage>;
  ConsumerEdge: ResolverTypeWrapper<Omit<ConsumerEdge, 'node'> & { node: ResolversTypes['Consumer'] }>;
  RegisterConsumerInput: RegisterConsumerInput;
  UpdateConsumerInput: UpdateConsumerInput;
  ConsumerPayload: ResolverTypeWrapper<Omit<ConsumerPayload, 'consumer' | 'userErrors'> & { consumer?: Maybe<ResolversTypes['Consumer']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  Courier: ResolverTypeWrapper<CourierNode>;
  Vehicle: Vehicle;
  CourierFilter: CourierFilter;
  CourierConnection: ResolverTypeWrapper<CourierPage>;
  CourierEdge: ResolverTypeWrapper<Omit<CourierEdge, 'node'> & { node: ResolversTypes['Courier'] }>;
  SetOnDutyInput: SetOnDutyInput;
  CourierPayload: ResolverTypeWrapper<Omit<CourierPayload, 'courier' | 'userErrors'> & { courier?: Maybe<ResolversTypes['Courier']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  Delivery: ResolverTypeWrapper<DeliveryNode>;
  DeliveryState: DeliveryState;
  LocationPing: ResolverTypeWrapper<LocationPing>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DeliveryFilter: DeliveryFilter;
  DeliveryConnection: ResolverTypeWrapper<DeliveryPage>;
  DeliveryEdge: ResolverTypeWrapper<Omit<DeliveryEdge, 'node'> & { node: ResolversTypes['Delivery'] }>;
  LocationPingConnection: ResolverTypeWrapper<LocationPingPage>;
  LocationPingEdge: ResolverTypeWrapper<Omit<LocationPingEdge, 'node'> & { node: ResolversTypes['LocationPing'] }>;
  AssignCourierInput: AssignCourierInput;
  NotePickedUpInput: NotePickedUpInput;
  NoteDeliveredInput: NoteDeliveredInput;
  ReportLocationInput: ReportLocationInput;
  DeliveryPayload: ResolverTypeWrapper<Omit<DeliveryPayload, 'delivery' | 'userErrors'> & { delivery?: Maybe<ResolversTypes['Delivery']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  ReportLocationPayload: ResolverTypeWrapper<Omit<ReportLocationPayload, 'ping' | 'userErrors'> & { ping?: Maybe<ResolversTypes['LocationPing']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  Ticket: ResolverTypeWrapper<TicketNode>;
  TicketState: TicketState;
  TicketFilter: TicketFilter;
  TicketConnection: ResolverTypeWrapper<TicketPage>;
  TicketEdge: ResolverTypeWrapper<Omit<TicketEdge, 'node'> & { node: ResolversTypes['Ticket'] }>;
  AcceptTicketInput: AcceptTicketInput;
  AcceptTicketsInput: AcceptTicketsInput;
  TicketToAcceptInput: TicketToAcceptInput;
  RejectTicketInput: RejectTicketInput;
  StartPreparingInput: StartPreparingInput;
  FinishPreparingInput: FinishPreparingInput;
  TicketPayload: ResolverTypeWrapper<Omit<TicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversTypes['Ticket']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  AcceptTicketsPayload: ResolverTypeWrapper<Omit<AcceptTicketsPayload, 'acceptances' | 'userErrors'> & { acceptances?: Maybe<ReadonlyArray<ResolversTypes['TicketAcceptance']>>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  TicketAcceptance: ResolverTypeWrapper<Omit<TicketAcceptance, 'ticket' | 'userError'> & { ticket?: Maybe<ResolversTypes['Ticket']>, userError?: Maybe<ResolversTypes['Refusal']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OrderEvent: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['OrderEvent']>;
  OrderStateChanged: ResolverTypeWrapper<Omit<OrderStateChanged, 'lastLocation' | 'order'> & { lastLocation?: Maybe<ResolversTypes['LocationPing']>, order?: Maybe<ResolversTypes['Order']> }>;
  OrderLocationReported: ResolverTypeWrapper<Omit<OrderLocationReported, 'location'> & { location: ResolversTypes['LocationPing'] }>;
  OrderFollowingEnded: ResolverTypeWrapper<OrderFollowingEnded>;
  OrderFollowingEndReason: OrderFollowingEndReason;
  OrderHistoryEntry: ResolverTypeWrapper<OrderHistoryEntry>;
  OrderHistoryConnection: ResolverTypeWrapper<OrderHistoryPage>;
  OrderHistoryEdge: ResolverTypeWrapper<OrderHistoryEdge>;
  Order: ResolverTypeWrapper<OrderNode>;
  OrderState: OrderState;
  OrderLineItem: ResolverTypeWrapper<OrderLineItem>;
  Action: Action;
  OrderFilter: OrderFilter;
  OrderSort: OrderSort;
  OrderConnection: ResolverTypeWrapper<OrderPage>;
  OrderEdge: ResolverTypeWrapper<Omit<OrderEdge, 'node'> & { node: ResolversTypes['Order'] }>;
  OrderLineInput: OrderLineInput;
  PlaceOrderInput: PlaceOrderInput;
  PlaceOrderPayload: ResolverTypeWrapper<Omit<PlaceOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  ReviseOrderInput: ReviseOrderInput;
  ReviseOrderPayload: ResolverTypeWrapper<Omit<ReviseOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: ResolverTypeWrapper<Omit<CancelOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversTypes['Order']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  Refusal: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Refusal']>;
  RefusalCode: RefusalCode;
  NotFoundRefusal: ResolverTypeWrapper<NotFoundRefusal>;
  ForbiddenRefusal: ResolverTypeWrapper<ForbiddenRefusal>;
  OrderNotCancellableRefusal: ResolverTypeWrapper<OrderNotCancellableRefusal>;
  OrderNotRevisableRefusal: ResolverTypeWrapper<OrderNotRevisableRefusal>;
  TicketNotAcceptableRefusal: ResolverTypeWrapper<TicketNotAcceptableRefusal>;
  TicketNotRejectableRefusal: ResolverTypeWrapper<TicketNotRejectableRefusal>;
  PreparationNotStartableRefusal: ResolverTypeWrapper<PreparationNotStartableRefusal>;
  PreparationNotFinishableRefusal: ResolverTypeWrapper<PreparationNotFinishableRefusal>;
  PickupNotAllowedRefusal: ResolverTypeWrapper<PickupNotAllowedRefusal>;
  DropoffNotAllowedRefusal: ResolverTypeWrapper<DropoffNotAllowedRefusal>;
  CourierNotAssignableRefusal: ResolverTypeWrapper<CourierNotAssignableRefusal>;
  LocationNotReportableRefusal: ResolverTypeWrapper<LocationNotReportableRefusal>;
  BillNotRefundableRefusal: ResolverTypeWrapper<BillNotRefundableRefusal>;
  VersionRequiredRefusal: ResolverTypeWrapper<VersionRequiredRefusal>;
  StaleVersionRefusal: ResolverTypeWrapper<StaleVersionRefusal>;
  InvalidInputRefusal: ResolverTypeWrapper<InvalidInputRefusal>;
  FieldError: ResolverTypeWrapper<FieldError>;
  MenuItemUnavailableRefusal: ResolverTypeWrapper<MenuItemUnavailableRefusal>;
  RestaurantClosedRefusal: ResolverTypeWrapper<RestaurantClosedRefusal>;
  BasketEmptyRefusal: ResolverTypeWrapper<BasketEmptyRefusal>;
  PaymentDeclinedRefusal: ResolverTypeWrapper<PaymentDeclinedRefusal>;
  ReadyByOutOfRangeRefusal: ResolverTypeWrapper<ReadyByOutOfRangeRefusal>;
  CourierBusyRefusal: ResolverTypeWrapper<CourierBusyRefusal>;
  CourierUnavailableRefusal: ResolverTypeWrapper<CourierUnavailableRefusal>;
  RefundExceedsPaymentRefusal: ResolverTypeWrapper<RefundExceedsPaymentRefusal>;
  IdempotencyConflictRefusal: ResolverTypeWrapper<IdempotencyConflictRefusal>;
  UnavailableRefusal: ResolverTypeWrapper<UnavailableRefusal>;
  OtherRefusal: ResolverTypeWrapper<OtherRefusal>;
  Menu: ResolverTypeWrapper<MenuNode>;
  MenuItem: ResolverTypeWrapper<MenuItemNode>;
  Photo: ResolverTypeWrapper<PhotoNode>;
  MenuImport: ResolverTypeWrapper<MenuImportNode>;
  MenuImportState: MenuImportState;
  MenuImportLine: ResolverTypeWrapper<Omit<MenuImportLine, 'userError'> & { userError?: Maybe<ResolversTypes['Refusal']> }>;
  DishInput: DishInput;
  ReplaceMenuInput: ReplaceMenuInput;
  UpdateMenuItemInput: UpdateMenuItemInput;
  ImportMenuInput: ImportMenuInput;
  SetPhotoInput: SetPhotoInput;
  DeletePhotoInput: DeletePhotoInput;
  MenuPayload: ResolverTypeWrapper<Omit<MenuPayload, 'menu' | 'userErrors'> & { menu?: Maybe<ResolversTypes['Menu']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  MenuItemPayload: ResolverTypeWrapper<Omit<MenuItemPayload, 'menuItem' | 'userErrors'> & { menuItem?: Maybe<ResolversTypes['MenuItem']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  MenuImportPayload: ResolverTypeWrapper<Omit<MenuImportPayload, 'menuImport' | 'userErrors'> & { menuImport?: Maybe<ResolversTypes['MenuImport']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  Restaurant: ResolverTypeWrapper<RestaurantNode>;
  RestaurantFilter: RestaurantFilter;
  RestaurantConnection: ResolverTypeWrapper<RestaurantPage>;
  RestaurantEdge: ResolverTypeWrapper<Omit<RestaurantEdge, 'node'> & { node: ResolversTypes['Restaurant'] }>;
  OpenRestaurantInput: OpenRestaurantInput;
  UpdateRestaurantInput: UpdateRestaurantInput;
  RestaurantPayload: ResolverTypeWrapper<Omit<RestaurantPayload, 'restaurant' | 'userErrors'> & { restaurant?: Maybe<ResolversTypes['Restaurant']>, userErrors: ReadonlyArray<ResolversTypes['Refusal']> }>;
  CacheControlScope: CacheControlScope;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  MinorUnits: ResolverTypeWrapper<Scalars['MinorUnits']['output']>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Address: ResolverTypeWrapper<Address>;
  AddressInput: AddressInput;
  Location: ResolverTypeWrapper<Location>;
  LocationInput: LocationInput;
  PersonName: ResolverTypeWrapper<PersonName>;
  PersonNameInput: PersonNameInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Bill: BillNode;
  ID: Scalars['ID']['output'];
  BillLine: BillLine;
  Refund: Refund;
  RefundBillInput: RefundBillInput;
  BillPayload: Omit<BillPayload, 'bill' | 'userErrors'> & { bill?: Maybe<ResolversParentTypes['Bill']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  Basket: BasketNode;
  BasketLine: BasketLine;
  Charges: Charges;
  AddToBasketInput: AddToBasketInput;
  SetBasketLineInput: SetBasketLineInput;
  ClearBasketInput: ClearBasketInput;
  CheckoutBasketInput: CheckoutBasketInput;
  BasketPayload: Omit<BasketPayload, 'basket' | 'userErrors'> & { basket?: Maybe<ResolversParentTypes['Basket']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  CheckoutBasketPayload: Omit<CheckoutBasketPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  Viewer: ViewerNode;
  Consumer: ConsumerNode;
  ConsumerOrdersFilter: ConsumerOrdersFilter;
  ConsumerFilter: ConsumerFilter;
  ConsumerConnection: ConsumerPage;
  ConsumerEdge: Omit<ConsumerEdge, 'node'> & { node: ResolversParentTypes['Consumer'] };
  RegisterConsumerInput: RegisterConsumerInput;
  UpdateConsumerInput: UpdateConsumerInput;
  ConsumerPayload: Omit<ConsumerPayload, 'consumer' | 'userErrors'> & { consumer?: Maybe<ResolversParentTypes['Consumer']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  Courier: CourierNode;
  CourierFilter: CourierFilter;
  CourierConnection: CourierPage;
  CourierEdge: Omit<CourierEdge, 'node'> & { node: ResolversParentTypes['Courier'] };
  SetOnDutyInput: SetOnDutyInput;
  CourierPayload: Omit<CourierPayload, 'courier' | 'userErrors'> & { courier?: Maybe<ResolversParentTypes['Courier']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  Delivery: DeliveryNode;
  LocationPing: LocationPing;
  Float: Scalars['Float']['output'];
  DeliveryFilter: DeliveryFilter;
  DeliveryConnection: DeliveryPage;
  DeliveryEdge: Omit<DeliveryEdge, 'node'> & { node: ResolversParentTypes['Delivery'] };
  LocationPingConnection: LocationPingPage;
  LocationPingEdge: Omit<LocationPingEdge, 'node'> & { node: ResolversParentTypes['LocationPing'] };
  AssignCourierInput: AssignCourierInput;
  NotePickedUpInput: NotePickedUpInput;
  NoteDeliveredInput: NoteDeliveredInput;
  ReportLocationInput: ReportLocationInput;
  DeliveryPayload: Omit<DeliveryPayload, 'delivery' | 'userErrors'> & { delivery?: Maybe<ResolversParentTypes['Delivery']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  ReportLocationPayload: Omit<ReportLocationPayload, 'ping' | 'userErrors'> & { ping?: Maybe<ResolversParentTypes['LocationPing']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  Ticket: TicketNode;
  TicketFilter: TicketFilter;
  TicketConnection: TicketPage;
  TicketEdge: Omit<TicketEdge, 'node'> & { node: ResolversParentTypes['Ticket'] };
  AcceptTicketInput: AcceptTicketInput;
  AcceptTicketsInput: AcceptTicketsInput;
  TicketToAcceptInput: TicketToAcceptInput;
  RejectTicketInput: RejectTicketInput;
  StartPreparingInput: StartPreparingInput;
  FinishPreparingInput: FinishPreparingInput;
  TicketPayload: Omit<TicketPayload, 'ticket' | 'userErrors'> & { ticket?: Maybe<ResolversParentTypes['Ticket']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  AcceptTicketsPayload: Omit<AcceptTicketsPayload, 'acceptances' | 'userErrors'> & { acceptances?: Maybe<ReadonlyArray<ResolversParentTypes['TicketAcceptance']>>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  TicketAcceptance: Omit<TicketAcceptance, 'ticket' | 'userError'> & { ticket?: Maybe<ResolversParentTypes['Ticket']>, userError?: Maybe<ResolversParentTypes['Refusal']> };
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  Subscription: Record<PropertyKey, never>;
  OrderEvent: ResolversUnionTypes<ResolversParentTypes>['OrderEvent'];
  OrderStateChanged: Omit<OrderStateChanged, 'lastLocation' | 'order'> & { lastLocation?: Maybe<ResolversParentTypes['LocationPing']>, order?: Maybe<ResolversParentTypes['Order']> };
  OrderLocationReported: Omit<OrderLocationReported, 'location'> & { location: ResolversParentTypes['LocationPing'] };
  OrderFollowingEnded: OrderFollowingEnded;
  OrderHistoryEntry: OrderHistoryEntry;
  OrderHistoryConnection: OrderHistoryPage;
  OrderHistoryEdge: OrderHistoryEdge;
  Order: OrderNode;
  OrderLineItem: OrderLineItem;
  OrderFilter: OrderFilter;
  OrderConnection: OrderPage;
  OrderEdge: Omit<OrderEdge, 'node'> & { node: ResolversParentTypes['Order'] };
  OrderLineInput: OrderLineInput;
  PlaceOrderInput: PlaceOrderInput;
  PlaceOrderPayload: Omit<PlaceOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  ReviseOrderInput: ReviseOrderInput;
  ReviseOrderPayload: Omit<ReviseOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  CancelOrderInput: CancelOrderInput;
  CancelOrderPayload: Omit<CancelOrderPayload, 'order' | 'userErrors'> & { order?: Maybe<ResolversParentTypes['Order']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  Refusal: ResolversInterfaceTypes<ResolversParentTypes>['Refusal'];
  NotFoundRefusal: NotFoundRefusal;
  ForbiddenRefusal: ForbiddenRefusal;
  OrderNotCancellableRefusal: OrderNotCancellableRefusal;
  OrderNotRevisableRefusal: OrderNotRevisableRefusal;
  TicketNotAcceptableRefusal: TicketNotAcceptableRefusal;
  TicketNotRejectableRefusal: TicketNotRejectableRefusal;
  PreparationNotStartableRefusal: PreparationNotStartableRefusal;
  PreparationNotFinishableRefusal: PreparationNotFinishableRefusal;
  PickupNotAllowedRefusal: PickupNotAllowedRefusal;
  DropoffNotAllowedRefusal: DropoffNotAllowedRefusal;
  CourierNotAssignableRefusal: CourierNotAssignableRefusal;
  LocationNotReportableRefusal: LocationNotReportableRefusal;
  BillNotRefundableRefusal: BillNotRefundableRefusal;
  VersionRequiredRefusal: VersionRequiredRefusal;
  StaleVersionRefusal: StaleVersionRefusal;
  InvalidInputRefusal: InvalidInputRefusal;
  FieldError: FieldError;
  MenuItemUnavailableRefusal: MenuItemUnavailableRefusal;
  RestaurantClosedRefusal: RestaurantClosedRefusal;
  BasketEmptyRefusal: BasketEmptyRefusal;
  PaymentDeclinedRefusal: PaymentDeclinedRefusal;
  ReadyByOutOfRangeRefusal: ReadyByOutOfRangeRefusal;
  CourierBusyRefusal: CourierBusyRefusal;
  CourierUnavailableRefusal: CourierUnavailableRefusal;
  RefundExceedsPaymentRefusal: RefundExceedsPaymentRefusal;
  IdempotencyConflictRefusal: IdempotencyConflictRefusal;
  UnavailableRefusal: UnavailableRefusal;
  OtherRefusal: OtherRefusal;
  Menu: MenuNode;
  MenuItem: MenuItemNode;
  Photo: PhotoNode;
  MenuImport: MenuImportNode;
  MenuImportLine: Omit<MenuImportLine, 'userError'> & { userError?: Maybe<ResolversParentTypes['Refusal']> };
  DishInput: DishInput;
  ReplaceMenuInput: ReplaceMenuInput;
  UpdateMenuItemInput: UpdateMenuItemInput;
  ImportMenuInput: ImportMenuInput;
  SetPhotoInput: SetPhotoInput;
  DeletePhotoInput: DeletePhotoInput;
  MenuPayload: Omit<MenuPayload, 'menu' | 'userErrors'> & { menu?: Maybe<ResolversParentTypes['Menu']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  MenuItemPayload: Omit<MenuItemPayload, 'menuItem' | 'userErrors'> & { menuItem?: Maybe<ResolversParentTypes['MenuItem']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  MenuImportPayload: Omit<MenuImportPayload, 'menuImport' | 'userErrors'> & { menuImport?: Maybe<ResolversParentTypes['MenuImport']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  Restaurant: RestaurantNode;
  RestaurantFilter: RestaurantFilter;
  RestaurantConnection: RestaurantPage;
  RestaurantEdge: Omit<RestaurantEdge, 'node'> & { node: ResolversParentTypes['Restaurant'] };
  OpenRestaurantInput: OpenRestaurantInput;
  UpdateRestaurantInput: UpdateRestaurantInput;
  RestaurantPayload: Omit<RestaurantPayload, 'restaurant' | 'userErrors'> & { restaurant?: Maybe<ResolversParentTypes['Restaurant']>, userErrors: ReadonlyArray<ResolversParentTypes['Refusal']> };
  DateTime: Scalars['DateTime']['output'];
  EmailAddress: Scalars['EmailAddress']['output'];
  MinorUnits: Scalars['MinorUnits']['output'];
  Money: Money;
  MoneyInput: MoneyInput;
  Address: Address;
  AddressInput: AddressInput;
  Location: Location;
  LocationInput: LocationInput;
  PersonName: PersonName;
  PersonNameInput: PersonNameInput;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type CostDirectiveArgs = {
  weight: Scalars['String']['input'];
};

export type CostDirectiveResolver<Result, Parent, ContextType = GraphqlContext, Args = CostDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ListSizeDirectiveArgs = {
  assumedSize?: Maybe<Scalars['Int']['input']>;
  slicingArguments?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
  sizedFields?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
  requireOneSlicingArgument?: Maybe<Scalars['Boolean']['input']>;
};

export type ListSizeDirectiveResolver<Result, Parent, ContextType = GraphqlContext, Args = ListSizeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type CacheControlDirectiveArgs = {
  scope: CacheControlScope;
};

export type CacheControlDirectiveResolver<Result, Parent, ContextType = GraphqlContext, Args = CacheControlDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

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
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
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

export type BillPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BillPayload'] = ResolversParentTypes['BillPayload']> = {
  bill?: Resolver<Maybe<ResolversTypes['Bill']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
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
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  addresses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Address']>>, ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<ConsumerOrdersArgs, 'sort'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConsumerConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ConsumerConnection'] = ResolversParentTypes['ConsumerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ConsumerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Consumer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ConsumerEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ConsumerEdge'] = ResolversParentTypes['ConsumerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Consumer'], ParentType, ContextType>;
};

export type ConsumerPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ConsumerPayload'] = ResolversParentTypes['ConsumerPayload']> = {
  consumer?: Resolver<Maybe<ResolversTypes['Consumer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
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
  currentDelivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourierConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CourierConnection'] = ResolversParentTypes['CourierConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CourierEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Courier']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CourierEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CourierEdge'] = ResolversParentTypes['CourierEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Courier'], ParentType, ContextType>;
};

export type CourierPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CourierPayload'] = ResolversParentTypes['CourierPayload']> = {
  courier?: Resolver<Maybe<ResolversTypes['Courier']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
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
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  courier?: Resolver<Maybe<ResolversTypes['Courier']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  track?: Resolver<Maybe<ResolversTypes['LocationPingConnection']>, ParentType, ContextType, Partial<DeliveryTrackArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeliveryStateResolvers = EnumResolverSignature<{ PENDING?: any, SCHEDULED?: any, PICKED_UP?: any, DELIVERED?: any, CANCELLED?: any }, ResolversTypes['DeliveryState']>;

export type LocationPingResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LocationPing'] = ResolversParentTypes['LocationPing']> = {
  lat?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  lon?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DeliveryConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Delivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DeliveryEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
};

export type LocationPingConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LocationPingConnection'] = ResolversParentTypes['LocationPingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LocationPingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['LocationPing']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LocationPingEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LocationPingEdge'] = ResolversParentTypes['LocationPingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LocationPing'], ParentType, ContextType>;
};

export type DeliveryPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DeliveryPayload'] = ResolversParentTypes['DeliveryPayload']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReportLocationPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReportLocationPayload'] = ResolversParentTypes['ReportLocationPayload']> = {
  ping?: Resolver<Maybe<ResolversTypes['LocationPing']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
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
  rejectionReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketStateResolvers = EnumResolverSignature<{ AWAITING_ACCEPTANCE?: any, ACCEPTED?: any, PREPARING?: any, READY_FOR_PICKUP?: any, PICKED_UP?: any, REJECTED?: any, CANCELLED?: any }, ResolversTypes['TicketState']>;

export type TicketConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TicketConnection'] = ResolversParentTypes['TicketConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TicketEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Ticket']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TicketEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TicketEdge'] = ResolversParentTypes['TicketEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Ticket'], ParentType, ContextType>;
};

export type TicketPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TicketPayload'] = ResolversParentTypes['TicketPayload']> = {
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type AcceptTicketsPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['AcceptTicketsPayload'] = ResolversParentTypes['AcceptTicketsPayload']> = {
  acceptances?: Resolver<Maybe<ReadonlyArray<ResolversTypes['TicketAcceptance']>>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type TicketAcceptanceResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TicketAcceptance'] = ResolversParentTypes['TicketAcceptance']> = {
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  userError?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  bill?: Resolver<Maybe<ResolversTypes['Bill']>, ParentType, ContextType, RequireFields<QueryBillArgs, 'orderId'>>;
  basket?: Resolver<Maybe<ResolversTypes['Basket']>, ParentType, ContextType, RequireFields<QueryBasketArgs, 'consumerId' | 'restaurantId'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  consumer?: Resolver<Maybe<ResolversTypes['Consumer']>, ParentType, ContextType, RequireFields<QueryConsumerArgs, 'id'>>;
  consumers?: Resolver<Maybe<ResolversTypes['ConsumerConnection']>, ParentType, ContextType, Partial<QueryConsumersArgs>>;
  courier?: Resolver<Maybe<ResolversTypes['Courier']>, ParentType, ContextType, RequireFields<QueryCourierArgs, 'id'>>;
  couriers?: Resolver<Maybe<ResolversTypes['CourierConnection']>, ParentType, ContextType, Partial<QueryCouriersArgs>>;
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType, RequireFields<QueryDeliveryArgs, 'orderId'>>;
  deliveries?: Resolver<Maybe<ResolversTypes['DeliveryConnection']>, ParentType, ContextType, Partial<QueryDeliveriesArgs>>;
  track?: Resolver<Maybe<ResolversTypes['LocationPingConnection']>, ParentType, ContextType, RequireFields<QueryTrackArgs, 'orderId'>>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType, RequireFields<QueryTicketArgs, 'orderId'>>;
  tickets?: Resolver<Maybe<ResolversTypes['TicketConnection']>, ParentType, ContextType, Partial<QueryTicketsArgs>>;
  orderHistory?: Resolver<Maybe<ResolversTypes['OrderHistoryConnection']>, ParentType, ContextType, RequireFields<QueryOrderHistoryArgs, 'consumerId'>>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<QueryOrderArgs, 'id'>>;
  orders?: Resolver<Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<QueryOrdersArgs, 'sort'>>;
  menu?: Resolver<Maybe<ResolversTypes['Menu']>, ParentType, ContextType, RequireFields<QueryMenuArgs, 'restaurantId'>>;
  menuItem?: Resolver<Maybe<ResolversTypes['MenuItem']>, ParentType, ContextType, RequireFields<QueryMenuItemArgs, 'restaurantId' | 'menuItemId'>>;
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType, RequireFields<QueryPhotoArgs, 'restaurantId' | 'menuItemId'>>;
  menuImport?: Resolver<Maybe<ResolversTypes['MenuImport']>, ParentType, ContextType, RequireFields<QueryMenuImportArgs, 'restaurantId' | 'menuImportId'>>;
  restaurant?: Resolver<Maybe<ResolversTypes['Restaurant']>, ParentType, ContextType, RequireFields<QueryRestaurantArgs, 'id'>>;
  restaurants?: Resolver<Maybe<ResolversTypes['RestaurantConnection']>, ParentType, ContextType, Partial<QueryRestaurantsArgs>>;
};

export type MutationResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  refundBill?: Resolver<Maybe<ResolversTypes['BillPayload']>, ParentType, ContextType, RequireFields<MutationRefundBillArgs, 'input'>>;
  addToBasket?: Resolver<Maybe<ResolversTypes['BasketPayload']>, ParentType, ContextType, RequireFields<MutationAddToBasketArgs, 'input'>>;
  setBasketLine?: Resolver<Maybe<ResolversTypes['BasketPayload']>, ParentType, ContextType, RequireFields<MutationSetBasketLineArgs, 'input'>>;
  clearBasket?: Resolver<Maybe<ResolversTypes['BasketPayload']>, ParentType, ContextType, RequireFields<MutationClearBasketArgs, 'input'>>;
  checkoutBasket?: Resolver<Maybe<ResolversTypes['CheckoutBasketPayload']>, ParentType, ContextType, RequireFields<MutationCheckoutBasketArgs, 'input'>>;
  registerConsumer?: Resolver<Maybe<ResolversTypes['ConsumerPayload']>, ParentType, ContextType, RequireFields<MutationRegisterConsumerArgs, 'input'>>;
  updateConsumer?: Resolver<Maybe<ResolversTypes['ConsumerPayload']>, ParentType, ContextType, RequireFields<MutationUpdateConsumerArgs, 'input'>>;
  setOnDuty?: Resolver<Maybe<ResolversTypes['CourierPayload']>, ParentType, ContextType, RequireFields<MutationSetOnDutyArgs, 'input'>>;
  assignCourier?: Resolver<Maybe<ResolversTypes['DeliveryPayload']>, ParentType, ContextType, RequireFields<MutationAssignCourierArgs, 'input'>>;
  notePickedUp?: Resolver<Maybe<ResolversTypes['DeliveryPayload']>, ParentType, ContextType, RequireFields<MutationNotePickedUpArgs, 'input'>>;
  noteDelivered?: Resolver<Maybe<ResolversTypes['DeliveryPayload']>, ParentType, ContextType, RequireFields<MutationNoteDeliveredArgs, 'input'>>;
  reportLocation?: Resolver<Maybe<ResolversTypes['ReportLocationPayload']>, ParentType, ContextType, RequireFields<MutationReportLocationArgs, 'input'>>;
  acceptTicket?: Resolver<Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<MutationAcceptTicketArgs, 'input'>>;
  acceptTickets?: Resolver<Maybe<ResolversTypes['AcceptTicketsPayload']>, ParentType, ContextType, RequireFields<MutationAcceptTicketsArgs, 'input'>>;
  rejectTicket?: Resolver<Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<MutationRejectTicketArgs, 'input'>>;
  startPreparing?: Resolver<Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<MutationStartPreparingArgs, 'input'>>;
  finishPreparing?: Resolver<Maybe<ResolversTypes['TicketPayload']>, ParentType, ContextType, RequireFields<MutationFinishPreparingArgs, 'input'>>;
  placeOrder?: Resolver<Maybe<ResolversTypes['PlaceOrderPayload']>, ParentType, ContextType, RequireFields<MutationPlaceOrderArgs, 'input'>>;
  reviseOrder?: Resolver<Maybe<ResolversTypes['ReviseOrderPayload']>, ParentType, ContextType, RequireFields<MutationReviseOrderArgs, 'input'>>;
  cancelOrder?: Resolver<Maybe<ResolversTypes['CancelOrderPayload']>, ParentType, ContextType, RequireFields<MutationCancelOrderArgs, 'input'>>;
  replaceMenu?: Resolver<Maybe<ResolversTypes['MenuPayload']>, ParentType, ContextType, RequireFields<MutationReplaceMenuArgs, 'input'>>;
  updateMenuItem?: Resolver<Maybe<ResolversTypes['MenuItemPayload']>, ParentType, ContextType, RequireFields<MutationUpdateMenuItemArgs, 'input'>>;
  importMenu?: Resolver<Maybe<ResolversTypes['MenuImportPayload']>, ParentType, ContextType, RequireFields<MutationImportMenuArgs, 'input'>>;
  setPhoto?: Resolver<Maybe<ResolversTypes['MenuItemPayload']>, ParentType, ContextType, RequireFields<MutationSetPhotoArgs, 'input'>>;
  deletePhoto?: Resolver<Maybe<ResolversTypes['MenuItemPayload']>, ParentType, ContextType, RequireFields<MutationDeletePhotoArgs, 'input'>>;
  openRestaurant?: Resolver<Maybe<ResolversTypes['RestaurantPayload']>, ParentType, ContextType, RequireFields<MutationOpenRestaurantArgs, 'input'>>;
  updateRestaurant?: Resolver<Maybe<ResolversTypes['RestaurantPayload']>, ParentType, ContextType, RequireFields<MutationUpdateRestaurantArgs, 'input'>>;
};

export type NodeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Bill' | 'Basket' | 'Consumer' | 'Courier' | 'Delivery' | 'Ticket' | 'Order' | 'Menu' | 'MenuItem' | 'MenuImport' | 'Restaurant', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  orderEvents?: SubscriptionResolver<ResolversTypes['OrderEvent'], "orderEvents", ParentType, ContextType, RequireFields<SubscriptionOrderEventsArgs, 'orderId'>>;
};

export type OrderEventResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderEvent'] = ResolversParentTypes['OrderEvent']> = {
  __resolveType: TypeResolveFn<'OrderStateChanged' | 'OrderLocationReported' | 'OrderFollowingEnded', ParentType, ContextType>;
};

export type OrderStateChangedResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderStateChanged'] = ResolversParentTypes['OrderStateChanged']> = {
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['Action']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  orderState?: Resolver<ResolversTypes['OrderState'], ParentType, ContextType>;
  orderVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ticketState?: Resolver<ResolversTypes['TicketState'], ParentType, ContextType>;
  ticketVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deliveryState?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  deliveryVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  courierId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  lastLocation?: Resolver<Maybe<ResolversTypes['LocationPing']>, ParentType, ContextType>;
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderLocationReportedResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderLocationReported'] = ResolversParentTypes['OrderLocationReported']> = {
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['LocationPing'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderFollowingEndedResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderFollowingEnded'] = ResolversParentTypes['OrderFollowingEnded']> = {
  reason?: Resolver<ResolversTypes['OrderFollowingEndReason'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrderHistoryEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderHistoryEdge'] = ResolversParentTypes['OrderHistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OrderHistoryEntry'], ParentType, ContextType>;
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

export type ActionResolvers = EnumResolverSignature<{ REGISTER_CONSUMER?: any, UPDATE_CONSUMER?: any, OPEN_RESTAURANT?: any, UPDATE_RESTAURANT?: any, REPLACE_MENU?: any, UPDATE_MENU_ITEM?: any, IMPORT_MENU?: any, SET_PHOTO?: any, DELETE_PHOTO?: any, ADD_TO_BASKET?: any, SET_BASKET_LINE?: any, CLEAR_BASKET?: any, CHECKOUT_BASKET?: any, PLACE_ORDER?: any, REVISE_ORDER?: any, CANCEL_ORDER?: any, ACCEPT_TICKET?: any, REJECT_TICKET?: any, START_PREPARING?: any, FINISH_PREPARING?: any, ACCEPT_TICKETS?: any, ASSIGN_COURIER?: any, NOTE_PICKED_UP?: any, NOTE_DELIVERED?: any, REPORT_LOCATION?: any, SET_ON_DUTY?: any, REFUND_BILL?: any }, ResolversTypes['Action']>;

export type OrderConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Order']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Order'], ParentType, ContextType>;
};

export type PlaceOrderPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PlaceOrderPayload'] = ResolversParentTypes['PlaceOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type ReviseOrderPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReviseOrderPayload'] = ResolversParentTypes['ReviseOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type CancelOrderPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CancelOrderPayload'] = ResolversParentTypes['CancelOrderPayload']> = {
  order?: Resolver<Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  __resolveType: TypeResolveFn<'NotFoundRefusal' | 'ForbiddenRefusal' | 'OrderNotCancellableRefusal' | 'OrderNotRevisableRefusal' | 'TicketNotAcceptableRefusal' | 'TicketNotRejectableRefusal' | 'PreparationNotStartableRefusal' | 'PreparationNotFinishableRefusal' | 'PickupNotAllowedRefusal' | 'DropoffNotAllowedRefusal' | 'CourierNotAssignableRefusal' | 'LocationNotReportableRefusal' | 'BillNotRefundableRefusal' | 'VersionRequiredRefusal' | 'StaleVersionRefusal' | 'InvalidInputRefusal' | 'MenuItemUnavailableRefusal' | 'RestaurantClosedRefusal' | 'BasketEmptyRefusal' | 'PaymentDeclinedRefusal' | 'ReadyByOutOfRangeRefusal' | 'CourierBusyRefusal' | 'CourierUnavailableRefusal' | 'RefundExceedsPaymentRefusal' | 'IdempotencyConflictRefusal' | 'UnavailableRefusal' | 'OtherRefusal', ParentType, ContextType>;
};

export type RefusalCodeResolvers = EnumResolverSignature<{ UNAUTHENTICATED?: any, UNREADABLE?: any, OPERATION_UNKNOWN?: any, CONSUMER_NOT_FOUND?: any, RESTAURANT_NOT_FOUND?: any, MENU_ITEM_NOT_FOUND?: any, BASKET_NOT_FOUND?: any, ORDER_NOT_FOUND?: any, TICKET_NOT_FOUND?: any, DELIVERY_NOT_FOUND?: any, COURIER_NOT_FOUND?: any, BILL_NOT_FOUND?: any, PHOTO_NOT_FOUND?: any, MENU_IMPORT_NOT_FOUND?: any, FORBIDDEN?: any, ORDER_NOT_CANCELLABLE?: any, ORDER_NOT_REVISABLE?: any, TICKET_NOT_ACCEPTABLE?: any, TICKET_NOT_REJECTABLE?: any, PREPARATION_NOT_STARTABLE?: any, PREPARATION_NOT_FINISHABLE?: any, PICKUP_NOT_ALLOWED?: any, DROPOFF_NOT_ALLOWED?: any, COURIER_NOT_ASSIGNABLE?: any, LOCATION_NOT_REPORTABLE?: any, BILL_NOT_REFUNDABLE?: any, VERSION_REQUIRED?: any, STALE_VERSION?: any, INVALID_INPUT?: any, MENU_ITEM_UNAVAILABLE?: any, RESTAURANT_CLOSED?: any, BASKET_EMPTY?: any, PAYMENT_DECLINED?: any, READY_BY_OUT_OF_RANGE?: any, COURIER_BUSY?: any, COURIER_UNAVAILABLE?: any, REFUND_EXCEEDS_PAYMENT?: any, IDEMPOTENCY_CONFLICT?: any, UNAVAILABLE?: any }, ResolversTypes['RefusalCode']>;

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

export type OrderNotRevisableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['OrderNotRevisableRefusal'] = ResolversParentTypes['OrderNotRevisableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OrderState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketNotAcceptableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TicketNotAcceptableRefusal'] = ResolversParentTypes['TicketNotAcceptableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TicketState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TicketNotRejectableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['TicketNotRejectableRefusal'] = ResolversParentTypes['TicketNotRejectableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TicketState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PreparationNotStartableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PreparationNotStartableRefusal'] = ResolversParentTypes['PreparationNotStartableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TicketState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PreparationNotFinishableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PreparationNotFinishableRefusal'] = ResolversParentTypes['PreparationNotFinishableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['TicketState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PickupNotAllowedRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['PickupNotAllowedRefusal'] = ResolversParentTypes['PickupNotAllowedRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DropoffNotAllowedRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['DropoffNotAllowedRefusal'] = ResolversParentTypes['DropoffNotAllowedRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourierNotAssignableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CourierNotAssignableRefusal'] = ResolversParentTypes['CourierNotAssignableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LocationNotReportableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['LocationNotReportableRefusal'] = ResolversParentTypes['LocationNotReportableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeliveryState'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BillNotRefundableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['BillNotRefundableRefusal'] = ResolversParentTypes['BillNotRefundableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paymentState?: Resolver<ResolversTypes['PaymentState'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PaymentState'], ParentType, ContextType>;
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

export type ReadyByOutOfRangeRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['ReadyByOutOfRangeRefusal'] = ResolversParentTypes['ReadyByOutOfRangeRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  earliest?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  latest?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourierBusyRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CourierBusyRefusal'] = ResolversParentTypes['CourierBusyRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  courierId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CourierUnavailableRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['CourierUnavailableRefusal'] = ResolversParentTypes['CourierUnavailableRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RefundExceedsPaymentRefusalResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RefundExceedsPaymentRefusal'] = ResolversParentTypes['RefundExceedsPaymentRefusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  refundable?: Resolver<ResolversTypes['Money'], ParentType, ContextType>;
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

export type MenuResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Menu'] = ResolversParentTypes['Menu']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  restaurantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['MenuItem']>, ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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
  photo?: Resolver<Maybe<ResolversTypes['Photo']>, ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PhotoResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Photo'] = ResolversParentTypes['Photo']> = {
  contentType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  byteLength?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  data?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MenuImportResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MenuImport'] = ResolversParentTypes['MenuImport']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  menuImportId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  restaurantId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['MenuImportState'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lineCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lines?: Resolver<ReadonlyArray<ResolversTypes['MenuImportLine']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MenuImportLineResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MenuImportLine'] = ResolversParentTypes['MenuImportLine']> = {
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  menuItemId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userError?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type MenuPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MenuPayload'] = ResolversParentTypes['MenuPayload']> = {
  menu?: Resolver<Maybe<ResolversTypes['Menu']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type MenuItemPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MenuItemPayload'] = ResolversParentTypes['MenuItemPayload']> = {
  menuItem?: Resolver<Maybe<ResolversTypes['MenuItem']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type MenuImportPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['MenuImportPayload'] = ResolversParentTypes['MenuImportPayload']> = {
  menuImport?: Resolver<Maybe<ResolversTypes['MenuImport']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
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
  menuImport?: Resolver<Maybe<ResolversTypes['MenuImport']>, ParentType, ContextType, RequireFields<RestaurantMenuImportArgs, 'id'>>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['Action']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RestaurantConnectionResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RestaurantConnection'] = ResolversParentTypes['RestaurantConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RestaurantEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Restaurant']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RestaurantEdgeResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RestaurantEdge'] = ResolversParentTypes['RestaurantEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Restaurant'], ParentType, ContextType>;
};

export type RestaurantPayloadResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['RestaurantPayload'] = ResolversParentTypes['RestaurantPayload']> = {
  restaurant?: Resolver<Maybe<ResolversTypes['Restaurant']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export interface MinorUnitsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MinorUnits'], any> {
  name: 'MinorUnits';
}

export type MoneyResolvers<ContextType = GraphqlContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['MinorUnits'], ParentType, ContextType>;
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
  BillPayload?: BillPayloadResolvers<ContextType>;
  Basket?: BasketResolvers<ContextType>;
  BasketLine?: BasketLineResolvers<ContextType>;
  Charges?: ChargesResolvers<ContextType>;
  BasketPayload?: BasketPayloadResolvers<ContextType>;
  CheckoutBasketPayload?: CheckoutBasketPayloadResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Role?: RoleResolvers;
  Consumer?: ConsumerResolvers<ContextType>;
  ConsumerConnection?: ConsumerConnectionResolvers<ContextType>;
  ConsumerEdge?: ConsumerEdgeResolvers<ContextType>;
  ConsumerPayload?: ConsumerPayloadResolvers<ContextType>;
  Courier?: CourierResolvers<ContextType>;
  CourierConnection?: CourierConnectionResolvers<ContextType>;
  CourierEdge?: CourierEdgeResolvers<ContextType>;
  CourierPayload?: CourierPayloadResolvers<ContextType>;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryState?: DeliveryStateResolvers;
  LocationPing?: LocationPingResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  LocationPingConnection?: LocationPingConnectionResolvers<ContextType>;
  LocationPingEdge?: LocationPingEdgeResolvers<ContextType>;
  DeliveryPayload?: DeliveryPayloadResolvers<ContextType>;
  ReportLocationPayload?: ReportLocationPayloadResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  TicketState?: TicketStateResolvers;
  TicketConnection?: TicketConnectionResolvers<ContextType>;
  TicketEdge?: TicketEdgeResolvers<ContextType>;
  TicketPayload?: TicketPayloadResolvers<ContextType>;
  AcceptTicketsPayload?: AcceptTicketsPayloadResolvers<ContextType>;
  TicketAcceptance?: TicketAcceptanceResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  OrderEvent?: OrderEventResolvers<ContextType>;
  OrderStateChanged?: OrderStateChangedResolvers<ContextType>;
  OrderLocationReported?: OrderLocationReportedResolvers<ContextType>;
  OrderFollowingEnded?: OrderFollowingEndedResolvers<ContextType>;
  OrderHistoryEntry?: OrderHistoryEntryResolvers<ContextType>;
  OrderHistoryConnection?: OrderHistoryConnectionResolvers<ContextType>;
  OrderHistoryEdge?: OrderHistoryEdgeResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderState?: OrderStateResolvers;
  OrderLineItem?: OrderLineItemResolvers<ContextType>;
  Action?: ActionResolvers;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  PlaceOrderPayload?: PlaceOrderPayloadResolvers<ContextType>;
  ReviseOrderPayload?: ReviseOrderPayloadResolvers<ContextType>;
  CancelOrderPayload?: CancelOrderPayloadResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RefusalCode?: RefusalCodeResolvers;
  NotFoundRefusal?: NotFoundRefusalResolvers<ContextType>;
  ForbiddenRefusal?: ForbiddenRefusalResolvers<ContextType>;
  OrderNotCancellableRefusal?: OrderNotCancellableRefusalResolvers<ContextType>;
  OrderNotRevisableRefusal?: OrderNotRevisableRefusalResolvers<ContextType>;
  TicketNotAcceptableRefusal?: TicketNotAcceptableRefusalResolvers<ContextType>;
  TicketNotRejectableRefusal?: TicketNotRejectableRefusalResolvers<ContextType>;
  PreparationNotStartableRefusal?: PreparationNotStartableRefusalResolvers<ContextType>;
  PreparationNotFinishableRefusal?: PreparationNotFinishableRefusalResolvers<ContextType>;
  PickupNotAllowedRefusal?: PickupNotAllowedRefusalResolvers<ContextType>;
  DropoffNotAllowedRefusal?: DropoffNotAllowedRefusalResolvers<ContextType>;
  CourierNotAssignableRefusal?: CourierNotAssignableRefusalResolvers<ContextType>;
  LocationNotReportableRefusal?: LocationNotReportableRefusalResolvers<ContextType>;
  BillNotRefundableRefusal?: BillNotRefundableRefusalResolvers<ContextType>;
  VersionRequiredRefusal?: VersionRequiredRefusalResolvers<ContextType>;
  StaleVersionRefusal?: StaleVersionRefusalResolvers<ContextType>;
  InvalidInputRefusal?: InvalidInputRefusalResolvers<ContextType>;
  FieldError?: FieldErrorResolvers<ContextType>;
  MenuItemUnavailableRefusal?: MenuItemUnavailableRefusalResolvers<ContextType>;
  RestaurantClosedRefusal?: RestaurantClosedRefusalResolvers<ContextType>;
  BasketEmptyRefusal?: BasketEmptyRefusalResolvers<ContextType>;
  PaymentDeclinedRefusal?: PaymentDeclinedRefusalResolvers<ContextType>;
  ReadyByOutOfRangeRefusal?: ReadyByOutOfRangeRefusalResolvers<ContextType>;
  CourierBusyRefusal?: CourierBusyRefusalResolvers<ContextType>;
  CourierUnavailableRefusal?: CourierUnavailableRefusalResolvers<ContextType>;
  RefundExceedsPaymentRefusal?: RefundExceedsPaymentRefusalResolvers<ContextType>;
  IdempotencyConflictRefusal?: IdempotencyConflictRefusalResolvers<ContextType>;
  UnavailableRefusal?: UnavailableRefusalResolvers<ContextType>;
  OtherRefusal?: OtherRefusalResolvers<ContextType>;
  Menu?: MenuResolvers<ContextType>;
  MenuItem?: MenuItemResolvers<ContextType>;
  Photo?: PhotoResolvers<ContextType>;
  MenuImport?: MenuImportResolvers<ContextType>;
  MenuImportLine?: MenuImportLineResolvers<ContextType>;
  MenuPayload?: MenuPayloadResolvers<ContextType>;
  MenuItemPayload?: MenuItemPayloadResolvers<ContextType>;
  MenuImportPayload?: MenuImportPayloadResolvers<ContextType>;
  Restaurant?: RestaurantResolvers<ContextType>;
  RestaurantConnection?: RestaurantConnectionResolvers<ContextType>;
  RestaurantEdge?: RestaurantEdgeResolvers<ContextType>;
  RestaurantPayload?: RestaurantPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  EmailAddress?: GraphQLScalarType;
  MinorUnits?: GraphQLScalarType;
  Money?: MoneyResolvers<ContextType>;
  Address?: AddressResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  PersonName?: PersonNameResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = GraphqlContext> = {
  cost?: CostDirectiveResolver<any, any, ContextType>;
  listSize?: ListSizeDirectiveResolver<any, any, ContextType>;
  cacheControl?: CacheControlDirectiveResolver<any, any, ContextType>;
};

