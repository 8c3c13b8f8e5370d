import { hash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFakes, type Answer, type ServedFakes } from '../../spec/served-fakes.ts';

// Automatic persisted queries: https://www.apollographql.com/docs/apollo-server/performance/apq

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

const sha256 = (text: string): string => hash('sha256', text, 'hex');
const named = (sha256Hash: string, version = 1) => ({ extensions: { persistedQuery: { version, sha256Hash } } });

const post = (body: object, headers = {}): Promise<Answer> =>
  served.send({ method: 'POST', body: JSON.stringify(body), headers });
const get = (parameters: Readonly<Record<string, string | object>>): Promise<Answer> => {
  const search = new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
  return served.send({ method: 'GET' }, `?${search.toString()}`);
};

const refused = ({ status, errors: [error] }: Answer): readonly unknown[] => [
  status,
  error?.extensions['code'],
  error?.extensions['refusal'],
];

describe('an automatic persisted query', () => {
  it('is asked for by its hash, registered with its text, and then known by either method', async () => {
    const query = 'query Mine { viewer { role } }';
    expect(refused(await get(named(sha256(query))))).toEqual([404, 'PERSISTED_QUERY_NOT_FOUND', 'operation-unknown']);
    const mine = { viewer: { role: 'CONSUMER' } };
    expect((await post({ query, ...named(sha256(query)) })).data).toEqual(mine);
    expect((await get(named(sha256(query)))).data).toEqual(mine);
    expect((await post(named(sha256(query)))).data).toEqual(mine);
  });

  it('may be registered by GET', async () => {
    const query = 'query ByGet { viewer { role } }';
    expect((await get({ query, ...named(sha256(query)) })).status).toBe(200);
    expect((await get(named(sha256(query)))).status).toBe(200);
  });

  it('that is not known is news by 200 to a client that takes plain JSON alone, in the words that it waits for', async () => {
    const answer = await post(named(sha256('{ nobody }')), { accept: 'application/json' });
    expect([answer.status, answer.errors[0]?.message]).toEqual([200, 'PersistedQueryNotFound']);
  });

  it('is refused with the hash of another text, and not registered under it', async () => {
    const other = sha256('query Other { viewer { role } }');
    const query = 'query Forged { viewer { role } }';
    expect(refused(await post({ query, ...named(other) }))).toEqual([400, 'BAD_REQUEST', 'invalid-input']);
    expect(refused(await post(named(other)))[1]).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it.each([
    ['another version', named(sha256('x'), 2)],
    ['a hash that is none', named('abc')],
    ['a number for a hash', { extensions: { persistedQuery: { version: 1, sha256Hash: 1 } } }],
    ['a text for the whole of it', { extensions: { persistedQuery: 'abc' } }],
  ])('is refused with %s', async (_what, body) => {
    expect(refused(await post(body))).toEqual([400, 'BAD_REQUEST', 'invalid-input']);
    expect(served.logged).toEqual([]);
  });

  it('has to be valid and within the limits before it is registered', async () => {
    const tooDeep = `{ viewer { consumer { ${'orders { nodes { consumer { '.repeat(5)} id ${'} } }'.repeat(5)} } } }`;
    for (const query of ['{ coffee }', '{', tooDeep]) {
      expect((await post({ query, ...named(sha256(query)) })).status, query).toBe(400);
      expect(refused(await post(named(sha256(query))))[1], query).toBe('PERSISTED_QUERY_NOT_FOUND');
    }
    expect(served.executed).toEqual([]);
  });

  it('is held to the cost that its variables make of it, each time', async () => {
    const query =
      'query Wide($n: Int!) { tickets(first: $n) { nodes { order { orderId consumer { orders(first: $n) { nodes { bill { order { orderId } } } } } } } } }';
    const ask = (n: number) => post({ query, variables: { n }, ...named(sha256(query)) });
    expect(refused(await ask(100))[0]).toBe(400);
    expect(served.executed).toEqual([]);
  });

  it('that is a mutation runs by POST alone', async () => {
    const query = 'mutation M($input: ClearBasketInput!) { clearBasket(input: $input) { userErrors { code } } }';
    const variables = { input: { consumerId: 'c', restaurantId: 'r' } };
    await post({ query, variables, ...named(sha256(query)) });
    const before = served.executed.length;
    const answer = await get({ variables, ...named(sha256(query)) });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect(served.executed.length).toBe(before);
  });
});

describe('GraphQL over HTTP, Persisted Documents (a proposal):', () => {
  const query = 'query ById { viewer { role } }';
  const documentId = `sha256:${sha256(query)}`;

  it('a document is named by documentId, beside the other parameters', async () => {
    expect(refused(await get({ documentId }))[1]).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await post({ documentId, query })).status).toBe(200);
    expect((await get({ documentId })).data).toEqual({ viewer: { role: 'CONSUMER' } });
    expect((await post({ documentId, variables: {} })).data).toEqual({ viewer: { role: 'CONSUMER' } });
  });

  it.each(['', sha256('x'), 'sha256:ABC', 'md5:abc', 'x-own:1'])(
    'an identifier of another kind is refused: "%s"',
    async (id) => {
      expect(refused(await get({ documentId: id }))).toEqual([400, 'BAD_REQUEST', 'invalid-input']);
    },
  );

  it.each<{ readonly documentId: unknown }>([
    { documentId: { toString: 1, valueOf: 1 } },
    { documentId: {} },
    { documentId: ['x'] },
    { documentId: 5 },
    { documentId: true },
  ])('an identifier that is no text is refused: %j', async (body) => {
    expect(refused(await post(body))).toEqual([400, 'BAD_REQUEST', 'invalid-input']);
  });
});
