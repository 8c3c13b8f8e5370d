import { connect } from 'node:net';
import { DEMO_ORDERS, type PersonaName } from '@rungs/application';
import { eventsOf, serveStyle, tokenLike, type EventBlock } from '@rungs/testing';
import { EventSource } from 'eventsource';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OrderDesk } from '../../spec/order-desk.ts';
import { RestLevel2Module } from '../module.ts';

const ON_THE_WAY = DEMO_ORDERS.PICKED_UP;
const HEARTBEAT_MS = 1_000;
const PROBLEM = 'application/problem+json';

const serve = async (databaseUrl?: string, mostPerActor = 3): Promise<OrderDesk> =>
  new OrderDesk(
    await serveStyle([RestLevel2Module], {
      eventStreams: { heartbeatMs: HEARTBEAT_MS, mostPerActor },
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

const lats = (events: readonly EventBlock[]): unknown[] => events.map(({ data }) => data?.['lat']);

describe('a stream that was cut', () => {
  it('WHATWG HTML §9.2.4: goes on after the Last-Event-ID, wherever that was, without loss or repetition', async () => {
    const following = eventsOf(await desk.follow('ann', ON_THE_WAY), 6);
    for (const lat of [41.1, 41.2, 41.3, 41.4, 41.5]) await desk.ping(ON_THE_WAY, lat);
    const events = await following;
    expect(lats(events)).toEqual([undefined, 41.1, 41.2, 41.3, 41.4, 41.5]);
    for (const [index, { id }] of events.slice(0, -1).entries()) {
      const rest = events.slice(index + 1);
      const again = await desk.follow('ann', ON_THE_WAY, { headers: { 'last-event-id': id as string } });
      expect(await eventsOf(again, rest.length)).toEqual(rest);
    }
  });

  it.each(['abc', '-1', '1,2', '1.5', '', '9'.repeat(19)])(
    'WHATWG HTML §9.2.4: a Last-Event-ID that was never ours, %j, is 400',
    async (id) => {
      const answer = await desk.follow('ann', ON_THE_WAY, { headers: { 'last-event-id': id } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([400, PROBLEM]);
      expect(await answer.json()).toMatchObject({ code: 'unreadable' });
    },
  );

  it('begins anew for an id that this order has not come to, such as another order’s', async () => {
    const answer = await desk.follow('ann', ON_THE_WAY, { headers: { 'last-event-id': '9'.repeat(18) } });
    const [first] = await eventsOf(answer, 1);
    expect(first).toMatchObject({ event: 'state', data: { order: { state: 'PICKED_UP' } } });
    expect(first!.data).not.toHaveProperty('type');
  });

  it('of a client that others wrote goes on in another process when its own is shut down, until 204 stops it (§9.2.3)', async () => {
    const orderId = ON_THE_WAY;
    let now = await serve(desk.served.databaseUrl);
    const statuses: number[] = [];
    const source = new EventSource(desk.eventsUrlOf(orderId), {
      fetch: async (_url, init) => {
        const authorization = `Bearer ${await now.served.tokenFor('luigi')}`;
        const answer = await fetch(now.eventsUrlOf(orderId), { ...init, headers: { ...init.headers, authorization } });
        statuses.push(answer.status);
        return answer;
      },
    });
    try {
      const told: MessageEvent[] = [];
      for (const name of ['state', 'location', 'end']) source.addEventListener(name, (event) => told.push(event));
      await expect.poll(() => told.map(({ type }) => type)).toEqual(['state']);
      await desk.ping(orderId, 42.1);
      await expect.poll(() => told.length).toBe(2);

      const first = now;
      now = desk;
      // Resolves although the stream is open: it is ended, and not waited for.
      await first.served.close();
      await desk.ping(orderId, 42.2);
      await desk.ping(orderId, 42.3);
      await desk.deliver(orderId);

      await expect.poll(() => source.readyState, { timeout: 15_000 }).toBe(EventSource.CLOSED);
      const data = told.map((event) => JSON.parse(event.data as string) as Record<string, unknown>);
      expect(data.map((each, index) => [told[index]!.type, each['lat'] ?? each['type'] ?? each['reason']])).toEqual([
        ['state', undefined],
        ['location', 42.1],
        ['location', 42.2],
        ['location', 42.3],
        ['state', 'noteDelivered'],
        ['end', 'over'],
      ]);
      expect(statuses).toEqual([200, 200, 204]);
    } finally {
      source.close();
    }
  });
});

describe('the end', () => {
  it('WHATWG HTML §9.2.3: of an order that is over, 204 for those who know, and how it ended for those who do not', async () => {
    for (const orderId of [DEMO_ORDERS.CANCELLED, DEMO_ORDERS.REJECTED]) {
      const events = await eventsOf(await desk.follow('ann', orderId));
      expect(events.map(({ event }) => event)).toEqual(['state', 'end']);
      const headers = { 'last-event-id': events[0]!.id as string };
      const again = await desk.follow('ann', orderId, { headers });
      expect([again.status, await again.text()]).toEqual([204, '']);
      expect((await desk.follow('ann', orderId, { headers, method: 'HEAD' })).status).toBe(204);
    }
  });

  it('comes when the order leaves the follower’s sight: a courier’s, once it is nobody’s to deliver', async () => {
    const orderId = await desk.place();
    await desk.accept(orderId);
    const { courierId } = (await (await desk.ask('ann', 'GET', `/deliveries/${orderId}`)).json()) as {
      courierId: string;
    };
    const token = await desk.served.tokenFor({ role: 'courier', courierId });
    const following = eventsOf(await desk.follow('dana', orderId, { token }));
    await desk.cancel(orderId);
    expect((await following).at(-1)).toEqual({ event: 'end', data: { reason: 'out-of-sight' } });
    expect((await desk.follow('dana', orderId, { token })).status).toBe(404);
  });

  it('RFC 6750 §3.1: comes when the token expires; who comes again with a new one has lost nothing', async () => {
    const orderId = await desk.place();
    // Expired, but within the five seconds that clocks may differ.
    const exp = Math.floor(Date.now() / 1000) - 3;
    const { served } = desk;
    const token = tokenLike(await served.tokenFor('ann'), served.signingKey, { claims: { exp } });
    const events = await eventsOf(await desk.follow('ann', orderId, { token }));
    expect(events.map(({ event, data }) => [event, data?.['reason']])).toEqual([
      ['state', undefined],
      ['end', 'token-expired'],
    ]);
    const refused = await desk.follow('ann', orderId, { token });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('expired'),
    ]);
    await desk.cancel(orderId);
    const headers = { 'last-event-id': events[0]!.id as string };
    const rest = await eventsOf(await desk.follow('ann', orderId, { headers }));
    expect(rest.map(({ data }) => data?.['type'] ?? data?.['reason'])).toEqual(['cancelOrder', 'over']);
  });
});

describe('the limits', () => {
  it('RFC 9110 §15.5.7: 406 for a client that takes no event stream', async () => {
    const orderId = await desk.place();
    for (const accept of ['application/json', 'text/event-stream;q=0', 'text/html, */*;q=0']) {
      const answer = await desk.follow('ann', orderId, { headers: { accept } });
      expect([answer.status, answer.headers.get('content-type')], accept).toEqual([406, PROBLEM]);
    }
    for (const accept of ['*/*', 'text/*', 'text/html, text/event-stream;q=0.1']) {
      expect((await desk.follow('ann', orderId, { headers: { accept } })).status, accept).toBe(200);
    }
  });

  it('RFC 9110 §15.5.6: 405 for everything but GET and HEAD', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await desk.follow('ann', ON_THE_WAY, { method });
      expect([answer.status, answer.headers.get('allow')?.includes('GET, HEAD')], method).toEqual([405, true]);
    }
  });

  it('RFC 6585 §4: 429 for one stream too many of an actor, until one of them ends; others have their own', async () => {
    const orderId = await desk.place();
    const status = async (who: PersonaName): Promise<number> => {
      const answer = await desk.follow(who, orderId, { method: 'GET' });
      if (answer.status === 200) held.push(answer);
      return answer.status;
    };
    const held: Response[] = [];
    await expect.poll(() => status('ann')).toBe(429);
    expect(held).toHaveLength(3);
    const refused = await desk.follow('ann', orderId);
    expect(refused.headers.get('content-type')).toBe(PROBLEM);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await status('luigi')).toBe(200);
    await held[0]!.body!.cancel();
    await expect.poll(() => status('ann')).toBe(200);
  });
});

describe('a client that does not read', () => {
  let crowded: OrderDesk;
  beforeEach(async () => {
    crowded = await serve(desk.served.databaseUrl, 1);
  });
  afterEach(() => crowded.served.close());

  it('is cut, and those who do read are told everything', async () => {
    const orderId = await crowded.place();
    const { hostname, port } = new URL(crowded.served.baseUrl);
    const silent = connect(Number(port), hostname);
    // Whoever has no listener for data reads nothing.
    silent.on('error', () => undefined);
    silent.write(
      `GET ${new URL(crowded.eventsUrlOf(orderId)).pathname} HTTP/1.1\r\nHost: here\r\n` +
        `Authorization: Bearer ${await crowded.served.tokenFor('ann')}\r\n\r\n`,
    );
    const statusForAnn = async (): Promise<number> => {
      const answer = await crowded.follow('ann', orderId);
      await answer.body?.cancel();
      return answer.status;
    };
    await expect.poll(statusForAnn).toBe(429);

    const count = 60_000;
    const following = eventsOf(await crowded.follow('luigi', orderId), count + 1);
    // More than the sockets of a patient system hold between two who do not read.
    await crowded.served.dataSource.query(
      `INSERT INTO domain_event (type, subject_id, actor, at, moment)
       SELECT 'reviseOrder', subject_id, 'a', now(), moment
       FROM (SELECT * FROM domain_event WHERE subject_id = $1) placed, generate_series(1, $2::integer)`,
      [orderId, count],
    );
    const events = await following;
    const ids = events.map(({ id }) => Number(id));
    expect(new Set(ids).size).toBe(count + 1);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    await expect.poll(statusForAnn, { timeout: 10 * HEARTBEAT_MS }).toBe(200);
    silent.destroy();
  });
});

describe('telemetry', () => {
  it('books a stream on its exchange once it has ended: one statement, and every byte', async () => {
    const orderId = await desk.place();
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01` };
    const following = eventsOf(await desk.follow('ann', orderId, { headers }));
    await desk.cancel(orderId);
    const sentBytes = JSON.stringify((await following).map(({ data }) => data)).length;
    const trace = await fetch(`${desk.served.baseUrl}/lab/traces/${traceId}`, {
      headers: { authorization: `Bearer ${await desk.served.tokenFor('ann')}` },
    });
    const { exchanges } = (await trace.json()) as { exchanges: Exchange[] };
    expect(exchanges).toMatchObject([
      { status: 200, path: new URL(desk.eventsUrlOf(orderId)).pathname, aborted: false },
    ]);
    expect(exchanges[0]!.sql.count).toBe(1);
    expect(exchanges[0]!.bytes.responseBodyWire).toBeGreaterThan(sentBytes);
  });
});

interface Exchange {
  readonly sql: { readonly count: number };
  readonly bytes: { readonly responseBodyWire: number };
}
