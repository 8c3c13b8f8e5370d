import { DEMO_ORDERS, PERSONAS, type PersonaName } from '@rungs/application';
import { serveStyle } from '@rungs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FaultyReads } from '../../spec/faulty-reads.ts';
import { OrderScene } from '../../spec/order-scene.ts';
import { DOORS, taken, type Answers, type Subscriber } from '../../spec/subscriber.ts';
import { globalIdOf } from '../global-id.ts';
import { GraphqlStyleModule } from '../module.ts';

/** An order of ann's at luigi's that dana has on the way. */
const ON_THE_WAY = DEMO_ORDERS.PICKED_UP;
const NOBODYS = '01900000-0000-7000-8000-0000000000ff';

const EVENTS = `subscription ($orderId: ID!, $after: ID) {
  orderEvents(orderId: $orderId, after: $after) {
    __typename
    ... on OrderStateChanged {
      eventId orderId action at orderState orderVersion ticketState deliveryState courierId lastLocation { lat }
    }
    ... on OrderLocationReported { eventId orderId location { lat lon at } }
    ... on OrderFollowingEnded { reason }
  }
}`;
const WITH_ORDER = `subscription ($orderId: ID!) {
  orderEvents(orderId: $orderId) {
    ... on OrderStateChanged { orderVersion order { version restaurant { name } bill { orderId } delivery { state } } }
  }
}`;

interface Event {
  readonly __typename: string;
  readonly eventId: string;
  readonly orderVersion: number;
  readonly location?: { readonly lat: number };
}

const reads = new FaultyReads();
let scene: OrderScene;
beforeAll(async () => {
  scene = new OrderScene(await serveStyle([GraphqlStyleModule], { readsThrough: reads.through }));
});
afterEach(() => reads.mend());
afterAll(() => scene.served.close());

describe.each(DOORS)('%s', (_name, through) => {
  const subscribers: Subscriber[] = [];
  afterEach(() => {
    for (const subscriber of subscribers.splice(0)) subscriber.leave();
  });

  function subscriberWith(authorization?: string): Subscriber {
    const subscriber = through(scene.url, authorization);
    subscribers.push(subscriber);
    return subscriber;
  }

  async function follow(
    who: PersonaName,
    variables: { orderId: string; after?: string | null },
    query = EVENTS,
  ): Promise<Answers> {
    return subscriberWith(await scene.authorizationOf(who)).ask({ query, variables });
  }

  const eventsIn = (answers: readonly { readonly data?: Readonly<Record<string, unknown>> | null }[]): Event[] =>
    answers.map(({ data }) => data?.['orderEvents'] as Event);

  /** What it is refused with, whatever way the client tells of it. */
  async function refusalOf(answers: Answers): Promise<unknown> {
    const told = await taken(answers).catch((thrown: unknown) => [{ errors: thrown }]);
    expect(told).toHaveLength(1);
    const [error, ...more] = told[0]?.errors as { readonly extensions: { readonly refusal?: string } }[];
    expect(more).toEqual([]);
    return error?.extensions;
  }

  it('tells each step as it is committed, with how everything stands, until the order is over', async () => {
    const orderId = await scene.place();
    const answers = await follow('ann', { orderId: globalIdOf('Order', orderId) });
    const first = await answers.next();
    await scene.accept(orderId);
    await scene.cancel(orderId, 2);
    expect(eventsIn([first.value as never, ...(await taken(answers))])).toMatchObject([
      { action: null, orderId, orderState: 'APPROVED', orderVersion: 1, ticketState: 'AWAITING_ACCEPTANCE' },
      { action: 'ACCEPT_TICKET', orderState: 'ACCEPTED', orderVersion: 2, ticketState: 'ACCEPTED' },
      { action: 'CANCEL_ORDER', orderState: 'CANCELLED', orderVersion: 3, deliveryState: 'CANCELLED' },
      { __typename: 'OrderFollowingEnded', reason: 'ORDER_OVER' },
    ]);
  });

  it('tells where the courier is to all who see the delivery', async () => {
    const following = await Promise.all(
      (['ann', 'luigi', 'sam', 'dana'] as const).map((who) => follow(who, { orderId: ON_THE_WAY })),
    );
    for (const answers of following) {
      expect(eventsIn([(await answers.next()).value as never])).toMatchObject([
        { orderState: 'PICKED_UP', lastLocation: { lat: expect.any(Number) as number } },
      ]);
    }
    for (const lat of [41.1, 41.2, 41.3]) await scene.ping(ON_THE_WAY, lat);
    for (const answers of following) {
      const events = eventsIn(await taken(answers, 3));
      expect(events.map(({ location }) => location?.lat)).toEqual([41.1, 41.2, 41.3]);
    }
  });

  it('goes on after any event that is named, without loss or repetition', async () => {
    const answers = await follow('ann', { orderId: ON_THE_WAY });
    const first = (await answers.next()).value as never;
    for (const lat of [42.1, 42.2, 42.3]) await scene.ping(ON_THE_WAY, lat);
    const events = eventsIn([first, ...(await taken(answers, 3))]);
    expect(events.map(({ location }) => location?.lat)).toEqual([undefined, 42.1, 42.2, 42.3]);
    for (const [index, { eventId }] of events.slice(0, -1).entries()) {
      const rest = events.slice(index + 1);
      const again = await follow('ann', { orderId: ON_THE_WAY, after: eventId });
      expect(eventsIn(await taken(again, rest.length))).toEqual(rest);
    }
  });

  it('begins anew after an event that this order has not come to, such as another order’s', async () => {
    const [event] = eventsIn(await taken(await follow('ann', { orderId: ON_THE_WAY, after: '9'.repeat(18) }), 1));
    expect(event).toMatchObject({ __typename: 'OrderStateChanged', action: null });
  });

  it('completes at once for whoever knows how the order ended', async () => {
    const [told, end] = eventsIn(await taken(await follow('ann', { orderId: DEMO_ORDERS.CANCELLED })));
    expect(end).toEqual({ __typename: 'OrderFollowingEnded', reason: 'ORDER_OVER' });
    const again = await follow('ann', { orderId: DEMO_ORDERS.CANCELLED, after: told?.eventId ?? '' });
    expect(await taken(again)).toEqual([]);
  });

  it.each(['abc', '-1', '1.5', '', '9'.repeat(19)])('refuses %j as what no event was ever named by', async (after) => {
    const refused = await refusalOf(await follow('ann', { orderId: ON_THE_WAY, after }));
    expect(refused).toMatchObject({
      code: 'BAD_USER_INPUT',
      refusal: 'invalid-input',
      details: { errors: [{ path: '/after' }] },
    });
  });

  it('refuses variables of a wrong type in the words of a query', async () => {
    const answers = await follow('ann', { orderId: {} as never });
    expect(await refusalOf(answers)).toMatchObject({ code: 'BAD_USER_INPUT', refusal: 'invalid-input' });
  });

  it('hides what its follower may not see, as if there were no such order', async () => {
    const orderId = await scene.place();
    for (const who of ['bob', 'mei', 'dana'] as const) {
      const [hidden, missing] = [
        await refusalOf(await follow(who, { orderId })),
        await refusalOf(await follow(who, { orderId: NOBODYS })),
      ];
      expect(missing).toMatchObject({ code: 'NOT_FOUND', refusal: 'order-not-found' });
      expect(JSON.stringify(hidden).replaceAll(orderId, NOBODYS)).toBe(JSON.stringify(missing));
    }
  });

  it('refuses whoever is not signed in', async () => {
    const answers = subscriberWith().ask({ query: EVENTS, variables: { orderId: ON_THE_WAY } });
    expect(await refusalOf(answers)).toMatchObject({ code: 'UNAUTHENTICATED', refusal: 'unauthenticated' });
  });

  it('reads the order anew for each event where it is selected, and says once what the operation costs', async () => {
    const orderId = await scene.place();
    const answers = await follow('ann', { orderId }, WITH_ORDER);
    const first = (await answers.next()).value as { readonly extensions?: object };
    await scene.cancel(orderId);
    const rest = await taken(answers);
    expect(eventsIn([first as never, ...rest])).toMatchObject([
      { orderVersion: 1, order: { version: 1, restaurant: { name: expect.any(String) as string } } },
      { orderVersion: 2, order: { version: 2, delivery: { state: 'CANCELLED' } } },
      {},
    ]);
    expect(first.extensions).toHaveProperty('cost.requested');
    expect(rest.map(({ extensions }) => extensions)).toEqual([undefined, undefined]);
  });

  it('a part that fails is null alone, masked, and logged under the trace id that is told; the stream goes on', async () => {
    const orderId = await scene.place();
    const answers = await follow('ann', { orderId }, WITH_ORDER);
    await answers.next();
    reads.breakRead('findOrderDetails', () => {
      throw new Error('secret');
    });
    await scene.cancel(orderId);
    const failed = (await answers.next()).value as { readonly data: object; readonly errors: readonly object[] };
    const [{ traceId } = { traceId: '' }] = scene.served.logged.slice(-1);
    expect(failed.data).toEqual({ orderEvents: { orderVersion: 2, order: null } });
    expect(failed.errors).toMatchObject([
      { path: ['orderEvents', 'order'], extensions: { code: 'INTERNAL_SERVER_ERROR', traceId } },
    ]);
    expect(JSON.stringify(failed)).not.toContain('secret');
    expect(await taken(answers)).toEqual([{ data: { orderEvents: {} } }]);
  });

  it('ends when the order leaves the follower’s sight: a courier’s, once it is nobody’s to deliver', async () => {
    const orderId = await scene.place();
    await scene.accept(orderId);
    const { order } = await scene.ask<{ order: { delivery: { courierId: string } } }>(
      'ann',
      'query ($id: ID!) { order(id: $id) { delivery { courierId } } }',
      { id: orderId },
    );
    const token = await scene.served.tokenFor({ role: 'courier', courierId: order.delivery.courierId });
    const answers = subscriberWith(`Bearer ${token}`).ask({ query: EVENTS, variables: { orderId } });
    await answers.next();
    await scene.cancel(orderId, 2);
    expect(eventsIn(await taken(answers)).at(-1)).toEqual({
      __typename: 'OrderFollowingEnded',
      reason: 'OUT_OF_SIGHT',
    });
  });

  it('answers queries and mutations as well, once', async () => {
    const ann = subscriberWith(await scene.authorizationOf('ann'));
    const [answer, ...more] = await taken(ann.ask({ query: '{ viewer { role consumer { consumerId } } }' }));
    expect([answer?.data, more]).toEqual([
      { viewer: { role: 'CONSUMER', consumer: { consumerId: PERSONAS.ann.consumerId } } },
      [],
    ]);
    const query =
      'mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { order { state } userErrors { code } } }';
    const input = { orderId: await scene.place(), expectedVersion: 1 };
    expect(await taken(ann.ask({ query, variables: { input } }))).toMatchObject([
      { data: { cancelOrder: { order: { state: 'CANCELLED' }, userErrors: [] } } },
    ]);
  });
});

describe('statements', () => {
  it('are one to begin with, and one for each event of which the order is selected, whatever its parts', async () => {
    const { served } = scene;
    const orderId = await scene.place();
    const traceId = '0af7651916cd43dd8448eb211c80319d';
    const authorization = await scene.authorizationOf('ann');
    const answer = await fetch(scene.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization,
        traceparent: `00-${traceId}-b7ad6b7169203331-01`,
      },
      body: JSON.stringify({ query: WITH_ORDER, variables: { orderId } }),
    });
    const following = answer.text();
    await scene.cancel(orderId);
    const said = await following;
    const trace = await fetch(`${served.baseUrl}/lab/traces/${traceId}`, { headers: { authorization } });
    const { exchanges } = (await trace.json()) as { exchanges: { sql: { count: number } }[] };
    const withOrder = said.match(/"order":\{/g)?.length ?? 0;
    expect(withOrder).toBeGreaterThan(0);
    expect(exchanges.map(({ sql }) => sql.count)).toEqual([1 + withOrder]);
  });
});
