import { describe, expect, it } from 'vitest';
import type { Statement } from './keyset.ts';
import { SharedStatements, together } from './shared-statements.ts';

const ask = (id: string, limit = 2): Statement => ({
  text: 'SELECT x FROM t WHERE owner = $2 AND y > $1 LIMIT $3',
  values: ['y', id, limit],
  keys: [2],
});

/** A database that notes what is run, and answers each key with two rows that name it, in no order. */
function database() {
  const run: { text: string; values: unknown[] }[] = [];
  const query = (text: string, values: unknown[]): Promise<unknown> => {
    run.push({ text, values });
    const ids = values[1];
    if (!Array.isArray(ids)) return Promise.resolve([{ x: `${String(ids)} 1` }, { x: `${String(ids)} 2` }]);
    const rows = ids.flatMap((id, index) => [
      { asked: index + 1, place: 2, x: `${id} 2` },
      { asked: index + 1, place: 1, x: `${id} 1` },
    ]);
    return Promise.resolve(rows.toReversed());
  };
  return { run, query };
}

describe('asks of one tick', () => {
  it('that differ in their keys alone are one statement, and each is answered with its own rows in their order', async () => {
    const { run, query } = database();
    const shared = new SharedStatements({ query });
    const answers = await Promise.all(['a', 'b', 'a'].map((id) => shared.rows<{ x: string }>(ask(id))));
    expect(answers.map((rows) => rows.map(({ x }) => x))).toEqual([
      ['a 1', 'a 2'],
      ['b 1', 'b 2'],
      ['a 1', 'a 2'],
    ]);
    expect(run.map(({ values }) => values)).toEqual([['y', ['a', 'b'], 2]]);
  });

  it('that differ in more, or that have no key, are a statement each', async () => {
    const { run, query } = database();
    const shared = new SharedStatements({ query });
    const { text } = ask('a');
    await Promise.all(
      [ask('a'), ask('a', 9), { text, values: ['z', 'a', 2] }, { text, values: ['z', 'b', 2] }].map((one) =>
        shared.rows(one),
      ),
    );
    expect(run.map(({ values: given }) => given)).toEqual([
      ['y', 'a', 2],
      ['y', 'a', 9],
      ['z', 'a', 2],
      ['z', 'b', 2],
    ]);
    expect(new Set(run.map(({ text: given }) => given))).toEqual(new Set([text]));
  });

  it('are gathered however many promises they had to wait for', async () => {
    const { run, query } = database();
    const shared = new SharedStatements({ query });
    const late = async (id: string, turns: number): Promise<unknown> => {
      for (let turn = 0; turn < turns; turn += 1) await undefined;
      return shared.rows(ask(id));
    };
    await Promise.all([late('a', 0), late('b', 5), late('c', 50)]);
    expect(run).toHaveLength(1);
  });

  it('do not wait for a statement that is not their own', async () => {
    const slow = Promise.withResolvers<unknown>();
    const query = (_text: string, [, , limit]: unknown[]) => (limit === 9 ? slow.promise : Promise.resolve([]));
    const shared = new SharedStatements({ query });
    const waiting = shared.rows(ask('a', 9));
    expect(await shared.rows(ask('a', 1))).toEqual([]);
    const both = [shared.rows(ask('b', 9)), shared.rows(ask('b', 1))];
    expect(await both[1]).toEqual([]);
    slow.resolve([{ x: 'at last' }]);
    expect(await Promise.all([waiting, both[0]])).toEqual([[{ x: 'at last' }], [{ x: 'at last' }]]);
  });

  it('are asked again in the next tick', async () => {
    const { run, query } = database();
    const shared = new SharedStatements({ query });
    await shared.rows(ask('a'));
    await shared.rows(ask('a'));
    expect(run).toHaveLength(2);
  });
});

it('one text serves any number of asks, and leaves the parameters that they share as they are', () => {
  const two = together([ask('a'), ask('b')]);
  const three = together([ask('a'), ask('b'), ask('c')]);
  expect(three.text).toBe(two.text);
  expect(two.text).toContain('unnest($2::uuid[])');
  expect(two.text).toContain('owner = asked.k2 AND y > $1 LIMIT $3');
  expect(three.values).toEqual(['y', ['a', 'b', 'c'], 2]);
  const ten: Statement = { text: '$1 $10 $11', values: Array.from({ length: 11 }, (_, n) => n), keys: [1, 10] };
  expect(together([ten, ten]).text).toContain('asked.k1 asked.k10 $11');
});
