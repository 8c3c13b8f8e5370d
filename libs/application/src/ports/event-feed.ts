import type { Instant, LocationPing, OrderId } from '@rungs/domain';
import type { OperationName } from '../operations.ts';
import type { CaseFacts } from './reads.ts';

/** A whole number in decimal, without leading zeros: each event of an order has a higher one than those before it. */
export type EventId = string;

/** How an order stood at one moment: enough to say who may see it, and to bring a screen up to date. */
export interface OrderMoment {
  readonly facts: CaseFacts;
  /** Of each thing of the order that has one: whoever wants more of a thing reads it when its version has moved. */
  readonly versions: { readonly order: number; readonly ticket: number; readonly delivery: number };
  /** Where the courier is: of an event that is a ping, the ping. */
  readonly location?: LocationPing;
}

/** How an order stands now, and which was the last event that made it so: `0` before the first. */
export interface PresentOrder extends OrderMoment {
  readonly id: EventId;
}

/** What happened to an order, and how it stood right after. */
export interface OrderEvent extends OrderMoment {
  readonly id: EventId;
  readonly type: OperationName;
  readonly at: Instant;
}

/**
 * What happens to orders, as it is committed, wherever: other processes' steps too. Told are the steps that may move
 * order, ticket or delivery, and the pings; what happens to the bill alone is not.
 */
export interface EventFeed {
  /** Undefined without such an order. */
  present(orderId: OrderId): Promise<PresentOrder | undefined>;
  /**
   * What happened to the order after that event and what will, each once, in order and without gaps. Nothing is read
   * before it is asked for, so that who is slow costs no memory.
   *
   * Ends when the signal is aborted, when the feed is closed, and when all events have been deleted; it never throws
   * because the database is away, but goes on where it was once that is back.
   */
  follow(orderId: OrderId, after: EventId, signal: AbortSignal): AsyncIterable<OrderEvent>;
}
