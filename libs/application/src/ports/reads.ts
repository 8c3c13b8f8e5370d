import type {
  Actor,
  Bill,
  Consumer,
  ConsumerId,
  Courier,
  CourierId,
  Delivery,
  DeliveryState,
  Instant,
  LocationPing,
  Location,
  Menu,
  MenuItem,
  MenuItemId,
  Order,
  OrderId,
  OrderState,
  PaymentState,
  Photo,
  Restaurant,
  RestaurantId,
  Ticket,
  TicketState,
  Basket,
} from '@rungs/domain';
import type { Slice, Window } from '../paging.ts';
import type { MenuImportId, MenuImportView, OrderHistoryEntry, OrderPart } from '../views.ts';

/** What visibility and actions of an order's things depend on; every read of one brings it along. */
export interface CaseFacts {
  readonly orderId: OrderId;
  readonly consumerId: ConsumerId;
  readonly restaurantId: RestaurantId;
  readonly orderState: OrderState;
  readonly ticketState: TicketState;
  readonly deliveryState: DeliveryState;
  readonly paymentState: PaymentState;
  readonly courierId?: CourierId;
}

export interface OrderRecord {
  readonly facts: CaseFacts;
  readonly order: Order;
}

export interface DeliveryRecord {
  readonly delivery: Delivery;
  readonly lastLocation?: LocationPing;
  readonly courierPhone?: string;
}

export interface OrderDetailsRecord extends OrderRecord {
  readonly consumer?: Consumer;
  readonly restaurant?: Restaurant;
  readonly ticket?: Ticket;
  readonly delivery?: DeliveryRecord;
  readonly courier?: Courier;
  readonly bill?: Bill;
}

export interface OrderFilter {
  readonly consumerId?: ConsumerId | undefined;
  readonly restaurantId?: RestaurantId | undefined;
  /** Only the order that this courier is delivering now. */
  readonly currentCourierId?: CourierId | undefined;
  readonly states?: readonly OrderState[] | undefined;
  /** Inclusive. */
  readonly placedFrom?: Instant | undefined;
  /** Exclusive. */
  readonly placedTo?: Instant | undefined;
  readonly newestFirst: boolean;
}

/** Whose things of orders: a filter can only narrow what an actor may list at all. */
export interface PartyFilter {
  readonly consumerId?: ConsumerId | undefined;
  readonly restaurantId?: RestaurantId | undefined;
}

export interface TicketFilter extends PartyFilter {
  /** Only the ticket of the order that this courier is delivering now. */
  readonly currentCourierId?: CourierId | undefined;
  readonly states?: readonly TicketState[] | undefined;
}

export interface DeliveryFilter extends PartyFilter {
  /** This courier's, past ones too. */
  readonly courierId?: CourierId | undefined;
  readonly states?: readonly DeliveryState[] | undefined;
}

export interface TicketRecord {
  readonly facts: CaseFacts;
  readonly ticket: Ticket;
}

export interface RestaurantFilter {
  readonly text?: string | undefined;
  readonly cuisine?: string | undefined;
  readonly open?: boolean | undefined;
  /** Nearest first when present, by name otherwise. */
  readonly near?: Location | undefined;
}

export interface BasketRecord {
  readonly basket: Basket;
  readonly restaurant: Restaurant;
  /** The menu items that the lines name. */
  readonly menuItems: readonly MenuItem[];
}

/**
 * What use cases read. Each method is one named statement, whatever the size of what it answers, and calls of one tick
 * that differ in ids alone share it, unless the request that is being answered asked for another way of loading
 * (`Loading`); the answer is the same. Nothing here locks.
 */
export interface Reads {
  findConsumer(
    consumerId: ConsumerId,
    viewer: Actor,
  ): Promise<
    | {
        readonly consumer: Consumer;
        /** For a restaurant: ordered there. For a courier: on the current delivery. False for others. */
        readonly servedByViewer: boolean;
      }
    | undefined
  >;
  /** By last name, first name and id; `text` as `listRestaurants` searches: every word begins one of theirs. */
  listConsumers(filter: { readonly text?: string | undefined }, window: Window): Promise<Slice<Consumer>>;
  findRestaurant(restaurantId: RestaurantId): Promise<Restaurant | undefined>;
  listRestaurants(filter: RestaurantFilter, window: Window): Promise<Slice<Restaurant>>;
  findMenu(restaurantId: RestaurantId): Promise<Menu | undefined>;
  findMenuItem(restaurantId: RestaurantId, menuItemId: MenuItemId): Promise<MenuItem | undefined>;
  findPhoto(restaurantId: RestaurantId, menuItemId: MenuItemId): Promise<Photo | undefined>;
  findMenuImport(restaurantId: RestaurantId, menuImportId: MenuImportId): Promise<MenuImportView | undefined>;
  findBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<BasketRecord | undefined>;
  findOrder(orderId: OrderId): Promise<OrderRecord | undefined>;
  /** Order with the parts asked for; a delivery's courier is there only when one is assigned. */
  findOrderDetails(orderId: OrderId, parts: ReadonlySet<OrderPart>): Promise<OrderDetailsRecord | undefined>;
  /** Orders with the parts asked for, none when absent. */
  listOrders(filter: OrderFilter, window: Window, parts?: ReadonlySet<OrderPart>): Promise<Slice<OrderDetailsRecord>>;
  listOrderHistory(consumerId: ConsumerId, window: Window): Promise<Slice<OrderHistoryEntry>>;
  findTicket(orderId: OrderId): Promise<TicketRecord | undefined>;
  /** By placedAt and order id, ascending. */
  listTickets(filter: TicketFilter, window: Window): Promise<Slice<TicketRecord>>;
  findDelivery(orderId: OrderId): Promise<(DeliveryRecord & { readonly facts: CaseFacts }) | undefined>;
  /** By placedAt and order id, descending. */
  listDeliveries(
    filter: DeliveryFilter,
    window: Window,
  ): Promise<Slice<DeliveryRecord & { readonly facts: CaseFacts }>>;
  /** Pings by time, ascending, with the facts of the delivery whose track it is; undefined without a delivery. */
  findTrack(
    orderId: OrderId,
    window: Window,
  ): Promise<{ readonly facts: CaseFacts; readonly slice: Slice<LocationPing> } | undefined>;
  findBill(orderId: OrderId): Promise<{ readonly facts: CaseFacts; readonly bill: Bill } | undefined>;
  findCourier(
    courierId: CourierId,
    viewer: Actor,
  ): Promise<
    | {
        readonly courier: Courier;
        /** True for a consumer or restaurant that this courier delivers or delivered for. */
        readonly servesViewer: boolean;
      }
    | undefined
  >;
  /** By name and id. */
  listCouriers(filter: { readonly onDuty?: boolean | undefined }, window: Window): Promise<Slice<Courier>>;
}
