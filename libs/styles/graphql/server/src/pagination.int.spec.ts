import { serveStyle, type ServedStyle } from '@rungs/testing';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Asking, type Asked } from '../spec/asking.ts';
import { documentOf, nameOf, PAGED_LISTS, type Item, type PageArguments, type PagedList } from '../spec/paged-lists.ts';
import { GraphqlStyleModule } from './module.ts';
import { SCHEMA_SDL } from './schema.generated.ts';

// Relay's cursor connections: https://relay.dev/graphql/connections.htm

let served: ServedStyle;
let asking: Asking;
beforeAll(async () => {
  served = await serveStyle([GraphqlStyleModule]);
  asking = new Asking(served);
});
afterAll(() => served?.close());

interface ConnectionPage {
  readonly edges: readonly { readonly cursor: string; readonly node: Item }[];
  readonly nodes: readonly Item[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount?: number;
}

function ask(list: PagedList, page: PageArguments, as = list.as, also?: string): Promise<Asked> {
  return asking.ask(documentOf(list, also), { variables: page, as });
}

function connectionIn({ data }: Asked): ConnectionPage | null {
  const held = (data ?? {}) as Readonly<Record<string, unknown>>;
  const [above] = Object.values(held);
  return ('list' in held ? held['list'] : (above as Item | null)?.['list']) as ConnectionPage | null;
}

/** A page whose parts agree with each other. */
async function pageOf(list: PagedList, page: PageArguments): Promise<ConnectionPage> {
  const answer = await ask(list, page);
  expect(answer.errors).toEqual([]);
  const read = connectionIn(answer) as ConnectionPage;
  expect(read.nodes).toEqual(read.edges.map(({ node }) => node));
  expect(read.pageInfo.startCursor).toBe(read.edges[0]?.cursor ?? null);
  expect(read.pageInfo.endCursor).toBe(read.edges.at(-1)?.cursor ?? null);
  return read;
}

type Edges = ConnectionPage['edges'];

/** From the first to the last, `between` two pages doing whatever it does. */
async function forwards(
  list: PagedList,
  first: number,
  between?: (page: ConnectionPage) => Promise<void>,
): Promise<Edges> {
  let page = await pageOf(list, { first });
  expect(page.pageInfo.hasPreviousPage).toBe(false);
  const walked = [...page.edges];
  while (page.pageInfo.hasNextPage) {
    expect(page.edges).toHaveLength(first);
    await between?.(page);
    page = await pageOf(list, { first, after: page.pageInfo.endCursor });
    expect(page.pageInfo.hasPreviousPage).toBe(true);
    walked.push(...page.edges);
  }
  return walked;
}

/** From the last, whose cursor is given, to the first; in list order. */
async function backwards(
  list: PagedList,
  last: number,
  before: string,
  between?: (page: ConnectionPage) => Promise<void>,
): Promise<Edges> {
  const walked: Edges[number][] = [];
  let page: ConnectionPage;
  let cursor: string | null = before;
  do {
    page = await pageOf(list, { last, before: cursor });
    expect(page.pageInfo.hasNextPage).toBe(true);
    if (page.pageInfo.hasPreviousPage) expect(page.edges).toHaveLength(last);
    walked.unshift(...page.edges);
    cursor = page.pageInfo.startCursor;
    if (page.pageInfo.hasPreviousPage) await between?.(page);
  } while (page.pageInfo.hasPreviousPage);
  return walked;
}

/** All that tells the things apart. */
const keysOf = (edges: Edges): string[] => edges.map(({ node }) => JSON.stringify(node));
const whole = (list: PagedList): Promise<Edges> => forwards(list, 100);
const LISTS = PAGED_LISTS.map((list) => [nameOf(list), list] as const);

it('is shown for every connection of the schema', () => {
  const fields = Object.values(buildSchema(SCHEMA_SDL).getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__')
      ? Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
          .map((field) => `${type.name}.${field.name}`)
      : [],
  );
  expect([...new Set(PAGED_LISTS.map(({ field }) => field))].sort()).toEqual(fields.sort());
});

describe.each(LISTS)('%s', (_name, list) => {
  it('is the same list in pages of any size, forwards and backwards', async () => {
    const all = await whole(list);
    expect(all.length).toBeGreaterThan(4);
    expect(new Set(keysOf(all)).size, 'each once').toBe(all.length);
    const last = all.at(-1) as Edges[number];
    const sizes = [2, 7, all.length - 1, all.length].filter((size) => size <= 100);
    for (const size of sizes) {
      expect(await forwards(list, size), `forwards by ${size}`).toEqual(all);
      expect([...(await backwards(list, size, last.cursor)), last], `backwards by ${size}`).toEqual(all);
    }
  });

  it('ends where it ends: an empty page beyond either end has no cursors', async () => {
    const all = await whole(list);
    const nothing = { edges: [], nodes: [], pageInfo: { startCursor: null, endCursor: null } };
    const beyond = await pageOf(list, { first: 3, after: all.at(-1)?.cursor });
    expect(beyond).toMatchObject(nothing);
    expect(beyond.pageInfo.hasNextPage).toBe(false);
    const before = await pageOf(list, { last: 3, before: all[0]?.cursor });
    expect(before).toMatchObject(nothing);
    expect(before.pageInfo.hasPreviousPage).toBe(false);
  });

  it('counts what it holds when it is asked to, and asks nothing more of the database when it is not', async () => {
    const without = await ask(list, { first: 2 });
    const connection = getNamedType(fieldOf(list).type);
    if (!isObjectType(connection) || !('totalCount' in connection.getFields())) {
      expect(connection.toJSON()).toBe('LocationPingConnection');
      return;
    }
    const counted = await ask(list, { first: 2 }, list.as, 'totalCount');
    expect(connectionIn(counted)?.totalCount).toBe((await whole(list)).length);
    expect(counted.statements).toBe(without.statements + 1);
    const skipped = await ask(
      list,
      { first: 2 },
      list.as,
      '... @skip(if: true) { totalCount } totalCount @include(if: false)',
    );
    expect([skipped.data, skipped.statements]).toEqual([without.data, without.statements]);
    const aliased = await ask(list, { first: 2 }, list.as, '... { many: totalCount }');
    expect(connectionIn(aliased)).toMatchObject({ many: connectionIn(counted)?.totalCount });
  });

  describe('refuses', () => {
    /** A page in its middle, whose two cursors are good. */
    let good: { readonly startCursor: string; readonly endCursor: string };
    beforeAll(async () => {
      const { pageInfo } = await pageOf(list, { first: 2 });
      good = pageInfo as typeof good;
    });

    async function expectRefused(page: PageArguments, path: string, as = list.as): Promise<void> {
      const answer = await ask(list, page, as);
      const told = JSON.stringify(page).slice(0, 80);
      expect([answer.status < 500, connectionIn(answer) ?? null], told).toEqual([true, null]);
      expect(answer.errors, told).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT', refusal: 'invalid-input', details: { errors: [{ path }] } } },
      ]);
      expect(answer.errors[0]?.path?.at(-1)).toBe('list');
    }

    it('a cursor of which any character was altered, or that was cut, lengthened or made up', async () => {
      const { endCursor } = good;
      const altered = [...endCursor].map((character, at) => {
        const other = character === 'A' ? 'B' : 'A';
        return `${endCursor.slice(0, at)}${other}${endCursor.slice(at + 1)}`;
      });
      const cut = [
        endCursor.slice(1),
        endCursor.slice(0, -1),
        endCursor.slice(0, 22),
        '',
        'A',
        `${endCursor}A`,
        `${endCursor}=`,
        ` ${endCursor}`,
      ];
      const madeUp = [
        'null',
        '-1',
        "' OR 1=1 --",
        '\u0000',
        'x'.repeat(5000),
        Buffer.from('["2026","x"]').toString('base64url'),
      ];
      for (const after of [...altered, ...cut, ...madeUp]) await expectRefused({ first: 2, after }, '/after');
      for (const before of [altered[0], altered.at(-1), ...cut]) await expectRefused({ last: 2, before }, '/before');
    });

    it('cursors of every other list, sort and filter', async () => {
      for (const other of PAGED_LISTS) {
        // A consumer's own orders are the same list, wherever it is reached from.
        if (nameOf(other) === nameOf(list) || other.as !== list.as || isSameList(other, list)) continue;
        const { pageInfo } = await pageOf(other, { first: 1 });
        await expectRefused({ first: 2, after: pageInfo.endCursor }, '/after');
      }
    });

    it("another's cursors of the same list", async () => {
      const { colleague } = list;
      if (colleague === undefined) throw new Error('Nobody else is named who asks for it.');
      await expectRefused({ first: 2, after: good.endCursor }, '/after', colleague);
      await expectRefused({ last: 2, before: good.endCursor }, '/before', colleague);
    });

    it('pages of no size, of more than 100, and ways that do not go together', async () => {
      const { endCursor } = good;
      for (const first of [0, -1, 101, 2_147_483_647]) await expectRefused({ first }, '/first');
      for (const last of [0, -1, 101, -2_147_483_648]) await expectRefused({ last, before: endCursor }, '/last');
      await expectRefused({ first: 1, last: 1 }, '/last');
      await expectRefused({ last: 1 }, '/before');
      await expectRefused({ last: 1, after: endCursor }, '/before');
      await expectRefused({ last: 1, before: endCursor, after: endCursor }, '/after');
      await expectRefused({ first: 1, before: endCursor }, '/before');
      await expectRefused({ after: endCursor, before: endCursor }, '/before');
    });
  });

  it('takes null for what is absent, and 1 and 100 for sizes', async () => {
    const twenty = await pageOf(list, { first: null, after: null, last: null, before: null });
    expect(twenty.edges).toHaveLength(Math.min(20, (await whole(list)).length));
    expect((await pageOf(list, { first: 1 })).edges).toHaveLength(1);
    await pageOf(list, { last: 100, before: twenty.pageInfo.endCursor });
  });
});

/** So many pairs of rows were inserted, by all of the walks below. */
let turn = 0;

/** The last: they leave rows behind. */
describe.each(LISTS)('%s, while rows are inserted on both sides of where a reader stands', (_name, list) => {
  it('shows forwards what was there, each once, and what came ahead of the reader', async () => {
    const before = keysOf(await whole(list));
    let passed = 0;
    const walked = keysOf(
      await forwards(list, 3, async ({ edges }) => {
        if (passed === 3) return;
        passed += 1;
        turn += 1;
        await list.insert(served.dataSource, edges[0]?.node as Item, false, turn);
        await list.insert(served.dataSource, edges.at(-1)?.node as Item, true, turn);
      }),
    );
    expect(passed).toBeGreaterThan(0);
    expectStable(walked, before, keysOf(await whole(list)), passed);
  });

  it('and backwards', async () => {
    const all = await whole(list);
    const before = keysOf(all).slice(0, -1);
    let passed = 0;
    const walked = keysOf(
      await backwards(list, 3, all.at(-1)?.cursor ?? '', async ({ edges }) => {
        if (passed === 3) return;
        passed += 1;
        turn += 1;
        await list.insert(served.dataSource, edges[0]?.node as Item, false, turn);
        await list.insert(served.dataSource, edges.at(-1)?.node as Item, true, turn);
      }),
    );
    expect(passed).toBeGreaterThan(0);
    expectStable(walked, before, keysOf(await whole(list)).slice(0, -1), passed);
  });

  /** Of what came in pairs, one behind the reader and one ahead, the one ahead is shown. */
  function expectStable(walked: string[], before: string[], after: string[], pairs: number): void {
    expect(after, 'both of each pair came into the list').toHaveLength(before.length + 2 * pairs);
    expect(walked.filter((key) => before.includes(key))).toEqual(before);
    expect(
      after.filter((key) => walked.includes(key)),
      'in list order',
    ).toEqual(walked);
    expect(walked).toHaveLength(before.length + pairs);
  }
});

function fieldOf({ field }: PagedList) {
  const [on = '', name = ''] = field.split('.');
  const type = buildSchema(SCHEMA_SDL).getType(on);
  const found = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!found) throw new Error(`There is no field ${field}.`);
  return found;
}

const isSameList = (one: PagedList, other: PagedList): boolean =>
  [one, other].every(({ field }) => field.endsWith('track'));
