import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOSTILE_QUERIES } from '../../spec/hostile-queries.ts';
import { serveFakes, type Answer, type ServedFakes } from '../../spec/served-fakes.ts';

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

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

describe('memory', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const usedBytes = (): number => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };

  it('stays flat under 1,000 hostile queries of which none is like another', async () => {
    const round = async (from: number, to: number): Promise<void> => {
      for (let at = from; at < to; at += 1) {
        const { build } = HOSTILE_QUERIES[at % HOSTILE_QUERIES.length] as (typeof HOSTILE_QUERIES)[number];
        const { query, variables } = build();
        await post({ query: `${query} # ${at}`, variables });
      }
    };
    await round(0, 200);
    const before = usedBytes();
    await round(200, 700);
    const mid = usedBytes();
    await round(700, 1200);
    console.log(before, mid - before, usedBytes() - mid);
  }, 60_000);
});
