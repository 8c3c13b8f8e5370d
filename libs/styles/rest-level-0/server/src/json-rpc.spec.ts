import { describe, expect, it } from 'vitest';
import { answerTo, INVALID_REQUEST, MAX_BATCH_CALLS, type RpcServer } from './json-rpc.ts';

/** A server that notes what it is told to do, and when each thing ends. */
function notingServer(): RpcServer & { readonly notes: string[] } {
  const notes: string[] = [];
  return {
    notes,
    async perform(method, params) {
      notes.push(`${method} begins`);
      if (method === 'fail') throw new Error('no');
      await new Promise((resolve) => setImmediate(resolve));
      notes.push(`${method} ends`);
      return { did: method, with: params };
    },
    errorOf: () => ({ code: 7, message: 'refused' }),
    changesSomething: (method) => method.startsWith('change'),
  };
}

const call = (members: object): object => ({ jsonrpc: '2.0', method: 'read', ...members });
const invalid = (id: unknown = null): object =>
  expect.objectContaining({ jsonrpc: '2.0', id, error: expect.objectContaining({ code: INVALID_REQUEST }) });

describe('one call', () => {
  it.each(['a', '', 0, -7, 1.5, Number.MAX_SAFE_INTEGER, null])('echoes the id %j', async (id) => {
    const answer = await answerTo(call({ id, params: { x: 1 } }), notingServer());
    expect(answer).toEqual({ jsonrpc: '2.0', id, result: { did: 'read', with: { x: 1 } } });
  });

  it.each([[true], [{}], [[1]], [2 ** 53], [Infinity]])('refuses the id %j', async (id) => {
    expect(await answerTo(call({ id }), notingServer())).toEqual(invalid());
  });

  it('takes left-out params as none', async () => {
    expect(await answerTo(call({ id: 1 }), notingServer())).toMatchObject({ result: { with: {} } });
  });

  it('hands on params by position as they are, for the procedure to refuse', async () => {
    expect(await answerTo(call({ id: 1, params: [1] }), notingServer())).toMatchObject({ result: { with: [1] } });
  });

  it.each([
    ['another version', { jsonrpc: '1.0' }],
    ['no version', { jsonrpc: undefined }],
    ['a method that is a number', { method: 1 }],
    ['no method', { method: undefined }],
    ['params that are a text', { params: 'bar' }],
    ['params that are null', { params: null }],
  ])('refuses %s, and echoes the id that could be read', async (_what, members) => {
    const server = notingServer();
    expect(await answerTo(call({ id: 3, ...members }), server)).toEqual(invalid(3));
    expect(server.notes).toEqual([]);
  });

  it.each([1, 'text', null, true])('refuses the body %j', async (body) => {
    expect(await answerTo(body, notingServer())).toEqual(invalid());
  });

  it('answers what the procedure refused as an error with the id', async () => {
    const answer = await answerTo(call({ id: 4, method: 'fail' }), notingServer());
    expect(answer).toEqual({ jsonrpc: '2.0', id: 4, error: { code: 7, message: 'refused' } });
  });
});

describe('a notification', () => {
  it('is done and not answered', async () => {
    const server = notingServer();
    expect(await answerTo(call({}), server)).toBeUndefined();
    expect(server.notes).toEqual(['read begins', 'read ends']);
  });

  it('is not answered when it is refused either', async () => {
    expect(await answerTo(call({ method: 'fail' }), notingServer())).toBeUndefined();
  });

  it('is answered when it is no request object at all', async () => {
    expect(await answerTo({ jsonrpc: '2.0', method: 1 }, notingServer())).toEqual(invalid());
  });
});

describe('a batch', () => {
  it('answers each call in its place, and notifications not at all', async () => {
    const body = [call({ id: 1 }), call({}), call({ id: 2, method: 'fail' }), 5, call({ id: null })];
    const answer = await answerTo(body, notingServer());
    expect(answer).toEqual([
      expect.objectContaining({ id: 1, result: expect.anything() }),
      expect.objectContaining({ id: 2, error: expect.anything() }),
      invalid(),
      expect.objectContaining({ id: null, result: expect.anything() }),
    ]);
  });

  it('of notifications alone is not answered', async () => {
    expect(await answerTo([call({}), call({})], notingServer())).toBeUndefined();
  });

  it('that is empty is answered by one error and no array', async () => {
    expect(await answerTo([], notingServer())).toEqual(invalid());
  });

  it('of nothing that is a call is answered call by call', async () => {
    expect(await answerTo([1, []], notingServer())).toEqual([invalid(), invalid()]);
  });

  it('that is too large is refused as a whole, and nothing of it is done', async () => {
    const server = notingServer();
    const body = Array.from({ length: MAX_BATCH_CALLS + 1 }, (_, id) => call({ id }));
    expect(await answerTo(body, server)).toEqual(invalid());
    expect(server.notes).toEqual([]);
  });

  it('reads side by side, and changes alone and in order', async () => {
    const server = notingServer();
    const methods = ['read', 'read', 'change1', 'change2', 'read'];
    await answerTo(
      methods.map((method, id) => call({ id, method })),
      server,
    );
    expect(server.notes).toEqual([
      'read begins',
      'read begins',
      'read ends',
      'read ends',
      'change1 begins',
      'change1 ends',
      'change2 begins',
      'change2 ends',
      'read begins',
      'read ends',
    ]);
  });
});
