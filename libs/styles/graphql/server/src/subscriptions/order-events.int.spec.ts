import { DEMO_ORDERS } from '@rungs/application';
import { serveStyle } from '@rungs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OrderScene } from '../../spec/order-scene.ts';
import { DOORS, taken, type Answers, type Subscriber } from '../../spec/subscriber.ts';
import { GraphqlStyleModule } from '../module.ts';

const EVENTS = `subscription ($orderId: ID!, $after: ID) {
  orderEvents(orderId: $orderId, after: $after) {
    __typename
    ... on OrderStateChanged { eventId orderId action orderState orderVersion ticketState deliveryState }
    ... on OrderLocationReported { eventId location { lat lon at } }
    ... on OrderFollowingEnded { reason }
  }
}`;

let scene: OrderScene;
beforeAll(async () => {
  scene = new OrderScene(await serveStyle([GraphqlStyleModule], { eventStreams: { heartbeatMs: 150 } }));
});
afterAll(() => scene.served.close());

describe.each(DOORS)('%s', (_name, through) => {
  const subscribers: Subscriber[] = [];
  afterEach(() => {
    for (const subscriber of subscribers.splice(0)) subscriber.leave();
    expect(scene.served.defects).toEqual([]);
  });

  async function follow(
    who: 'ann' | 'bob' | 'luigi' | 'dana',
    variables: { orderId: string; after?: string },
    query = EVENTS,
  ): Promise<Answers> {
    const subscriber = through(scene.url, await scene.authorizationOf(who));
    subscribers.push(subscriber);
    return subscriber.ask({ query, variables });
  }

  it('tells each step as it is committed, with how everything stands, until the order is over', async () => {
    const orderId = await scene.place();
    const answers = await follow('ann', { orderId });
    const first = await answers.next();
    await scene.accept(orderId);
    await scene.cancel(orderId, 2);
    const events = [first.value, ...(await taken(answers))].map((answer) => answer?.data?.['orderEvents']);
    expect(events).toMatchObject([
      { action: null, orderId, orderState: 'APPROVED', orderVersion: 1, ticketState: 'AWAITING_ACCEPTANCE' },
      { action: 'ACCEPT_TICKET', orderState: 'ACCEPTED', orderVersion: 2, ticketState: 'ACCEPTED' },
      { action: 'CANCEL_ORDER', orderState: 'CANCELLED', orderVersion: 3, deliveryState: 'CANCELLED' },
      { __typename: 'OrderFollowingEnded', reason: 'ORDER_OVER' },
    ]);
  });
});
