import type {
  Actor,
  Basket,
  Consumer,
  ConsumerId,
  Courier,
  CourierId,
  Instant,
  LocationPing,
  MenuItem,
  MenuItemId,
  OrderCase,
  OrderId,
  Photo,
  Restaurant,
  RestaurantId,
  WaitingDelivery,
} from '@rungs/domain';
import type { OperationName } from '../operations.ts';
import type { MenuImportId, MenuImportLine, MenuImportView } from '../views.ts';
import type { OrderMoment } from './event-feed.ts';
import type { CsvFields, ImportedLine } from './menu-csv.ts';

/** What happened, kept in the same transaction as its effect. */
export interface DomainEvent {
  readonly type: OperationName;
  /** The thing that it happened to. */
  readonly subjectId: string;
  readonly actor: string;
  readonly at: Instant;
  /** Of what may move an order, its ticket or its delivery: how they stand now. Whoever follows the order is told of it. */
  readonly moment?: OrderMoment;
}

/** Rows as they are committed now. */
export interface Rows {
  /** The consumer's basket, empty at version 0 when it was never touched; undefined without such a restaurant. */
  findBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<Basket | undefined>;
  findRestaurant(restaurantId: RestaurantId): Promise<Restaurant | undefined>;
  /** Those of the ids that are on this restaurant's menu. */
  findMenuItems(restaurantId: RestaurantId, ids: readonly MenuItemId[]): Promise<readonly MenuItem[]>;
  findConsumer(consumerId: ConsumerId): Promise<Consumer | undefined>;
  findOrderCase(orderId: OrderId): Promise<OrderCase | undefined>;
  findCourier(courierId: CourierId): Promise<Courier | undefined>;
  /** The last ping of a delivery's track. */
  findLastLocation(orderId: OrderId): Promise<LocationPing | undefined>;
}

/** A line of a menu import that is still to be read. */
export interface PendingImportLine {
  readonly menuImportId: MenuImportId;
  readonly restaurantId: RestaurantId;
  /** The subject who asked for the import. */
  readonly requestedBy: string;
  /** Its number in the file. */
  readonly line: number;
  readonly fields: CsvFields;
}

/**
 * The rows of one transaction. Order cases, baskets and whatever a `lock…` finds are locked until it ends; a `save…`
 * writes what was found so, and nobody has changed it in between.
 */
export interface Transaction extends Rows {
  addOrderCase(added: OrderCase): Promise<void>;
  /** Writes order, ticket, delivery and bill as they are now. */
  saveOrderCase(changed: OrderCase): Promise<void>;
  saveBasket(basket: Basket): Promise<void>;

  /**
   * One transaction at a time goes on from here to its end: whoever gives or takes couriers does it before locking
   * anything else. Two acceptances never see the same free courier, and no freed one overlooks a waiting delivery.
   */
  lockDispatch(): Promise<void>;
  lockCourier(courierId: CourierId): Promise<Courier | undefined>;
  /** On duty and without a current delivery; to be called under the dispatch lock. */
  findFreeCouriers(): Promise<readonly Courier[]>;
  saveCourier(courier: Courier): Promise<void>;
  /**
   * The deliveries that still want a courier and whose tickets were accepted first: one, or several that were
   * accepted at the same instant. Not locked.
   */
  findLongestWaiting(): Promise<readonly WaitingDelivery[]>;
  /** Adds to the delivery's track, and to where its courier was last seen if that is not later. */
  addLocationPing(orderId: OrderId, courierId: CourierId, ping: LocationPing): Promise<void>;

  /** Holds the e-mail address (in any case of letters) against rivals until the end, and says whose it is. */
  lockEmail(email: string): Promise<ConsumerId | undefined>;
  lockConsumer(consumerId: ConsumerId): Promise<Consumer | undefined>;
  addConsumer(consumer: Consumer): Promise<void>;
  saveConsumer(consumer: Consumer): Promise<void>;

  lockRestaurant(restaurantId: RestaurantId): Promise<Restaurant | undefined>;
  /** The dishes in the menu's order; call it with the restaurant locked. */
  lockMenuItems(restaurantId: RestaurantId): Promise<readonly MenuItem[]>;
  addRestaurant(restaurant: Restaurant): Promise<void>;
  saveRestaurant(restaurant: Restaurant): Promise<void>;
  /** The whole menu as it is now, in this order; dishes that are not in it are deleted, with their photos. */
  saveMenu(restaurantId: RestaurantId, items: readonly MenuItem[]): Promise<void>;
  /** A known dish as it is now, or a new one at the menu's end. The photo itself is left alone. */
  saveMenuItem(restaurantId: RestaurantId, item: MenuItem): Promise<void>;
  findPhoto(menuItemId: MenuItemId): Promise<Photo | undefined>;
  /** The bytes, which the item's `photo` then describes; undefined takes them away. */
  savePhoto(menuItemId: MenuItemId, photo: Photo | undefined): Promise<void>;

  /** A new import, WAITING, with the lines to be read. */
  addMenuImport(
    added: Omit<MenuImportView, 'state' | 'lines' | 'lineCount'> & { readonly requestedBy: string },
    lines: readonly ImportedLine[],
  ): Promise<void>;
  /**
   * The next line of the oldest import that is not DONE and that nobody else is at work on; the import is locked.
   * Undefined when there is none.
   */
  claimImportLine(): Promise<PendingImportLine | undefined>;
  /** What became of it: the import is RUNNING, or after its last line DONE. */
  reportImportLine(menuImportId: MenuImportId, report: MenuImportLine): Promise<void>;

  append(event: DomainEvent): Promise<void>;
}

export interface Command<T, P> {
  readonly actor: Actor;
  readonly operation: OperationName;
  /** Without a key every call is a new one. */
  readonly idempotencyKey?: string | undefined;
  /** Canonical text of the input; the same key with another one is `idempotency-conflict`. */
  readonly fingerprint: string;
  /** What must be had before rows are locked, such as a payment's authorization; its refusals are kept too. */
  prepare(rows: Rows): Promise<P>;
  work(transaction: Transaction, prepared: P): Promise<T>;
  /** Called with what was prepared when this call's transaction did not come to its own outcome. */
  undo?(prepared: P): Promise<void>;
  /**
   * Called once the outcome is committed, before it is answered, and again whenever the kept outcome is: what could not
   * be done is thus done when the request comes again. Harmless when done twice.
   */
  after?(rows: Rows): Promise<void>;
}

/**
 * Record, effect and event commit together. With a key, the first outcome (refusals included, `unavailable`
 * excepted) is kept and answered again, also to calls in parallel and after a restart.
 * `T` must survive JSON.
 */
export interface UnitOfWork {
  run<T, P>(command: Command<T, P>): Promise<T>;
}
