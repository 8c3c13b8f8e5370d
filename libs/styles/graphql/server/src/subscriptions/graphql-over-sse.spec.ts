import { hash } from 'node:crypto';
import type { Socket } from 'node:net';
import { eventsOf } from '@rungs/testing';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { HOSTILE_QUERIES } from '../../spec/hostile-queries.ts';
import { serveFakes, type ServedFakes } from '../../spec/served-fakes.ts';

// Clauses of GraphQL over Server-Sent Events, distinct connections mode: https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverSSE.md

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

const EVENT_STREAM = 'text/event-stream';
const EVENTS = 'subscription Events { orderEvents(orderId: "o-1") { ... on OrderLocationReported { eventId } } }';
const ENTERED = { kind: 'location', id: '7', orderId: 'o-1', lat: 1, lon: 2, at: '2026-11-22T18:04:11.201Z' };

const twoEvents = async function* (): AsyncGenerator<object> {
  yield ENTERED;
  yield { kind: 'end', reason: 'over' };
};

const post = (query: string, headers: Record<string, string> = {}, rest: object = {}): Promise<Response> =>
  fetch(served.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: EVENT_STREAM,
      authorization: served.authorization,
      ...headers,
    },
    body: JSON.stringify({ query, ...rest }),
  });
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${served.url}?${new URLSearchParams(parameters).toString()}`, {
    headers: { accept: EVENT_STREAM, authorization: served.authorization, ...headers },
  });

const PREFLIGHTED = { 'apollo-require-preflight': 'yes' };

it('a subscription is a `next` for each event, then `complete` with an empty line of data', async () => {
  served.answerOf = twoEvents;
  const answer = await post(EVENTS);
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    EVENT_STREAM,
    'no-store',
  ]);
  const text = await answer.text();
  const [first, second, ...rest] = text.split('\n\n').filter((block) => !block.startsWith('retry'));
  expect(first).toMatch(/^event: next\ndata: \{"data":\{"orderEvents":\{"eventId":"7"\}\},"extensions":\{"cost":/);
  expect([second, rest]).toEqual(['event: next\ndata: {"data":{"orderEvents":{}}}', ['event: complete\ndata: ', '']]);
});

it('a subscription may be asked for by GET, with what GET asks against forgery', async () => {
  served.answerOf = twoEvents;
  const query = 'subscription ($id: ID!) { orderEvents(orderId: $id) { ... on OrderLocationReported { eventId } } }';
  const parameters = { query, variables: '{"id":"o-1"}' };
  const events = await eventsOf(await get(parameters, PREFLIGHTED));
  expect(events.map(({ event }) => event)).toEqual(['next', 'next', 'complete']);
  served.forget();
  // Any page may have a browser send this: Accept is among the fields that need no asking (Fetch, §2.2.2).
  expect((await get(parameters)).status).toBe(400);
  expect(served.executed).toEqual([]);
});

it('GraphQL over HTTP, Persisted Documents (a proposal): GET names a document here, too', async () => {
  const query = 'query ByIdInAStream { viewer { role } }';
  const documentId = `sha256:${hash('sha256', query, 'hex')}`;
  await (await post(query, {}, { documentId })).text();
  const [next] = await eventsOf(await get({ documentId }, PREFLIGHTED));
  expect(next?.data).toMatchObject({ data: { viewer: { role: 'CONSUMER' } } });
  const nonsense = await eventsOf(await get({ documentId: '' }, PREFLIGHTED));
  expect(nonsense[0]?.data).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

it('GraphQL over HTTP, GET: a mutation is 405, and not done', async () => {
  const query = 'mutation { clearBasket(input: { consumerId: "c", restaurantId: "r" }) { userErrors { code } } }';
  const answer = await get({ query }, PREFLIGHTED);
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  expect(served.executed).toEqual([]);
});

it.each(['{', '[]', '"a"'])(
  'GraphQL over HTTP, GET: variables that are no JSON object, %s, are 400',
  async (variables) => {
    expect((await get({ query: EVENTS, variables }, PREFLIGHTED)).status).toBe(400);
    expect(served.executed).toEqual([]);
  },
);

it('a query is one `next`, the same as over HTTP, and `complete`', async () => {
  const query = '{ viewer { role } }';
  const { data } = await served.ask(query);
  expect(await eventsOf(await post(query))).toMatchObject([{ event: 'next', data: { data } }, { event: 'complete' }]);
});

it('"Validation steps MUST report errors through an accepted SSE connection"', async () => {
  for (const query of ['{', '{ coffee }', 'subscription { coffee }']) {
    const { errors } = await served.ask(query);
    expect(errors).not.toEqual([]);
    const answer = await post(query);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, EVENT_STREAM]);
    expect(await eventsOf(answer)).toMatchObject([{ event: 'next', data: { errors } }, { event: 'complete' }]);
  }
});

it.each(HOSTILE_QUERIES)('refuses $name, and nothing is executed', async ({ build, code }) => {
  const { query, variables } = build();
  const [refused, complete] = await eventsOf(await post(query, {}, { variables }));
  const { errors } = refused?.data as { readonly errors: readonly object[] };
  expect(errors).toContainEqual(expect.objectContaining({ extensions: expect.objectContaining({ code }) as object }));
  expect(complete?.event).toBe('complete');
  expect([served.executed, served.logged]).toEqual([[], []]);
});

it('what is no request of GraphQL is refused by HTTP', async () => {
  const refusals: readonly [number, Promise<Response>][] = [
    [401, post(EVENTS, { authorization: 'Bearer nonsense' })],
    [415, post(EVENTS, { 'content-type': 'text/csv', ...PREFLIGHTED })],
    [
      400,
      fetch(served.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: EVENT_STREAM, authorization: served.authorization },
        body: '{',
      }),
    ],
  ];
  for (const [status, answering] of refusals) {
    const answer = await answering;
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('json');
  }
});

it('RFC 9110 §12.5.1: who is as content with JSON gets that; a subscription is 406 there, and nothing is begun', async () => {
  for (const accept of ['*/*', 'application/json', `application/graphql-response+json, ${EVENT_STREAM};q=0.5`]) {
    expect((await post('{ viewer { role } }', { accept })).headers.get('content-type'), accept).toContain('json');
    expect((await post(EVENTS, { accept })).status, accept).toBe(406);
  }
  expect(
    (await post('{ viewer { role } }', { accept: `*/*;q=0.1, ${EVENT_STREAM}` })).headers.get('content-type'),
  ).toBe(EVENT_STREAM);
  expect(served.executed).toEqual([]);
});

/** Asks over a connection of its own, which is cut as soon as the operation runs, or its first event is asked for. */
async function askAndGo(query: string, when: 'running' | 'telling' = 'running'): Promise<void> {
  const gone = Promise.withResolvers<void>();
  served.app.getHttpServer().once('connection', (connection: Socket) => {
    connection.once('close', () => gone.resolve());
    served.answerOf = async function* () {
      connection.destroy();
      yield* twoEvents();
    };
    if (when === 'telling') return;
    served.answerOf = () => {
      served.answerOf = twoEvents;
      connection.destroy();
      return twoEvents();
    };
  });
  await expect(post(query, { connection: 'close' })).rejects.toThrow();
  await gone.promise;
  // Another whole request is through when what the first one led to is.
  await (await post('{ viewer { role } }', { accept: 'application/json' })).text();
}

it.each(['running', 'telling'] as const)(
  'a client that goes while its stream begins, %s, is no defect',
  async (when) => {
    await askAndGo(EVENTS, when);
    expect(served.logged).toEqual([]);
  },
);
