import { Refusal } from '@rungs/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFakes, type Answer, type ServedFakes } from '../spec/served-fakes.ts';

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

const refusalIn = ({ errors }: Answer): unknown => errors[0]?.extensions['refusal'];

describe('a refusal', () => {
  it('of a mutation is data of its own type', async () => {
    served.answerOf = () => Promise.reject(new Refusal('stale-version', { expectedVersion: 1, currentVersion: 2 }));
    const query =
      'mutation { cancelOrder(input: {orderId: "o", expectedVersion: 1}) { order { id } userErrors { __typename code ... on StaleVersionRefusal { currentVersion } } } }';
    const userErrors = [{ __typename: 'StaleVersionRefusal', code: 'STALE_VERSION', currentVersion: 2 }];
    expect((await served.ask(query)).data).toEqual({ cancelOrder: { order: null, userErrors } });
  });

  it('of a query is a top-level error with the code that all styles share', async () => {
    served.answerOf = () => Promise.reject(new Refusal('unauthenticated', { reason: 'missing' }));
    const answer = await served.ask('{ order(id: "x") { id } }');
    expect(answer).toMatchObject({ status: 294, data: { order: null } });
    expect(answer.errors[0]?.extensions).toEqual({
      code: 'UNAUTHENTICATED',
      refusal: 'unauthenticated',
      details: { reason: 'missing' },
    });
  });

  it('names a page size by the argument that said it', async () => {
    const errors = [{ path: '/limit', message: 'must be a whole number from 1 to 100' }];
    served.answerOf = () => Promise.reject(new Refusal('invalid-input', { errors }));
    const answer = await served.ask('{ orders(first: 0) { nodes { id } } }');
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
    const answer = await served.ask(query);
    expect(answer.status).toBe(400);
    expect(refusalIn(answer)).toBe(code);
    expect(served.executed).toEqual([]);
  });

  it('of very many wrong values is no fault of ours', async () => {
    const query = 'mutation ($input: ReplaceMenuInput!) { replaceMenu(input: $input) { menu { id } } }';
    const answer = await served.ask(query, { input: { restaurantId: 'r', items: Array<object>(200).fill({}) } });
    expect(answer.status).toBe(400);
    expect(answer.errors.length).toBeGreaterThan(20);
    const codes = answer.errors.map(({ extensions }) => [extensions['code'], extensions['refusal']]);
    expect(new Set(codes.map(String))).toEqual(new Set(['BAD_USER_INPUT,invalid-input']));
    expect(answer.errors.at(-1)?.message).toBe('Further values are wrong, too; these are the first.');
    expect(served.logged).toEqual([]);
  });

  it('of an instant says where in the operation it stands', async () => {
    const answer = await served.ask('{ orders(filter: { placedFrom: "yesterday" }) { nodes { id } } }');
    expect([answer.status, refusalIn(answer)]).toEqual([400, 'invalid-input']);
    expect(answer.errors[0]).toMatchObject({ locations: [{ line: 1, column: 32 }] });
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
    const answer = await served.ask(
      'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } } }',
      {
        input,
      },
    );
    expect(answer.status).toBe(400);
    expect(refusalIn(answer)).toBe('invalid-input');
    expect(answer.errors[0]?.extensions['details']).toMatchObject({ errors: [{ path }] });
    expect(served.executed).toEqual([]);
  });
});

it('takes null for a member that is absent, which stays as it is', async () => {
  served.answerOf = () => ({ id: 'm-1', version: 1 });
  const query = 'mutation ($input: UpdateMenuItemInput!) { updateMenuItem(input: $input) { menuItem { version } } }';
  const input = { restaurantId: 'r', menuItemId: 'm', name: null, description: null, tags: null, available: false };
  const { data } = await served.ask(query, { input });
  expect(data).toEqual({ updateMenuItem: { menuItem: { version: 1 } } });
  const asked = { restaurantId: 'r', menuItemId: 'm', available: false };
  expect(served.executed).toEqual([{ useCase: 'UpdateMenuItem', input: asked }]);
});

describe('over HTTP', () => {
  it('a body that cannot be parsed is refused in GraphQL’s shape', async () => {
    for (const body of ['{"query":', '', '[1]', '{}', '{"query": 1}']) {
      const answer = await served.send({ method: 'POST', body });
      expect(answer.status, body).toBe(400);
      expect(refusalIn(answer), body).toBe('unreadable');
    }
  });

  it('a bad credential is 401 with a challenge, whatever is asked', async () => {
    const answer = await served.send({
      method: 'POST',
      body: '{"query":',
      headers: { authorization: 'Bearer nonsense' },
    });
    expect(answer.status).toBe(401);
    expect(refusalIn(answer)).toBe('unauthenticated');
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
  });

  it('the media type of GraphQL answers is spoken to those who accept it', async () => {
    const body = JSON.stringify({ query: '{ viewer { role } }' });
    const answer = await served.send({
      method: 'POST',
      body,
      headers: { accept: 'application/graphql-response+json' },
    });
    expect(answer.data).toEqual({ viewer: { role: 'CONSUMER' } });
    expect(answer.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('queries may come by GET, mutations may not', async () => {
    const query = (text: string): string => `?query=${encodeURIComponent(text)}`;
    expect((await served.send({ method: 'GET' }, query('{ viewer { role } }'))).data).toEqual({
      viewer: { role: 'CONSUMER' },
    });
    const mutation = await served.send(
      { method: 'GET' },
      query('mutation { clearBasket(input: {consumerId: 1, restaurantId: 1}) { basket { id } } }'),
    );
    expect([mutation.status, mutation.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('what a browser could send without asking first is refused', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect((await served.send({ method: 'POST', body: '{"query":"{ viewer { role } }"}', headers })).status).toBe(415);
    expect((await fetch(`${served.url}?query={viewer{role}}`)).status).toBe(400);
  });

  it('what other styles take as a body is of no media type that is understood here', async () => {
    for (const type of ['text/csv', 'image/png', 'application/xml; charset=utf-8', 'application/jsonp']) {
      const answer = await served.send({
        method: 'POST',
        body: '{"query":"{ viewer { role } }"}',
        headers: { 'content-type': type },
      });
      expect([answer.status, answer.data, answer.errors[0]?.message], type).toEqual([
        415,
        undefined,
        'The body is of no media type that is understood here.',
      ]);
    }
    const body = '{"query":"{ viewer { role } }"}';
    const other = await served.send({ method: 'POST', body, headers: { 'content-type': 'application/graphql+json' } });
    expect(other.data).toEqual({ viewer: { role: 'CONSUMER' } });
  });

  it('nobody may keep an answer, a refusal neither', async () => {
    const refused = [
      served.send({ method: 'PUT', body: '{}' }),
      served.send({ method: 'POST', body: '{' }),
      served.send({ method: 'POST', body: 'a', headers: { 'content-type': 'text/csv' } }),
      served.send({ method: 'POST', body: '{}', headers: { authorization: 'Bearer nonsense' } }),
      served.send({ method: 'GET' }, '/elsewhere'),
      served.ask('{ coffee }'),
    ];
    const answers = await Promise.all(refused);
    expect(answers.map(({ status }) => status)).toEqual([405, 400, 415, 401, 404, 400]);
    for (const { headers, status } of answers) expect(headers.get('cache-control'), String(status)).toBe('no-store');
  });

  it('other methods and batches are refused', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const answer = await served.send({ method, body: '{}' });
      expect([answer.status, answer.headers.get('allow')], method).toEqual([405, 'GET, POST']);
      expect(answer.errors[0]?.message).toBe(`${method} is not allowed at /graphql; allowed: GET, POST.`);
    }
    expect((await served.send({ method: 'POST', body: '[{"query":"{ viewer { role } }"}]' })).status).toBe(400);
  });

  it('a defect is logged, and told by its trace id alone, at its path alone', async () => {
    served.answerOf = (useCase) => {
      if (useCase === 'GetMenu') throw new Error('password=hunter2');
      return { id: 'r-1', name: 'Da Luigi' };
    };
    const answer = await served.ask(
      '{ restaurant(id: "r-1") { name menu { version } } menu(restaurantId: "r-1") { version } }',
    );
    expect(answer.data).toEqual({ restaurant: { name: 'Da Luigi', menu: null }, menu: null });
    expect(JSON.stringify(answer.errors)).not.toContain('hunter2');
    const traceIds = answer.errors.map(({ extensions }) => String(extensions['traceId']));
    expect(served.logged).toHaveLength(2);
    expect(served.logged.toSorted()).toEqual([
      `menu: Error: password=hunter2 (trace ${traceIds[0]})`,
      `restaurant.menu: Error: password=hunter2 (trace ${traceIds[1]})`,
    ]);
    expect(answer.errors.map(({ extensions }) => Object.keys(extensions).sort())).toEqual([
      ['code', 'traceId'],
      ['code', 'traceId'],
    ]);
  });
});
