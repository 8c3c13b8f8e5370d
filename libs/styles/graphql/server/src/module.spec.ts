import { Module, type Provider } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import * as application from '@rungs/application';
import { Refusal } from '@rungs/domain';
import { createHttpApp, TokenService } from '@rungs/http';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GRAPHQL_SETTINGS, GraphqlStyleModule } from './module.ts';
import { RESOLVED } from './nodes.ts';

type Executed = { readonly useCase: string; readonly input: unknown };
const executed: Executed[] = [];
const logged: unknown[] = [];
let answerOf: (useCase: string) => unknown = () => undefined;

/** Use cases that note what they were asked, and answer what the test says. */
const fakeUseCases = Object.values(application).flatMap((useCase): Provider[] => {
  if (typeof useCase !== 'function' || !('execute' in (useCase.prototype ?? {}))) return [];
  const execute = async (_actor: unknown, input: unknown): Promise<unknown> => {
    executed.push({ useCase: useCase.name, input });
    return answerOf(useCase.name);
  };
  return [{ provide: useCase, useValue: { execute } }];
});

@Module({})
class FakeUseCasesModule {}
const provided = [...fakeUseCases, { provide: GRAPHQL_SETTINGS, useValue: { introspection: true } }];
const fakes = { module: FakeUseCasesModule, global: true, providers: provided, exports: provided };

@Module({ imports: [fakes as never, GraphqlStyleModule] })
class ServedModule {}

let app: Awaited<ReturnType<typeof createHttpApp>>;
let url: string;
let token: string;

beforeAll(async () => {
  const store = { load: () => Promise.resolve(undefined), save: <T>(key: T) => Promise.resolve(key) };
  const tokens = await TokenService.withOwnKey({ issuer: 'rungs', audience: 'rungs' }, store);
  app = await createHttpApp(ServedModule, {
    tokens,
    onDefect: (error, { traceId, part }) => logged.push(`${part}: ${String(error)} (trace ${traceId})`),
  });
  await app.listen(0, '127.0.0.1');
  url = `${await app.getUrl()}/graphql`;
  token = (await tokens.issue(application.PERSONAS.ann)).access_token;
});
afterAll(() => app.close());
beforeEach(() => {
  executed.length = 0;
  logged.length = 0;
  answerOf = () => undefined;
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

async function send(init: RequestInit, search = ''): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...init.headers };
  const response = await fetch(`${url}${search}`, { ...init, headers });
  const { data, errors = [] } = (await response.json()) as Partial<Answer>;
  return { status: response.status, headers: response.headers, data, errors };
}

const ask = (query: string, variables: object = {}): Promise<Answer> =>
  send({ method: 'POST', body: JSON.stringify({ query, variables }) });

const refusalIn = ({ errors }: Answer): unknown => errors[0]?.extensions['refusal'];
const ORDER = { id: 'o-1', state: 'APPROVED', actions: ['cancelOrder'], lineItems: [] };

describe('resolvers', () => {
  it('answer exactly the fields that are not properties', () => {
    const { schema } = app.get(GraphQLSchemaHost, { strict: false });
    const resolved = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (!isObjectType(type) || type.name.startsWith('__')) return [];
      const fields = Object.values(type.getFields()).filter(({ resolve }) => resolve !== undefined);
      return fields.length > 0 ? [[type.name, fields.map(({ name }) => name).sort()]] : [];
    });
    const expected = Object.entries(RESOLVED).map(([type, fields]) => [type, [...fields].sort()]);
    expect(Object.fromEntries(resolved)).toEqual(Object.fromEntries(expected));
  });
});

describe('look-ahead', () => {
  const partsAskedFor = (): unknown => (executed[0]?.input as { parts?: readonly string[] }).parts;

  it.each([
    ['{ order(id: "o-1") { state } }', []],
    ['{ order(id: "o-1") { consumer { version } bill { orderId } } }', ['consumer', 'bill']],
    ['{ order(id: "o-1") { delivery { state courier { name } } } }', ['delivery', 'courier']],
    [
      '{ o: order(id: "o-1") { t: ticket { state } ...Rest } } fragment Rest on Order { restaurant { name } }',
      ['ticket', 'restaurant'],
    ],
    [
      '{ order(id: "o-1") { ... on Node { id } ... { bill { orderId } } ... on Order { ticket { state } } } }',
      ['bill', 'ticket'],
    ],
    ['{ order(id: "o-1") { bill @skip(if: true) { orderId } ticket @include(if: false) { state } } }', []],
    ['{ order(id: "o-1") { delivery { state } delivery { courier { name } } } }', ['delivery', 'courier']],
  ])('finds the parts of %s', async (query, parts) => {
    answerOf = () => ({ order: ORDER });
    await ask(query);
    expect(executed).toHaveLength(1);
    expect(new Set(partsAskedFor() as string[])).toEqual(new Set(parts));
  });

  it('reads through node(id) too', async () => {
    answerOf = () => ({ order: ORDER, bill: { orderId: 'o-1' } });
    const id = Buffer.from('Order:o-1').toString('base64url');
    const query = `{ node(id: "${id}") { __typename id ... on Order { bill { orderId } } ... on Bill { subtotal { amount } } } }`;
    expect((await ask(query)).data).toEqual({ node: { __typename: 'Order', id, bill: { orderId: 'o-1' } } });
    expect(executed).toEqual([{ useCase: 'GetOrderDetails', input: { orderId: 'o-1', parts: ['bill'] } }]);
  });

  it('loads the parts of listed orders once per order, and none when none are asked for', async () => {
    const page = { items: [ORDER, { ...ORDER, id: 'o-2' }], cursors: ['a', 'b'], next: 'b' };
    answerOf = (useCase) => (useCase === 'ListOrders' ? page : { order: ORDER, ticket: { state: 'ACCEPTED' } });
    await ask('{ orders { nodes { orderId } } }');
    expect(executed.map(({ useCase }) => useCase)).toEqual(['ListOrders']);
    executed.length = 0;
    await ask('{ orders { edges { cursor node { ticket { state } bill { orderId } } } } }');
    expect(executed.map(({ useCase }) => useCase)).toEqual(['ListOrders', 'GetOrderDetails', 'GetOrderDetails']);
  });
});

describe('what is hidden or missing', () => {
  it('is null, and no error', async () => {
    answerOf = () => Promise.reject(new Refusal('order-not-found', { id: 'x' }));
    expect(await ask('{ order(id: "x") { id } }')).toMatchObject({ status: 200, data: { order: null }, errors: [] });
    expect((await ask('{ node(id: "nonsense") { id } }')).data).toEqual({ node: null });
  });
});

describe('a refusal', () => {
  it('of a mutation is data of its own type', async () => {
    answerOf = () => Promise.reject(new Refusal('stale-version', { expectedVersion: 1, currentVersion: 2 }));
    const query =
      'mutation { cancelOrder(input: {orderId: "o", expectedVersion: 1}) { order { id } userErrors { __typename code ... on StaleVersionRefusal { currentVersion } } } }';
    const userErrors = [{ __typename: 'StaleVersionRefusal', code: 'STALE_VERSION', currentVersion: 2 }];
    expect((await ask(query)).data).toEqual({ cancelOrder: { order: null, userErrors } });
  });

  it('of a query is a top-level error with the code that all styles share', async () => {
    answerOf = () => Promise.reject(new Refusal('unauthenticated', { reason: 'missing' }));
    const answer = await ask('{ order(id: "x") { id } }');
    expect(answer).toMatchObject({ status: 200, data: { order: null } });
    expect(answer.errors[0]?.extensions).toEqual({
      code: 'UNAUTHENTICATED',
      refusal: 'unauthenticated',
      details: { reason: 'missing' },
    });
  });

  it('names a page size by the argument that said it', async () => {
    const errors = [{ path: '/limit', message: 'must be a whole number from 1 to 100' }];
    answerOf = () => Promise.reject(new Refusal('invalid-input', { errors }));
    const answer = await ask('{ orders(first: 0) { nodes { id } } }');
    expect(answer.errors[0]?.extensions['details']).toEqual({ errors: [{ ...errors[0], path: '/first' }] });
  });

  it.each([
    ['mutation { makeCoffee { cups } }', 'operation-unknown'],
    ['{ coffee }', 'operation-unknown'],
    ['{ order(id: "x") { colour } }', 'invalid-input'],
    ['{ order(id: ["x", "y"]) { id } }', 'invalid-input'],
    ['{ order }', 'invalid-input'],
    ['{ order(id: "x" { id }', 'unreadable'],
  ])('of %s is %s', async (query, code) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(refusalIn(answer)).toBe(code);
    expect(executed).toEqual([]);
  });

  it.each([
    [{ restaurantId: 'r', paymentToken: 't', lines: 'two pizzas' }, '/lines'],
    [{ restaurantId: 'r', paymentToken: 't', lines: [{ menuItemId: 'm', quantity: 'two' }] }, '/lines/0/quantity'],
    [{ restaurantId: 'r', paymentToken: 't', lines: [], state: 'DELIVERED' }, '/state'],
    [
      { restaurantId: 'r; x', paymentToken: 't', lines: [{ menuItemId: 'm', quantity: 1, price: 1 }] },
      '/lines/0/price',
    ],
    [{ restaurantId: 'r', paymentToken: 't' }, '/lines'],
  ])('of the input %j names %s', async (input, path) => {
    const answer = await ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } } }', {
      input,
    });
    expect(answer.status).toBe(400);
    expect(refusalIn(answer)).toBe('invalid-input');
    expect(answer.errors[0]?.extensions['details']).toMatchObject({ errors: [{ path }] });
    expect(executed).toEqual([]);
  });
});

describe('over HTTP', () => {
  it('a body that cannot be parsed is refused in GraphQL’s shape', async () => {
    for (const body of ['{"query":', '', '[1]', '{}', '{"query": 1}']) {
      const answer = await send({ method: 'POST', body });
      expect(answer.status, body).toBe(400);
      expect(refusalIn(answer), body).toBe('unreadable');
    }
  });

  it('a bad credential is 401 with a challenge, whatever is asked', async () => {
    const answer = await send({ method: 'POST', body: '{"query":', headers: { authorization: 'Bearer nonsense' } });
    expect(answer.status).toBe(401);
    expect(refusalIn(answer)).toBe('unauthenticated');
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
  });

  it('the media type of GraphQL answers is spoken to those who accept it', async () => {
    const body = JSON.stringify({ query: '{ viewer { role } }' });
    const answer = await send({ method: 'POST', body, headers: { accept: 'application/graphql-response+json' } });
    expect(answer.data).toEqual({ viewer: { role: 'CONSUMER' } });
    expect(answer.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('queries may come by GET, mutations may not', async () => {
    const query = (text: string): string => `?query=${encodeURIComponent(text)}`;
    expect((await send({ method: 'GET' }, query('{ viewer { role } }'))).data).toEqual({
      viewer: { role: 'CONSUMER' },
    });
    const mutation = await send(
      { method: 'GET' },
      query('mutation { clearBasket(input: {consumerId: 1, restaurantId: 1}) { basket { id } } }'),
    );
    expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('what a browser could send without asking first is refused', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await send({ method: 'POST', body: '{"query":"{ viewer { role } }"}', headers })).status).toBe(415);
    expect((await fetch(`${url}?query={viewer{role}}`)).status).toBe(400);
  });

  it('other methods and batches are refused', async () => {
    expect((await send({ method: 'PUT', body: '{}' })).status).toBe(405);
    expect((await send({ method: 'POST', body: '[{"query":"{ viewer { role } }"}]' })).status).toBe(400);
  });

  it('a defect is logged, and told by its trace id alone, at its path alone', async () => {
    answerOf = (useCase) => {
      if (useCase === 'GetMenu') throw new Error('password=hunter2');
      return { id: 'r-1', name: 'Da Luigi' };
    };
    const answer = await ask(
      '{ restaurant(id: "r-1") { name menu { version } } menu(restaurantId: "r-1") { version } }',
    );
    expect(answer.data).toEqual({ restaurant: { name: 'Da Luigi', menu: null }, menu: null });
    expect(JSON.stringify(answer.errors)).not.toContain('hunter2');
    const traceIds = answer.errors.map(({ extensions }) => String(extensions['traceId']));
    expect(logged).toHaveLength(2);
    expect(logged.toSorted()).toEqual([
      `menu: Error: password=hunter2 (trace ${traceIds[0]})`,
      `restaurant.menu: Error: password=hunter2 (trace ${traceIds[1]})`,
    ]);
    expect(answer.errors.map(({ extensions }) => Object.keys(extensions).sort())).toEqual([
      ['code', 'traceId'],
      ['code', 'traceId'],
    ]);
  });
});

describe('limits', () => {
  const hostile: [string, string][] = [
    ['many levels', `{ order(id: "x") ${'{ consumer { orders { nodes '.repeat(40)} { id } ${'} } }'.repeat(40)} }`],
    ['many aliases', `{ ${Array.from({ length: 200 }, (_, at) => `a${at}: order(id: "x") { id }`).join(' ')} }`],
    [
      'a wide fan-out',
      '{ orders(first: 100) { nodes { consumer { orders(first: 100) { nodes { bill { orderId } } } } } } }',
    ],
    ['many tokens', `{ ${'viewer { role } '.repeat(1000)} }`],
    [
      'circular fragments',
      '{ order(id: "x") { ...A } } fragment A on Order { consumer { orders { nodes { ...A } } } }',
    ],
    [
      'multiplying fragments',
      `{ ...F0 } ${Array.from({ length: 30 }, (_, at) => `fragment F${at} on Query { a: node(id: 1) { ...F${at + 1} } b: node(id: 2) { ...F${at + 1} } }`).join(' ')} fragment F30 on Query { viewer { role } }`,
    ],
  ];

  it.each(hostile)('refuse %s before anything is read', async (_what, query) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(answer.errors.length).toBeGreaterThan(0);
    expect(executed).toEqual([]);
  });

  it('count a page size that comes in a variable', async () => {
    const query =
      'query ($n: Int) { a: orders(first: $n) { nodes { bill { orderId } } } b: orders(first: $n) { nodes { bill { orderId } } } }';
    answerOf = () => ({ items: [], cursors: [] });
    expect((await ask(query, { n: 20 })).errors).toEqual([]);
    expect((await ask(query, { n: 100 })).errors[0]?.extensions['code']).toBe('OPERATION_TOO_COSTLY');
  });

  it('let introspection pass', async () => {
    const depth = 'kind name ofType { '.repeat(7);
    const query = `{ __schema { types { fields { args { type { ${depth} kind ${'}'.repeat(7)} } } } } } }`;
    expect((await ask(query)).errors).toEqual([]);
  });
});
