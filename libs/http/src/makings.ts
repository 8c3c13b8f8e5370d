import type {
  BasketView,
  BillView,
  ConsumerView,
  CourierView,
  DeliveryView,
  MenuImportView,
  MenuItemView,
  MenuView,
  OrderDetails,
  OrderHistoryEntry,
  OrderView,
  RestaurantSummary,
  TicketView,
  WithActions,
} from '@rungs/application';
import { versionOfDishes, type LocationPing, type Restaurant } from '@rungs/domain';
import { entityTag, pageTag, type Ingredient } from './etag.ts';

/** What decides how a thing is shown, and hence what its validator is made of. */
export interface Makings {
  readonly id: string;
  /** Of everything that is shown, the thing's own first. */
  readonly versions: readonly [number, ...number[]];
  /** What no version tells: what only some may see, where somebody was last, prices of the day. */
  readonly others: readonly Ingredient[];
}

/** The makings of each kind of thing, as its actor is shown it. */
export const makingsOf = {
  order: ({ id, version }: Omit<OrderView, keyof WithActions>): Makings => ({ id, versions: [version], others: [] }),

  restaurant: ({ id, version }: Restaurant | RestaurantSummary): Makings => ({ id, versions: [version], others: [] }),

  ticket: ({ orderId, version }: Omit<TicketView, keyof WithActions>): Makings => ({
    id: orderId,
    versions: [version],
    others: [],
  }),

  menuItem: ({ id, version }: Omit<MenuItemView, keyof WithActions>): Makings => ({
    id,
    versions: [version],
    others: [],
  }),

  // What is on it is in its own version; a change of one dish is in that dish's alone.
  menu: ({ restaurantId, version, items }: MenuView): Makings => ({
    id: restaurantId,
    versions: [version, versionOfDishes(items)],
    others: [],
  }),

  consumer: ({ id, version, email }: ConsumerView): Makings => ({
    id,
    versions: [version],
    others: email === undefined ? ['name'] : [],
  }),

  courier: ({ id, version, phone }: CourierView): Makings => ({
    id,
    versions: [version],
    others: phone === undefined ? ['name'] : [],
  }),

  // Where the courier is raises no version; the phone is the courier's, and seen for a while only.
  delivery: ({ orderId, version, lastLocation: seen, courierPhone }: DeliveryView): Makings => ({
    id: orderId,
    versions: [version],
    others: seen || courierPhone !== undefined ? [seen?.at, seen?.lat, seen?.lon, courierPhone] : [],
  }),

  // Priced when it is read.
  basket: ({ consumerId, restaurantId, version, lines }: BasketView): Makings => ({
    id: `${consumerId} ${restaurantId}`,
    versions: [version],
    others: lines.flatMap(({ name, unitPrice, available }) => [name, unitPrice.amount, available]),
  }),

  // Lines are reported one by one and never again.
  menuImport: ({ id, state, lines }: MenuImportView): Makings => ({ id, versions: [lines.length], others: [state] }),

  // It has no version. What it says of the dishes is copied, and changes when the order is revised, with a new
  // authorization; refunds are added and never taken back.
  bill: ({ orderId, lines, total, paymentState, refunds, authorizationCode }: BillView): Makings => ({
    id: orderId,
    versions: [refunds.length],
    others: [
      paymentState,
      authorizationCode,
      total.amount,
      ...lines.flatMap(({ name, unitPrice, quantity }) => [name, unitPrice.amount, quantity]),
    ],
  }),

  // A line of several things, none of whose versions is in it; of what it says, some may change.
  orderHistoryEntry: ({
    orderId,
    state,
    restaurantName,
    itemCount,
    total,
    deliveryState,
  }: OrderHistoryEntry): Makings => ({
    id: orderId,
    versions: [0],
    others: [state, restaurantName, itemCount, total.amount, deliveryState],
  }),

  locationPing: ({ at, lat, lon }: LocationPing): Makings => ({ id: at, versions: [0], others: [lat, lon] }),

  orderDetails: ({ order, consumer, restaurant, ticket, delivery, courier, bill }: OrderDetails): Makings => {
    const parts = [
      consumer && makingsOf.consumer(consumer),
      restaurant && makingsOf.restaurant(restaurant),
      ticket && makingsOf.ticket(ticket),
      delivery && makingsOf.delivery(delivery),
      courier && makingsOf.courier(courier),
      bill && makingsOf.bill(bill),
    ];
    // Without a part's place two selections could have the same versions.
    const others = parts.map((part) => part && [part.id, ...part.others].join());
    return {
      id: order.id,
      versions: [order.version, ...parts.flatMap((part) => part?.versions ?? [])],
      others,
    };
  },
};

/** The validator of a thing, and of whatever more decides how it is shown here. */
export function tagOf({ versions, others }: Makings, ...more: readonly Ingredient[]): string {
  return entityTag(versions, ...others, ...more);
}

/** The validator of a page of things. */
export function tagOfPage<T>(
  page: { readonly items: readonly T[]; readonly next?: string; readonly previous?: string },
  makings: (item: T) => Makings,
  ...more: readonly Ingredient[]
): string {
  const items = page.items.map((item) => {
    const { id, versions, others } = makings(item);
    return [id, ...versions, ...others];
  });
  return pageTag(items, page, ...more);
}
