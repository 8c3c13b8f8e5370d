import {
  allowsStep,
  emptyBasket,
  isFree,
  isRefusal,
  Refusal,
  statesOf,
  type Basket,
  type Consumer,
  type Courier,
  type LocationPing,
  type MenuItem,
  type Money,
  type OrderCase,
  type Photo,
  type Restaurant,
  type WaitingDelivery,
} from '@rungs/domain';
import type { ImportedLine } from '../src/ports/menu-csv.ts';
import type { Payments } from '../src/ports/payments.ts';
import type { Command, DomainEvent, Transaction, UnitOfWork } from '../src/ports/unit-of-work.ts';
import type { MenuImportLine } from '../src/views.ts';
import { aConsumer, aCourier, aMenuItem, aRestaurant } from './order.mother.ts';

/** Rows, unit of work and payment provider in memory: for specs of use cases. Keeps outcomes by key as the real one does. */
export class InMemoryWorld implements Transaction, UnitOfWork, Payments {
  consumers: Consumer[] = [aConsumer()];
  restaurants: Restaurant[] = [aRestaurant()];
  menuItems: MenuItem[] = [aMenuItem()];
  cases = new Map<string, OrderCase>();
  baskets = new Map<string, Basket>();
  events: DomainEvent[] = [];
  couriers: Courier[] = [aCourier()];
  pings = new Map<string, LocationPing[]>();
  photos = new Map<string, Photo>();
  imports: {
    id: string;
    restaurantId: string;
    requestedBy: string;
    lines: ImportedLine[];
    reports: MenuImportLine[];
  }[] = [];
  captured: string[] = [];
  refunded: { readonly code: string; readonly amount: Money; readonly refundId: string }[] = [];
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

  findCourier = (id: string) => Promise.resolve(this.couriers.find((courier) => courier.id === id));
  lockCourier = this.findCourier;
  lockDispatch = () => Promise.resolve();
  findLastLocation = (orderId: string) => Promise.resolve(this.pings.get(orderId)?.at(-1));
  findFreeCouriers = () => Promise.resolve(this.couriers.filter(isFree));

  saveCourier(courier: Courier): Promise<void> {
    this.couriers = this.couriers.map((held) => (held.id === courier.id ? courier : held));
    return Promise.resolve();
  }

  async findLongestWaiting(): Promise<readonly WaitingDelivery[]> {
    const waiting = [...this.cases.values()].filter((held) => allowsStep(statesOf(held), 'assignCourier'));
    const first = waiting.map(({ ticket }) => ticket.acceptedAt ?? '').sort()[0];
    const longest = waiting.filter(({ ticket }) => (ticket.acceptedAt ?? '') === first);
    return Promise.all(
      longest.map(async ({ order }) => {
        const restaurant = (await this.findRestaurant(order.restaurantId)) as Restaurant;
        return { orderId: order.id, restaurant: restaurant.location };
      }),
    );
  }

  addLocationPing(orderId: string, _courierId: string, ping: LocationPing): Promise<void> {
    this.pings.set(orderId, [...(this.pings.get(orderId) ?? []), ping]);
    return Promise.resolve();
  }

  lockEmail = (email: string) =>
    Promise.resolve(this.consumers.find((held) => held.email.toLowerCase() === email.toLowerCase())?.id);
  lockConsumer = this.findConsumer;

  addConsumer(consumer: Consumer): Promise<void> {
    this.consumers.push(consumer);
    return Promise.resolve();
  }

  saveConsumer(consumer: Consumer): Promise<void> {
    this.consumers = this.consumers.map((held) => (held.id === consumer.id ? consumer : held));
    return Promise.resolve();
  }

  lockRestaurant = this.findRestaurant;
  lockMenuItems = () => Promise.resolve(this.menuItems);

  addRestaurant(restaurant: Restaurant): Promise<void> {
    this.restaurants.push(restaurant);
    return Promise.resolve();
  }

  saveRestaurant(restaurant: Restaurant): Promise<void> {
    this.restaurants = this.restaurants.map((held) => (held.id === restaurant.id ? restaurant : held));
    return Promise.resolve();
  }

  saveMenu(_restaurantId: string, items: readonly MenuItem[]): Promise<void> {
    this.menuItems = [...items];
    return Promise.resolve();
  }

  saveMenuItem(_restaurantId: string, item: MenuItem): Promise<void> {
    const known = this.menuItems.some(({ id }) => id === item.id);
    this.menuItems = known
      ? this.menuItems.map((held) => (held.id === item.id ? item : held))
      : [...this.menuItems, item];
    return Promise.resolve();
  }

  findPhoto = (menuItemId: string) => Promise.resolve(this.photos.get(menuItemId));

  savePhoto(menuItemId: string, photo: Photo | undefined): Promise<void> {
    if (photo) this.photos.set(menuItemId, photo);
    else this.photos.delete(menuItemId);
    return Promise.resolve();
  }

  addMenuImport: Transaction['addMenuImport'] = ({ id, restaurantId, requestedBy }, lines) => {
    this.imports.push({ id, restaurantId, requestedBy, lines: [...lines], reports: [] });
    return Promise.resolve();
  };

  claimImportLine: Transaction['claimImportLine'] = () => {
    const open = this.imports.find(({ lines, reports }) => reports.length < lines.length);
    const next = open?.lines[open.reports.length];
    return Promise.resolve(
      open &&
        next && { menuImportId: open.id, restaurantId: open.restaurantId, requestedBy: open.requestedBy, ...next },
    );
  };

  reportImportLine(menuImportId: string, report: MenuImportLine): Promise<void> {
    this.imports.find(({ id }) => id === menuImportId)?.reports.push(report);
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

  reauthorize(): Promise<string> {
    return this.authorize('tok_same_card');
  }

  capture(authorizationCode: string): Promise<void> {
    this.captured.push(authorizationCode);
    return Promise.resolve();
  }

  refund(code: string, amount: Money, refundId: string): Promise<void> {
    this.refunded.push({ code, amount, refundId });
    return Promise.resolve();
  }

  async run<T, P>(command: Command<T, P>): Promise<T> {
    const outcome = await this.outcomeOf(command);
    await command.after?.(this);
    return outcome;
  }

  private async outcomeOf<T, P>({ idempotencyKey, fingerprint, prepare, work, undo }: Command<T, P>): Promise<T> {
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
