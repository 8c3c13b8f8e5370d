import { DEMO_ORDERS, type PersonaName } from '@rungs/application';
import { eventsOf, forgedTokens, serveStyle, tokenLike } from '@rungs/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OrderScene } from '../../spec/order-scene.ts';
import { RawSocket, type Message } from '../../spec/raw-socket.ts';
import { GraphqlStyleModule } from '../module.ts';

const ON_THE_WAY = DEMO_ORDERS.PICKED_UP;
const HEARTBEAT_MS = 1_000;
const EVENTS = `subscription ($orderId: ID!, $after: ID) {
  orderEvents(orderId: $orderId, after: $after) {
    ... on OrderStateChanged { eventId action }
    ... on OrderLocationReported { eventId location { lat } }
    ... on OrderFollowingEnded { reason }
  }
}`;

const serve = async (databaseUrl?: string, mostPerActor = 3): Promise<OrderScene> =>
  new OrderScene(
    await serveStyle([GraphqlStyleModule], {
      eventStreams: { heartbeatMs: HEARTBEAT_MS, mostPerActor },
      ...(databaseUrl !== undefined && { databaseUrl }),
    }),
  );

let scene: OrderScene;
beforeAll(async () => {
  scene = await serve();
});
afterAll(() => scene.served.close());

const sockets: RawSocket[] = [];
const leaving: AbortController[] = [];
afterEach(async () => {
  for (const controller of leaving.splice(0)) controller.abort();
  await Promise.all(sockets.splice(0).map((socket) => socket.leave()));
  expect(scene.served.defects).toEqual([]);
});

async function socketOf(authorization: string, url = scene.url): Promise<RawSocket> {
  const socket = await RawSocket.signedIn(url, authorization);
  sockets.push(socket);
  return socket;
}

async function streamOf(authorization: string, variables: object, url = scene.url): Promise<Response> {
  const controller = new AbortController();
  leaving.push(controller);
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization },
    body: JSON.stringify({ query: EVENTS, variables }),
    signal: controller.signal,
  });
}

interface Told {
  readonly eventId: string;
  readonly action?: string | null;
  readonly location?: { readonly lat: number };
}
const toldIn = (payload: unknown): Told =>
  (payload as { readonly data: { readonly orderEvents: Told } }).data.orderEvents;

async function tokenUntil(who: PersonaName, exp: number): Promise<string> {
  const { served } = scene;
  return `Bearer ${tokenLike(await served.tokenFor(who), served.signingKey, { claims: { exp } })}`;
}

describe('a credential', () => {
  it('ConnectionInit: is refused with 4403 where it is no good, whatever is wrong with it', async () => {
    const { served } = scene;
    const tokens = Object.entries(forgedTokens(await served.tokenFor('ann'), served.signingKey));
    expect(tokens.length).toBeGreaterThan(10);
    for (const [name, token] of tokens) {
      for (const authorization of [`Bearer ${token}`, token, 7, { token }]) {
        const socket = await RawSocket.open(scene.url);
        socket.say({ type: 'connection_init', payload: { authorization } });
        expect((await socket.closed).code, name).toBe(4403);
        expect(await socket.next(), name).toBeUndefined();
      }
    }
  });

  // Expired, but within the five seconds that clocks may differ: three of them are left for a busy machine to begin in.
  const almostExpired = (): number => Math.floor(Date.now() / 1000) - 1;

  it('of a WebSocket that expires ends what is followed, then the socket; who comes again has lost nothing', async () => {
    const orderId = await scene.place();
    const socket = await socketOf(await tokenUntil('ann', almostExpired()));
    socket.subscribe('1', EVENTS, { variables: { orderId } });
    const [first, ended] = await socket.allOf('1');
    expect(ended).toMatchObject({
      type: 'error',
      payload: [
        { extensions: { code: 'UNAUTHENTICATED', refusal: 'unauthenticated', details: { reason: 'expired' } } },
      ],
    });
    expect(await socket.closed).toMatchObject({ code: 4403, reason: expect.stringContaining('expired') as string });

    await scene.cancel(orderId);
    const again = await socketOf(await scene.authorizationOf('ann'));
    again.subscribe('1', EVENTS, { variables: { orderId, after: toldIn(first?.['payload']).eventId } });
    const rest = (await again.allOf('1')).flatMap(({ payload }) => (payload ? [toldIn(payload)] : []));
    expect(rest).toMatchObject([{ action: 'CANCEL_ORDER' }, { reason: 'ORDER_OVER' }]);
  });

  it('of an event stream that expires ends it, in the words of GraphQL', async () => {
    const orderId = await scene.place();
    const answer = await streamOf(await tokenUntil('ann', almostExpired()), { orderId });
    expect(await eventsOf(answer)).toMatchObject([
      { event: 'next', data: { data: {} } },
      { event: 'next', data: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } },
      { event: 'complete' },
    ]);
  });

  it('that is good for longer than a timer can wait is good', async () => {
    const socket = await socketOf(await tokenUntil('ann', Math.floor(Date.now() / 1000) + 60 * 60 * 24 * 365));
    socket.subscribe('1', '{ viewer { role } }');
    expect(await socket.allOf('1')).toMatchObject([{ type: 'next' }, { type: 'complete' }]);
  });
});

describe('a server that stops', () => {
  it('says so to whoever follows, by both doors, and is not held up by them; elsewhere they go on without loss', async () => {
    const other = await serve(scene.served.databaseUrl);
    const authorization = `Bearer ${await other.served.tokenFor('ann')}`;
    const socket = await socketOf(authorization, other.url);
    socket.subscribe('1', EVENTS, { variables: { orderId: ON_THE_WAY } });
    const first = await socket.next();
    const stream = eventsOf(await streamOf(authorization, { orderId: ON_THE_WAY }, other.url));

    await other.served.close();
    const unavailable = { extensions: { code: 'UNAVAILABLE', refusal: 'unavailable' } };
    expect(await socket.next()).toMatchObject({ id: '1', type: 'error', payload: [unavailable] });
    expect((await socket.closed).code).toBe(1001);
    expect((await stream).slice(-2)).toMatchObject([
      { event: 'next', data: { errors: [unavailable] } },
      { event: 'complete' },
    ]);

    for (const lat of [43.1, 43.2]) await scene.ping(ON_THE_WAY, lat);
    const again = await socketOf(await scene.authorizationOf('ann'));
    const { eventId: after } = toldIn(first?.['payload']);
    again.subscribe('1', EVENTS, { variables: { orderId: ON_THE_WAY, after } });
    const rest = [await again.next(), await again.next()].map((message) => toldIn(message?.['payload']).location?.lat);
    expect(rest).toEqual([43.1, 43.2]);
  });
});

describe('a client that does not read', () => {
  it('is cut, and those who do read are told everything', { timeout: 60_000 }, async () => {
    const crowded = await serve(scene.served.databaseUrl, 1);
    try {
      const orderId = await scene.place();
      const { served } = crowded;
      const follow = async (who: PersonaName): Promise<RawSocket> => {
        const socket = await socketOf(`Bearer ${await served.tokenFor(who)}`, crowded.url);
        socket.subscribe('1', EVENTS, { variables: { orderId } });
        await socket.next();
        return socket;
      };
      const silent = await follow('ann');
      silent.webSocket.pause();
      const statusForAnn = async (): Promise<number> => {
        const answer = await streamOf(`Bearer ${await served.tokenFor('ann')}`, { orderId }, crowded.url);
        await answer.body?.cancel();
        return answer.status;
      };
      expect(await statusForAnn()).toBe(429);

      const count = 5_000;
      const reading = await follow('luigi');
      await served.dataSource.query(
        `INSERT INTO domain_event (type, subject_id, actor, at, moment)
         SELECT 'reviseOrder', subject_id, 'a', now(), moment
         FROM (SELECT * FROM domain_event WHERE subject_id = $1) placed, generate_series(1, $2::integer)`,
        [orderId, count],
      );
      const ids: number[] = [];
      while (ids.length < count) {
        const message = (await reading.next()) as Message;
        ids.push(Number(toldIn(message['payload']).eventId));
      }
      expect(new Set(ids).size).toBe(count);
      expect(ids).toEqual(ids.toSorted((a, b) => a - b));
      await expect.poll(statusForAnn, { timeout: 10 * HEARTBEAT_MS }).toBe(200);
    } finally {
      await crowded.served.close();
    }
  });
});
