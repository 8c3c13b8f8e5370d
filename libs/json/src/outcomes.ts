import type {
  BasketView,
  BillView,
  OperationName,
  ConsumerView,
  CourierView,
  DeliveryView,
  OrderDetails,
  OrderHistoryEntry,
  OrderView,
} from '@rungs/application';
import type { Menu, MenuItem, RefusalOf, Restaurant, Ticket } from '@rungs/domain';

// The plain JSON contract. The read models are JSON already (instants are texts, money is an object of
// integers); what a style says beyond them (actions, links, nodes) is that style's own.

export type OrderJson = Omit<OrderView, 'actions'>;
export type BasketJson = Omit<BasketView, 'actions'>;
export type ConsumerJson = ConsumerView;
export type RestaurantJson = Restaurant;
export type MenuJson = Menu;
export type MenuItemJson = MenuItem;
export type TicketJson = Ticket;
export type DeliveryJson = DeliveryView;
export type CourierJson = CourierView;
export type BillJson = BillView;
export type OrderHistoryEntryJson = OrderHistoryEntry;
export type OrderDetailsJson = Omit<OrderDetails, 'order'> & { readonly order: OrderJson };

/** A page of a list; cursors are opaque. */
export interface PageJson<T> {
  readonly items: readonly T[];
  readonly page: { readonly next?: string; readonly previous?: string };
}

/** A refusal as the levels 0 and 1 carry it, and as every client reports it. */
export type RefusalJson = RefusalOf;

/** What each operation answers, in plain JSON. */
export interface OutcomesJson {
  getConsumer: ConsumerJson;
  getRestaurant: RestaurantJson;
  listRestaurants: PageJson<RestaurantJson>;
  getMenu: MenuJson;
  getMenuItem: MenuItemJson;
  getBasket: BasketJson;
  addToBasket: BasketJson;
  setBasketLine: BasketJson;
  clearBasket: BasketJson;
  checkoutBasket: OrderJson;
  getOrder: OrderJson;
  listOrders: PageJson<OrderJson>;
  getOrderDetails: OrderDetailsJson;
  listOrderHistory: PageJson<OrderHistoryEntryJson>;
  placeOrder: OrderJson;
  cancelOrder: OrderJson;
  getTicket: TicketJson;
  getDelivery: DeliveryJson;
  getCourier: CourierJson;
  getBill: BillJson;
}

/** A built operation without its line above is a type error here. */
export type OutcomeJson<N extends OperationName> = OutcomesJson[N];
