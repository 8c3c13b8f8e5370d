import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { collectGarbage } from '../../spec/garbage.ts';
import { RawSocket } from '../../spec/raw-socket.ts';
import { serveFakes, type ServedFakes } from '../../spec/served-fakes.ts';

const sockets: RawSocket[] = [];
const kept = (socket: RawSocket): RawSocket => {
  sockets.push(socket);
  return socket;
};
afterEach(async () => {
  await Promise.all(sockets.splice(0).map((socket) => socket.leave()));
});

const EVENTS = 'subscription { orderEvents(orderId: "o-1") { __typename } }';
/** Nothing, until its follower leaves. */
async function* quiet({ executed }: ServedFakes): AsyncGenerator<never> {
  yield* [];
  // What other use cases take for parts is for this one the signal to leave.
  await once(executed.at(-1)?.parts as unknown as AbortSignal, 'abort');
}

const serving = async (options: Parameters<typeof serveFakes>, work: (fakes: ServedFakes) => Promise<void>) => {
  const fakes = await serveFakes(...options);
  try {
    await work(fakes);
  } finally {
    await fakes.app.close();
  }
};

describe('both doors', () => {
  it('keep the schema from both doors alike', () =>
    serving([{ introspection: false }], async ({ url, authorization, ask }) => {
      const socket = kept(await RawSocket.signedIn(url, authorization));
      const query = '{ __schema { queryType { name } } }';
      socket.subscribe('1', query);
      const { errors } = await ask(query);
      expect(errors).not.toEqual([]);
      expect(await socket.allOf('1')).toEqual([{ id: '1', type: 'error', payload: errors }]);
    }));

  it('let trusted documents alone through both doors, subscriptions too', () =>
    serving([{ documents: 'trusted' }], async ({ url, authorization, ask, executed }) => {
      const socket = kept(await RawSocket.signedIn(url, authorization));
      for (const [id, query] of Object.entries({ query: '{ viewer { role } }', subscription: EVENTS })) {
        socket.subscribe(id, query);
        const { errors } = await ask(query);
        expect(errors).not.toEqual([]);
        expect(await socket.allOf(id)).toEqual([{ id, type: 'error', payload: errors }]);
      }
      expect(executed).toEqual([]);
    }));

  it('RFC 6585 §4: count each operation as a request: one too many is an error with the time to wait', () =>
    serving([{}, { rateLimit: { perMinute: 3 } }], async ({ url, authorization, executed, ask }) => {
      const socket = kept(await RawSocket.signedIn(url, authorization));
      for (let at = 0; at < 5; at++) socket.subscribe(`${at}`, '{ restaurant(id: "r") { id } }');
      expect((await socket.allOf('4'))[0]).toMatchObject({
        type: 'error',
        payload: [{ extensions: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: expect.any(Number) as number } }],
      });
      expect(executed).toHaveLength(3);
      // It is the same budget.
      expect((await ask('{ viewer { role } }')).status).toBe(429);
    }));

  it('RFC 6585 §4: count a handshake as a request of where it comes from', () =>
    serving([{}, { rateLimit: { perMinute: 2 } }], async ({ url }) => {
      for (let at = 0; at < 2; at++) kept(await RawSocket.open(url));
      await expect(RawSocket.open(url)).rejects.toMatchObject({
        statusCode: 429,
        headers: { 'retry-after': expect.stringMatching(/^\d+$/) as string },
      });
    }));

  it('RFC 6585 §4: EVENT_STREAMS_PER_ACTOR is for subscriptions of all sockets and streams together, and for sockets', () =>
    serving([{}, { eventStreams: { mostPerActor: 2 } }], async (fakes) => {
      fakes.answerOf = () => quiet(fakes);
      const first = kept(await RawSocket.signedIn(fakes.url, fakes.authorization));
      const second = kept(await RawSocket.signedIn(fakes.url, fakes.authorization));
      first.subscribe('1', EVENTS);
      second.subscribe('1', EVENTS);
      await expect.poll(() => fakes.executed.length).toBe(2);
      second.subscribe('2', EVENTS);
      expect(await second.allOf('2')).toMatchObject([
        { type: 'error', payload: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] },
      ]);
      const third = await RawSocket.open(fakes.url);
      third.say({ type: 'connection_init', payload: { authorization: fakes.authorization } });
      expect((await third.closed).code).toBe(1013);
      // Another has their own.
      kept(await RawSocket.signedIn(fakes.url));
      await first.leave();
      // A place is free as soon as somebody has left.
      const follow = async (at: number): Promise<boolean> => {
        const before = fakes.executed.length;
        second.subscribe(`again ${at}`, EVENTS);
        await expect.poll(() => fakes.executed.length).toBeGreaterThan(before);
        second.say({ type: 'ping' });
        const said = await second.next();
        if (said?.type === 'error') await second.next();
        return said?.type === 'pong';
      };
      let at = 0;
      await expect.poll(() => follow(at++)).toBe(true);
      // Of a socket, too.
      kept(await RawSocket.signedIn(fakes.url, fakes.authorization));
    }));

  it('keep nothing of what was followed once it is over, however long their socket lives on', () =>
    serving([], async (fakes) => {
      fakes.answerOf = async function* () {
        yield* [];
      };
      const socket = kept(await RawSocket.signedIn(fakes.url, fakes.authorization));
      const signals: WeakRef<object>[] = [];
      for (let at = 0; at < 10; at++) {
        socket.subscribe(`${at}`, EVENTS);
        await socket.allOf(`${at}`);
        signals.push(new WeakRef(fakes.executed.at(-1)?.parts as object));
      }
      fakes.forget();
      const stillHeld = async (): Promise<number> => {
        await new Promise(setImmediate);
        collectGarbage();
        return signals.filter((signal) => signal.deref()).length;
      };
      await expect.poll(stillHeld, { timeout: 10_000 }).toBe(0);
    }));

  it('RFC 6455 §7.4.1: 1008 for a client that does nothing but talk', () =>
    serving([], async ({ url }) => {
      for (const [count, idLength] of [
        [2_001, 1],
        [18, 1_000_000],
      ] as const) {
        const socket = kept(await RawSocket.signedIn(url));
        for (let at = 0; at < count; at++) socket.say({ type: 'complete', id: 'a'.repeat(idLength) });
        expect((await socket.closed).code).toBe(1008);
      }
    }));

  it('mask what the beginning of a subscription throws, whatever it looks like', () =>
    serving([], async (fakes) => {
      const extensions = { code: 'BAD_REQUEST', secret: 'secret' };
      fakes.answerOf = () => Promise.reject(Object.assign(new Error('secret'), { extensions, path: ['secret'] }));
      const socket = kept(await RawSocket.signedIn(fakes.url, fakes.authorization));
      socket.subscribe('1', EVENTS);
      const refused = await socket.allOf('1');
      expect(refused).toMatchObject([{ type: 'error', payload: [{ path: ['orderEvents'] }] }]);
      expect(JSON.stringify(refused)).not.toContain('secret');
      expect(fakes.logged).toEqual([expect.stringContaining('orderEvents: Error: secret')]);
    }));

  it(
    'pull nothing from a source while nobody takes what there is, and cut who takes nothing for a heartbeat',
    () =>
      serving([{}, { eventStreams: { heartbeatMs: 1_000 } }], async (fakes) => {
        const MOST_BYTES = 256 * 1024 * 1024;
        const orderId = 'x'.repeat(10_000);
        let saidBytes = 0;
        let isLeft = false;
        fakes.answerOf = async function* () {
          try {
            // Far more than any kernel takes for a client.
            while (saidBytes < MOST_BYTES) {
              yield { kind: 'location', id: '1', orderId, lat: 1, lon: 2, at: '2026-11-22T18:04:11.201Z' };
              saidBytes += orderId.length;
              // As a feed does, which reads on.
              await new Promise(setImmediate);
            }
          } finally {
            isLeft = true;
          }
        };
        const silent = kept(await RawSocket.signedIn(fakes.url, fakes.authorization));
        silent.subscribe(
          '1',
          'subscription { orderEvents(orderId: "o") { ... on OrderLocationReported { orderId } } }',
        );
        await silent.next();
        silent.webSocket.pause();
        await expect.poll(() => isLeft, { timeout: 10_000 }).toBe(true);
        expect(saidBytes).toBeGreaterThan(0);
        expect(saidBytes).toBeLessThan(MOST_BYTES / 4);
      }),
    15_000,
  );
});
