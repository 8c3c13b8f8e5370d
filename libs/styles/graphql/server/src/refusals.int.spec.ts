import { DEMO_ORDERS, OPERATIONS, PERSONAS } from '@rungs/application';
import { REFUSAL_CODES, type RefusalCode } from '@rungs/domain';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Asking, type Asked, type AskedBy } from '../spec/asking.ts';
import { PROVOKED, type Provoked } from '../spec/provoked-refusals.ts';
import { GraphqlStyleModule } from './module.ts';
import { SCHEMA_SDL } from './schema.generated.ts';

const schema = buildSchema(SCHEMA_SDL);

let served: ServedStyle;
let asking: Asking;
beforeAll(async () => {
  served = await serveStyle([GraphqlStyleModule]);
  asking = new Asking(served);
});
afterAll(() => served?.close());

const provoked = Object.entries(PROVOKED).filter((entry): entry is [RefusalCode, Provoked] => 'mutation' in entry[1]);
const codeInSchema = (code: RefusalCode): string => code.toUpperCase().replaceAll('-', '_');

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type of the schema.`);
  return type;
}

/** Every field of the type, and of what is below it. */
function everythingOf(type: GraphQLObjectType): string {
  const selected = Object.values(type.getFields()).map((field) => {
    const inner = getNamedType(field.type);
    return isCompositeType(inner) ? `${field.name} { ${everythingOf(objectType(inner.name))} }` : field.name;
  });
  return selected.join(' ');
}

/** The mutation with the whole of that user error, and whether its payload holds anything else. */
function documentOf({ mutation, typename }: Provoked): string {
  const field = objectType('Mutation').getFields()[mutation];
  if (!field) throw new Error(`There is no mutation ${mutation}.`);
  const payload = objectType(getNamedType(field.type).name);
  const [member = ''] = Object.keys(payload.getFields()).filter((name) => name !== 'userErrors');
  return `mutation ($input: ${String(field.args[0]?.type)}) {
    payload: ${mutation}(input: $input) {
      member: ${member} { __typename }
      userErrors { __typename ... on Refusal { code message } ... on ${typename} { ${everythingOf(objectType(typename))} } }
    }
  }`;
}

interface Payload {
  readonly member: unknown;
  readonly userErrors: readonly Readonly<Record<string, unknown>>[];
}

async function change(asked: Provoked, input: object): Promise<Payload> {
  const { as = 'ann' } = asked;
  const by = as === 'the courier of the order that is ready' ? await carrier() : as;
  const { status, data, errors } = await asking.ask(documentOf(asked), { variables: { input }, as: by });
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  return data?.['payload'] as Payload;
}

async function carrier(): Promise<Exclude<AskedBy, string>> {
  const query = `{ delivery(orderId: "${DEMO_ORDERS.READY_FOR_PICKUP}") { courierId } }`;
  const { data } = await asking.ask(query, { as: 'sam' });
  const { courierId } = data?.['delivery'] as { readonly courierId: string };
  return { role: 'courier', courierId };
}

describe('a mutation that is refused says in its payload', () => {
  it.each(provoked)('%s, by a type of its own with its details', async (code, asked) => {
    if (asked.before) expect((await change(asked, asked.before)).userErrors).toEqual([]);
    const { member, userErrors } = await change(asked, asked.input);
    expect(member).toBeNull();
    expect(userErrors).toHaveLength(1);
    expect(userErrors[0]).toEqual({
      __typename: asked.typename,
      code: codeInSchema(code),
      message: asked.message,
      ...asked.says,
    });
    // Its operation says in the catalogue that it may be refused so.
    const always: readonly RefusalCode[] = ['invalid-input', 'unavailable'];
    expect([...OPERATIONS[asked.mutation as keyof typeof OPERATIONS].refusals, ...always]).toContain(code);
  });

  it('every code that a mutation can meet, and reaches every type of the schema but the one for the others', () => {
    expect(Object.keys(PROVOKED).sort()).toEqual([...REFUSAL_CODES].sort());
    const reached = new Set<string>(provoked.map(([, { typename }]) => typename));
    const refusal = schema.getType('Refusal');
    const types = isInterfaceType(refusal) ? schema.getPossibleTypes(refusal).map(({ name }) => name) : [];
    expect([...reached, 'OtherRefusal'].sort()).toEqual(types.toSorted());
    const writes = Object.values(OPERATIONS).filter(({ kind }) => kind === 'write');
    const met = new Set<RefusalCode>(writes.flatMap(({ refusals }) => [...refusals]));
    met.delete('unauthenticated');
    expect([...met].filter((code) => !('mutation' in PROVOKED[code]))).toEqual([]);
  });

  it('nothing of what it refuses is logged as a defect', () => expect(served.defects).toEqual([]));
});

describe('several at once', () => {
  it('each has its own refusal, and one that is refused hinders no other', async () => {
    const query = `mutation ($input: AcceptTicketsInput!) { acceptTickets(input: $input) {
      acceptances { orderId ticket { state } userError { __typename code ... on TicketNotAcceptableRefusal { state } } }
      userErrors { code } } }`;
    const readyBy = new Date(Date.now() + 3_600_000).toISOString();
    const tickets = [DEMO_ORDERS.REJECTED, DEMO_ORDERS.APPROVED].map((orderId) => ({
      orderId,
      readyBy,
      expectedVersion: 1,
    }));
    const { data, errors } = await asking.ask(query, { as: 'luigi', variables: { input: { tickets } } });
    expect(errors).toEqual([]);
    expect(data).toEqual({
      acceptTickets: {
        acceptances: [
          {
            orderId: DEMO_ORDERS.REJECTED,
            ticket: null,
            userError: { __typename: 'TicketNotAcceptableRefusal', code: 'TICKET_NOT_ACCEPTABLE', state: 'REJECTED' },
          },
          { orderId: DEMO_ORDERS.APPROVED, ticket: { state: 'ACCEPTED' }, userError: null },
        ],
        userErrors: [],
      },
    });
  });
});

describe('what is no outcome of a mutation is a top-level error', () => {
  const ME = PERSONAS.ann.consumerId;
  const TOP_LEVEL: readonly (readonly [string, AskedBy, string, string, RefusalCode])[] = [
    [
      'a mutation of nobody',
      'anonymous',
      'mutation { cancelOrder(input: { orderId: "x" }) { userErrors { code } } }',
      'UNAUTHENTICATED',
      'unauthenticated',
    ],
    ['a list for nobody', 'anonymous', '{ orders { nodes { id } } }', 'UNAUTHENTICATED', 'unauthenticated'],
    ['a list of another role', 'ann', '{ consumers { nodes { id } } }', 'FORBIDDEN', 'forbidden'],
    ['a page size out of bounds', 'ann', '{ orders(first: 101) { nodes { id } } }', 'BAD_USER_INPUT', 'invalid-input'],
    ['a text that is no operation', 'ann', '{ orders( { nodes { id } }', 'GRAPHQL_PARSE_FAILED', 'unreadable'],
    [
      'a mutation that is not there',
      'ann',
      'mutation { makeCoffee { cups } }',
      'GRAPHQL_VALIDATION_FAILED',
      'operation-unknown',
    ],
    [
      'a member that is not there',
      'ann',
      `{ consumer(id: "${ME}") { shoeSize } }`,
      'GRAPHQL_VALIDATION_FAILED',
      'invalid-input',
    ],
  ];

  it.each(TOP_LEVEL)('%s', async (_what, as, query, code, refusal) => {
    const { data, errors }: Asked = await asking.ask(query, { as });
    expect(errors).toMatchObject([{ message: expect.any(String), extensions: { code, refusal } }]);
    expect(Object.values(data ?? {}).every((member) => member === null)).toBe(true);
  });
});
