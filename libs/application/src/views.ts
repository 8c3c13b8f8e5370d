import type {
  Address,
  Basket,
  Bill,
  Charges,
  Courier,
  Delivery,
  LocationPing,
  Menu,
  MenuItem,
  MenuItemId,
  Money,
  Order,
  OrderId,
  OrderState,
  DeliveryState,
  Instant,
  PersonName,
  RefusalOf,
  Restaurant,
  RestaurantId,
  Ticket,
} from '@rungs/domain';
import type { OperationName } from './operations.ts';

// What a use case answers: a thing as this actor may see it. What the actor may not see is left out.

/** The operations that state and role allow this actor on this thing now. */
export interface WithActions {
  readonly actions: readonly OperationName[];
}

export interface OrderView extends Order, WithActions {}

export interface RestaurantView extends Restaurant, WithActions {}

export interface MenuItemView extends MenuItem, WithActions {}

/** The dish that was given a photo. */
export interface PhotographedView extends MenuItemView {
  /** True where it had none before; the same when the outcome is answered again. */
  readonly isFirstPhoto?: boolean;
}

export interface MenuView extends Omit<Menu, 'items'>, WithActions {
  readonly items: readonly MenuItemView[];
}

export type MenuImportId = string;

/** What became of one line of an import. */
export type MenuImportLine =
  { readonly line: number; readonly menuItemId: MenuItemId } | { readonly line: number; readonly refusal: RefusalOf };

/** How far a bulk import of dishes has come. */
export interface MenuImportView {
  readonly id: MenuImportId;
  readonly restaurantId: RestaurantId;
  readonly state: 'WAITING' | 'RUNNING' | 'DONE';
  readonly requestedAt: Instant;
  /** Lines of dishes in the file. */
  readonly lineCount: number;
  /** Those that were read, in order; numbered as in the file, in which line 1 names the columns. */
  readonly lines: readonly MenuImportLine[];
}

export interface TicketView extends Ticket, WithActions {}

export interface ConsumerView extends WithActions {
  readonly id: string;
  readonly version: number;
  readonly name: PersonName;
  /** Left out for all but the consumer and support, as are the addresses. */
  readonly email?: string;
  readonly addresses?: readonly Address[];
}

export interface DeliveryView extends Delivery, WithActions {
  readonly lastLocation?: LocationPing;
  /** For the consumer only between pickup and delivery; never for the restaurant. */
  readonly courierPhone?: string;
}

export interface CourierView extends Pick<Courier, 'id' | 'version' | 'name' | 'vehicle'>, WithActions {
  readonly phone?: string;
  readonly onDuty?: boolean;
  readonly currentDeliveryId?: OrderId;
}

export interface BillView extends Omit<Bill, 'authorizationCode'>, WithActions {
  readonly authorizationCode?: string;
}

export interface BasketLineView {
  readonly menuItemId: MenuItemId;
  readonly name: string;
  readonly unitPrice: Money;
  readonly quantity: number;
  readonly total: Money;
  readonly available: boolean;
}

/** A basket at today's prices. */
export interface BasketView extends Omit<Basket, 'lines'>, WithActions {
  readonly lines: readonly BasketLineView[];
  readonly charges: Charges;
}

/** The parts of the order details screen that go beyond the order itself. */
export const ORDER_PARTS = ['consumer', 'restaurant', 'ticket', 'delivery', 'courier', 'bill'] as const;
export type OrderPart = (typeof ORDER_PARTS)[number];

/** The restaurant as plain JSON has it among an order's details: what the screen shows of it. */
export interface RestaurantSummary {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly address: Address;
  readonly cuisine: string;
  readonly open: boolean;
}

/** The purpose-built composition; parts that were not asked for or may not be seen are absent. */
export interface OrderDetails {
  readonly order: OrderView;
  readonly consumer?: ConsumerView;
  readonly restaurant?: RestaurantView;
  readonly ticket?: TicketView;
  readonly delivery?: DeliveryView;
  readonly courier?: CourierView;
  readonly bill?: BillView;
}

export interface OrderHistoryEntry {
  readonly orderId: OrderId;
  readonly state: OrderState;
  readonly placedAt: Instant;
  readonly restaurantId: string;
  readonly restaurantName: string;
  /** Dishes, counted by quantity. */
  readonly itemCount: number;
  readonly total: Money;
  readonly deliveryState: DeliveryState;
}
