import {
  ORDER_PARTS,
  PERSONAS,
  type DeliveryFilter,
  type OrderFilter,
  type RestaurantFilter,
  type TicketFilter,
  type Window,
} from '@rungs/application';
import { createTestDatabase, type TestDatabase } from '@rungs/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, openDataSource } from '../data-source.ts';
import { LONGEST_WAITING } from '../delivery/dispatch.rows.ts';
import { DemoData } from '../seed/demo-data.ts';
import { orderCountStatement, ticketCountStatement } from './counts.sql.ts';
import type { Statement } from './keyset.ts';
import { ORDER_DETAILS } from './order-details.sql.ts';
import { orderHistoryStatement } from './order-history.sql.ts';
import { orderListStatement, orderRowListStatement } from './order-list.sql.ts';
import {
  deliveryListStatement,
  deliveryRowListStatement,
  ticketListStatement,
  ticketRowListStatement,
} from './party-lists.sql.ts';
import { consumerListStatement, courierListStatement } from './people-lists.sql.ts';
import { restaurantListStatement } from './restaurant-list.sql.ts';
import * as kinds from './row-kinds.sql.ts';
import { together } from './shared-statements.ts';
import { BASKET, CONSUMER, COURIER, DELIVERY, MENU, MENU_IMPORT, ORDER, PHOTO, TICKET } from './single.sql.ts';
import { pingListStatement, trackStatement } from './track.sql.ts';

// The plans that PostgreSQL makes for 100,000 orders with its default settings, both for the values at hand and for
// a prepared statement's any values: no read may walk through a table that grows.

const { ann, luigi, dana, sam } = PERSONAS;
const GROWING = [
  'orders',
  'ticket',
  'delivery',
  'bill',
  'location_ping',
  'consumer',
  'menu_item',
  'menu_item_photo',
  'menu_import',
  'menu_import_line',
  'basket',
];
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
  await dataSource.query('INSERT INTO menu_item_photo SELECT id, $1 FROM menu_item ON CONFLICT DO NOTHING', ['']);
  await dataSource.query(
    `INSERT INTO menu_import SELECT gen_random_uuid(), id, 'spec', now(), 'DONE', 20 FROM restaurant, generate_series(1, 5)`,
  );
  await dataSource.query(
    `INSERT INTO menu_import_line SELECT id, line, '{}', id FROM menu_import, generate_series(1, 20) AS of (line)`,
  );
  await dataSource.query('ANALYZE basket, menu_item_photo, menu_import, menu_import_line');
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
    const asked = { newestFirst: true, ...filter };
    const rows = await plansOf(orderRowListStatement(asked, window));
    for (const nodes of [...(await plansOf(orderListStatement(asked, window))), ...rows]) {
      expect(scansOf(nodes)).toEqual([]);
      expect(indexesOf(nodes)).toContain(index);
      // Sorted may be what is few: the rows that several states' indexes gave, those of a consumer or a courier.
      const isLong = !filter.states && !filter.consumerId && !filter.currentCourierId;
      if (isLong) expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
    }
    for (const nodes of await plansOf(orderListStatement(asked, window, new Set(ORDER_PARTS)))) {
      expect(scansOf(nodes)).toEqual([]);
      expect(indexesOf(nodes)).toEqual(expect.arrayContaining([index, 'location_ping_pkey']));
    }
  });
});

it.for(WINDOWS)('the order history walks the consumer’s index, %o', async (window) => {
  for (const nodes of await plansOf(orderHistoryStatement(ann.consumerId, window))) {
    expect(scansOf(nodes)).toEqual([]);
    expect(indexesOf(nodes)).toContain('orders_by_consumer');
  }
});

const ANNS = { consumerId: ann.consumerId };
const LUIGIS = { restaurantId: luigi.restaurantId };
const DANAS = { courierId: dana.courierId };

/** With the index that the walk needs, and whether its rows come out of it in order. */
const TICKET_LISTS: Record<string, readonly [filter: TicketFilter, index: string, sorted: boolean]> = {
  everybody: [{}, 'orders_by_placed_at', false],
  'in a rare state': [{ states: ['AWAITING_ACCEPTANCE'] }, 'ticket_by_state', true],
  'in a common and a rare state': [{ states: ['PICKED_UP', 'PREPARING'] }, 'ticket_by_state', true],
  'of a consumer': [ANNS, 'orders_by_consumer', true],
  'of a consumer in a state': [{ ...ANNS, states: ['AWAITING_ACCEPTANCE'] }, 'orders_by_consumer', true],
  'of a restaurant': [LUIGIS, 'orders_by_restaurant', false],
  'of a restaurant in states': [
    { ...LUIGIS, states: ['AWAITING_ACCEPTANCE', 'ACCEPTED'] },
    'ticket_by_restaurant_and_state',
    true,
  ],
  'of a courier': [{ currentCourierId: dana.courierId }, 'delivery_current_by_courier', true],
};

const DELIVERY_LISTS: Record<string, readonly [filter: DeliveryFilter, index: string, sorted: boolean]> = {
  everybody: [{}, 'orders_by_placed_at', false],
  'in a rare state': [{ states: ['SCHEDULED'] }, 'delivery_by_state', true],
  'in a common and a rare state': [{ states: ['DELIVERED', 'PENDING'] }, 'delivery_by_state', true],
  'of a consumer': [ANNS, 'orders_by_consumer', true],
  'of a consumer in a state': [{ ...ANNS, states: ['PENDING'] }, 'orders_by_consumer', true],
  'of a consumer by a courier': [{ ...ANNS, ...DANAS }, 'orders_by_consumer', true],
  'of a restaurant': [LUIGIS, 'orders_by_restaurant', false],
  'of a restaurant in states': [
    { ...LUIGIS, states: ['PENDING', 'SCHEDULED'] },
    'delivery_by_restaurant_and_state',
    true,
  ],
  'of a courier': [DANAS, 'delivery_by_courier', true],
  'of a courier in a state': [{ ...DANAS, states: ['PICKED_UP'] }, 'delivery_', true],
  'of a restaurant by a courier': [{ ...LUIGIS, ...DANAS }, 'delivery_', true],
};

const PARTY_LISTS = [
  ...Object.entries(TICKET_LISTS).flatMap(([name, [filter, ...expected]]) =>
    [ticketListStatement, ticketRowListStatement].map(
      (statement) => [`tickets: ${name}`, (window: Window) => statement(filter, window), ...expected] as const,
    ),
  ),
  ...Object.entries(DELIVERY_LISTS).flatMap(([name, [filter, ...expected]]) =>
    [deliveryListStatement, deliveryRowListStatement].map(
      (statement) => [`deliveries: ${name}`, (window: Window) => statement(filter, window), ...expected] as const,
    ),
  ),
];

describe.for(PARTY_LISTS)('the list of %s', ([_name, statement, index, sorted]) => {
  it.for(WINDOWS)('walks its index, %o', async (window) => {
    for (const nodes of await plansOf(statement(window))) {
      expect(scansOf(nodes)).toEqual([]);
      expect(indexesOf(nodes).filter((name) => name.startsWith(index))).not.toEqual([]);
      if (!sorted) expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
    }
  });
});

const NAMED = ['Marino', 'Bob', sam.supportAgentId];
const NAME_WINDOWS: readonly Window[] = [{ limit: 20 }, { limit: 100, after: NAMED }, { limit: 100, before: NAMED }];

it.for(NAME_WINDOWS)('the list of consumers walks their names, %o', async (window) => {
  for (const nodes of await plansOf(consumerListStatement({}, window))) {
    expect(scansOf(nodes)).toEqual([]);
    expect(indexesOf(nodes)).toContain('consumer_by_name');
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort');
  }
});

it('the list of consumers by rare words finds them by the words', async () => {
  const [custom, generic] = await plansOf(consumerListStatement({ text: 'ann@example.com conti' }, { limit: 20 }));
  expect(indexesOf(custom as Node[])).toContain('consumer_by_words');
  for (const nodes of [custom, generic]) expect(scansOf(nodes as Node[])).toEqual([]);
});

it.for([{}, { onDuty: true }])('the list of couriers walks their names, %o', async (filter) => {
  for (const nodes of await plansOf(courierListStatement(filter, { limit: 20 }))) {
    expect(scansOf(nodes)).toEqual([]);
    expect(indexesOf(nodes)).toContain(filter.onDuty ? 'courier_on_duty_by_name' : 'courier_by_name');
  }
});

it.for(
  WINDOWS.map(({ limit, after, before }) => ({
    limit,
    ...(after && { after: [after[0] as string, '7'] }),
    ...(before && { before: [before[0] as string, '7'] }),
  })),
)('a track walks the delivery’s pings, %o', async (window) => {
  for (const statement of [trackStatement, pingListStatement]) {
    for (const nodes of await plansOf(statement(ann.consumerId, window))) {
      expect(scansOf(nodes)).toEqual([]);
      expect(indexesOf(nodes)).toContain('location_ping_pkey');
    }
  }
});

it('what waits longest for a courier is found among the tickets under way, in the order of their acceptance', async () => {
  const [row] = await dataSource.query(`EXPLAIN (FORMAT JSON) ${LONGEST_WAITING}`);
  const nodes = nodesOf(row['QUERY PLAN'][0].Plan);
  expect(scansOf(nodes).filter((table) => GROWING.includes(table))).toEqual([]);
  expect(indexesOf(nodes)).toContain('ticket_under_way');
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
  ticket: { text: TICKET, values: [ann.consumerId] },
  photo: { text: PHOTO, values: [luigi.restaurantId, luigi.restaurantId] },
  'menu import': { text: MENU_IMPORT, values: [luigi.restaurantId, luigi.restaurantId] },
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

const PAGE = { limit: 20 };
const COUNTED = { ...ANNS, states: ['DELIVERED' as const] };
/** By whoever's things they are. */
const OWNED: readonly (readonly [string, Statement])[] = [
  ...Object.entries(SINGLE).map(([name, { text, values }]) => {
    const keys = /basket|photo|import/.test(name) ? [1, 2] : [1];
    return [name, { text, values, keys }] as const;
  }),
  ...Object.entries(ORDER_LISTS).map(([name, [filter]]) => {
    const asked = { newestFirst: true, ...filter };
    return [`orders ${name}`, orderListStatement(asked, PAGE, new Set(ORDER_PARTS))] as const;
  }),
  ...PARTY_LISTS.map(([name, statement]) => [name, statement(PAGE)] as const),
  ['order history', orderHistoryStatement(ann.consumerId, PAGE)],
  ['track', trackStatement(ann.consumerId, PAGE)],
  ['pings', pingListStatement(ann.consumerId, PAGE)],
  ['count of orders', orderCountStatement(COUNTED)],
  ['count of tickets', ticketCountStatement(LUIGIS)],
];

it.for(OWNED.filter(([, { keys = [] }]) => keys.length > 0))(
  'what a hundred ask for in one statement, %s, scans no table that grows',
  async ([_name, statement]) => {
    for (const nodes of await plansOf(together(Array.from({ length: 100 }, () => statement)))) {
      expect(scansOf(nodes).filter((table) => GROWING.includes(table))).toEqual([]);
    }
  },
);

const KINDS = Object.entries(kinds) as [string, kinds.RowKind<unknown>][];

it.for(KINDS)('rows found by one key and by a hundred, %s, scan no table that grows', async ([_name, kind]) => {
  const { one, several } = kind;
  const orders = (await dataSource.query('SELECT id FROM orders LIMIT 100')) as { id: string }[];
  const ids = orders.map(({ id }) => id);
  const parts = one.includes('$2') ? 2 : 1;
  const statements = [
    { text: one, values: ids.slice(0, parts) },
    { text: several, values: Array.from({ length: parts }, () => ids) },
  ];
  for (const statement of statements) {
    for (const nodes of await plansOf(statement)) {
      expect(scansOf(nodes).filter((table) => GROWING.includes(table))).toEqual([]);
    }
  }
});
