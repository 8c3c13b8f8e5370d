import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Asked } from '../asking.ts';
import { violationsOf } from './answer-check.ts';
import { askingOf } from './selection.ts';

const schema = buildSchema(`
  scalar DateTime
  scalar MinorUnits
  scalar EmailAddress
  interface Node { id: ID! }
  enum State { OPEN DONE }
  type Part implements Node { id: ID!, name: String!, note: String, at: DateTime, email: EmailAddress }
  type Whole implements Node { id: ID!, state: State!, count: Int!, ratio: Float!, price: MinorUnits!, parts: [Part!]!, part: Part, is: Boolean! }
  type Query { whole: Whole, node(id: ID!): Node, must: Whole! }
`);

const WHOLE = {
  id: 'w',
  state: 'OPEN',
  count: 3,
  ratio: 0.5,
  price: 5_000_000_000,
  parts: [{ id: 'p', name: 'P', at: '2026-11-22T18:04:11.201Z' }],
  is: true,
};
const QUERY = '{ whole { id state count ratio price parts { id name at } is } }';

function check(query: string, answer: Partial<Asked>, variables: Readonly<Record<string, unknown>> = {}): string[] {
  const asked = { status: 200, data: undefined, errors: [], statements: 0, headers: new Headers(), ...answer };
  return violationsOf(askingOf(schema, parse(query), variables), asked);
}

/** The right answer with one member of the whole changed; undefined takes it away. */
const changed = (member: string, value: unknown) => ({
  data: {
    whole: Object.fromEntries(Object.entries({ ...WHOLE, [member]: value }).filter(([, held]) => held !== undefined)),
  },
});
const failed = (path: (string | number)[], code = 'FORBIDDEN', message = 'Not yours to do.') => ({
  errors: [{ path, message, extensions: { code } }],
});

it('finds nothing wrong with a right answer', () => {
  expect(check(QUERY, { data: { whole: WHOLE } })).toEqual([]);
  expect(check(QUERY, { data: { whole: null } })).toEqual([]);
  expect(check(QUERY, { data: { whole: null }, status: 294, ...failed(['whole']) })).toEqual([]);
  expect(check('{ must { id } }', { data: null, status: 294, ...failed(['must', 'id']) })).toEqual([]);
  expect(check(QUERY, { status: 400, ...failed([], 'OPERATION_TOO_COSTLY') })).toEqual([]);
});

describe('finds', () => {
  it.each([
    ['a null where none can be', changed('state', null), 'whole.state: is null and must be State!'],
    ['a null in a list of none', changed('parts', [null]), 'whole.parts.0: is null and must be Part!'],
    ['a null deep down', changed('parts', [{ id: 'p', name: null, at: null }]), 'whole.parts.0.name: is null'],
    ['a value of no enum', changed('state', 'open'), 'whole.state: is no State'],
    ['a number that is not whole', changed('count', 1.5), 'whole.count: is no Int: 1.5'],
    ['a number beyond 32 bits', changed('count', 2 ** 31), 'whole.count: is no Int'],
    ['a text for a number', changed('ratio', '0.5'), 'whole.ratio: is no Float'],
    ['a number for a text', changed('id', 7), 'whole.id: is no ID: 7'],
    ['a fraction of money', changed('price', 1.25), 'whole.price: is no MinorUnits'],
    ['a text for a boolean', changed('is', 'true'), 'whole.is: is no Boolean'],
    [
      'an instant with an offset',
      changed('parts', [{ id: 'p', name: 'P', at: '2026-11-22T18:04:11+01:00' }]),
      'whole.parts.0.at: is no DateTime',
    ],
    ['an object for a list', changed('parts', {}), 'whole.parts: is no list'],
    ['a list for an object', { data: { whole: [] } }, 'whole: is no object'],
    ['a member that is missing', changed('count', undefined), 'whole: has id,state,ratio'],
    [
      'a member that nobody asked for',
      changed('note', 'x'),
      'whole: has id,state,count,ratio,price,parts,is,note where',
    ],
    [
      'members in another order',
      { data: { whole: { ...Object.fromEntries(Object.entries(WHOLE).toReversed()) } } },
      'whole: has is,parts',
    ],
  ])('%s', (_what, answer, found) => {
    expect(check(QUERY, answer)).toEqual([expect.stringContaining(found)]);
  });

  it('what aliases, fragments and directives select, and what they leave out', () => {
    const query = `query ($no: Boolean!, $yes: Boolean = true) {
      a: whole { b: id ... on Node { id } ...F state @skip(if: $yes) } whole @include(if: $no) { id }
    } fragment F on Whole { is }`;
    expect(check(query, { data: { a: { b: 'w', id: 'w', is: true } } }, { no: false })).toEqual([]);
    expect(
      check(query, { data: { a: { b: 'w', id: 'w', is: true }, whole: { id: 'w' } } }, { no: false }),
    ).toHaveLength(1);
    expect(check(query, { data: { a: { b: 'w', id: 'w', is: true } } }, { no: true })).toHaveLength(1);
  });

  it('a thing that is not of the type that it says, or does not say it', () => {
    const query = '{ node(id: 1) { __typename id ... on Part { name } } }';
    expect(check(query, { data: { node: { __typename: 'Whole', id: 'w' } } })).toEqual([]);
    expect(check(query, { data: { node: { __typename: 'Part', id: 'p' } } })).toHaveLength(1);
    expect(check(query, { data: { node: { __typename: 'Query', id: 'p' } } })).toHaveLength(1);
    expect(check('{ whole { __typename } }', { data: { whole: { __typename: 'Part' } } })).toHaveLength(1);
  });

  it.each([
    ['a failure of ours', { status: 500, ...failed([]) }, 'status 500'],
    ['silence', {}, 'neither data nor errors'],
    ['nothing, and no reason for it', { data: null }, 'neither data nor errors'],
    ['a refusal that is called a success', { ...failed([]) }, 'no data, and status 200'],
    ['a success that is called a refusal', { status: 400, data: { whole: null } }, 'data, and status 400'],
    [
      'a defect',
      { data: { whole: null }, ...failed(['whole'], 'INTERNAL_SERVER_ERROR') },
      'whole: code INTERNAL_SERVER_ERROR',
    ],
    ['a code that nobody knows', { data: { whole: null }, ...failed(['whole'], '42P01') }, 'whole: code 42P01'],
    [
      'what a driver says',
      { data: { whole: null }, ...failed(['whole'], 'FORBIDDEN', 'relation "orders" does not exist') },
      'whole: tells too much',
    ],
    [
      'a stack',
      { data: { whole: null }, ...failed(['whole'], 'FORBIDDEN', 'x at Object.a (/srv/b.ts:1:2)') },
      'whole: tells too much',
    ],
    [
      'an error with a value',
      { data: { whole: WHOLE }, ...failed(['whole', 'id']) },
      'whole.id: has an error and a value',
    ],
    [
      'an error from nowhere',
      { data: { whole: null }, errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] },
      'without a path',
    ],
  ] as const)('%s', (_what, answer, found) => {
    expect(check(QUERY, answer as Partial<Asked>)).toContainEqual(expect.stringContaining(found));
  });
});
