import type { RunExchange } from '@rungs/measure';
import { describe, expect, it } from 'vitest';
import { statementsText } from './statements.ts';
import { longestChain, waterfall } from './waterfall.ts';

const TIMES = { start: 0, firstByte: 1, end: 2, server: 1 };
const BYTES = { requestHead: 1, requestBody: 0, responseHead: 1, responseBodyWire: 0 };

function anExchange(some: object): RunExchange {
  return {
    n: 1,
    label: 'menu',
    dependsOn: [],
    method: 'GET',
    url: '/menu',
    status: 200,
    cache: 'miss',
    requestHeaders: [],
    timeMs: TIMES,
    bytes: BYTES,
    sql: { count: 0, statements: [] },
    ...some,
  } as unknown as RunExchange;
}

describe('the longest chain', () => {
  it('is counted by who needed whom, whatever took longest', () => {
    const exchanges = [
      anExchange({ n: 1 }),
      anExchange({ n: 2, dependsOn: [1], timeMs: { ...TIMES, end: 900 } }),
      anExchange({ n: 3, dependsOn: [1] }),
      anExchange({ n: 4, dependsOn: [3] }),
    ];
    expect(longestChain(exchanges)?.map(({ n }) => n)).toEqual([1, 3, 4]);
  });

  it('is none where nothing needed anything', () => {
    expect(longestChain([anExchange({ n: 1 }), anExchange({ n: 2 })])).toBeUndefined();
  });
});

describe('what a cache made of an answer', () => {
  it('that it asked about and was sent again all the same is said', () => {
    const requestHeaders = [['if-none-match', '"2"']];
    expect(waterfall([anExchange({ requestHeaders })])).toContain('→ 200, sent again, though the cache asked');
    expect(waterfall([anExchange({})])).toContain('→ 200, may be kept by the cache');
    const revalidated = anExchange({ requestHeaders, status: 304, cache: 'revalidated' });
    expect(waterfall([revalidated])).toContain('→ 304, the cache’s copy is still good (304)');
  });
});

describe('a long statement', () => {
  const columns = Array.from({ length: 40 }, (_, index) => `'from ${index}', o.c${index}`).join(', ');
  const text = `SELECT o.id, json_build_object(${columns}, (SELECT 1 FROM bill)) FROM orders o WHERE o.id = $1`;
  const sql = { count: 1, statements: [{ text, rows: 1, timeMs: 1 }] };

  it('is shown by what it reads from, not by its columns', () => {
    expect(statementsText([anExchange({ sql })], false)).toContain('SELECT … FROM orders o WHERE o.id = $1 (');
  });

  it('is whole where all is wanted', () => {
    expect(statementsText([anExchange({ sql })], true).replaceAll(/\s+/g, ' ')).toContain(text);
  });
});
