import { DEMO_DISHES, PERSONAS, type InputOf, type OperationName } from '@rungs/application';
import type { Actor, Courier, OrderLine } from '@rungs/domain';
import type { Who } from './actors.ts';
import { isFree } from './model-dispatch.ts';
import type { ModelCase, ModelState } from './model-state.ts';

const HALF_AN_HOUR_MS = 30 * 60_000;

/** Where stories are told: whatever is asked is held against the model, which knows how things stand. */
export abstract class Scene {
  constructor(readonly model: ModelState) {}

  abstract ask<N extends OperationName>(as: Who, operation: N, input: InputOf<N>): Promise<void>;

  case(orderId: string): ModelCase {
    return known(this.model.cases.get(orderId), orderId);
  }

  courier(courierId: string): Courier {
    return known(this.model.couriers.get(courierId), courierId);
  }

  freeCouriers(): readonly Courier[] {
    return [...this.model.couriers.values()].filter(isFree);
  }

  /** The order, the consumer … that came last. */
  newest(things: 'cases' | 'consumers' | 'restaurants' | 'imports'): string {
    return known([...this.model[things].keys()].at(-1), things);
  }

  basketVersion(consumerId: string, restaurantId: string): number {
    return this.model.baskets.get(`${consumerId}/${restaurantId}`)?.version ?? 0;
  }

  /** A new order of ann's at luigi's, or of bob's, by basket and checkout: what every style offers. */
  async order(
    as: 'ann' | 'bob' = 'ann',
    lines: readonly OrderLine[] = [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 2 }],
  ): Promise<string> {
    const { consumerId } = PERSONAS[as];
    const { restaurantId } = PERSONAS.luigi;
    const key = { consumerId, restaurantId };
    for (const line of lines) await this.ask(as, 'addToBasket', { ...key, ...line });
    const expectedVersion = this.basketVersion(consumerId, restaurantId);
    await this.ask(as, 'checkoutBasket', { ...key, expectedVersion, paymentToken: 'tok_visa' });
    return this.newest('cases');
  }

  async accept(orderId: string): Promise<void> {
    const expectedVersion = this.case(orderId).ticket.version;
    await this.ask('luigi', 'acceptTicket', { orderId, expectedVersion, readyBy: inHalfAnHour() });
  }

  async start(orderId: string): Promise<void> {
    const expectedVersion = this.case(orderId).ticket.version;
    await this.ask('luigi', 'startPreparing', { orderId, expectedVersion });
  }

  async finish(orderId: string): Promise<void> {
    const expectedVersion = this.case(orderId).ticket.version;
    await this.ask('luigi', 'finishPreparing', { orderId, expectedVersion });
  }

  /** The courier of the case, as an actor. */
  carrier(orderId: string): Actor {
    return { role: 'courier', courierId: known(this.case(orderId).delivery.courierId, `courier of ${orderId}`) };
  }

  async pickUp(orderId: string): Promise<void> {
    const expectedVersion = this.case(orderId).delivery.version;
    await this.ask(this.carrier(orderId), 'notePickedUp', { orderId, expectedVersion });
  }

  async deliver(orderId: string): Promise<void> {
    const expectedVersion = this.case(orderId).delivery.version;
    await this.ask(this.carrier(orderId), 'noteDelivered', { orderId, expectedVersion });
  }

  async duty(courierId: string, onDuty: boolean): Promise<void> {
    const expectedVersion = this.courier(courierId).version;
    await this.ask({ role: 'courier', courierId }, 'setOnDuty', { courierId, onDuty, expectedVersion });
  }
}

/** One chapter of what the suite tells every style. */
export type Story = (scene: Scene) => Promise<void>;

export function inHalfAnHour(): string {
  return new Date(Date.now() + HALF_AN_HOUR_MS).toISOString();
}

function known<T>(thing: T | undefined, name: string): T {
  if (thing === undefined) throw new Error(`The model does not know ${name}: a story went wrong before.`);
  return thing;
}
