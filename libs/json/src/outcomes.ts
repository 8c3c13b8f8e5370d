import type {
  BasketView,
  BillView,
  ConsumerView,
  CourierView,
  DeliveryView,
  MenuImportView,
  OperationName,
  OrderHistoryEntry,
  OrderView,
  RestaurantSummary,
  WithActions,
} from '@rungs/application';
import type { LocationPing, Menu, MenuItem, OrderId, Photo, RefusalOf, Restaurant, Ticket } from '@rungs/domain';

// The plain JSON contract. The read models are JSON already (instants are texts, money is an object of
// integers); what a style says beyond them (actions, links, nodes) is that style's own.

type Plain<V extends WithActions> = Omit<V, keyof WithActions>;

export type OrderJson = Plain<OrderView>;
export type BasketJson = Plain<BasketView>;
export type ConsumerJson = Plain<ConsumerView>;
export type RestaurantJson = Restaurant;
/** A date that HTTP alone has a field for stays out. */
export type MenuItemJson = Omit<MenuItem, 'photoChangedAt'>;
export interface MenuJson extends Omit<Menu, 'items'> {
  readonly items: readonly MenuItemJson[];
}
export type MenuImportJson = MenuImportView;
export type PhotoJson = Photo;
export type TicketJson = Ticket;
export type DeliveryJson = Plain<DeliveryView>;
export type LocationPingJson = LocationPing;
export type CourierJson = Plain<CourierView>;
export type BillJson = Plain<BillView>;
export type OrderHistoryEntryJson = OrderHistoryEntry;

/** The order, and those of its parts that were asked for and may be seen. */
export interface OrderDetailsJson {
  readonly order: OrderJson;
  readonly consumer?: ConsumerJson;
  readonly restaurant?: RestaurantSummary;
  readonly ticket?: TicketJson;
  readonly delivery?: DeliveryJson;
  readonly courier?: CourierJson;
  readonly bill?: BillJson;
}

/** A refusal as the levels 0 and 1 carry it, and as every client reports it. */
export type RefusalJson = RefusalOf;

/** What became of one ticket of several. */
export type TicketAcceptanceJson =
  | { readonly orderId: OrderId; readonly ticket: TicketJson }
  | { readonly orderId: OrderId; readonly refusal: RefusalJson };

/** A page of a list; cursors are opaque. */
export interface PageJson<T> {
  readonly items: readonly T[];
  readonly page: { readonly next?: string; readonly previous?: string };
}

/** What each operation answers, in plain JSON. */
export interface OutcomesJson {
  getConsumer: ConsumerJson;
  listConsumers: PageJson<ConsumerJson>;
  registerConsumer: ConsumerJson;
  updateConsumer: ConsumerJson;

  getRestaurant: RestaurantJson;
  listRestaurants: PageJson<RestaurantJson>;
  openRestaurant: RestaurantJson;
  updateRestaurant: RestaurantJson;
  getMenu: MenuJson;
  replaceMenu: MenuJson;
  getMenuItem: MenuItemJson;
  updateMenuItem: MenuItemJson;
  importMenu: MenuImportJson;
  getMenuImport: MenuImportJson;
  getPhoto: PhotoJson;
  setPhoto: MenuItemJson;
  deletePhoto: MenuItemJson;

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
  reviseOrder: OrderJson;
  cancelOrder: OrderJson;

  getTicket: TicketJson;
  listTickets: PageJson<TicketJson>;
  acceptTicket: TicketJson;
  rejectTicket: TicketJson;
  startPreparing: TicketJson;
  finishPreparing: TicketJson;
  acceptTickets: readonly TicketAcceptanceJson[];

  getDelivery: DeliveryJson;
  listDeliveries: PageJson<DeliveryJson>;
  getTrack: PageJson<LocationPingJson>;
  assignCourier: DeliveryJson;
  notePickedUp: DeliveryJson;
  noteDelivered: DeliveryJson;
  reportLocation: LocationPingJson;
  getCourier: CourierJson;
  listCouriers: PageJson<CourierJson>;
  setOnDuty: CourierJson;

  getBill: BillJson;
  refundBill: BillJson;
}

/** An operation without its line above is a type error here. */
export type OutcomeJson<N extends OperationName> = OutcomesJson[N];
