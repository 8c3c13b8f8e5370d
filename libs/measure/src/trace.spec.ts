import { describe, expect, it } from 'vitest';
import { tracedExchange } from '../spec/fake-style.ts';
import { readTrace } from './trace.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const TRACE = {
  schema: 'rungs.trace/1',
  traceId: TRACE_ID,
  pending: 0,
  exchanges: [tracedExchange('1'), tracedExchange('2')],
};

/** Reads the trace from a server that answers like this. */
function read(answer: Response, accessToken?: string) {
  const asked: { url: string; headers: Headers }[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    asked.push({ url: String(url), headers: new Headers(init?.headers) });
    return answer;
  };
  return { asked, trace: readTrace({ fetch, baseUrl: 'http://127.0.0.1:3000', accessToken }, TRACE_ID) };
}

describe('a trace', () => {
  it('is read by its owner, and holds what each span cost', async () => {
    const { asked, trace } = read(Response.json(TRACE), 'secret');
    expect([...(await trace).keys()]).toEqual(['1', '2']);
    expect((await trace).get('2')).toMatchObject({
      serverDurationMs: 1.5,
      sql: { statements: [{ text: 'select a' }, {}] },
    });
    expect(asked[0]?.url).toBe(`http://127.0.0.1:3000/lab/traces/${TRACE_ID}`);
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer secret');
  });

  it('is read without a credential where there is none', async () => {
    const { asked, trace } = read(Response.json(TRACE));
    await trace;
    expect(asked[0]?.headers.has('authorization')).toBe(false);
  });

  it.each([
    ['is not told', new Response(null, { status: 404 }), 'answered 404'],
    ['is something else', Response.json({ schema: 'rungs.trace/2' }), 'something else than a trace'],
    [
      'has an exchange twice',
      Response.json({ ...TRACE, exchanges: [tracedExchange('1'), tracedExchange('1')] }),
      'asked twice for one exchange',
    ],
    ['is not complete', Response.json({ ...TRACE, pending: 2 }), '2 exchanges of the run have not ended'],
  ])('cannot be read where it %s', async (_what, answer, message) => {
    await expect(read(answer).trace).rejects.toThrow(message);
  });
});
