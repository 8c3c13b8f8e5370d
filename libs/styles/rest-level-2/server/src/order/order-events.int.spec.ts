import { DEMO_ORDERS } from '@rungs/application';
import { blocksOf, eventsOf, serveStyle } from '@rungs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OrderDesk } from '../../spec/order-desk.ts';
import { RestLevel2Module } from '../module.ts';

/** An order of ann's at luigi's that dana has on the way. */
const ON_THE_WAY = DEMO_ORDERS.PICKED_UP;

const serve = async (databaseUrl?: string): Promise<OrderDesk> =>
  new OrderDesk(
    await serveStyle([RestLevel2Module], {
      eventStreams: { heartbeatMs: 150 },
      ...(databaseUrl !== undefined && { databaseUrl }),
    }),
  );

let desk: OrderDesk;

beforeAll(async () => {
  desk = await serve();
});
afterEach(() => {
  desk.leave();
  expect(desk.served.defects).toEqual([]);
});
afterAll(() => desk.served.close());

describe('the format', () => {
  it('WHATWG HTML §9.2.5: the answer is text/event-stream; each event has its id, its name and one line of data', async () => {
    const orderId = await desk.place();
    const answer = await desk.follow('ann', orderId, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const blocks = [];
    for await (const block of blocksOf(answer)) if (blocks.push(block) === 2) break;
    expect(blocks[0]).toEqual({ retry: expect.stringMatching(/^\d+$/) as string });
    expect(blocks[1]).toEqual({
      id: expect.stringMatching(/^\d+$/) as string,
      event: 'state',
      data: {
        orderId,
        at: expect.stringMatching(/Z$/) as string,
        order: { state: 'APPROVED', version: 1 },
        ticket: { state: 'AWAITING_ACCEPTANCE', version: 1 },
        delivery: { state: 'PENDING', version: 1 },
      },
    });
  });

  it('WHATWG HTML §9.2.7: a comment comes where there is nothing to tell, so that nobody takes the connection for dead', async () => {
    const comments = [];
    for await (const { comment } of blocksOf(await desk.follow('ann', await desk.place()))) {
      if (comment !== undefined && comments.push(comment) === 3) break;
    }
    expect(comments).toEqual(['', '', '']);
  });

  it('RFC 9111 §5.2.2.5: nobody keeps a stream, nor holds it back, nor codes it', async () => {
    const { headers } = await desk.follow('ann', await desk.place(), { headers: { 'accept-encoding': 'br, gzip' } });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect([headers.get('content-encoding'), headers.get('content-length'), headers.get('etag')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('RFC 9110 §9.3.2: HEAD answers with the fields of GET and without a stream', async () => {
    const orderId = await desk.place();
    const [got, head] = [await desk.follow('ann', orderId), await desk.follow('ann', orderId, { method: 'HEAD' })];
    expect(head.status).toBe(200);
    for (const name of ['content-type', 'cache-control', 'x-accel-buffering']) {
      expect(head.headers.get(name), name).toBe(got.headers.get(name));
    }
    expect(await head.text()).toBe('');
    expect((await desk.follow('bob', orderId, { method: 'HEAD' })).status).toBe(404);
  });
});

describe('what is told', () => {
  it('each step as it is committed, with how order, ticket and delivery stand; then the order is over', async () => {
    const orderId = await desk.place();
    const following = eventsOf(await desk.follow('ann', orderId));
    await desk.accept(orderId);
    await desk.cancel(orderId);
    const events = await following;
    expect(events.map(({ event, data }) => [event, data?.['type'], data?.['order'], data?.['ticket']])).toEqual([
      ['state', undefined, { state: 'APPROVED', version: 1 }, { state: 'AWAITING_ACCEPTANCE', version: 1 }],
      ['state', 'acceptTicket', { state: 'ACCEPTED', version: 2 }, { state: 'ACCEPTED', version: 2 }],
      ['state', 'cancelOrder', { state: 'CANCELLED', version: 3 }, { state: 'CANCELLED', version: 3 }],
      ['end', undefined, undefined, undefined],
    ]);
    expect(events.at(-1)).toEqual({ event: 'end', data: { reason: 'over' } });
    const order = await (await desk.ask('ann', 'GET', `/orders/${orderId}`)).json();
    expect(order).toMatchObject(events[2]!.data!['order'] as object);
  });

  it('where the courier is, to all who see the delivery, and nobody’s phone', async () => {
    const streams = await Promise.all(
      (['ann', 'luigi', 'sam', 'dana'] as const).map((who) => desk.follow(who, ON_THE_WAY)),
    );
    const following = streams.map((stream) => eventsOf(stream, 4));
    for (const lat of [41.1, 41.2, 41.3]) await desk.ping(ON_THE_WAY, lat);
    const [anns, ...others] = await Promise.all(following);
    expect(anns![0]).toMatchObject({ event: 'state', data: { delivery: { state: 'PICKED_UP', lastLocation: {} } } });
    expect(anns!.slice(1).map(({ event, data }) => [event, data?.['lat'], data?.['lon']])).toEqual([
      ['location', 41.1, 12.5],
      ['location', 41.2, 12.5],
      ['location', 41.3, 12.5],
    ]);
    for (const events of others) expect(events.slice(1)).toEqual(anns!.slice(1));
    const delivery = (await (await desk.ask('ann', 'GET', `/deliveries/${ON_THE_WAY}`)).json()) as object;
    expect(delivery).toHaveProperty('courierPhone');
    expect(JSON.stringify(anns)).not.toContain((delivery as { courierPhone: string }).courierPhone);
  });

  it('what happens in one process, to those who follow in another', async () => {
    const other = await serve(desk.served.databaseUrl);
    try {
      const orderId = await desk.place();
      const following = eventsOf(await other.follow('ann', orderId), 2);
      await desk.cancel(orderId);
      expect((await following)[1]).toMatchObject({ data: { type: 'cancelOrder' } });
    } finally {
      await other.served.close();
    }
  });

  it('nothing to those who do not see the order: RFC 9110 §15.5.5, as if there were none', async () => {
    const orderId = await desk.place();
    const nobodys = '01900000-0000-7000-8000-0000000000ff';
    for (const who of ['bob', 'mei', 'dana'] as const) {
      const [hidden, missing] = [await desk.follow(who, orderId), await desk.follow(who, nobodys)];
      expect([hidden.status, missing.status]).toEqual([404, 404]);
      expect((await hidden.text()).replaceAll(orderId, nobodys)).toBe(await missing.text());
    }
  });

  it('RFC 9110 §15.5.2: nothing to whoever is not signed in', async () => {
    const answer = await fetch(desk.eventsUrlOf(await desk.place()));
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="rungs"']);
  });
});
