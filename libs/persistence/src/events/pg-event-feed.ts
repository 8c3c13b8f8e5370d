import type { EventFeed, EventId, OrderEvent, OrderMoment, PresentOrder } from '@rungs/application';
import type { OrderId } from '@rungs/domain';
import type { DataSource } from 'typeorm';
import { withoutNulls } from '../absent.ts';
import { EVENT_CHANNEL } from '../migrations/order-events.migration.ts';
import { rowsOf } from '../reads/statements.ts';
import { ListeningConnection } from './listening-connection.ts';
import { EVENTS_AFTER, PRESENT_ORDER } from './order-events.sql.ts';

/** Events read at a time. */
const BATCH = 100;

type PresentRow = { readonly [M in keyof PresentOrder]: PresentOrder[M] | null };
type EventRow = Pick<OrderEvent, 'id' | 'type' | 'at'> & { readonly moment: OrderMoment };

/** One who follows an order: asleep until there may be something new. */
class Follower {
  ended = false;
  private news = true;
  private wakeUp: () => void = () => undefined;

  wake(): void {
    this.news = true;
    this.wakeUp();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  /** Resolves at once when somebody has called since the last time. */
  async untilNews(): Promise<void> {
    if (!this.news) await new Promise<void>((resolve) => (this.wakeUp = resolve));
    this.news = false;
  }
}

/**
 * Follows orders by PostgreSQL's own means: the events stand in the table `domain_event`, `NOTIFY` says that there is a
 * new one, and whoever follows its order reads on from the last that it knows. What is notified is never the event
 * itself, so a notification that is lost with its connection loses nothing: with the next connection all read on.
 *
 * By number is by time here, without gaps. In general it is not: numbers are given at the insert, and a transaction with
 * a lower one may commit later, when a reader has gone past it. But whoever writes an order's event holds that order's
 * rows locked, from before the insert until after the commit (or has just made them, and nobody else knows them); so the
 * next number of the same order is given only when the one before is there to be seen.
 *
 * One connection for all followers, opened for the first of them; it is no request's, and booked on none.
 */
export class PgEventFeed implements EventFeed {
  private readonly followers = new Map<OrderId, Set<Follower>>();
  private readonly connection: ListeningConnection;
  private closed = false;

  constructor(private readonly dataSource: DataSource) {
    const { options } = dataSource;
    this.connection = new ListeningConnection({
      url: (options.type === 'postgres' && options.url) || '',
      channel: EVENT_CHANNEL,
      onListening: () => this.forEach((follower) => follower.wake()),
      onTold: (orderId) => {
        if (orderId === '') this.forEach((follower) => follower.end());
        else this.followers.get(orderId)?.forEach((follower) => follower.wake());
      },
    });
  }

  async present(orderId: OrderId): Promise<PresentOrder | undefined> {
    const statement = { text: PRESENT_ORDER, values: [orderId] };
    const [row] = await rowsOf<PresentRow>(this.dataSource, statement);
    return row && withoutNulls({ ...row, facts: row.facts && withoutNulls(row.facts) });
  }

  async *follow(orderId: OrderId, after: EventId, signal: AbortSignal): AsyncGenerator<OrderEvent> {
    const follower = this.enter(orderId);
    const end = (): void => follower.end();
    signal.addEventListener('abort', end);
    if (signal.aborted || this.closed) end();
    try {
      this.connection.open();
      let last = after;
      while (!follower.ended) {
        await follower.untilNews();
        for (let rest = true; rest && !follower.ended;) {
          const rows = await this.connection.query<EventRow>({
            name: 'order events',
            text: EVENTS_AFTER,
            values: [orderId, last, BATCH],
          });
          // Without an answer, `onListening` wakes everybody when there can be one again.
          for (const { moment, ...event } of rows ?? []) {
            if (follower.ended) return;
            yield { ...event, ...moment };
            last = event.id;
          }
          rest = rows?.length === BATCH;
        }
      }
    } finally {
      signal.removeEventListener('abort', end);
      this.leave(orderId, follower);
    }
  }

  /** Ends all followers and gives up the connection. */
  async close(): Promise<void> {
    this.closed = true;
    this.forEach((follower) => follower.end());
    await this.connection.close();
  }

  private enter(orderId: OrderId): Follower {
    const follower = new Follower();
    const others = this.followers.get(orderId);
    if (others) others.add(follower);
    else this.followers.set(orderId, new Set([follower]));
    return follower;
  }

  private leave(orderId: OrderId, follower: Follower): void {
    const followers = this.followers.get(orderId);
    followers?.delete(follower);
    if (followers?.size === 0) this.followers.delete(orderId);
  }

  private forEach(tell: (follower: Follower) => void): void {
    for (const followers of this.followers.values()) followers.forEach(tell);
  }
}
