import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serveFakes, type ServedFakes } from '../../spec/served-fakes.ts';
import { MAX_COST } from './cost.ts';

let served: ServedFakes;
beforeAll(async () => {
  served = await serveFakes();
});
afterAll(() => served.app.close());
beforeEach(() => served.forget());

/** The whole body of an answer to somebody who is not signed in. */
async function answerTo(request: object): Promise<{ readonly errors?: object[]; readonly extensions?: object }> {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const response = await fetch(served.url, { method: 'POST', headers, body: JSON.stringify(request) });
  return (await response.json()) as { errors?: object[]; extensions?: object };
}

describe('the cost of an operation', () => {
  it('is told with its answer', async () => {
    served.answerOf = () => ({ items: [], cursors: [] });
    const query = 'query ($n: Int = 30) { restaurants(first: $n) { nodes { name } } }';
    expect((await answerTo({ query })).extensions).toEqual({ cost: { requested: 31, limit: MAX_COST } });
    const few = await answerTo({ query, variables: { n: 3 } });
    expect(few.extensions).toEqual({ cost: { requested: 4, limit: MAX_COST } });
  });

  it('is told with its refusal, to the answer and to the error alike', async () => {
    const query = '{ restaurants(first: 100) { nodes { menu { items { name } } } } }';
    const cost = { requested: 1 + 100 * (1 + 1 + 20), limit: MAX_COST };
    const message = `The operation could cost as much as ${cost.requested}; at most ${cost.limit} is allowed.`;
    const details = { errors: [{ path: '', message }] };
    const extensions = { code: 'OPERATION_TOO_COSTLY', cost, refusal: 'invalid-input', details };
    expect(await answerTo({ query })).toEqual({ errors: [{ message, extensions }], extensions: { cost } });
    expect(served.executed).toEqual([]);
  });

  it('is not told where there was nothing to estimate', async () => {
    for (const query of ['{', '{ coffee }', `{ ${'viewer { role } '.repeat(30)} }`]) {
      expect((await answerTo({ query })).extensions, query).toBeUndefined();
    }
  });

  it('goes by the operation that was named', async () => {
    const query =
      'query Few { viewer { role } } query Many { orders(first: 100) { nodes { consumer { orders { nodes { id } } } } } }';
    expect((await answerTo({ query, operationName: 'Few' })).extensions).toMatchObject({ cost: { requested: 0 } });
    expect(await answerTo({ query, operationName: 'Many' })).toMatchObject({
      errors: [{ extensions: { code: 'OPERATION_TOO_COSTLY' } }],
    });
  });

  it('leaves room for the tools that read the whole schema', async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    const { errors, extensions } = await answerTo({ query });
    expect(errors).toBeUndefined();
    expect(extensions).toEqual({ cost: { requested: 100, limit: MAX_COST } });
  });
});
