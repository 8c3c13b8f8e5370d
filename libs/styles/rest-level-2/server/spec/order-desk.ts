import { DEMO_DISHES, PERSONAS, type PersonaName } from '@rungs/application';
import type { ServedStyle } from '@rungs/testing';

export interface Following {
  readonly method?: string;
  /** Instead of one of this server's. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks one server for orders, their steps and their events, and leaves whatever streams are open at the end. */
export class OrderDesk {
  private readonly leaving: AbortController[] = [];

  constructor(readonly served: ServedStyle) {}

  async follow(
    who: PersonaName,
    orderId: string,
    { method = 'GET', token, headers }: Following = {},
  ): Promise<Response> {
    const controller = new AbortController();
    this.leaving.push(controller);
    return fetch(this.eventsUrlOf(orderId), {
      method,
      headers: {
        authorization: `Bearer ${token ?? (await this.served.tokenFor(who))}`,
        accept: 'text/event-stream',
        ...headers,
      },
      signal: controller.signal,
    });
  }

  leave(): void {
    for (const controller of this.leaving.splice(0)) controller.abort();
  }

  eventsUrlOf(orderId: string): string {
    return `${this.served.baseUrl}/level2/orders/${orderId}/events`;
  }

  /** Throws for what is refused: what is done here is only what there is to tell of. */
  async ask(who: PersonaName, method: string, path: string, body?: object, etag?: string): Promise<Response> {
    const answer = await fetch(`${this.served.baseUrl}/level2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.served.tokenFor(who)}`,
        ...(body && { 'content-type': 'application/json' }),
        ...(etag !== undefined && { 'if-match': etag }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  /** An order of ann's at luigi's. */
  async place(): Promise<string> {
    const answer = await this.ask('ann', 'POST', '/orders', {
      restaurantId: PERSONAS.luigi.restaurantId,
      lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 }],
      paymentToken: 'tok_visa',
    });
    return ((await answer.json()) as { id: string }).id;
  }

  /** A step, with the validator that its thing has now. */
  async step(who: PersonaName, thing: string, name: string, body?: object): Promise<void> {
    const etag = (await this.ask(who, 'GET', thing)).headers.get('etag') as string;
    await this.ask(who, 'PUT', `${thing}/${name}`, body, etag);
  }

  accept(orderId: string): Promise<void> {
    return this.step('luigi', `/tickets/${orderId}`, 'acceptance', {
      readyBy: new Date(Date.now() + 3_600_000).toISOString(),
    });
  }

  cancel(orderId: string): Promise<void> {
    return this.step('ann', `/orders/${orderId}`, 'cancellation');
  }

  async ping(orderId: string, lat: number): Promise<void> {
    await this.ask('dana', 'POST', `/deliveries/${orderId}/track`, { lat, lon: 12.5 });
  }

  deliver(orderId: string): Promise<void> {
    return this.step('dana', `/deliveries/${orderId}`, 'dropoff');
  }
}
