import {
  isOver,
  isUuid,
  Refusal,
  type Actor,
  type CourierId,
  type DeliveryState,
  type Instant,
  type LocationPing,
  type OrderId,
  type OrderState,
  type TicketState,
} from '@rungs/domain';
import type { OperationName } from '../operations.ts';
import { seesOrder } from '../policy/order-case.policy.ts';
import { signedIn } from '../policy/sign-in.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventFeed, EventId, OrderEvent, OrderMoment, PresentOrder } from '../ports/event-feed.ts';

export interface FollowOrderInput {
  readonly orderId: OrderId;
  /** The last event that this follower was told of; without one it is told first how the order stands. */
  readonly after?: EventId | undefined;
}

/** How the order stands: after a step, or (without `type`) when the follower came. */
export interface OrderStateTold {
  readonly kind: 'state';
  readonly id: EventId;
  readonly orderId: OrderId;
  /** The step that was taken. */
  readonly type?: OperationName;
  readonly at: Instant;
  readonly order: { readonly state: OrderState; readonly version: number };
  readonly ticket: { readonly state: TicketState; readonly version: number };
  readonly delivery: {
    readonly state: DeliveryState;
    readonly version: number;
    readonly courierId?: CourierId;
    /** Only for a follower who has just come; later ones are told by themselves. */
    readonly lastLocation?: LocationPing;
  };
}

/** Where the courier is. */
export interface LocationTold extends LocationPing {
  readonly kind: 'location';
  readonly id: EventId;
  readonly orderId: OrderId;
}

/** Nothing more will be told: the order has come to its end, or this actor no longer sees it. */
export interface EndTold {
  readonly kind: 'end';
  readonly reason: 'over' | 'out-of-sight';
}

export type OrderTold = OrderStateTold | LocationTold | EndTold;

/**
 * Tells one actor what happens to an order, as it happens. No courier's phone is among it, and no action: whoever wants
 * either reads delivery or order when its version has moved.
 */
export class FollowOrder {
  constructor(
    private readonly feed: EventFeed,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what is to be told, until `end`, or without one when the feed is closed or the signal aborted: then the
   *   follower may come again with the last id; undefined when it has been told everything that will ever be
   * @throws Refusal `order-not-found` as `GetOrder` does
   */
  async execute(
    actor: Actor,
    { orderId, after }: FollowOrderInput,
    signal: AbortSignal,
  ): Promise<AsyncIterable<OrderTold> | undefined> {
    signedIn(actor);
    const present = isUuid(orderId) ? await this.feed.present(orderId) : undefined;
    if (!present || !seesOrder(present.facts, actor)) throw new Refusal('order-not-found', { id: orderId });
    // Ahead of the order's last event: of another order, or from before all data were reset. It is told anew.
    const known = after !== undefined && BigInt(after) <= BigInt(present.id) ? after : undefined;
    if (known !== undefined && isOverIn(present) && BigInt(known) === BigInt(present.id)) return undefined;
    return this.tell(actor, present, known, signal);
  }

  private async *tell(
    actor: Actor,
    present: PresentOrder,
    after: EventId | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<OrderTold> {
    const { orderId } = present.facts;
    if (after === undefined) {
      yield stateTold({ ...present, at: this.clock.now() });
      if (isOverIn(present)) return yield { kind: 'end', reason: 'over' };
    }
    for await (const event of this.feed.follow(orderId, after ?? present.id, signal)) {
      if (seesOrder(event.facts, actor)) {
        yield event.type === 'reportLocation' && event.location
          ? locationTold(event, event.location)
          : stateTold(event);
        if (isOverIn(event)) return yield { kind: 'end', reason: 'over' };
      }
      // What happened before a courier got the delivery is no end of it.
      else if (BigInt(event.id) > BigInt(present.id)) return yield { kind: 'end', reason: 'out-of-sight' };
    }
  }
}

/** An event, or the order as it was found. */
type Told = PresentOrder & Pick<OrderEvent, 'at'> & Partial<Pick<OrderEvent, 'type'>>;

function isOverIn({ facts }: OrderMoment): boolean {
  return isOver(facts.orderState);
}

function stateTold({ id, type, at, facts, versions, location }: Told): OrderStateTold {
  const { orderId, orderState, ticketState, deliveryState, courierId } = facts;
  return {
    kind: 'state',
    id,
    orderId,
    ...(type !== undefined && { type }),
    at,
    order: { state: orderState, version: versions.order },
    ticket: { state: ticketState, version: versions.ticket },
    delivery: {
      state: deliveryState,
      version: versions.delivery,
      ...(courierId !== undefined && { courierId }),
      ...(location && { lastLocation: location }),
    },
  };
}

function locationTold({ id, facts }: Told, { lat, lon, at }: LocationPing): LocationTold {
  return { kind: 'location', id, orderId: facts.orderId, lat, lon, at };
}
