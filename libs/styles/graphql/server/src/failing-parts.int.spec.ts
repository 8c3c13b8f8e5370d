import { DEMO_ORDERS, PERSONAS } from '@rungs/application';
import { Refusal } from '@rungs/domain';
import { entry } from '@rungs/graphql-client';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { buildSchema, isObjectType } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Asking, type Asked, type AskedHow } from '../spec/asking.ts';
import { FaultyReads, type ReadName } from '../spec/faulty-reads.ts';
import { COUNTED_LISTS, READING } from '../spec/reading-fields.ts';
import { GraphqlStyleModule } from './module.ts';
import { SCHEMA_SDL } from './schema.generated.ts';

// One part that fails is null, with an error at its path: never what is beside it, and never the page.

const reads = new FaultyReads();
let served: ServedStyle;
let asking: Asking;
let menuImportId: string;

beforeAll(async () => {
  served = await serveStyle([GraphqlStyleModule], { readsThrough: reads.through });
  asking = new Asking(served);
  const luigi = entry.connect({ baseUrl: served.baseUrl, fetch, accessToken: await served.tokenFor('luigi') });
  const { restaurantId } = PERSONAS.luigi;
  menuImportId = (await luigi.importMenu({ restaurantId, csv: 'name,price\nPanna cotta,600\n' })).id;
});
afterAll(() => served?.close());
afterEach(() => reads.mend());

const SECRET = 'password=hunter2 host=10.0.0.7';

class DriverError extends Error {
  readonly code = '08006';
  readonly detail = SECRET;
}

const throwing = (error: unknown) => (): never => {
  throw error;
};

type Path = readonly (string | number)[];

function at(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((held, step) => (held as Record<string, unknown> | null)?.[step], data);
}

/** The same data, with null there. */
function without(data: unknown, ...paths: readonly Path[]): unknown {
  const copy = structuredClone(data);
  for (const path of paths) (at(copy, path.slice(0, -1)) as Record<string, unknown>)[path.at(-1) as string] = null;
  return copy;
}

async function asIs(query: string, how: AskedHow): Promise<unknown> {
  const { data, errors } = await asking.ask(query, how);
  expect(errors, String(served.logged.at(-1)?.error)).toEqual([]);
  return data;
}

/** What was answered as a defect, each with its path: masked, and logged as it was under the trace id that was told. */
function expectDefects(answer: Asked, thrown: unknown, paths: readonly Path[], loggedBefore: number): void {
  const parts = paths.map((path) => path.join('.'));
  expect(answer.errors.map(({ path }) => path?.join('.')).sort()).toEqual(parts.toSorted());
  const logged = served.logged.slice(loggedBefore);
  for (const { message, extensions, ...rest } of answer.errors) {
    const { traceId, ...said } = extensions;
    expect({ message, said, members: Object.keys(rest).sort() }).toEqual({
      message: 'Something went wrong on our side.',
      said: { code: 'INTERNAL_SERVER_ERROR' },
      members: ['locations', 'path'],
    });
    const part = rest.path?.join('.');
    expect(logged.filter((entry) => entry.part === part)).toMatchObject([{ traceId, error: thrown }]);
  }
  expect(logged).toHaveLength(paths.length);
  expect(JSON.stringify([answer.data, answer.errors, ...answer.headers])).not.toContain('hunter2');
}

describe.each(READING)('%s, when its read fails', (_field, { read, query, path, as }) => {
  const how = (): AskedHow => ({ variables: { menuImportId }, ...(as && { as }) });

  it('is null, with a masked error at its path, and all the rest is there', async () => {
    const data = await asIs(query, how());
    expect(at(data, path), 'is there when nothing fails').not.toBeNull();
    const error = new DriverError(`connect ECONNREFUSED ${SECRET}`);
    reads.breakRead(read, throwing(error));
    const before = served.logged.length;
    const answer = await asking.ask(query, how());
    expect(answer.status).toBeLessThan(300);
    expect(answer.data).toEqual(without(data, path));
    expectDefects(answer, error, [path], before);
  });

  it('is null, and says how long to wait, when what it needs is down', async () => {
    const data = await asIs(query, how());
    const down = new Refusal('unavailable', { part: 'The database', retryAfterSeconds: 3 });
    reads.breakRead(read, throwing(down));
    const before = served.logged.length;
    const { data: left, errors } = await asking.ask(query, how());
    expect(left).toEqual(without(data, path));
    const { code, message, details } = down.toData();
    expect(errors).toEqual([
      { message, path, locations: expect.any(Array), extensions: { code: 'UNAVAILABLE', refusal: code, details } },
    ]);
    expect(served.logged.slice(before)).toEqual([]);
  });
});

it('is shown for the count of every list that has one', () => {
  const counted = Object.values(buildSchema(SCHEMA_SDL).getTypeMap()).filter(
    (type) => isObjectType(type) && 'totalCount' in type.getFields(),
  );
  expect(Object.keys(COUNTED_LISTS).sort()).toEqual(counted.map(({ name }) => name).sort());
});

interface Listed {
  readonly list: string;
  readonly part: string;
  readonly selected: string;
  readonly read: ReadName;
  /** Of the listed thing: what its part is read by. */
  readonly key: string;
}

const LISTED: readonly Listed[] = [
  { list: 'tickets', part: 'order', selected: '{ state }', read: 'findOrderDetails', key: 'orderId' },
  { list: 'deliveries', part: 'order', selected: '{ state }', read: 'findOrderDetails', key: 'orderId' },
  { list: 'deliveries', part: 'track', selected: '{ nodes { lat } }', read: 'findTrack', key: 'orderId' },
  { list: 'deliveries', part: 'courier', selected: '{ name }', read: 'findCourier', key: 'courierId' },
  { list: 'couriers', part: 'currentDelivery', selected: '{ state }', read: 'findDelivery', key: 'currentDeliveryId' },
  { list: 'consumers', part: 'orders', selected: '{ nodes { state } }', read: 'listOrders', key: 'consumerId' },
  { list: 'restaurants', part: 'menu', selected: '{ version }', read: 'findMenu', key: 'restaurantId' },
];

it.each(LISTED)(
  'the $part of one of the $list fails alone, whichever way it is loaded',
  async ({ list, part, selected, read, key }) => {
    const query = `{ ${list}(first: 12) { nodes { ${key} ${part} ${selected} } pageInfo { endCursor } } }`;
    for (const loading of [undefined, 'one-statement', 'batched', 'per-row'] as const) {
      reads.mend();
      const how: AskedHow = { as: 'sam', loading };
      const data = await asIs(query, how);
      const nodes = at(data, [list, 'nodes']) as Record<string, unknown>[];
      const chosen = nodes.findLast((node) => node[part] !== null)?.[key] as string;
      const paths = nodes.flatMap((node, index) => (node[key] === chosen ? [[list, 'nodes', index, part]] : []));
      const error = new DriverError(SECRET);
      reads.breakRead(read, throwing(error), chosen);
      const before = served.logged.length;
      const answer = await asking.ask(query, how);
      expect(answer.data).toEqual(without(data, ...paths));
      expectDefects(answer, error, paths, before);
    }
  },
);

describe('what cannot be null takes no more down than the nearest part that can', () => {
  const id = DEMO_ORDERS.PICKED_UP;
  const nameless = async (_asked: readonly unknown[], properly: () => Promise<unknown>): Promise<unknown> => {
    const { courier, ...record } = (await properly()) as { courier: object };
    return { ...record, courier: { ...courier, name: undefined } };
  };

  it('a courier without a name is no courier, of an order that is there', async () => {
    const query = `{ order(id: "${id}") { state delivery { state courier { vehicle name } } bill { paymentState } } }`;
    const data = await asIs(query, {});
    reads.breakRead('findOrderDetails', nameless);
    const answer = await asking.ask(query);
    expect(answer.data).toEqual(without(data, ['order', 'delivery', 'courier']));
    expect(answer.errors).toMatchObject([
      { message: 'Something went wrong on our side.', path: ['order', 'delivery', 'courier', 'name'] },
    ]);
    expect(String(served.logged.at(-1)?.error)).toContain('non-nullable field Courier.name');
  });

  it('nor is it one of a viewer, or by itself', async () => {
    const query = `{ viewer { role courier { name } } courier(id: "${PERSONAS.dana.courierId}") { name } }`;
    reads.breakRead('findCourier', nameless);
    const answer = await asking.ask(query, { as: 'dana' });
    expect(answer.data).toEqual({ viewer: { role: 'COURIER', courier: null }, courier: null });
    expect(answer.errors.map(({ path }) => path?.join('.')).sort()).toEqual(['courier.name', 'viewer.courier.name']);
  });
});
