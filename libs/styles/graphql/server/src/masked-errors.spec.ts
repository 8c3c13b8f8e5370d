import { HeaderMap } from '@apollo/server';
import { GraphQLError, Kind } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFakes, type ServedFakes } from '../spec/served-fakes.ts';

// Whatever a resolver throws that is no refusal of ours is logged, and answered as nothing but a trace id.

const SECRET = 'password=hunter2';

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served?.app.close());
beforeEach(() => served.forget());

const errorWith = (members: object): Error => Object.assign(new Error(SECRET), members);

const http = { status: 418, headers: new HeaderMap([['x-secret', SECRET]]) };

const node = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'menu' } } as const;

/** What drivers and libraries throw, and what they could. */
const THROWN: Readonly<Record<string, unknown>> = {
  'an error': new Error(SECRET),
  'an error with a cause': new Error('failed', { cause: new Error(SECRET) }),
  'errors together': new AggregateError([new Error(SECRET), SECRET], SECRET),
  'an error of a driver': errorWith({ code: '23505', detail: SECRET, hint: SECRET, routine: SECRET }),
  'an error of another realm': { name: 'Error', message: SECRET, stack: SECRET },
  'an error whose stack is the secret': Object.assign(new Error('failed'), { stack: SECRET }),
  'a text': SECRET,
  'a number': 42,
  nothing: undefined,
  null: null,
  'a symbol': Symbol(SECRET),
  'an object': { password: SECRET },
  'an error that says how it is answered': errorWith({ extensions: { code: 'NOT_FOUND', detail: SECRET, http } }),
  'an error that calls itself a refusal': errorWith({ extensions: { code: 'FORBIDDEN', refusal: SECRET } }),
  'an error that calls itself ours': errorWith({ name: 'Refusal', code: 'forbidden', details: { operation: SECRET } }),
  'an error with frozen extensions': errorWith({ extensions: Object.freeze({ code: 'CONFLICT', detail: SECRET }) }),
  'an error with a status': errorWith({
    status: 418,
    statusCode: 418,
    getStatus: () => 418,
    getResponse: () => SECRET,
  }),
  'an error with a path': errorWith({ path: ['etc', SECRET] }),
  'an error with nodes': errorWith({ nodes: [node] }),
  'an error of GraphQL’s': new GraphQLError(SECRET),
  'an error of GraphQL’s with a code': new GraphQLError(SECRET, { extensions: { code: 'BAD_USER_INPUT', http } }),
  'an error of GraphQL’s with a path': new GraphQLError(SECRET, { path: ['etc', SECRET], extensions: { code: 'X' } }),
  'an error of GraphQL’s that names a field': new GraphQLError(SECRET, { nodes: [node] }),
  'an error of GraphQL’s about variables': new GraphQLError(`Too many errors processing variables, ${SECRET}`),
};

/** Whatever of an answer could tell. */
async function tellingOf(body: RequestInit): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(served.url, { method: 'POST', ...body });
  return { status: response.status, text: `${JSON.stringify([...response.headers])}\n${await response.text()}` };
}

describe.each(Object.entries(THROWN))('%s', (_what, thrown) => {
  beforeEach(() => {
    served.answerOf = (useCase) => {
      if (useCase === 'GetMenu' || useCase === 'ReplaceMenu') throw thrown;
      return { id: 'r-1', name: 'Da Luigi' };
    };
  });

  const ASKED: readonly (readonly [string, string, object])[] = [
    ['a part', '{ restaurant(id: "r-1") { name menu { version } } }', { restaurant: { name: 'Da Luigi', menu: null } }],
    [
      'a change',
      'mutation { replaceMenu(input: { restaurantId: "r-1", items: [] }) { menu { version } userErrors { code } } }',
      { replaceMenu: null },
    ],
  ];

  it.each(ASKED)('of %s is answered with its trace id alone', async (_part, query, data) => {
    const { status, text } = await tellingOf({
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(text).not.toContain(SECRET);
    expect(text).not.toMatch(/ at .*\.ts|node_modules|stack/i);
    expect(status).toBeLessThan(300);
    const answer = JSON.parse(text.slice(text.indexOf('\n') + 1)) as { data: unknown; errors: object[] };
    expect(answer).toEqual({
      data,
      errors: [
        {
          message: 'Something went wrong on our side.',
          locations: [expect.any(Object)],
          path: expect.any(Array),
          extensions: { code: 'INTERNAL_SERVER_ERROR', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) },
        },
      ],
      extensions: { cost: { requested: expect.any(Number), limit: expect.any(Number) } },
    });
    const [error] = answer.errors as [{ path: string[]; extensions: { traceId: string } }];
    expect(error.path).toEqual(Object.keys(data)[0] === 'restaurant' ? ['restaurant', 'menu'] : ['replaceMenu']);
    expect(served.logged).toEqual([expect.stringContaining(`(trace ${error.extensions.traceId})`)]);
  });
});

describe('null for a variable with a default value is found while executing, and is the client’s fault', () => {
  it.each([
    ['query ($id: ID = "r-1") { viewer { role } restaurant(id: $id) { name } }', { id: null }, '/id', ['restaurant']],
    [
      'query ($id: ID = "r-1") { viewer { role } menuItem(menuItemId: "m", restaurantId: $id) { name } }',
      { id: null },
      '/restaurantId',
      ['menuItem'],
    ],
    [
      'query ($s: OrderSort = OLDEST_FIRST) { viewer { role } orders(sort: $s) { nodes { id } } }',
      { s: null },
      '/sort',
      ['orders'],
    ],
  ])('of %s', async (query, variables, argument, path) => {
    const { status, data, errors } = await served.ask(query, variables);
    expect(status).toBeLessThan(300);
    expect(data).toEqual({ viewer: { role: 'CONSUMER' }, [path[0] as string]: null });
    expect(errors).toMatchObject([
      {
        path,
        extensions: {
          code: 'BAD_USER_INPUT',
          refusal: 'invalid-input',
          details: { errors: [{ path: argument, message: errors[0]?.message }] },
        },
      },
    ]);
    expect(served.logged).toEqual([]);
    expect(served.executed).toEqual([]);
  });

  it.each([
    ['query ($if: Boolean = true) { viewer { role } ... @include(if: $if) { node(id: "x") { id } } }'],
    ['query ($if: Boolean = true) { viewer { role @skip(if: $if) } }'],
  ])('of a directive in %s', async (query) => {
    const { status, errors } = await served.ask(query, { if: null });
    expect(status).toBeLessThan(500);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', refusal: 'invalid-input' } }]);
    expect(served.logged).toEqual([]);
  });
});
