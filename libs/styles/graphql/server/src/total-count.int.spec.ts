import { LOADING_MODES, PERSONAS, type LoadingMode, type PersonaName } from '@rungs/application';
import { serveStyle, type ServedStyle } from '@rungs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Asking } from '../spec/asking.ts';
import { GraphqlStyleModule } from './module.ts';

const { ann, bob, luigi } = PERSONAS;

let served: ServedStyle;
let asking: Asking;
beforeAll(async () => {
  served = await serveStyle([GraphqlStyleModule]);
  asking = new Asking(served);
});
afterAll(() => served.close());

interface Connection {
  readonly totalCount?: number | null;
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** How many nodes there are on all pages of the list, by walking them. */
async function walked(field: string, filter: string, as: PersonaName): Promise<number> {
  let length = 0;
  for (let after: string | null = null; ;) {
    const query = `query ($after: String) {
      ${field}(first: 100, after: $after ${filter}) { nodes { __typename } pageInfo { hasNextPage endCursor } }
    }`;
    const { data, errors } = await asking.ask(query, { as, variables: { after } });
    expect(errors).toEqual([]);
    const { nodes, pageInfo } = data?.[field] as Connection;
    length += nodes.length;
    if (!pageInfo.hasNextPage) return length;
    after = pageInfo.endCursor;
  }
}

const LISTS: readonly (readonly [field: string, filter: string, as: PersonaName])[] = [
  ['orders', '', 'ann'],
  ['orders', '', 'sam'],
  ['orders', '', 'dana'],
  ['orders', 'filter: { states: [DELIVERED] }, sort: OLDEST_FIRST', 'luigi'],
  // Hidden: a list of nothing.
  ['orders', `filter: { consumerId: "${bob.consumerId}" }`, 'ann'],
  ['orderHistory', `consumerId: "${ann.consumerId}"`, 'ann'],
  ['orderHistory', `consumerId: "${bob.consumerId}"`, 'sam'],
  ['tickets', '', 'luigi'],
  ['tickets', `filter: { restaurantId: "${luigi.restaurantId}", states: [REJECTED] }`, 'sam'],
  ['deliveries', 'filter: { states: [DELIVERED] }', 'dana'],
  ['restaurants', 'filter: { open: true }', 'ann'],
  ['restaurants', 'filter: { near: { lat: 41.9, lon: 12.5 }, text: "l" }', 'ann'],
  ['consumers', 'filter: { text: "a" }', 'sam'],
  ['couriers', 'filter: { onDuty: true }', 'sam'],
];

describe('a total count', () => {
  it.each(LISTS)('of %s(%s), as %s, is as many as there are on all pages together', async (field, filter, as) => {
    const { data, errors } = await asking.ask(`{ ${field}(first: 1 ${filter}) { totalCount } }`, { as });
    expect(errors).toEqual([]);
    expect((data?.[field] as Connection).totalCount).toBe(await walked(field, filter, as));
  });

  it.each([
    ['{ orders { nodes { state } } }', 1],
    ['{ orders { totalCount } }', 2],
    ['{ orders { many: totalCount several: totalCount } }', 2],
    ['{ orders { ...Counted } } fragment Counted on OrderConnection { totalCount }', 2],
    ['{ orders { ... @include(if: true) { totalCount @skip(if: false) } } }', 2],
    ['{ orders { nodes { state } totalCount @skip(if: true) } }', 1],
    ['{ orders { nodes { state } ... @include(if: false) { totalCount } } }', 1],
    ['query ($counted: Boolean = false) { orders { nodes { state } totalCount @include(if: $counted) } }', 1],
    ['{ one: orders { totalCount } other: orders(sort: OLDEST_FIRST) { nodes { state } } }', 3],
  ])('is taken only where it is selected: %s', async (query, statements) => {
    const asked = await asking.ask(query);
    expect(asked.errors).toEqual([]);
    expect(asked.statements).toBe(statements);
  });

  it('is refused with its page, once, and nothing is counted', async () => {
    const cursor = await asking.ask('{ orders(first: 1) { totalCount pageInfo { endCursor } } }');
    const { pageInfo } = cursor.data?.['orders'] as Connection;
    const foreign = await asking.ask(
      'query ($after: String) { orders(first: 1, after: $after) { totalCount } tickets { totalCount } }',
      { as: 'bob', variables: { after: pageInfo.endCursor } },
    );
    expect(foreign.data).toMatchObject({ orders: null, tickets: { totalCount: expect.any(Number) } });
    expect(foreign.errors).toMatchObject([{ path: ['orders'], extensions: { refusal: 'invalid-input' } }]);
    // Those of the tickets and of their count.
    expect(foreign.statements).toBe(2);

    const forbidden = await asking.ask('{ consumers { totalCount } }');
    expect(forbidden).toMatchObject({ data: { consumers: null }, statements: 0 });
    expect(forbidden.errors).toMatchObject([{ path: ['consumers'], extensions: { refusal: 'forbidden' } }]);
    const hidden = await asking.ask(`{ orderHistory(consumerId: "${bob.consumerId}") { totalCount } }`);
    expect(hidden).toMatchObject({ data: { orderHistory: null }, errors: [] });
  });
});

describe('the orders of a consumer', () => {
  it('are narrowed and sorted like all orders', async () => {
    const query = `query ($orders: OrderFilter, $own: ConsumerOrdersFilter) {
      orders(first: 100, filter: $orders, sort: OLDEST_FIRST) { totalCount nodes { orderId } }
      consumer(id: "${ann.consumerId}") { orders(first: 100, filter: $own, sort: OLDEST_FIRST) { totalCount nodes { orderId } } }
    }`;
    for (const own of [
      { states: ['DELIVERED'] },
      { restaurantId: luigi.restaurantId, placedTo: '2026-11-22T00:00:00Z' },
      { placedFrom: '9999-01-01T00:00:00Z' },
    ]) {
      const variables = { own, orders: { ...own, consumerId: ann.consumerId } };
      const { data, errors } = await asking.ask(query, { as: 'sam', variables });
      expect(errors).toEqual([]);
      expect((data?.['consumer'] as { orders: Connection }).orders).toEqual(data?.['orders']);
    }
  });

  const counting = async (first: number, loading?: LoadingMode) => {
    const query = `{ consumers(first: ${first}) { nodes { orders(first: 1) { totalCount } } } }`;
    const asked = await asking.ask(query, { as: 'sam', loading });
    expect(asked.errors).toEqual([]);
    const { nodes } = asked.data?.['consumers'] as { nodes: { orders: Connection }[] };
    expect(nodes).toHaveLength(first);
    return { statements: asked.statements, counts: nodes.map(({ orders }) => orders.totalCount) };
  };

  it.each([undefined, 'batched', 'one-statement'] as const)(
    'are counted in one statement, however many consumers there are (%s)',
    async (loading) => {
      const of = await Promise.all([2, 5, 20].map((first) => counting(first, loading)));
      expect(new Set(of.map(({ statements }) => statements)).size).toBe(1);
    },
  );

  it('are the same in every way of loading', async () => {
    const [first, ...others] = await Promise.all(LOADING_MODES.map((mode) => counting(20, mode)));
    for (const other of others) expect(other.counts).toEqual(first?.counts);
    expect(Math.max(...(first?.counts ?? []).map(Number))).toBeGreaterThan(0);
  });
});
