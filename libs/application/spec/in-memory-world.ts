import {
  emptyBasket,
  isRefusal,
  Refusal,
  type Basket,
  type Consumer,
  type MenuItem,
  type OrderCase,
  type Restaurant,
} from '@rungs/domain';
import type { Payments } from '../src/ports/payments.ts';
import type { Command, DomainEvent, Transaction, UnitOfWork } from '../src/ports/unit-of-work.ts';
import { aConsumer, aMenuItem, aRestaurant } from './order.mother.ts';

/** Rows, unit of work and payment provider in memory: for specs of use cases. Keeps outcomes by key as the real one does. */
export class InMemoryWorld implements Transaction, UnitOfWork, Payments {
  consumers: Consumer[] = [aConsumer()];
  restaurants: Restaurant[] = [aRestaurant()];
  menuItems: MenuItem[] = [aMenuItem()];
  cases = new Map<string, OrderCase>();
  baskets = new Map<string, Basket>();
  events: DomainEvent[] = [];
  freedCouriers: string[] = [];
  authorized: string[] = [];
  voided: string[] = [];
  private readonly kept = new Map<string, { readonly fingerprint: string } & Kept>();

  findConsumer = (id: string) => Promise.resolve(this.consumers.find((consumer) => consumer.id === id));
  findRestaurant = (id: string) => Promise.resolve(this.restaurants.find((restaurant) => restaurant.id === id));
  findMenuItems = (_restaurantId: string, ids: readonly string[]) =>
    Promise.resolve(this.menuItems.filter((item) => ids.includes(item.id)));
  findOrderCase = (id: string) => Promise.resolve(this.cases.get(id));
  findBasket = (consumerId: string, restaurantId: string) =>
    Promise.resolve(this.baskets.get(consumerId + restaurantId) ?? emptyBasket(consumerId, restaurantId));

  addOrderCase(added: OrderCase): Promise<void> {
    this.cases.set(added.order.id, added);
    return Promise.resolve();
  }

  saveOrderCase(changed: OrderCase): Promise<void> {
    return this.addOrderCase(changed);
  }

  saveBasket(basket: Basket): Promise<void> {
    this.baskets.set(basket.consumerId + basket.restaurantId, basket);
    return Promise.resolve();
  }

  freeCourier(courierId: string): Promise<void> {
    this.freedCouriers.push(courierId);
    return Promise.resolve();
  }

  append(event: DomainEvent): Promise<void> {
    this.events.push(event);
    return Promise.resolve();
  }

  authorize(paymentToken: string): Promise<string> {
    if (paymentToken === 'tok_declined') {
      return Promise.reject(new Refusal('payment-declined', { amount: 0, currency: 'EUR' }));
    }
    this.authorized.push(`auth-${this.authorized.length + 1}`);
    return Promise.resolve(this.authorized.at(-1) as string);
  }

  void(authorizationCode: string): Promise<void> {
    this.voided.push(authorizationCode);
    return Promise.resolve();
  }

  async run<T, P>({ idempotencyKey, fingerprint, prepare, work, undo }: Command<T, P>): Promise<T> {
    const kept = idempotencyKey === undefined ? undefined : this.kept.get(idempotencyKey);
    if (kept && kept.fingerprint !== fingerprint) {
      throw new Refusal('idempotency-conflict', { idempotencyKey: idempotencyKey as string });
    }
    if (kept && 'refusal' in kept) throw kept.refusal;
    if (kept) return kept.outcome as T;
    const keep = (answer: Kept): void => {
      if (idempotencyKey !== undefined) this.kept.set(idempotencyKey, { fingerprint, ...answer });
    };
    try {
      const prepared = await prepare(this);
      try {
        const outcome = await work(this, prepared);
        keep({ outcome });
        return outcome;
      } catch (error) {
        await undo?.(prepared);
        throw error;
      }
    } catch (error) {
      if (isRefusal(error) && error.code !== 'unavailable') keep({ refusal: error });
      throw error;
    }
  }
}

type Kept = { readonly outcome: unknown } | { readonly refusal: Refusal };

export const fixedClock = { now: () => '2026-11-01T12:00:00.000Z' };

/** Ids that count: …-000000000001, …-000000000002. */
export function countingIds(): { next(): string } {
  let count = 0;
  return { next: () => `01900000-0000-7000-8000-${String(++count).padStart(12, '0')}` };
}
