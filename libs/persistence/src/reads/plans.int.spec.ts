import { ORDER_PARTS, PERSONAS, type OrderFilter, type RestaurantFilter, type Window } from '@rungs/application';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, openDataSource } from '../data-source.ts';
import { DemoData } from '../seed/demo-data.ts';
import type { Statement } from './keyset.ts';
import { ORDER_DETAILS } from './order-details.sql.ts';
import { orderHistoryStatement } from './order-history.sql.ts';
import { orderListStatement } from './order-list.sql.ts';
import { restaurantListStatement } from './restaurant-list.sql.ts';
import { BASKET, CONSUMER, COURIER, DELIVERY, MENU, ORDER } from './single.sql.ts';

// The plans that PostgreSQL makes for 100,000 orders with its default settings, both for the values at hand and for
// a prepared statement's any values: no read may walk through a table that grows.

const { ann, luigi, dana, sam } = PERSONAS;
const GROWING = ['orders', 'ticket', 'delivery', 'bill', 'location_ping', 'consumer', 'menu_item', 'basket'];
const MIDDLE = ['2026-08-01T18:00:00.000Z', '01a00000-0000-7000-8000-000000000000'];
const ROME = { lat: 41.8956, lon: 12.4936 };
const WINDOWS: readonly Window[] = [{ limit: 20 }, { limit: 100, after: MIDDLE }, { limit: 100, before: MIDDLE }];

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  // No options but the URL's: the planner as it comes.
  dataSource = await openDataSource({ url: database.url });
  await migrate(dataSource);
  await new DemoData(dataSource).loadWhenEmpty({ size: 'large' });
  await dataSource.query(`INSERT INTO basket SELECT id, $1, 1, '[]' FROM consumer`, [luigi.restaurantId]);
  await dataSource.query('ANALYZE basket');
}, 300_000);

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Node[];
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Both plans, so that neither the first execution nor the sixth is a surprise. */
async function plansOf({ text, values }: Statement): Promise<Node[][]> {
  const explained = async (options: string, parameters?: unknown[]): Promise<Node[]> => {
    const [row] = await dataSource.query(`EXPLAIN (${options}FORMAT JSON) ${text}`, parameters);
    return nodesOf(row['QUERY PLAN'][0].Plan);
  };
  return [await explained('', [...values]), await explained('GENERIC_PLAN, ')];
}

const scansOf = (nodes: readonly Node[]): string[] =>
  nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] as string);

const indexesOf = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => (node['Index Name'] === undefined ? [] : [node['Index Name']]));

const ORDER_LISTS: Record<string, readonly [filter: Partial<OrderFilter>, index: string]> = {
  everybody: [{}, 'orders_by_placed_at'],
  'everybody, oldest first': [{ newestFirst: false }, 'orders_by_placed_at'],
  'of some days': [
    { placedFrom: '2026-09-01T00:00:00.000Z', placedTo: '2026-09-04T00:00:00.000Z' },
    'orders_by_placed_at',
  ],
  'in a rare state': [{ states: ['APPROVED'] }, 'orders_by_state'],
  'in a common and a rare state': [{ states: ['DELIVERED', 'PICKED_UP'] }, 'orders_by_state'],
  'of a consumer': [{ consumerId: ann.consumerId }, 'orders_by_consumer'],
  'of a consumer in a state': [{ consumerId: ann.consumerId, states: ['DELIVERED'] }, 'orders_by_consumer'],
  'of a restaurant': [{ restaurantId: luigi.restaurantId }, 'orders_by_restaurant'],
  'of a restaurant in states': [
    { restaurantId: luigi.restaurantId, states: ['APPROVED', 'DELIVERED'] },
    'orders_by_restaurant_and_state',
  ],
  'of a courier': [{ currentCourierId: dana.courierId }, 'delivery_current_by_courier'],
};

describe.for(Object.entries(ORDER_LISTS))('the list of orders: %s', ([_name, [filter, index]]) => {
  it.for(WINDOWS)('walks its index, %o', async (window) => {
    for (const nodes of await plansOf(orderListStatement({ newestFirst: true, ...filter }, window))) {
      expect(scansOf(nodes)).toEqual([]);
      expect(indexesOf(nodes)).toContain(index);
      // Sorted may be what is few: the rows that several states' indexes gave, those of a consumer or a courier.
      const isLong = !filter.states && !filter.consumerId && !filter.currentCourierId;
      if (isLong) expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
    }
  });
});

it.for(WINDOWS)('the order history walks the consumer’s index, %o', async (window) => {
  for (const nodes of await plansOf(orderHistoryStatement(ann.consumerId, window))) {
    expect(scansOf(nodes)).toEqual([]);
    expect(indexesOf(nodes)).toContain('orders_by_consumer');
  }
});

const RESTAURANT_LISTS: Record<string, readonly [filter: RestaurantFilter, index: string]> = {
  all: [{}, 'restaurant_by_name'],
  open: [{ open: true }, 'restaurant_open_by_name'],
  'of a cuisine': [{ cuisine: 'Italian' }, 'restaurant_by_cuisine'],
  'by words': [{ text: 'luigi' }, 'restaurant_by_words'],
  near: [{ near: ROME }, 'restaurant_by_place'],
};

it.for(Object.entries(RESTAURANT_LISTS))(
  'the list of restaurants, %s, uses an index',
  async ([_name, [filter, index]]) => {
    const window = { limit: 20 };
    const [custom, generic] = await plansOf(restaurantListStatement(filter, window));
    expect(indexesOf(custom as Node[])).toContain(index);
    expect(scansOf(generic as Node[])).toEqual([]);
  },
);

const SINGLE: Record<string, Statement> = {
  'order details': { text: ORDER_DETAILS, values: [ann.consumerId, ...ORDER_PARTS.map(() => true)] },
  order: { text: ORDER, values: [ann.consumerId] },
  delivery: { text: DELIVERY, values: [ann.consumerId] },
  'consumer, seen by a restaurant': { text: CONSUMER, values: [ann.consumerId, luigi.restaurantId, null] },
  'consumer, seen by a courier': { text: CONSUMER, values: [ann.consumerId, null, dana.courierId] },
  'courier, seen by a consumer': { text: COURIER, values: [dana.courierId, ann.consumerId, null] },
  'courier, seen by a restaurant': { text: COURIER, values: [dana.courierId, null, luigi.restaurantId] },
  'courier, seen by support': { text: COURIER, values: [sam.supportAgentId, null, null] },
  menu: { text: MENU, values: [luigi.restaurantId] },
  basket: { text: BASKET, values: [ann.consumerId, luigi.restaurantId] },
};

it.for(Object.entries(SINGLE))('the read of one, %s, scans no table that grows', async ([_name, statement]) => {
  for (const nodes of await plansOf(statement)) {
    expect(scansOf(nodes).filter((table) => GROWING.includes(table))).toEqual([]);
  }
});
