import { Refusal } from '@rungs/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFakes, type ServedFakes } from '../../spec/served-fakes.ts';

// Clauses of GraphQL over HTTP, September 2026: https://http-spec.graphql.org/September2026/

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

const GRAPHQL = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

const asking = (query: string, accept: string) =>
  served.send({ method: 'POST', body: JSON.stringify({ query }), headers: { accept } });

/** One of the two parts fails. */
const HALF = '{ viewer { role } menu(restaurantId: "r") { version } }';

describe('GraphQL over HTTP, Status Codes:', () => {
  beforeEach(() => {
    served.answerOf = (useCase) =>
      useCase === 'GetMenu' ? Promise.reject(new Refusal('unavailable', LATER)) : undefined;
  });
  const LATER = { part: 'the database', retryAfterSeconds: 1 };

  it('data and no errors: 200', async () => {
    expect(await asking('{ viewer { role } }', GRAPHQL)).toMatchObject({ status: 200, errors: [] });
  });

  it('data and errors: 294', async () => {
    const answer = await asking(HALF, GRAPHQL);
    expect(answer).toMatchObject({ status: 294, data: { viewer: { role: 'CONSUMER' }, menu: null } });
    expect(answer.errors).toHaveLength(1);
  });

  it('data that is null, and errors: 294', async () => {
    served.answerOf = () => Promise.reject(new Error('No.'));
    const answer = await asking('{ restaurants { nodes { id } } }', GRAPHQL);
    expect([answer.status, answer.errors.length]).toEqual([294, 1]);
  });

  it('a mutation’s user errors are data: 200', async () => {
    served.answerOf = () => Promise.reject(new Refusal('unavailable', LATER));
    const answer = await asking(
      'mutation { clearBasket(input: { consumerId: "c", restaurantId: "r" }) { userErrors { code } } }',
      GRAPHQL,
    );
    expect(answer).toMatchObject({ status: 200, data: { clearBasket: { userErrors: [{ code: 'UNAVAILABLE' }] } } });
  });

  it.each([
    ['a document that cannot be parsed', '{'],
    ['a document that is not valid', '{ coffee }'],
    ['an operation that cannot be told', 'query A { __typename } query B { __typename }'],
    ['variables that cannot be coerced', 'query ($id: ID!) { order(id: $id) { id } }'],
    ['an operation beyond the limits', `{ ${'a'.repeat(3)}: viewer { ${'consumer { orders { nodes { '.repeat(6)}`],
  ])('%s: no data, and so 4xx', async (_what, query) => {
    expect(await asking(query, GRAPHQL)).toMatchObject({ status: 400, data: undefined });
  });

  it('a mutation by GET: 405, and what is allowed', async () => {
    const text = 'mutation { clearBasket(input: { consumerId: 1, restaurantId: 1 }) { userErrors { code } } }';
    const answer = await served.send({ method: 'GET' }, `?query=${encodeURIComponent(text)}`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect(served.executed).toEqual([]);
  });
});

describe('GraphQL over HTTP, Body §5.1:', () => {
  it('the media type is the one of highest priority in Accept, with its encoding', async () => {
    const types = [];
    for (const accept of [GRAPHQL, `${JSON_TYPE};q=0.9, ${GRAPHQL}`, JSON_TYPE, '*/*', `${GRAPHQL};q=0, */*`]) {
      types.push((await asking('{ viewer { role } }', accept)).headers.get('content-type'));
    }
    expect(types).toEqual([GRAPHQL, GRAPHQL, JSON_TYPE, JSON_TYPE, JSON_TYPE].map((type) => `${type}; charset=utf-8`));
  });

  it('a 406 stops the request: nothing is executed, and no mutation done', async () => {
    for (const query of [
      '{ orders { nodes { id } } }',
      'mutation { clearBasket(input: { consumerId: "c", restaurantId: "r" }) { userErrors { code } } }',
    ]) {
      expect((await asking(query, 'text/csv')).status).toBe(406);
    }
    expect(served.executed).toEqual([]);
  });

  it('every 2xx is plain JSON’s 200 to a legacy client', async () => {
    served.answerOf = () => Promise.reject(new Error('No.'));
    expect((await asking(HALF, JSON_TYPE)).status).toBe(200);
  });

  it('what is no GraphQL request is 4xx to a legacy client, too', async () => {
    for (const body of ['{', '{}', '{"query": 1}', '{"query": "{ __typename }", "variables": [7]}']) {
      const answer = await served.send({ method: 'POST', body, headers: { accept: JSON_TYPE } });
      expect([answer.status, answer.headers.get('content-type')], body).toEqual([400, `${JSON_TYPE}; charset=utf-8`]);
    }
  });
});

it('GraphQL over HTTP, Request Parameters: null for what is optional is as good as nothing', async () => {
  const body = JSON.stringify({ query: '{ viewer { role } }', variables: null, operationName: null, extensions: null });
  expect((await served.send({ method: 'POST', body })).status).toBe(200);
});

it('GraphQL over HTTP, JSON Encoding: members that it does not know are ignored', async () => {
  const body = JSON.stringify({ query: '{ viewer { role } }', id: 'q1', persisted: true });
  expect((await served.send({ method: 'POST', body })).status).toBe(200);
});

it('GraphQL over HTTP, GET: an empty operationName is none', async () => {
  const answer = await served.send({ method: 'GET' }, '?query={viewer{role}}&operationName=');
  expect(answer).toMatchObject({ status: 200, data: { viewer: { role: 'CONSUMER' } } });
});
