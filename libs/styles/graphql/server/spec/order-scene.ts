import { DEMO_DISHES, PERSONAS, type PersonaName } from '@rungs/application';
import type { ServedStyle } from '@rungs/testing';

/** Lets things happen to orders of one server, for those who follow them. Throws for what is refused. */
export class OrderScene {
  constructor(readonly served: ServedStyle) {}

  get url(): string {
    return `${this.served.baseUrl}/graphql`;
  }

  async authorizationOf(who: PersonaName): Promise<string> {
    return `Bearer ${await this.served.tokenFor(who)}`;
  }

  async ask<T>(who: PersonaName, query: string, variables: object = {}): Promise<T> {
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await this.authorizationOf(who) },
      body: JSON.stringify({ query, variables }),
    });
    const text = await answer.text();
    const { data, errors } = JSON.parse(text) as { data?: T; errors?: unknown };
    if (!data || errors) throw new Error(text);
    if (/"userErrors":\[\{/.test(text)) throw new Error(text);
    return data;
  }

  /** An order of ann's at luigi's. */
  async place(): Promise<string> {
    const input = {
      restaurantId: PERSONAS.luigi.restaurantId,
      lines: [{ menuItemId: DEMO_DISHES.tonnarelli, quantity: 1 }],
      paymentToken: 'tok_visa',
    };
    const query =
      'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { orderId } userErrors { message } } }';
    const { placeOrder } = await this.ask<{ placeOrder: { order: { orderId: string } } }>('ann', query, { input });
    return placeOrder.order.orderId;
  }

  async accept(orderId: string): Promise<void> {
    const input = { orderId, expectedVersion: 1, readyBy: new Date(Date.now() + 3_600_000).toISOString() };
    const query = 'mutation ($input: AcceptTicketInput!) { acceptTicket(input: $input) { userErrors { message } } }';
    await this.ask('luigi', query, { input });
  }

  async cancel(orderId: string, expectedVersion = 1): Promise<void> {
    const input = { orderId, expectedVersion };
    const query = 'mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { userErrors { message } } }';
    await this.ask('ann', query, { input });
  }

  async ping(orderId: string, lat: number): Promise<void> {
    const input = { orderId, lat, lon: 12.5 };
    const query =
      'mutation ($input: ReportLocationInput!) { reportLocation(input: $input) { userErrors { message } } }';
    await this.ask('dana', query, { input });
  }
}
