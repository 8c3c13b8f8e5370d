import type {
  BasketView,
  BillView,
  ConsumerView,
  CourierView,
  DeliveryView,
  MenuImportView,
  MenuItemById,
  MenuItemView,
  MenuView,
  OrderDetails,
  OrderHistoryEntry,
  OrderView,
  RestaurantById,
  RestaurantView,
  TicketView,
} from '@rungs/application';
import type { Actor, LocationPing, PhotoFacts } from '@rungs/domain';
import type { Connection } from './connection.ts';
import { operationFieldsOf } from './operations.ts';
import type { Resolver, Resolvers, ResolversParentTypes, ResolversTypes } from './types.generated.ts';

// What stands behind each type of the schema while a query is answered: the domain's and the use cases' own objects.
// There are no classes in between: a field is either a property of its object, or listed in RESOLVED below.

type MaybePromise<T> = T | Promise<T>;

/** The parts of an order: at hand where look-ahead brought them along, or loaded when first asked for. */
export interface OrderNode extends OrderView {
  readonly details: () => MaybePromise<OrderDetails>;
}
export type RestaurantNode = RestaurantView;
export type MenuNode = MenuView;
export type MenuItemNode = MenuItemView & RestaurantById;
export interface PhotoNode extends PhotoFacts, MenuItemById {
  /** Absent where only the dish was read. */
  readonly data?: string;
}
export type MenuImportNode = MenuImportView;
export type ConsumerNode = ConsumerView;
export type ViewerNode = Actor;
export type BasketNode = BasketView;
export type TicketNode = TicketView;
export interface DeliveryNode extends DeliveryView {
  /** As a part of an order: its courier, null without one. Absent where the delivery was read by itself. */
  readonly courier?: CourierView | null;
}
export type CourierNode = CourierView;
export type BillNode = BillView;

export type OrderPage = Connection<OrderNode>;
export type OrderHistoryPage = Connection<OrderHistoryEntry>;
export type RestaurantPage = Connection<RestaurantNode>;
export type ConsumerPage = Connection<ConsumerNode>;
export type TicketPage = Connection<TicketNode>;
export type DeliveryPage = Connection<DeliveryNode>;
export type LocationPingPage = Connection<LocationPing>;
export type CourierPage = Connection<CourierNode>;

/** The fields that resolver classes answer, by type. */
export const RESOLVED = {
  Query: ['node', 'viewer', ...operationFieldsOf('Query')],
  Mutation: operationFieldsOf('Mutation'),
  Subscription: ['orderEvents'],
  OrderStateChanged: ['order'],
  Order: ['id', 'orderId', 'availableActions', 'consumer', 'restaurant', 'ticket', 'delivery', 'bill'],
  Restaurant: ['id', 'restaurantId', 'availableActions', 'menu', 'menuImport'],
  Menu: ['id', 'items', 'availableActions'],
  MenuItem: ['id', 'menuItemId', 'photo', 'availableActions'],
  Photo: ['data'],
  MenuImport: ['id', 'menuImportId', 'lines'],
  Viewer: ['consumer', 'restaurant', 'courier'],
  Consumer: ['id', 'consumerId', 'orders', 'availableActions'],
  Basket: ['id', 'availableActions'],
  Ticket: ['id', 'order', 'availableActions'],
  Delivery: ['id', 'courier', 'order', 'track', 'availableActions'],
  Courier: ['id', 'courierId', 'currentDelivery', 'availableActions'],
  Bill: ['id', 'order', 'availableActions'],
} as const satisfies { readonly [T in keyof Resolvers]?: readonly (keyof NonNullable<Resolvers[T]>)[] };

/** What a resolver class for a type's fields must answer: `class BillResolver implements FieldsOf<'Bill'>`. */
export type FieldsOf<T extends keyof typeof RESOLVED & keyof Resolvers> = {
  readonly [F in (typeof RESOLVED)[T][number] & keyof NonNullable<Resolvers[T]>]-?: NonNullable<
    NonNullable<Resolvers[T]>[F]
  >;
};

/** What a query or mutation of this type must answer. */
export type Answer<T extends keyof ResolversTypes> = Promise<Awaited<ResolversTypes[T]>>;
export type NullableAnswer<T extends keyof ResolversTypes> = Promise<Awaited<ResolversTypes[T]> | null>;

type ResultOf<R> = NonNullable<R> extends Resolver<infer T, infer _P, infer _C, infer _A> ? T : never;
type ResolvedOf<T> = T extends keyof typeof RESOLVED ? (typeof RESOLVED)[T][number] : never;
type PropertiesOf<T extends keyof Resolvers> = Exclude<
  keyof NonNullable<Resolvers[T]>,
  ResolvedOf<T> | '__isTypeOf' | '__resolveType'
>;

/** An object on which the field `F` is a property of that type; one that may be missing where the field is nullable. */
type Holding<F extends PropertyKey, Result> = undefined extends Result
  ? { readonly [K in F]?: Result }
  : { readonly [K in F]: Result };

/** Fields that are neither resolved nor a fitting property of the object behind the type. */
type Unanswered<T extends keyof Resolvers & keyof ResolversParentTypes> = {
  [F in PropertiesOf<T>]: F extends NamesOf<ResolversParentTypes[T]>
    ? ResolversParentTypes[T] extends Holding<F, ResultOf<NonNullable<Resolvers[T]>[F]>>
      ? never
      : F
    : F;
}[PropertiesOf<T>];
type NamesOf<T> = T extends unknown ? keyof T : never;

type ObjectTypes = Exclude<
  keyof Resolvers & keyof ResolversParentTypes,
  'DateTime' | 'EmailAddress' | 'MinorUnits' | 'Node' | 'Refusal'
>;
type AllUnanswered = { [T in ObjectTypes]: `${T}.${Unanswered<T> & string}` }[ObjectTypes];

/** Does not compile when a field of the schema has nothing behind it; the error names the field. */
type Complete<Missing extends never> = Missing;
export type EveryFieldIsAnswered = Complete<AllUnanswered>;
