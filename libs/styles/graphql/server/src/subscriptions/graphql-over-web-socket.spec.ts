import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { Refusal } from '@rungs/domain';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOSTILE_QUERIES } from '../../spec/hostile-queries.ts';
import { RawSocket } from '../../spec/raw-socket.ts';
import { serveFakes, type ServedFakes } from '../../spec/served-fakes.ts';
import { MOST_OPERATIONS } from './graphql-socket.ts';

// Clauses of the protocol `graphql-transport-ws`: https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

const sockets: RawSocket[] = [];
const kept = (socket: RawSocket): RawSocket => {
  sockets.push(socket);
  return socket;
};
afterEach(async () => {
  await Promise.all(sockets.splice(0).map((socket) => socket.leave()));
});

const open = async (options = {}): Promise<RawSocket> => kept(await RawSocket.open(served.url, options));
const signedIn = async (): Promise<RawSocket> => kept(await RawSocket.signedIn(served.url, served.authorization));

const EVENTS = 'subscription { orderEvents(orderId: "o-1") { __typename } }';
/** Nothing, until its follower leaves. */
async function* quiet({ executed }: ServedFakes): AsyncGenerator<never> {
  yield* [];
  // What other use cases take for parts is for this one the signal to leave.
  await once(executed.at(-1)?.parts as unknown as AbortSignal, 'abort');
}

async function requested(path: string, headers: Record<string, string>): Promise<IncomingMessage> {
  const [answer] = (await once(get(new URL(path, served.url), { headers }), 'response')) as [IncomingMessage];
  answer.resume();
  return answer;
}

describe('the handshake', () => {
  it('RFC 6455 §4.1: is for those who speak graphql-transport-ws; others, the protocol before it too, are closed with 4406', async () => {
    for (const protocols of [['graphql-ws'], ['mqtt', 'graphql-ws'], []]) {
      const failed = await RawSocket.open(served.url, { protocols }).then(
        ({ closed }) => closed.then(({ code }) => code),
        (error: unknown) => String(error),
      );
      // A client that has asked for protocols and is granted none gives up by itself.
      expect(failed).toEqual(protocols.length > 0 ? expect.stringContaining('no subprotocol') : 4406);
    }
    expect((await open({ protocols: ['mqtt', 'graphql-transport-ws'] })).webSocket.protocol).toBe(
      'graphql-transport-ws',
    );
  });

  it('RFC 9110 §7.8: anywhere else the request is answered as if it had not asked to upgrade', async () => {
    const elsewhere = served.url.replace('/graphql', '/nowhere');
    await expect(RawSocket.open(elsewhere)).rejects.toMatchObject({ statusCode: 404 });
    const headers = { upgrade: 'h2c', connection: 'upgrade, http2-settings', 'http2-settings': 'AAMAAABkAAQAAP__' };
    expect((await requested('/graphql?query={__typename}', headers)).statusCode).toBe(400);
  });

  it('RFC 9110 §7.8: nobody upgrades by HTTP/1.0; §7.2: nor without a Host', async () => {
    const first = async (head: string): Promise<string> => {
      const client = connect(Number(new URL(served.url).port), '127.0.0.1');
      client.write(`${head}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n`);
      client.write('Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n');
      const [said] = (await once(client, 'data')) as [Buffer];
      client.destroy();
      return said.toString().slice(0, 'HTTP/1.1 400'.length);
    };
    // As any request for nothing, and as any without a Host.
    expect(await first('GET /graphql HTTP/1.0\r\nHost: here')).toBe('HTTP/1.1 400');
    expect(await first('GET /graphql HTTP/1.1')).toBe('HTTP/1.1 400');
    expect(await first('GET /graphql HTTP/1.1\r\nHost: here')).toBe('HTTP/1.1 101');
  });

  it('RFC 6455 §4.2.2: a request that is no handshake is 400', async () => {
    const headers = { upgrade: 'websocket', connection: 'upgrade' };
    const key = { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };
    const wrongs: readonly Record<string, string>[] = [
      {},
      { 'sec-websocket-key': 'short' },
      { ...key, 'sec-websocket-version': '7' },
    ];
    for (const wrong of wrongs) {
      expect((await requested('/graphql', { ...headers, 'sec-websocket-version': '13', ...wrong })).statusCode).toBe(
        400,
      );
    }
  });

  it('RFC 6750 §3: a bad credential that comes with the upgrade is 401', async () => {
    const refused = open({ headers: { authorization: 'Bearer nonsense' } });
    await expect(refused).rejects.toMatchObject({
      statusCode: 401,
      headers: { 'www-authenticate': expect.stringContaining('invalid_token') as string },
    });
  });

  it('a good credential that comes with the upgrade holds where connection_init brings none', async () => {
    const socket = await open({ headers: { authorization: served.authorization } });
    socket.say({ type: 'connection_init' });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.subscribe('1', '{ viewer { role } }');
    expect((await socket.allOf('1'))[0]).toMatchObject({ payload: { data: { viewer: { role: 'CONSUMER' } } } });
  });
});

describe('the protocol', () => {
  it('ConnectionInit: nobody is refused for bringing no credential', async () => {
    const socket = kept(await RawSocket.signedIn(served.url));
    socket.subscribe('1', '{ viewer { role } }');
    expect((await socket.allOf('1'))[0]).toMatchObject({ payload: { data: { viewer: { role: 'ANONYMOUS' } } } });
  });

  it.each([
    ['an object', '{"toString":1,"valueOf":1}'],
    ['deep arrays', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a number', '5'],
  ])('ConnectionInit: 4403 for a credential that is no text: %s', async (_what, authorization) => {
    const socket = await open();
    socket.say(`{"type":"connection_init","payload":{"authorization":${authorization}}}`);
    expect((await socket.closed).code).toBe(4403);
    expect(served.logged).toEqual([]);
  });

  it.each([
    ['ConnectionInit: 4429 for a second one', ['init', 'init'], 4429],
    [
      'Subscribe: 4401 before the connection is acknowledged',
      ['{"id":"1","type":"subscribe","payload":{"query":"{a}"}}'],
      4401,
    ],
    ['Invalid message: 4400 for what is no JSON', ['init', '{'], 4400],
    ['Invalid message: 4400 for a type that there is not', ['init', '{"type":"start"}'], 4400],
    [
      'Invalid message: 4400 for a Subscribe without a query',
      ['init', '{"id":"1","type":"subscribe","payload":{}}'],
      4400,
    ],
    ['Invalid message: 4400 for what is no text', ['init', Buffer.from('{"type":"ping"}')], 4400],
    [
      'RFC 6455 §7.4.1: 1009 for more than a body may have',
      ['init', `{"type":"ping","payload":{"a":"${'a'.repeat(1024 * 1024)}"}}`],
      1009,
    ],
  ])('%s', async (_clause, messages, code) => {
    const socket = await open();
    for (const message of messages) {
      socket.say(
        message === 'init' ? { type: 'connection_init', payload: { authorization: served.authorization } } : message,
      );
    }
    expect((await socket.closed).code).toBe(code);
    expect(served.executed).toEqual([]);
  });

  it('ConnectionInit: 4408 for whoever does not say it in time', { timeout: 10_000 }, async () => {
    expect((await (await open()).closed).code).toBe(4408);
  });

  it('Subscribe: 4409 for an id that is in use', async () => {
    served.answerOf = () => quiet(served);
    const socket = await signedIn();
    socket.subscribe('1', EVENTS);
    socket.subscribe('1', EVENTS);
    expect((await socket.closed).code).toBe(4409);
  });

  it('Ping: is answered with Pong and its payload', async () => {
    const socket = await open();
    socket.say({ type: 'ping', payload: { at: 7 } });
    expect(await socket.next()).toEqual({ type: 'pong', payload: { at: 7 } });
  });
});

describe('queries and mutations', () => {
  it('are answered as over HTTP, with what they cost', async () => {
    const query = 'query ($id: ID!) { viewer { role } order(id: $id) { id } }';
    const socket = await signedIn();
    socket.subscribe('1', query, { variables: { id: 'o-1' } });
    const overHttp = await fetch(served.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: served.authorization },
      body: JSON.stringify({ query, variables: { id: 'o-1' } }),
    });
    const [next, complete] = await socket.allOf('1');
    const answered = (await overHttp.json()) as { errors: { extensions: { traceId?: string } }[] };
    expect(answered).toHaveProperty('extensions.cost');
    expect(withoutTraceIds(next?.['payload'])).toEqual(withoutTraceIds(answered));
    expect(complete).toEqual({ id: '1', type: 'complete' });
  });

  it('mask what a resolver throws, and log it under the trace id that is told', async () => {
    served.answerOf = () => Promise.reject(new Error('secret'));
    const socket = await signedIn();
    socket.subscribe('1', '{ restaurant(id: "r") { id } }');
    const [next] = await socket.allOf('1');
    expect(JSON.stringify(next)).not.toContain('secret');
    const { errors } = next?.['payload'] as {
      errors: { path: string[]; extensions: { code: string; traceId: string } }[];
    };
    expect(errors).toMatchObject([{ path: ['restaurant'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(served.logged).toEqual([`restaurant: Error: secret (trace ${errors[0]?.extensions.traceId})`]);
  });

  it('Error: is how an operation is answered that is not executed, with the words of HTTP', async () => {
    for (const query of [
      '{',
      '{ coffee }',
      'query ($id: ID!) { order(id: $id) { id } }',
      'query A { __typename } query B { __typename }',
    ]) {
      const socket = await signedIn();
      socket.subscribe('1', query);
      const { errors } = await served.ask(query);
      expect(await socket.allOf('1'), query).toEqual([{ id: '1', type: 'error', payload: errors }]);
    }
    expect(served.executed).toEqual([]);
  });
});

describe('limits', () => {
  it.each(HOSTILE_QUERIES)('refuse $name, and the socket lives on', async ({ build, code, limit }) => {
    const socket = await signedIn();
    const { query, variables } = build();
    socket.subscribe('1', query, { variables });
    const [refused, ...more] = await socket.allOf('1');
    expect([refused?.type, more]).toEqual(['error', []]);
    expect(refused?.['payload']).toContainEqual(
      expect.objectContaining({
        extensions: expect.objectContaining({ code, ...(limit !== undefined && { limit }) }) as object,
      }),
    );
    expect([served.executed, served.logged]).toEqual([[], []]);
    socket.subscribe('2', '{ viewer { role } }');
    expect((await socket.allOf('2'))[0]).toMatchObject({ payload: { data: { viewer: { role: 'CONSUMER' } } } });
  });

  it('hold for subscriptions as well: depth, aliases, cost and tokens', async () => {
    const socket = await signedIn();
    const below = (selection: string): string =>
      `subscription { orderEvents(orderId: "o") { ... on OrderStateChanged { ${selection} } } }`;
    const deep = `order { ${'consumer { orders { nodes { '.repeat(5)} id ${'} } } '.repeat(5)} }`;
    const wide = Array.from({ length: 100 }, (_, at) => `a${at}: order { id }`).join(' ');
    const page =
      'orders(first: 100) { nodes { ticket { state } bill { paymentState } delivery { courier { name } } } }';
    const refusals: readonly (readonly [query: string, code: string, limit?: string])[] = [
      [below(deep), 'OPERATION_LIMIT_EXCEEDED', 'depth'],
      [below(wide), 'OPERATION_LIMIT_EXCEEDED', 'aliases'],
      [below(`order { consumer { ${page} more: ${page} } }`), 'OPERATION_TOO_COSTLY'],
      [below('at '.repeat(10_000)), 'GRAPHQL_PARSE_FAILED'],
    ];
    for (const [at, [query, code, limit]] of refusals.entries()) {
      socket.subscribe(`${at}`, query);
      const [refused, ...more] = await socket.allOf(`${at}`);
      expect([refused?.type, more]).toEqual(['error', []]);
      const errors = refused?.['payload'] as { readonly extensions: Readonly<Record<string, unknown>> }[];
      expect(errors.map(({ extensions }) => [extensions['code'], extensions['limit']])).toContainEqual([code, limit]);
    }
    expect(served.executed).toEqual([]);
  });

  it('are so many operations at a time, also of those that their client does not wait for', async () => {
    served.answerOf = () => new Promise(() => undefined);
    const socket = await signedIn();
    for (let at = 0; at < MOST_OPERATIONS; at++) {
      socket.subscribe(`${at}`, '{ restaurant(id: "r") { id } }');
      socket.say({ id: `${at}`, type: 'complete' });
    }
    await expect.poll(() => served.executed.length).toBe(MOST_OPERATIONS);
    socket.subscribe('more', '{ restaurant(id: "r") { id } }');
    expect(await socket.allOf('more')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] },
    ]);
    expect(served.executed).toHaveLength(MOST_OPERATIONS);
  });
});

it('reports what a source throws as a defect of ours, with a trace id and nothing else', async () => {
  served.answerOf = async function* () {
    yield { kind: 'location', id: '1', orderId: 'o-1', lat: 1, lon: 2, at: '2026-11-22T18:04:11.201Z' };
    throw new Error('secret');
  };
  const socket = await signedIn();
  socket.subscribe('1', EVENTS);
  const messages = await socket.allOf('1');
  expect(messages.map(({ type }) => type)).toEqual(['next', 'error']);
  expect(JSON.stringify(messages)).not.toContain('secret');
  expect(served.logged).toEqual([expect.stringMatching(/^undefined: Error: secret \(trace [0-9a-f]{32}\)$/)]);
  expect(messages[1]?.['payload']).toMatchObject([
    { extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: /trace (\w+)/.exec(served.logged[0] ?? '')?.[1] } },
  ]);
});

it('a subscription that is refused has that as its only answer', async () => {
  served.answerOf = () => Promise.reject(new Refusal('order-not-found', { id: 'o-1' }));
  const socket = await signedIn();
  socket.subscribe('1', EVENTS);
  expect(await socket.allOf('1')).toMatchObject([
    { type: 'error', payload: [{ path: ['orderEvents'], extensions: { refusal: 'order-not-found' } }] },
  ]);
});

const withoutTraceIds = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer).replaceAll(/"traceId":"[0-9a-f]+"/g, '"traceId":"…"')) as unknown;
