import type {
  Actor,
  Basket,
  Consumer,
  ConsumerId,
  CourierId,
  Instant,
  MenuItem,
  MenuItemId,
  OrderCase,
  OrderId,
  Restaurant,
  RestaurantId,
} from '@rungs/domain';
import type { OperationName } from '../operations.ts';

/** What happened, kept in the same transaction as its effect. */
export interface DomainEvent {
  readonly type: OperationName;
  /** The thing that it happened to. */
  readonly subjectId: string;
  readonly actor: string;
  readonly at: Instant;
}

/** Rows as they are committed now. */
export interface Rows {
  /** The consumer's basket, empty at version 0 when it was never touched; undefined without such a restaurant. */
  findBasket(consumerId: ConsumerId, restaurantId: RestaurantId): Promise<Basket | undefined>;
  findRestaurant(restaurantId: RestaurantId): Promise<Restaurant | undefined>;
  /** Those of the ids that are on this restaurant's menu. */
  findMenuItems(restaurantId: RestaurantId, ids: readonly MenuItemId[]): Promise<readonly MenuItem[]>;
  findConsumer(consumerId: ConsumerId): Promise<Consumer | undefined>;
}

/** The rows of one transaction. Order cases and baskets found here are locked until it ends. */
export interface Transaction extends Rows {
  findOrderCase(orderId: OrderId): Promise<OrderCase | undefined>;
  addOrderCase(added: OrderCase): Promise<void>;
  /** Writes order, ticket, delivery and bill as they are now. */
  saveOrderCase(changed: OrderCase): Promise<void>;
  /** Takes the courier's current delivery away. */
  freeCourier(courierId: CourierId): Promise<void>;
  saveBasket(basket: Basket): Promise<void>;
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
}

/**
 * Record, effect and event commit together. With a key, the first outcome (refusals included, `unavailable`
 * excepted) is kept and answered again, also to calls in parallel and after a restart.
 * `T` must survive JSON.
 */
export interface UnitOfWork {
  run<T, P>(command: Command<T, P>): Promise<T>;
}
