import { Refusal } from '@rungs/domain';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFakes, type Answer, type ServedFakes } from '../../spec/served-fakes.ts';
import { SCHEMA_SDL } from '../schema.generated.ts';
import { isSameForAll } from './cache-scope.ts';

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => {
  served.forget();
  served.answerOf = (useCase) =>
    useCase === 'GetRestaurant' ? { id: 'r', version: 1, name: 'Da Luigi', cuisine: 'Italian' } : undefined;
});

const get = (query: string, headers = {}): Promise<Answer> =>
  served.send({ method: 'GET', headers }, `?${new URLSearchParams({ query }).toString()}`);
const hintsOf = ({ headers }: Answer) => headers.get('cache-control');

const RESTAURANT = '{ restaurant(id: "r") { name cuisine } }';

describe('whether an answer is the same for everybody', () => {
  const schema = buildSchema(SCHEMA_SDL);
  const isSame = (text: string): boolean => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is no operation.');
    return isSameForAll({ schema, document, operation });
  };

  it.each([
    RESTAURANT,
    '{ restaurants(first: 3) { totalCount nodes { id name address { city } } pageInfo { hasNextPage } } }',
    '{ menu(restaurantId: "r") { __typename items { name price { amount } photo { data } } } }',
    'query { ...Both } fragment Both on Query { restaurant(id: "r") { menu { version } } ... on Query { __typename } }',
    '{ __schema { types { name } } }',
  ])('%s is', (text) => {
    expect(isSame(text)).toBe(true);
  });

  it.each([
    '{ viewer { role } }',
    '{ order(id: "o") { state } }',
    '{ node(id: "r") { id } }',
    '{ restaurant(id: "r") { name availableActions } }',
    '{ restaurant(id: "r") { menu { items { availableActions } } } }',
    '{ restaurant(id: "r") { menuImport(id: "i") { state } } }',
    '{ restaurants { pageInfo { endCursor } } }',
    '{ restaurants { edges { cursor } } }',
    '{ restaurant(id: "r") { name } viewer { role } }',
    '{ order(id: "o") { restaurant { name } } }',
    'query { restaurant(id: "r") { ...Mine } } fragment Mine on Restaurant { ... { availableActions } }',
    // Left out or not is for variables to say, each time.
    'query ($mine: Boolean!) { restaurant(id: "r") { name availableActions @include(if: $mine) } }',
  ])('%s is not', (text) => {
    expect(isSame(text)).toBe(false);
  });
});

describe('the answer to a GET', () => {
  it('that is the same for everybody may be kept by every cache, and is held against the server first', async () => {
    const answer = await get(RESTAURANT);
    expect(hintsOf(answer)).toBe('public, no-cache');
    expect(answer.headers.get('vary')).toBe('Accept, Accept-Encoding');
  });

  it('that depends on who asks is for their own cache', async () => {
    const answer = await get('{ viewer { role } }');
    expect(hintsOf(answer)).toBe('private, no-cache');
    expect(answer.headers.get('vary')).toBe('Accept, Authorization, Accept-Encoding');
  });

  it('says what a POST’s says, byte for byte', async () => {
    const headers = { accept: 'application/graphql-response+json', 'content-type': 'application/json' };
    const [byGet, byPost] = await Promise.all([
      fetch(`${served.url}?${new URLSearchParams({ query: RESTAURANT }).toString()}`, { headers }),
      fetch(served.url, { method: 'POST', headers, body: JSON.stringify({ query: RESTAURANT }) }),
    ]);
    expect(await byGet.text()).toBe(await byPost.text());
    expect(hintsOf({ headers: byPost.headers } as Answer)).toBe('no-store');
    expect(byPost.headers.get('etag')).toBe(null);
  });

  it('is 304 to who holds it, and 200 with another validator when it has changed', async () => {
    const tag = (await get(RESTAURANT)).headers.get('etag') ?? '';
    const url = `${served.url}?${new URLSearchParams({ query: RESTAURANT }).toString()}`;
    const headers = { accept: 'application/graphql-response+json', 'content-type': 'application/json' };
    const again = await fetch(url, { headers: { ...headers, 'if-none-match': tag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect(again.headers.get('cache-control')).toBe('public, no-cache');
    served.answerOf = () => ({ id: 'r', version: 2, name: 'Da Gino', cuisine: 'Italian' });
    const changed = await fetch(url, { headers: { ...headers, 'if-none-match': tag } });
    expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false]);
  });

  it('has another validator in another media type', async () => {
    const tags = await Promise.all(
      ['application/json', 'application/graphql-response+json'].map(async (accept) =>
        (await get(RESTAURANT, { accept })).headers.get('etag'),
      ),
    );
    expect(new Set(tags).size).toBe(2);
  });

  it('is for nobody to keep when a part of it failed, or when it is a refusal', async () => {
    served.answerOf = (useCase) => {
      if (useCase === 'GetMenu') throw new Refusal('unavailable', { part: 'The database', retryAfterSeconds: 1 });
      return { id: 'r', name: 'Da Luigi' };
    };
    for (const query of ['{ restaurant(id: "r") { name menu { version } } }', '{ coffee }', '{']) {
      const answer = await get(query);
      expect([hintsOf(answer), answer.headers.get('etag')], query).toEqual(['no-store', null]);
    }
  });
});
