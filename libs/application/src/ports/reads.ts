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
  Restaurant,
  RestaurantId,
  Ticket,
  TicketState,
  Basket,
} from '@rungs/domain';
import type { Slice, Window } from '../paging.ts';
import type { OrderHistoryEntry, OrderPart, RestaurantSummary } from '../views.ts';

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
  readonly restaurant?: RestaurantSummary;
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

/** Each method is one named statement, whatever the size of what it answers. Nothing here locks. */
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
  findRestaurant(restaurantId: RestaurantId): Promise<Restaurant | undefined>;
  listRestaurants(filter: RestaurantFilter, window: Window): Promise<Slice<Restaurant>>;
  findMenu(restaurantId: RestaurantId): Promise<Menu | undefined>;
  findMenuItem(restaurantId: RestaurantId, menuItemId: MenuItemId): Promise<MenuItem | undefined>;
  findBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<BasketRecord | undefined>;
  findOrder(orderId: OrderId): Promise<OrderRecord | undefined>;
  /** Order with the parts asked for; a delivery's courier is there only when one is assigned. */
  findOrderDetails(orderId: OrderId, parts: ReadonlySet<OrderPart>): Promise<OrderDetailsRecord | undefined>;
  listOrders(filter: OrderFilter, window: Window): Promise<Slice<OrderRecord>>;
  listOrderHistory(consumerId: ConsumerId, window: Window): Promise<Slice<OrderHistoryEntry>>;
  findTicket(orderId: OrderId): Promise<{ readonly facts: CaseFacts; readonly ticket: Ticket } | undefined>;
  findDelivery(orderId: OrderId): Promise<(DeliveryRecord & { readonly facts: CaseFacts }) | undefined>;
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
}
