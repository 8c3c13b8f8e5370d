import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { collectGarbage } from '../../spec/garbage.ts';
import { HOSTILE_QUERIES, type HostileQuery } from '../../spec/hostile-queries.ts';
import { RawSocket } from '../../spec/raw-socket.ts';
import { serveFakes, type Answer, type ServedFakes } from '../../spec/served-fakes.ts';

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

/** For each query; what is kept with a document of 1,000 tokens is 100,000 and more. */
const LARGEST_GROWTH_BYTES = 5000;

const post = (body: unknown): Promise<Answer> => served.send({ method: 'POST', body: JSON.stringify(body) });

describe('what strangers send', () => {
  it.each(HOSTILE_QUERIES)('$name is refused before anything of ours runs', async ({ build, code, limit }) => {
    const answer = await post(build());
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    const found = answer.errors.map(({ extensions }) => [extensions['code'], extensions['limit']]);
    expect(found).toContainEqual([code, limit]);
    const refusals = new Set(answer.errors.map(({ extensions }) => extensions['refusal']));
    const ofGraphqlItself = ['unreadable', 'operation-unknown'];
    expect(
      [...refusals].filter((refusal) => refusal !== 'invalid-input' && !ofGraphqlItself.includes(String(refusal))),
    ).toEqual([]);
    expect(JSON.stringify(answer.errors)).not.toMatch(/stack|node_modules|\.[jt]s:\d/);
    expect(served.executed).toEqual([]);
    expect(served.logged).toEqual([]);
  });

  it('in batches is refused whatever is in them', async () => {
    for (const length of [1, 2, 100]) {
      const answer = await post(Array.from({ length }, () => ({ query: '{ viewer { role } }' })));
      expect([answer.status, answer.data]).toEqual([400, undefined]);
    }
  });
});

it('that is quoted in an error is quoted in short', async () => {
  const query = 'query ($n: Int) { orders(first: $n) { nodes { id } } }';
  const { errors } = await post({ query, variables: { n: 'n'.repeat(900_000) } });
  expect(errors[0]?.message).toMatch(/^Variable "\$n" got invalid value "n+…$/);
  expect(JSON.stringify(errors).length).toBeLessThan(2000);
});

describe('memory', () => {
  interface Hostile {
    readonly query: string;
    readonly variables?: object | undefined;
  }
  /** Sends some at a time, and tells how each was refused. */
  type Door = (asked: readonly Hostile[]) => Promise<readonly unknown[]>;

  const overHttp: Door = async (asked) => (await Promise.all(asked.map(post))).map(({ status }) => status);

  async function overWebSocket(): Promise<Door> {
    const socket = await RawSocket.signedIn(served.url, served.authorization);
    onTestFinished(() => socket.leave());
    return async (asked) => {
      for (const { query, ...rest } of asked) socket.subscribe(randomUUID(), query, rest);
      const told: unknown[] = [];
      for (const _ of asked) told.push((await socket.next())?.type);
      return told;
    };
  }

  /** What the process holds when what can be freed has been: V8 lets go of buffers on a thread of its own. */
  async function heldBytes(): Promise<number> {
    const held: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      collectGarbage();
      await new Promise(setImmediate);
      const { heapUsed, external } = process.memoryUsage();
      held.push(heapUsed + external);
    }
    return Math.min(...held);
  }

  /** So many hostile queries, none like another but for those that the store may keep. */
  async function sendHostile(count: number, send: Door, refused: unknown): Promise<void> {
    const light = HOSTILE_QUERIES.filter(({ build }) => JSON.stringify(build()).length < 20_000);
    expect(light.length).toBeGreaterThan(30);
    const hostile = (at: number): Hostile => {
      const { build, code } = light[at % light.length] as HostileQuery;
      const { query, variables } = build();
      const isKept = code === 'OPERATION_TOO_COSTLY' || code === 'OPERATION_RESOLUTION_FAILURE';
      return { query: isKept ? query : `${query} # ${randomUUID()}`, variables };
    };
    for (let sent = 0; sent < count; sent += 20) {
      const told = await send(Array.from({ length: 20 }, (_, at) => hostile(sent + at)));
      expect(new Set(told)).toEqual(new Set([refused]));
    }
  }

  it.each([
    ['over HTTP', () => Promise.resolve(overHttp), 400],
    ['over a WebSocket that lives on', overWebSocket, 'error'],
  ] as const)(
    'stays flat under 1,000 of them %s',
    async (_where, door, refused) => {
      const send = await door();
      await sendHostile(200, send, refused);
      const before = await heldBytes();
      await sendHostile(1000, send, refused);
      const growth = async (): Promise<number> => ((await heldBytes()) - before) / 1000;
      // What is still on its way to be freed is, sooner or later; what is kept is not.
      await expect.poll(growth, { timeout: 10_000 }).toBeLessThan(LARGEST_GROWTH_BYTES);
    },
    240_000,
  );
});

describe('in production', () => {
  let closed: ServedFakes;
  beforeAll(async () => {
    closed = await serveFakes({ introspection: false });
  });
  afterAll(() => closed.app.close());

  it.each([
    '{ __schema { queryType { name } } }',
    '{ __type(name: "Order") { name } }',
    '{ viewer { ...S } } fragment S on Viewer { __typename } query Q { __schema { types { name } } }',
  ])('the schema is not told: %s', async (query) => {
    const answer = await closed.ask(query);
    expect([answer.status, answer.data]).toEqual([400, undefined]);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED', refusal: 'invalid-input' });
    expect(JSON.stringify(answer.errors)).toContain('"message":"This server does not tell its schema."');
    expect(JSON.stringify(answer.errors)).not.toMatch(/apollo/i);
  });

  it('the name of a type that was read is told', async () => {
    expect((await closed.ask('{ __typename viewer { __typename } }')).data).toEqual({
      __typename: 'Query',
      viewer: { __typename: 'Viewer' },
    });
  });

  it.each([
    ['{ ordres { nodes { id } } }', undefined],
    ['{ viewer { rol } }', undefined],
    ['{ order(idd: 1) { id } }', undefined],
    ['{ orders(sort: NEWEST_FRIST) { nodes { id } } }', undefined],
    ['{ node(id: 1) { ... on Ordre { id } } }', undefined],
    ['query ($s: OrderSort!) { orders(sort: $s) { nodes { id } } }', { s: 'NEWEST_FRIST' }],
    ['query ($f: OrderFilter) { orders(filter: $f) { nodes { id } } }', { f: { state: [] } }],
  ])('no name is suggested: %s', async (query, variables) => {
    const said = JSON.stringify((await closed.ask(query, variables)).errors);
    expect(said).not.toMatch(/did you mean/i);
    // Where the schema is told, validation helps; variables have nobody who would type them.
    const helped = /did you mean/i.test(JSON.stringify((await served.ask(query, variables)).errors));
    expect(helped).toBe(variables === undefined);
  });
});
